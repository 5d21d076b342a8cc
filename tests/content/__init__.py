"""Tests of the content that ships: what the sources trap one into, and what it says instead."""
