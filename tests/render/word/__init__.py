"""Tests of the Word file."""
