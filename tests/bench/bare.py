"""Bare WeasyPrint in a warm process: lays out the pages that are named, one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration


def lay_out(pages: Iterable[Path]) -> int:
    """Lay out HTML files as PDF; return how many sheets the last one has."""
    fonts = FontConfiguration()
    sheets = 0
    for page in pages:
        document = HTML(string=page.read_text(encoding="utf-8")).render(font_config=fonts)
        page.with_suffix(".pdf").write_bytes(document.write_pdf())
        sheets = len(document.pages)
    return sheets


if __name__ == "__main__":
    lay_out(map(Path, sys.argv[1:]))
