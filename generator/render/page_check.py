"""The last look at a page for the screen: nothing in it runs, and nothing is fetched.

The page for PDF needs none: WeasyPrint runs nothing, and is refused every address.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from generator.render.base import RenderFailure
from generator.render.page_template import TEMPLATE

_ACTIVE = frozenset(
    ("applet", "base", "embed", "frame", "frameset", "iframe", "link", "object", "portal", "script")
)
_LOADING = frozenset(
    ("action", "background", "data", "formaction", "ping", "poster", "src", "srcdoc", "srcset")
)
_LEADING = frozenset(("a", "area"))
"""Elements whose ``href`` is followed when a reader asks for it, and not before."""
_HERE = ("#", "data:")
_FOLLOWED = ("#", "http:", "https:", "mailto:", "tel:")

_CSS_STRING = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", re.DOTALL)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_CSS_ADDRESS = re.compile(r"(?:@import\s*|(?:url|src|image|image-set)\(\s*)([^;)]*)", re.IGNORECASE)


def check_page(page: str) -> None:
    """Fail where ``page`` has something that runs, or asks for anything outside itself."""
    reader = _Reader()
    reader.feed(page)
    reader.close()


class _Reader(HTMLParser):
    """Reads a page as a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        self._in_style = tag == "style"
        if tag in _ACTIVE:
            self._refuse_active(tag)
        for name, value in attrs:
            self._check(tag, name, (value or "").strip())

    def handle_endtag(self, tag: str) -> None:
        """Leave the styles."""
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        """Look at a style sheet."""
        if self._in_style:
            self._check_styles(data)

    def _check(self, tag: str, name: str, value: str) -> None:
        plain = re.sub(r"[\x00-\x20]", "", value).lower()
        href = name.rpartition(":")[2] == "href"
        if name.startswith("on") or (tag == "meta" and name == "http-equiv"):
            self._refuse_active(f"{tag} {name}")
        elif name == "style":
            self._check_styles(value)
        elif href and tag in _LEADING:
            if ":" in plain and not plain.startswith(_FOLLOWED):
                self._refuse_address(value)
        elif (href or name in _LOADING) and not plain.startswith(_HERE):
            self._refuse_address(value)

    def _check_styles(self, css: str) -> None:
        """Look at the addresses in a style sheet; a string elsewhere is a text."""
        strings: list[str] = []

        def kept(found: re.Match[str]) -> str:
            strings.append(found[0])
            return " " if found[0].startswith("/*") else f"\0{len(strings) - 1}\0"

        code = _CSS_ESCAPE.sub(_unescaped, _CSS_STRING.sub(kept, css))
        for found in _CSS_ADDRESS.finditer(code):
            address = re.sub(r"\0(\d+)\0", lambda each: strings[int(each[1])], found[1])
            address = _CSS_ESCAPE.sub(_unescaped, address).strip().strip("\"'")
            if not address.lower().startswith(_HERE):
                self._refuse_address(address)

    def _refuse_active(self, element: str) -> None:
        raise RenderFailure("page-active", file=TEMPLATE, element=element)

    def _refuse_address(self, address: str) -> None:
        raise RenderFailure("fetch-refused", address=address)


def _unescaped(found: re.Match[str]) -> str:
    """Return the character of an escape in CSS."""
    code = int(found[1], 16) if found[1] else 0
    return chr(code) if 0 < code <= 0x10FFFF else str(found[2] or "")  # noqa: PLR2004 (Unicode's last)
