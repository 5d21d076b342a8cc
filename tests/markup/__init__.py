"""Tests of ``generator/markup``."""
