"""Tests of ``generator/building``."""
