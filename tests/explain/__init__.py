"""Explaining: the page that a director reads."""
