"""Reads a Word file back, apart from the program that wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

TEMPLATES = Path(__file__).parents[3] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TABS = f"{W}tabs"
_NO_MARKS = dict.fromkeys(map(ord, "\u200e\u200f"))  # of direction; tests of their own see them


class Templates:
    """The templates of the program; ``word`` stands in for its Word template."""

    def __init__(self, word: bytes | None = None) -> None:
        self._word = word

    cache = None

    def read(self, name: str) -> bytes:
        """Return the bytes of the template ``name``."""
        if name == "word.docx" and self._word is not None:
            return self._word
        return (TEMPLATES / name).read_bytes()


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file, read as XML."""

    data: bytes

    def names(self) -> list[str]:
        """Return the names of the parts, in their order."""
        with ZipFile(BytesIO(self.data)) as archive:
            return archive.namelist()

    def raw(self, name: str) -> str:
        """Return the text of a part."""
        with ZipFile(BytesIO(self.data)) as archive:
            return archive.read(name).decode()

    def part(self, name: str) -> etree._Element:
        """Return the root of a part."""
        return etree.fromstring(self.raw(name).encode())

    def style_names(self) -> dict[str, str]:
        """Return the name of each style by its id."""
        return {
            str(style.get(f"{W}styleId")): str(the(style, f"{W}name").get(f"{W}val"))
            for style in self.part("word/styles.xml").iter(f"{W}style")
        }

    def style(self, name: str) -> etree._Element:
        """Return the style called ``name``."""
        identities = {called: identity for identity, called in self.style_names().items()}
        for style in self.part("word/styles.xml").iter(f"{W}style"):
            if style.get(f"{W}styleId") == identities[name]:
                return style
        raise KeyError(name)

    def paragraphs(self, part: str = "word/document.xml") -> list[tuple[str, str]]:
        """Return the style and the text of each paragraph, note calls as ``[1]``."""
        styles = self.style_names()
        found = []
        for line in self.part(part).iter(f"{W}p"):
            style = line.find(f"{W}pPr/{W}pStyle")
            name = "" if style is None else styles[str(style.get(f"{W}val"))]
            found.append((name, text_of(line)))
        return found

    def notes(self) -> list[tuple[int, str]]:
        """Return the number and the text of each note, in the order of the file."""
        return [
            (int(str(note.get(f"{W}id"))), "".join(text_of(line) for line in note)[1:])
            for note in self.part("word/footnotes.xml")
            if note.get(f"{W}type") is None
        ]

    def numbers(self) -> list[tuple[int, int, str]]:
        """Return the numbering, the level and the text of each numbered paragraph."""
        return [
            (_value(line, "numId"), _value(line, "ilvl"), text_of(line))
            for line in self.part("word/document.xml").iter(f"{W}p")
            if line.find(f"{W}pPr/{W}numPr") is not None
        ]

    def start_of(self, numbering: int) -> int | None:
        """Return the number that a numbering starts anew from."""
        for each in self.part("word/numbering.xml").iterfind(f"{W}num"):
            if each.get(f"{W}numId") == str(numbering):
                start = each.find(f"{W}lvlOverride/{W}startOverride")
                return None if start is None else int(str(start.get(f"{W}val")))
        raise KeyError(numbering)

    def fields(self, part: str = "word/document.xml") -> list[tuple[str, str]]:
        """Return the instruction of each field and what it shows."""
        return [
            (str(each.get(f"{W}instr")).strip(), text_of(each))
            for each in self.part(part).iter(f"{W}fldSimple")
        ]

    def links(self, part: str = "document") -> list[tuple[str, str]]:
        """Return the address of each link and its text."""
        relations = {
            str(each.get("Id")): str(each.get("Target"))
            for each in self.part(f"word/_rels/{part}.xml.rels")
        }
        return [
            (relations[str(each.get(f"{R}id"))], text_of(each))
            for each in self.part(f"word/{part}.xml").iter(f"{W}hyperlink")
        ]

    def runs(self, part: str = "word/document.xml") -> list[tuple[str, str]]:
        """Return the character style and the text of each run."""
        styles = self.style_names()
        found = []
        for run in self.part(part).iter(f"{W}r"):
            style = run.find(f"{W}rPr/{W}rStyle")
            found.append(("" if style is None else styles[str(style.get(f"{W}val"))], text_of(run)))
        return found

    def stories(self, kind: str, pages: str) -> str:
        """Return the text of the header or footer of the first or the other pages."""
        return "\n".join(text for _, text in self.paragraphs(self.story_part(kind, pages)))

    def story_part(self, kind: str, pages: str) -> str:
        """Return the name of the part with the header or footer of these pages."""
        relations = {
            each.get("Id"): each.get("Target") for each in self.part("word/_rels/document.xml.rels")
        }
        for reference in self.part("word/document.xml").iter(f"{W}{kind}Reference"):
            if reference.get(f"{W}type") == pages:
                return f"word/{relations[reference.get(f'{R}id')]}"
        raise KeyError(pages)


def the(element: etree._Element, path: str) -> etree._Element:
    """Return what stands at a path below an element; it is there."""
    found = element.find(path)
    assert found is not None, path
    return found


def around(element: etree._Element) -> etree._Element:
    """Return the element that another stands in."""
    parent = element.getparent()
    assert parent is not None
    return parent


def text_of(element: etree._Element) -> str:
    """Return the text of a paragraph or run: tabs, breaks and note calls in their places."""
    parts = []
    for each in element.iter():
        if each.tag == f"{W}t":
            parts.append((each.text or "").translate(_NO_MARKS))
        elif each.tag == f"{W}tab" and around(each).tag != TABS:
            parts.append("\t")
        elif each.tag == f"{W}br":
            parts.append("\n")
        elif each.tag == f"{W}softHyphen":
            parts.append("\u00ad")
        elif each.tag == f"{W}footnoteReference":
            parts.append(f"[{each.get(f'{W}id')}]")
    return "".join(parts)


def _value(line: etree._Element, name: str) -> int:
    return int(str(the(line, f"{W}pPr/{W}numPr/{W}{name}").get(f"{W}val")))
