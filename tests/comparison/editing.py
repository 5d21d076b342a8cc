"""Editing a Word file as a colleague does, by what stands in its parts."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

BODY = "word/document.xml"
NOTES = "word/footnotes.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BO = 'w:id="9{}" w:author="Bo" w:date="2026-03-05T09:00:00Z"'


@dataclass
class Edited:
    """A Word file that is being edited."""

    path: Path

    def replace(self, old: str, new: str, part: str = BODY) -> Edited:
        """Put ``new`` in the place of ``old``, which stands in the part once."""
        parts = self.parts()
        text = parts[part].decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {part}"
        return self.write({**parts, part: text.replace(old, new).encode()})

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the file."""
        with zipfile.ZipFile(self.path) as package:
            return {each.filename: package.read(each) for each in package.infolist()}

    def write(self, parts: dict[str, bytes]) -> Edited:
        """Write the file anew."""
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
        return self

    def paragraph(self, text: str) -> str:
        """Return the paragraph that has a text, as it is written."""
        body = self.parts()[BODY].decode()
        assert body.count(text) == 1, text
        at = body.index(text)
        start = max(body.rfind("<w:p>", 0, at), body.rfind("<w:p ", 0, at))
        return body[start : body.index("</w:p>", at) + len("</w:p>")]


def new_paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def put_in(text: str, number: int = 1) -> str:
    """Return what ends a text, shows another as put in by Bo with changes tracked, and goes on."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"</w:t></w:r><w:ins {BO.format(number)}>{run}</w:ins>" + GO_ON


def taken_out(text: str, number: int = 2) -> str:
    """Return the same of a text that Bo took out."""
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f"</w:t></w:r><w:del {BO.format(number)}>{run}</w:del>" + GO_ON


GO_ON = '<w:r><w:t xml:space="preserve">'
