"""Tests of ``generator/compose``."""
