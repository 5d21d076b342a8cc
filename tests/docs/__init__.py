"""Tests of the documentation: it is true, complete, and can be followed word by word."""
