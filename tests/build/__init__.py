"""Tests of ``generator/build``."""
