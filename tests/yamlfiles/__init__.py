"""Tests of ``generator/yamlfiles``."""
