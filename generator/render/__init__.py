"""Letter → PDF, DOCX, HTML, Markdown: one module or two for each format."""
