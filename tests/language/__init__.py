"""Tests of the languages: dates, numbers, plurals, quotation marks and spaces."""
