"""Every type of document and every script, as a file that Word does not repair or change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from tests.render.word.reading import W, WordFile
from tests.render.word.shipped import NAMES, shipped_files
from tests.support.shared import shared

LARGEST = 60_000  # bytes
TWO_PAGES = 20_000
EACH = pytest.mark.parametrize("name", NAMES)

# What a paragraph, run, table, row or cell may say by itself, because no style can: which style it
# has, in which list it counts, how wide it is, in which language and direction it is read; what
# stands among Han is as wide as they are.
DIRECT: Mapping[str, frozenset[str]] = {
    "pPr": frozenset({"pStyle", "numPr", "bidi", "rPr"}),
    "rPr": frozenset({"rStyle", "rtl", "lang", "rFonts"}),
    "tblPr": frozenset(
        {"tblStyle", "bidiVisual", "tblW", "tblLook", "tblCaption", "tblDescription"}
    ),
    "trPr": frozenset({"cantSplit", "tblHeader"}),
    "tcPr": frozenset({"tcW", "vAlign"}),
}
STORY = re.compile(r"word/(document|footnotes|header\d|footer\d)\.xml")
FIELDS = re.compile(r"PAGE|NUMPAGES|NOTEREF (_Note(\d+))(?: \\f)? \\h")


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return the files by their names."""
    return shared(tmp_path_factory, "word-shipped", lambda _: shipped_files())


def stories(file: WordFile) -> Iterator[etree._Element]:
    """Yield all parts with text."""
    for name in file.names():
        if STORY.fullmatch(name):
            yield file.part(name)


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


class Styles:
    """The styles of a file, with what each has from those it is based on."""

    def __init__(self, file: WordFile) -> None:
        """Read them."""
        self.by_id = {
            str(each.get(f"{W}styleId")): each
            for each in file.part("word/styles.xml").iter(f"{W}style")
        }

    @cache  # noqa: B019 (as short-lived as the test)
    def has(self, identity: str, name: str) -> bool:
        """Return whether a paragraph of this style has a property switched on."""
        style = self.by_id[identity]
        own = style.find(f"{W}pPr/{W}{name}")
        if own is not None:
            return own.get(f"{W}val", "1") != "0"
        base = style.find(f"{W}basedOn")
        return base is not None and self.has(str(base.get(f"{W}val")), name)

    def level(self, identity: str) -> int | None:
        """Return the level of a heading of this style, 1 for the first."""
        while True:
            style = self.by_id[identity]
            own, base = style.find(f"{W}pPr/{W}outlineLvl"), style.find(f"{W}basedOn")
            if own is not None:
                return int(str(own.get(f"{W}val"))) + 1
            if base is None:
                return None
            identity = str(base.get(f"{W}val"))


def style_of(line: etree._Element) -> str:
    """Return the id of the style of a paragraph."""
    style = line.find(f"{W}pPr/{W}pStyle")
    assert style is not None, etree.tostring(line)
    return str(style.get(f"{W}val"))


@EACH
def test_word_has_nothing_to_repair(name: str, files: Mapping[str, bytes], tmp_path: Path) -> None:
    """For all that openxml-audit sees."""
    path = tmp_path / "letter.docx"
    path.write_bytes(files[name])
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    assert [str(each) for each in audit.validate(path).errors] == []


@EACH
def test_nothing_but_styles_formats(name: str, files: Mapping[str, bytes]) -> None:
    """In the text, the notes, heads and feet; and every style that is named is there."""
    file = WordFile(files[name])
    known = Styles(file).by_id.keys()
    for story in stories(file):
        for properties in story.iter(*(f"{W}{each}" for each in DIRECT)):
            assert {local(each) for each in properties} <= DIRECT[local(properties)]
        for fonts in story.iter(f"{W}rFonts"):
            assert dict(fonts.attrib) == {f"{W}hint": "eastAsia"}
        for style in story.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            assert style.get(f"{W}val") in known
        for line in story.iter(f"{W}p"):
            assert style_of(line)


@EACH
def test_headings_stand_in_order(name: str, files: Mapping[str, bytes]) -> None:
    """One of the first level, before all others, and no level is left out on the way down."""
    file = WordFile(files[name])
    styles = Styles(file)
    found = (styles.level(style_of(line)) for line in file.part("word/document.xml").iter(f"{W}p"))
    levels = [level for level in found if level is not None]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@EACH
def test_no_line_stands_alone(name: str, files: Mapping[str, bytes]) -> None:
    """A heading keeps with what follows; widows and orphans are minded; rows do not break."""
    file = WordFile(files[name])
    styles = Styles(file)
    for line in file.part("word/document.xml").iter(f"{W}p"):
        style = style_of(line)
        assert styles.has(style, "widowControl"), style
        if styles.level(style) is not None:
            assert styles.has(style, "keepNext"), style
            assert styles.has(style, "keepLines"), style
    for table in file.part("word/document.xml").iter(f"{W}tbl"):
        head, *rows = table.iter(f"{W}tr")
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        has_head = look.get(f"{W}firstRow") == "1"
        assert (head.find(f"{W}trPr/{W}tblHeader") is not None) == has_head
        for row in (head, *rows):
            words = max(len("".join(cell.itertext())) for cell in row.iter(f"{W}tc"))
            whole = row.find(f"{W}trPr/{W}cantSplit") is not None
            assert whole or words > 850


@EACH
def test_notes_are_notes_and_references_are_fields(name: str, files: Mapping[str, bytes]) -> None:
    """Numbered in the order of their calls; what names a note leads to its call."""
    file = WordFile(files[name])
    document = file.part("word/document.xml")
    calls = [str(each.get(f"{W}id")) for each in document.iter(f"{W}footnoteReference")]
    assert calls == [str(number) for number, _ in file.notes()]
    assert calls == [str(number) for number in range(1, len(calls) + 1)]
    marks = {
        mark.get(f"{W}name"): call.get(f"{W}id")
        for mark in document.iter(f"{W}bookmarkStart")
        for run in mark.itersiblings(f"{W}r")
        for call in run.iterfind(f"{W}footnoteReference")
        if run.getprevious() is mark
    }
    for part in file.names():
        if STORY.fullmatch(part):
            for instruction, shown in file.fields(part):
                matched = FIELDS.fullmatch(instruction)
                assert matched, instruction
                if matched[1]:
                    assert marks[matched[1]] == matched[2] == shown
    styles = {style for style, _ in file.paragraphs("word/footnotes.xml")}
    assert styles == {"footnote text"}


@EACH
def test_lists_count_by_themselves(name: str, files: Mapping[str, bytes]) -> None:
    """No number is typed; a list that begins anew says with what."""
    file = WordFile(files[name])
    numbering = file.part("word/numbering.xml")
    abstracts = {
        str(each.get(f"{W}abstractNumId")): [
            kind.get(f"{W}val") for kind in each.iter(f"{W}numFmt")
        ]
        for each in numbering.iterfind(f"{W}abstractNum")
    }
    lists = {int(str(each.get(f"{W}numId"))): each for each in numbering.iterfind(f"{W}num")}
    for number, level, words in file.numbers():
        abstract = lists[number].find(f"{W}abstractNumId")
        assert abstract is not None
        if abstracts[str(abstract.get(f"{W}val"))][level] != "bullet":
            assert file.start_of(number) is not None
        assert not re.match(r"(\d+[.)]|[•–-])\s", words)


@EACH
def test_pictures_and_tables_are_described(name: str, files: Mapping[str, bytes]) -> None:
    """Each picture says what it shows; each table with a head says what stands in it."""
    file = WordFile(files[name])
    for story in stories(file):
        for picture in story.iter("{*}docPr"):
            assert picture.get("descr") or picture.find(".//{*}decorative") is not None
    for table in file.part("word/document.xml").iter(f"{W}tbl"):
        look, said = table.find(f"{W}tblPr/{W}tblLook"), table.find(f"{W}tblPr/{W}tblDescription")
        assert look is not None
        assert (said is not None) == (look.get(f"{W}firstRow") == "1")


@EACH
def test_the_file_is_of_today_and_says_what_it_is(name: str, files: Mapping[str, bytes]) -> None:
    """No compatibility mode; words are hyphenated; a title and a language; Word asks nothing."""
    file = WordFile(files[name])
    settings = file.part("word/settings.xml")
    compat = {
        each.get(f"{W}name"): each.get(f"{W}val") for each in settings.iter(f"{W}compatSetting")
    }
    assert compat["compatibilityMode"] == "15"
    (whole,) = settings.iter(f"{W}compat")
    assert {local(each) for each in whole} == {"compatSetting"}
    assert settings.find(f"{W}autoHyphenation") is not None
    assert settings.find(f"{W}updateFields") is None
    assert settings.find(f"{W}displayBackgroundShape") is None
    core = {local(each): each.text for each in file.part("docProps/core.xml")}
    assert core["title"]
    locale = name.rpartition("-")[2] if name.startswith("letter-") else "en"
    assert str(core["language"]).partition("-")[0] == locale
    (tags,) = file.part("word/styles.xml").iter(f"{W}lang")
    assert str(core["language"]) in tags.attrib.values()


@EACH
def test_files_are_small(name: str, files: Mapping[str, bytes]) -> None:
    """A letter of two pages takes far less; so do all the others, their pictures aside."""
    with ZipFile(BytesIO(files[name])) as archive:
        pictures = sum(
            each.compress_size for each in archive.infolist() if "/media/" in each.filename
        )
    assert len(files[name]) - pictures < (TWO_PAGES if name == "letter" else LARGEST)
