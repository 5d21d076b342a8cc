"""Tests of ``generator/loading``."""
