"""Tests of generator.signing."""
