"""The steps between the page of a letter and its PDF: laid out, tagged, archived.

WeasyPrint lays out and draws. What it cannot say of a page, or says wrongly, is said here, while
the file is still in memory, so that it is written once: which text is what and in which order it
is read (`reading`, `roles`), what is no text at all (`marks`), who links to what (`links`), how
that is written down (`tagging`), and what the file says of itself (`metadata`, `archive`).
"""
