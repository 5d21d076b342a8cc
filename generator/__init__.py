"""Advocacy briefs: from YAML recommendations to letters in PDF, DOCX, HTML and Markdown."""

__version__ = "0.1.0"
