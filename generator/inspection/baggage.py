"""What a file must not carry at all, whatever it says: traces of editing, programs, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.inspection.pieces import Piece

_MARKS = {
    "tracked changes": r"<\w+:(?:ins|del|moveFrom|moveTo|\w+PrChange|numberingChange|cellIns"
    r"|cellDel|trackRevisions)(?=[\s/>])",
    "comments": r"<\w+:comment(?:RangeStart|RangeEnd|Reference)?(?=[\s/>])",
    "revision ids": r"\s\w+:rsid\w*=|<\w+:rsids?(?=[\s/>])|\s\w+:(?:paraId|textId)=|<\w+:docId\b",
    "attached template": r"<\w+:(?:attachedTemplate|mailMerge|attachedSchema)\b",
    "variables": r"<\w+:docVars?\b",
    "embedded objects": r"<\w+:(?:object|OLEObject|control)(?=[\s/>])",
}
_MARKED = {name: re.compile(pattern) for name, pattern in _MARKS.items()}
_HIDDEN = re.compile(r"<\w+:(?:vanish|specVanish)(?=[\s/>])(?![^>]*\"(?:0|false|off)\")")
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_PARTS = {
    "thumbnail": re.compile("thumbnail", re.IGNORECASE),
    "custom properties": re.compile("^docProps/custom"),
    "custom XML": re.compile("^customXml/"),
    "comments": re.compile("^word/(?:comments|people)"),
    "embedded objects": re.compile("^word/(?:embeddings|activeX|vba|glossary|printerSettings)"),
}
_ELEMENT = re.compile(r"<(?:\w+:)?(\w+)(?=[\s/>])")
_OWN_PROPERTIES = {
    "docProps/core.xml": frozenset(
        {"coreProperties", "title", "subject", "creator", "keywords", "revision"}
        | {"language", "created", "modified"}
    ),
    "docProps/app.xml": frozenset({"Properties"}),
}
_OWN_INFO = frozenset(
    {"/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer"}
    | {"/CreationDate", "/ModDate", "/Trapped"}
)
_ACTIVE = {
    "scripts": frozenset({b"JavaScript", b"JS"}),
    "actions": frozenset(
        {b"Launch", b"OpenAction", b"AA", b"SubmitForm", b"ImportData", b"GoToR", b"GoToE"}
    ),
    "forms": frozenset({b"AcroForm", b"XFA"}),
    "media": frozenset({b"RichMedia", b"Movie", b"Sound"}),
    "attachments": frozenset({b"EmbeddedFiles", b"EmbeddedFile", b"FileAttachment"}),
    "private data": frozenset({b"PieceInfo"}),
}


def _carried(names: Iterable[str]) -> Iterator[Piece]:
    for name in names:
        yield Piece(name, "", "baggage")


def word_baggage(name: str, tags: str) -> Iterator[Piece]:
    """Yield what a part of a Word file carries, by its name and the tags in it."""
    yield from _carried(word for word, found in _PARTS.items() if found.search(name))
    if name in _OWN_PROPERTIES and not set(_ELEMENT.findall(tags)) <= _OWN_PROPERTIES[name]:
        yield from _carried(["properties"])
    if name.startswith("word/"):
        yield from _carried(word for word, found in _MARKED.items() if found.search(tags))
    if _STORY.fullmatch(name) and _HIDDEN.search(tags):
        yield from _carried(["hidden text"])


def pdf_baggage(names: Iterable[bytes], info: Iterable[str]) -> Iterator[Piece]:
    """Yield what a PDF carries, by the names in its objects and the keys of its properties."""
    found = frozenset(names)
    yield from _carried(word for word, each in _ACTIVE.items() if not found.isdisjoint(each))
    if not frozenset(info) <= _OWN_INFO:
        yield from _carried(["properties"])
