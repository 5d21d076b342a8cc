"""Tests of ``generator/checks``."""
