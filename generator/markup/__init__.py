"""From sentences and templates to inlines and blocks."""
