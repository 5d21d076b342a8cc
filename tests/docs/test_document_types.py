"""What the pages on document types say is what the templates and the program have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

import pytest

from generator.building.measures import UNITS
from generator.compose.statements import CitationView
from generator.compose.views import Views
from generator.language.typography import SEPARATORS
from generator.model.document import DocumentType
from tests.docs.following import Follower
from tests.docs.pages import DOCS, ROOT, blocks
from tests.workspaces import fictional

RECIPE = DOCS / "add-a-document-type.md"
TYPES = DOCS / "documents.md"

BUILT = (
    "geneva-2026",
    "astana-2026 --delivery osce-fact-sheet",
    "kazakhstan-2022",
    "observation-2019",
)
"""Deliveries that have between them all that a template sees."""


def test_a_document_type_takes_two_files() -> None:
    """The recipe writes a template, its rules and a delivery, and nothing else."""
    written = {block.file for block in blocks(RECIPE) if block.language not in ("sh", "text")}
    assert written == {
        "templates/urgent-appeal.md.j2",
        "templates/urgent-appeal.yaml",
        "briefs/visit-2026.yaml",
    }


def test_the_recipe_marks_the_copy_and_has_its_wording_translated(tmp_path: Path) -> None:
    """The copy says what it is, the filing does not, and the catalogue has the new words."""
    reader = Follower(tmp_path)
    reader.follow(list(blocks(RECIPE)))
    copy = (reader.folder / "output/visit-2026/appeal.en.html").read_text(encoding="utf-8")
    assert "Courtesy copy – not the version that is filed" in copy
    wording = (reader.folder / "locales/fr/LC_MESSAGES/documents.po").read_text(encoding="utf-8")
    assert 'msgid "What has happened"' in wording
    assert not (reader.folder / "generator").exists()


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what templates of the project's briefs see: the names, and of each list an item."""
    found: dict[str, Any] = {}
    context = Views.context

    def noticed(views: Views) -> dict[str, Any]:
        names = context(views)
        for name, value in names.items():
            found[name] = value or found.get(name)
        return names

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Views, "context", noticed)
        reader = Follower(ROOT)
        out = tmp_path_factory.mktemp("out")
        for brief in BUILT:
            reader._run(f"brief build {brief} --locale en --to md --jobs 1 --out {out}", expected=0)
    return found


def test_the_page_names_all_that_a_template_sees(seen: dict[str, Any]) -> None:
    """No name is missing, and none is there that a template could not use."""
    assert set(_names("name")) == set(seen)


def test_the_page_names_all_that_an_item_has(seen: dict[str, Any]) -> None:
    """Of each kind of item, its names."""
    rows = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[1])) for row in _rows("each of")}
    wanted = {
        kind: set(seen[kind] if kind == "meeting" else seen[kind][0])
        for kind in rows
        if kind != "citations"
    }
    wanted["citations"] = {
        *(each.name for each in fields(CitationView) if not each.name.startswith("_")),
        "note",
    }
    assert rows == wanted


def test_the_page_names_functions_that_there_are() -> None:
    """Each function is one that the templates use, or a separator of every language."""
    used = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates").glob("*.j2"))
    for name in _names("function"):
        assert name in SEPARATORS or f"{name}(" in used, name


def _rows(caption: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the recipe's table that begins with a caption."""
    table = RECIPE.read_text(encoding="utf-8").partition(f"| {caption} | ")[2].partition("\n\n")[0]
    for row in table.splitlines()[2:]:
        yield [cell.strip() for cell in row.strip("|").split(" | ")]


def _names(caption: str) -> Iterator[str]:
    """Yield the names in the first column of such a table, without what stands in brackets."""
    for row in _rows(caption):
        yield from re.findall(r"`(\w+)(?:\([^`]*\))?`", row[0])


def _said(heading: str) -> dict[str, str]:
    """Return the rows of a table of the page on document types, by the type."""
    text = TYPES.read_text(encoding="utf-8").partition(f"| type | {heading} |")[2]
    rows = text.partition("\n\n")[0].splitlines()[2:]
    return {re.findall(r"`([\w-]+)`", row)[0]: row for row in rows}


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> dict[str, DocumentType]:
    """Return the document types that come with the program."""
    library, _ = fictional(tmp_path_factory.mktemp("workspace")).checked()
    return {
        entry.id: cast("DocumentType", entry.record)
        for entry in library.entries("document")
        if (ROOT / "templates" / f"{entry.id}.yaml").is_file()
    }


def test_every_document_type_is_on_the_page(types: dict[str, DocumentType]) -> None:
    """With the readers that it is made for."""
    said = _said("for")
    assert set(said) == set(types) == set(_said("at most"))
    for name, each in types.items():
        readers = re.findall(r"\b(EU|OSCE|UN)\b", said[name].split("|")[2])
        assert [reader.lower() for reader in readers] == list(each.audiences), name


def test_every_limit_is_on_the_page_and_bold_where_it_refuses(
    types: dict[str, DocumentType],
) -> None:
    """Each number of a type and of its forms, and no other."""
    for name, row in _said("at most").items():
        cell = row.split("|")[2]
        wanted: dict[bool, set[str]] = {True: set(), False: set()}
        for limits in (types[name].limits, *(each.limits for each in types[name].variants)):
            for unit in UNITS:
                bound = getattr(limits, unit)
                for number in (bound.most, bound.least) if bound else ():
                    if number is not None:
                        wanted[bound.binding].add(f"{number:,}")
        bold = "".join(re.findall(r"\*\*(.*?)\*\*", cell))
        rest = re.sub(r"\*\*.*?\*\*", "", cell)
        assert set(re.findall(r"[\d,]*\d", bold)) == wanted[True], name
        assert set(re.findall(r"[\d,]*\d", rest)) == wanted[False], name


def test_what_is_filed_is_on_the_page(types: dict[str, DocumentType]) -> None:
    """Languages and formats that a body accepts; bold a deadline after which it refuses."""
    for name, row in _said("at most").items():
        filed, due = row.split("|")[3:5]
        filing, deadline = types[name].filing, types[name].deadline
        wanted = {*filing.languages, *filing.formats} if filing else set()
        assert set(re.findall(r"`(\w+)`", filed)) == wanted, name
        assert due.strip().startswith("**") == bool(deadline and deadline.binding), name
        assert (due.strip() == "–") == (deadline is None), name
