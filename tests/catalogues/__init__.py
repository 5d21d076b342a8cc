"""Tests of catalogues and of the round trip with translators."""
