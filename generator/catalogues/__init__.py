"""Gettext catalogues: what there is to translate, what was translated, and in which state."""
