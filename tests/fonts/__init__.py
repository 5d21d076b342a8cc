"""Tests of the fonts."""
