"""Letter → PDF by WeasyPrint: accessible, archival, nothing fetched, no warning passed over.

The command line calls `prepare(os.environ)` once before the first letter: fontconfig reads the
environment when Pango is loaded, and nothing below the command line touches the environment.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import logging
import re
import sys
from base64 import b64decode
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, redirect_stdout, suppress
from functools import cache, partial
from io import StringIO
from typing import Any

from generator import fonts, installation
from generator.letter import Letter
from generator.render.base import Rendered, RenderFailure, Resources
from generator.render.copyfitting import copyfitted
from generator.render.html_page import print_html
from generator.render.hyphenation import leave_names_whole
from generator.render.letterhead import heard_once
from generator.render.pdf.archive import write
from generator.render.pdf.links import link_notes
from generator.render.typefaces import check_glyphs

_MAC = sys.platform == "darwin"
_ENGINE = (
    ("pango", "libpango-1.0.dylib" if _MAC else "libpango-1.0.so.0", "pango_version_string"),
    ("harfbuzz", "libharfbuzz.0.dylib" if _MAC else "libharfbuzz.so.0", "hb_version_string"),
)
_FIRST_PAGE = '<html lang="en"><p style="hyphens: auto; width: 3em">internationalisation'
_CARRIED = re.compile(r"data:(image/(?:svg\+xml|png));base64,")
_ATTEMPTS = 8
_MENDED = """
p:has(#call-{0}), p:has(#call-{1}) {{ orphans: 99 !important }}
tr:has(#call-{0}) {{ break-before: page !important }}
table:has(tr:first-child #call-{0}) {{ break-before: page !important }}
"""
_WHOLE = """
p {{ orphans: 99 !important }}
"""
_MOVED = """
.recommendation:has(#call-{0}) {{ break-before: page !important }}
:not(.recommendation *, td, th) > p:has(#call-{0}) {{ break-before: page !important }}
"""


def prepare(environ: MutableMapping[str, str]) -> None:
    """Show Pango the program's fonts only; where they are not installed, `render` says so."""
    with suppress(fonts.FontsNotInstalledError):
        fonts.isolate(environ)


def render(letter: Letter, resources: Resources) -> Rendered:
    """Return ``letter`` as a PDF file: the same letter and style, the same bytes."""
    page = _checked(letter, resources)
    identifier = hashlib.sha256(page.encode()).hexdigest()[:32]
    weasyprint = _weasyprint()
    with _nothing_passed_over():
        document = _fitted(weasyprint, page, letter)
        link_notes(document)
        data = write(weasyprint.pdf, document, identifier, heard_once(letter))
    return Rendered(data, len(document.pages), engine_versions())


def count_pages(letter: Letter, resources: Resources) -> int:
    """Return the pages of the file that `render` would return."""
    page = _checked(letter, resources)
    weasyprint = _weasyprint()
    with _nothing_passed_over():
        return len(_fitted(weasyprint, page, letter).pages)


def warm_up() -> None:
    """Load WeasyPrint, its style sheet, the fonts and the first hyphenation dictionary."""
    with suppress(RenderFailure):
        _weasyprint().HTML(string=_FIRST_PAGE, url_fetcher=_refuse).render()


@cache
def engine_versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of the system's libraries that shape the bytes of a PDF."""
    found: list[tuple[str, str]] = []
    for name, library, function in _ENGINE:
        with suppress(OSError, AttributeError):
            version = getattr(ctypes.CDLL(library), function)
            version.restype = ctypes.c_char_p
            found.append((name, version().decode()))
    return tuple(found)


def _checked(letter: Letter, resources: Resources) -> str:
    """Return the page of a letter, of which the fonts have every character."""
    check_glyphs(letter)
    return print_html(letter, resources)


def _fitted(weasyprint: Any, page: str, letter: Letter) -> Any:
    """Return the pages of ``letter``, copyfitted."""
    return copyfitted(partial(_laid_out, weasyprint, page, letter), letter.page.font_size)


def _laid_out(weasyprint: Any, page: str, letter: Letter, style: str) -> Any:
    """Return the pages of ``letter`` in a ``style``, with every note on the page of its call.

    Why: where a row of a table or a long paragraph meets the end of a page, WeasyPrint may put
    a note on the next: one of the row, of the paragraph or of the one before. Then the paragraphs
    of this note and the next are kept whole, and that row goes where its note went; where that is
    not enough, every paragraph is kept whole, and at last the one that has the note goes along,
    with the request that it supports.
    """
    html = weasyprint.HTML(string=page, url_fetcher=_refuse)
    mended: tuple[str, ...] = ()
    while True:
        styles = [weasyprint.CSS(string=each) for each in (style, *mended)]
        document = html.render(stylesheets=styles)
        astray = notes_astray(document, letter)
        if not astray:
            return document
        first = astray[0]
        ways = (each.format(first, first + 1) for each in (_MENDED, _WHOLE, _MOVED))
        way = next((each for each in ways if each not in mended), None)
        if way is None or len(mended) == _ATTEMPTS:
            raise RenderFailure("notes-astray", numbers=", ".join(map(str, astray)))
        mended = (*mended, way)


def notes_astray(document: Any, letter: Letter) -> tuple[int, ...]:
    """Return the numbers of the notes that do not stand on the page of their call."""
    pages = [frozenset(page.anchors) for page in document.pages]
    return tuple(
        note.number
        for note in letter.notes
        if not any({f"call-{note.number}", f"note-{note.number}"} <= page for page in pages)
    )


def _weasyprint() -> Any:
    """Return WeasyPrint, which needs the system's Pango."""
    try:
        with _libraries_by_name(), redirect_stdout(StringIO()):
            import weasyprint  # costs 0.3 s, and only PDF may fail without Pango
            import weasyprint.pdf
            import weasyprint.text.line_break
    except (ImportError, OSError) as error:
        raise RenderFailure("pango-missing", remedy=installation.remedy("pdf")) from error
    leave_names_whole(weasyprint.text.line_break)
    return weasyprint


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let Linux find libraries by their file names only.

    Why: WeasyPrint tries several names for each of its libraries, and for one that is not there
    Python asks the compiler and the linker, which together takes as long as a page to lay out.
    The file name of each library is among the names.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _not_found
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _not_found(name: str) -> str | None:  # noqa: ARG001 (the signature of what it stands in for)
    """Find no library by any other name than that of its file."""
    return None


def _refuse(address: str) -> Any:
    """Fetch nothing: neither the network nor a file of this machine belongs in a letter.

    Only a picture that stands in its own address is returned.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

    carried = _CARRIED.match(address)
    if carried:
        body = b64decode(address[carried.end() :])
        return URLFetcherResponse(address, body, {"Content-Type": carried[1]})
    raise FatalURLFetchingError(address)


@contextmanager
def _nothing_passed_over() -> Iterator[None]:
    """Turn a refused address, and any warning of WeasyPrint, into a failure."""
    from weasyprint.urls import FatalURLFetchingError

    heard = _Collector(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    try:
        yield
    except FatalURLFetchingError as error:
        raise RenderFailure("fetch-refused", address=str(error)) from None
    finally:
        logger.removeHandler(heard)
    if heard.messages:
        raise RenderFailure("pdf-warning", warning="; ".join(dict.fromkeys(heard.messages)))


_CONTENT = re.compile(r"data:\S+")
"""A picture as its own address: long, and nothing that anybody could read."""


class _Collector(logging.Handler):
    """Keeps what a logger says."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(_CONTENT.sub("data:…", record.getMessage()))
