"""Bare WeasyPrint, as somebody uses it who prepares the fonts once a process."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def lay_out(pages: Iterable[Path]) -> int:
    """Lay out HTML files as PDF; return how many sheets the last one has.

    WeasyPrint is loaded here: it reads the environment, which the caller prepares.
    """
    from weasyprint import HTML

    sheets = 0
    for page in pages:
        document = HTML(string=page.read_text(encoding="utf-8")).render(font_config=_fonts())
        page.with_suffix(".pdf").write_bytes(document.write_pdf())
        sheets = len(document.pages)
    return sheets
