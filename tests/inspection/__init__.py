"""Tests of ``generator/inspection``."""
