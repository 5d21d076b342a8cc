"""Tests of generator.verification."""
