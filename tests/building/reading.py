"""Reads built files back: the text that a reader sees, and everything that is in the file."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
from lxml import etree
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from generator.building import Built

_HYPHEN = "\u2010"
_JOINER = "\u2060"
_MARKDOWN = MarkdownIt("commonmark").enable("table").use(footnote_plugin)


@dataclass(frozen=True)
class Outputs:
    """The files of a build."""

    built: tuple[Built, ...]

    def file(self, name: str, form: str) -> Built:
        """Return the file of a delivery, such as ``brussels-2026/leaders``, in a format."""
        return next(each for each in self.built if each.format == form and named(each) == name)

    def names(self) -> list[str]:
        """Return the deliveries, in the order of the build."""
        return list(dict.fromkeys(map(named, self.built)))


def named(built: Built) -> str:
    """Return the brief and the delivery of a file."""
    return f"{built.brief}/{built.delivery}"


def text(path: Path) -> str:
    """Return what a reader reads of a file, white space as single spaces."""
    return " ".join(_READERS[path.suffix](path).replace(_JOINER, "").split())


def everything(path: Path) -> str:
    """Return all that is in a file: compressed parts opened, properties and addresses included."""
    return _OPENERS[path.suffix](path)


def pdf_pages(path: Path) -> list[str]:
    """Return the text of each page, in the order in which it stands in the file."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return done.stdout.decode().split("\f")[:-1]


def bare(words: str) -> str:
    """Return ``words`` without what layout adds or takes: spaces and hyphens at line ends."""
    return re.sub(rf"[\s\-{_HYPHEN}{_JOINER}\u00ad]", "", words)


def _pdf_text(path: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def _docx_text(path: Path) -> str:
    return "\n".join(
        text_
        for name, root in _docx_parts(path)
        if name.startswith(("word/document", "word/foot", "word/head"))
        for text_ in _word_texts(root)
    )


def _word_texts(root: etree._Element) -> Iterable[str]:
    for paragraph in root.iter("{*}p"):
        pieces = paragraph.iter("{*}t", "{*}br", "{*}tab")
        yield "".join((each.text or "") if str(each.tag).endswith("}t") else " " for each in pieces)


def _docx_parts(path: Path) -> list[tuple[str, etree._Element]]:
    with ZipFile(path) as archive:
        return [
            (name, etree.fromstring(archive.read(name)))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        ]


def _html_text(path: Path) -> str:
    html = path.read_text(encoding="utf-8")
    body = re.sub(r"(?s)<(style|head)\b.*?</\1>", " ", html)
    inline = re.sub(r"</?(a|em|strong|span|sup)\b[^>]*>", "", body)
    return unescape(re.sub(r"<[^>]*>", " ", inline))


def _markdown_text(path: Path) -> str:
    tokens = _MARKDOWN.parse(path.read_text(encoding="utf-8"))
    return "\n".join(
        "".join(
            " " if child.type in ("softbreak", "hardbreak", "html_inline") else child.content
            for child in token.children or ()
        )
        for token in tokens
        if token.type == "inline"
    )


def _docx_everything(path: Path) -> str:
    parts = [text(path)]
    with ZipFile(path) as archive:
        parts += archive.namelist()
        parts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    parts += [" ".join(root.itertext()) for _, root in _docx_parts(path)]
    return "\n".join(parts)


def _pdf_everything(path: Path) -> str:
    plain = BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(
            plain,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
        )
        strings = [
            str(each)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary)
            for each in one.values()
            if isinstance(each, pikepdf.String)
        ]
    data = plain.getvalue()
    return "\n".join(
        (text(path), *strings, data.decode("latin-1"), data.decode("utf-8", "replace"))
    )


def _plain(path: Path) -> str:
    return path.read_text(encoding="utf-8")


_READERS = {".pdf": _pdf_text, ".docx": _docx_text, ".html": _html_text, ".md": _markdown_text}
_OPENERS = {
    ".pdf": _pdf_everything,
    ".docx": _docx_everything,
    ".html": _plain,
    ".md": _plain,
}
