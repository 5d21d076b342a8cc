"""Tests of ``generator/selection``."""
