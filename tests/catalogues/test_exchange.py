"""The round trip with a translator: out, edited, back; damaged in every way, nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from generator.catalogues.rows import Asked, Row
from generator.catalogues.spreadsheet import read_spreadsheet, write_spreadsheet
from tests.catalogues.support import (
    all_texts,
    entry,
    exported,
    opened,
    rows_in,
    taken,
    translate,
    translate_all,
    update,
)
from tests.support.office import CALC, converted
from tests.workspaces import PRESS, WorkspaceFolder, as_told

SEALED = "press-sealed.statement"
FRENCH = "La presse de {bo_lantern} a été scellée."
ENDINGS = pytest.mark.parametrize("ending", ["xlsx", "po"])


@pytest.fixture
def translated(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace translated into French, one sentence stale and one missing."""
    update(workspace)
    translate_all(workspace)
    translate(workspace, {SEALED: FRENCH, "records-open.ask": ""})
    workspace.replace(PRESS, "was sealed.", "was sealed in May.")
    update(workspace)
    return workspace


def row_of(data: bytes, name: str, ending: str = "xlsx") -> Row:
    """Return the row of a message."""
    return next(each for each in rows_in(data, ending) if each.id == name)


@ENDINGS
def test_only_what_needs_work_goes_out(translated: WorkspaceFolder, ending: str) -> None:
    """Unless all is asked for."""
    open_ones = {each.id for each in rows_in(exported(translated, ending=ending), ending)}
    assert open_ones == {SEALED, "records-open.ask"}
    everything = rows_in(exported(translated, Asked(everything=True), ending), ending)
    assert len(everything) > 25


def test_a_stale_row_has_the_old_source_beside_the_new_one(translated: WorkspaceFolder) -> None:
    """And the translation of the old one."""
    row = row_of(exported(translated), SEALED)
    assert row.source == "The press of {bo_lantern} was sealed in May."
    assert row.previous == "The press of {bo_lantern} was sealed."
    assert row.translation == FRENCH
    assert row.where == "evidence › press-sealed › statement"


@ENDINGS
def test_what_comes_back_is_taken_and_twice_changes_nothing(
    translated: WorkspaceFolder, ending: str
) -> None:
    """A changed translation of a stale sentence is a translation of the new one."""
    data = exported(translated, ending=ending)
    new = "La presse de {bo_lantern} a été scellée en mai."
    rows = [
        replace(each, translation=new, fits=True, doubtful=False) if each.id == SEALED else each
        for each in rows_in(data, ending)
    ]
    assert taken(translated, rows).changed == 1
    found = entry(translated, SEALED)
    assert (found.msgstr, found.fuzzy, found.previous_msgid) == (new, False, None)
    before = all_texts(translated.root)
    assert taken(translated, rows).changed == 0
    assert all_texts(translated.root) == before


def test_a_stale_translation_that_nobody_touched_stays_stale(translated: WorkspaceFolder) -> None:
    """Sending a file out and back is no translation; an x says that the old one fits."""
    rows = rows_in(exported(translated))
    result = taken(translated, rows)
    assert result.changed == 0
    assert [each.rule for each in result.problems] == ["row-stale"]
    assert entry(translated, SEALED).fuzzy
    taken(translated, [replace(each, fits=True) for each in rows])
    assert not entry(translated, SEALED).fuzzy


def test_internal_sentences_are_in_no_export_without_clearance(
    workspace: WorkspaceFolder,
) -> None:
    """They have a catalogue of their own."""
    text = workspace.read(PRESS).replace("sensitivity: public", "sensitivity: internal")
    workspace.write(PRESS, text)
    update(workspace)
    for clearance, there in (("public", False), ("restricted", False), ("internal", True)):
        asked = Asked(clearance, everything=True)  # type: ignore[arg-type]  # one of the three
        for ending in ("xlsx", "po"):
            names = {each.id for each in rows_in(exported(workspace, asked, ending), ending)}
            assert (SEALED in names) is there
    assert b"was sealed" not in exported(workspace, ending="po")


def test_an_export_for_a_brief_has_what_its_letters_say(workspace: WorkspaceFolder) -> None:
    """And the wording of templates, which every letter has."""
    update(workspace)
    names = {each.id for each in rows_in(exported(workspace, Asked(contexts=frozenset({SEALED}))))}
    assert names == {SEALED}


def _lost(row: Row) -> Row:
    return replace(row, translation="Une presse a été scellée.")


DAMAGES: dict[str, tuple[Callable[[Row], Row], str]] = {
    "an id that nothing has": (lambda row: replace(row, id="press-gone.statement"), "row-unknown"),
    "an id that is gone": (lambda row: replace(row, id=""), "row-unknown"),
    "another source": (lambda row: replace(row, source="The press."), "row-source-changed"),
    "a lost placeholder": (_lost, "translation-placeholder-lost"),
    "a misspelt placeholder": (
        lambda row: replace(row, translation=row.translation.replace("lantern", "lantren")),
        "translation-placeholder-lost",
    ),
    "a form that French has not": (
        lambda row: replace(row, translation=row.translation.replace("n}", "n:genitive}")),
        "translation-form",
    ),
    "a brace that stands alone": (
        lambda row: replace(row, translation=row.translation + "}"),
        "translation-brace",
    ),
    "emphasis added": (
        lambda row: replace(row, translation=f"*{row.translation}*"),
        "translation-markup",
    ),
    "a link added": (
        lambda row: replace(row, translation=f"{row.translation} [x](https://example.org)"),
        "translation-link",
    ),
    "another script": (
        lambda row: replace(row, translation="Типография {bo_lantern} была опечатана в мае."),
        "row-language",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_row_is_reported_and_the_rest_is_taken(
    translated: WorkspaceFolder, damage: str
) -> None:
    """With the number of the row; the translation that was there is there still."""
    spoil, rule = DAMAGES[damage]
    data = exported(translated)
    french = "Publiez le dossier de chaque procès, sans délai."
    rows = []
    for row in rows_in(data):
        if row.id == SEALED:
            rows.append(spoil(replace(row, translation=FRENCH + " En mai.", fits=True)))
        else:
            rows.append(replace(row, translation=french))
    result = taken(translated, rows)
    number = next(row.number for row in rows_in(data) if row.id == SEALED)
    assert rule in {each.rule for each in result.problems}
    assert {each.place.line for each in result.problems} == {number}
    assert {each.place.file for each in result.problems} == {"back.xlsx"}
    assert entry(translated, SEALED).msgstr == FRENCH
    assert entry(translated, "records-open.ask").msgstr == french


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: data[:0], "This is no XLSX file"),
        (lambda data: data[: len(data) // 2], "This is no XLSX file"),
        (lambda data: data[:4] + bytes(200), "This is no XLSX file"),
        (lambda data: b"id;source\n" + data[:0], "This is no XLSX file"),
    ],
)
def test_a_damaged_file_is_reported(
    translated: WorkspaceFolder, spoil: Callable[[bytes], bytes], told: str
) -> None:
    """With no traceback and nothing taken."""
    rows, problems = read_spreadsheet(spoil(exported(translated)), locale="fr", file="b.xlsx")
    assert rows == []
    assert told in as_told(problems)


def test_a_file_of_another_language_or_without_captions_is_reported() -> None:
    """And says which language it is of."""
    data = write_spreadsheet([Row("a.b", "", "A", "", "Б", "")], "ru")
    assert "into “ru”, not into “fr”" in as_told(read_spreadsheet(data, locale="fr", file="x")[1])
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Id", "Text"])
    stream = BytesIO()
    book.save(stream)
    rows, problems = read_spreadsheet(stream.getvalue(), locale="fr", file="x")
    assert rows == []
    assert "lacks the captions Source, Translation (fr)" in as_told(problems)


def test_columns_may_stand_in_any_order_and_others_beside_them() -> None:
    """A file is read by its captions."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["translation (FR)", "My remark", "Source", "ID"])
    book.active.append(["Bonjour", "?", "Hello", "a.b"])
    book.active.append([2026, None, "2026", "a.c"])
    stream = BytesIO()
    book.save(stream)
    rows, problems = read_spreadsheet(stream.getvalue(), locale="fr", file="x")
    assert problems == []
    assert [(each.id, each.source, each.translation, each.number) for each in rows] == [
        ("a.b", "Hello", "Bonjour", 2),
        ("a.c", "2026", "2026", 3),
    ]


def test_the_same_rows_make_the_same_bytes() -> None:
    """No time of making in the file, and nobody's name."""
    rows = [Row("a.b", "where", "Source", "", "=1+1", "")]
    first, second = write_spreadsheet(rows, "fr"), write_spreadsheet(rows, "fr")
    assert first == second
    properties = openpyxl.load_workbook(BytesIO(first)).properties
    assert (properties.creator or "", properties.lastModifiedBy) == ("", None)


@pytest.mark.skipif(not CALC.exists() or not shutil.which("soffice"), reason="needs Calc")
def test_a_spreadsheet_survives_libreoffice_calc(tmp_path: Path) -> None:
    """Text stays text: formulas, numbers, percent, braces, line ends, right-to-left."""
    texts = (
        "=1+1", "+49 30", "-5", "5 % sure", "{name:genitive}", "“a” 'b' \"c\"", "1.10", "15:00",
        "2026-06-22", "يوم 22 حزيران/يونيه", "中文，文字。", "a\nb", " edge ",
        "\u200fmark\u200e", "e\u0301", "TRUE", "@SUM(1)", "'quote", "#REF!",
    )  # fmt: skip
    rows = [Row(f"a.{at}", "", text, "", text, "") for at, text in enumerate(texts)]
    path = tmp_path / "out.xlsx"
    path.write_bytes(write_spreadsheet(rows, "ar"))
    converted(converted(path, "ods"), "xlsx:Calc MS Excel 2007 XML")
    back, problems = read_spreadsheet(path.read_bytes(), locale="ar", file="x")
    assert problems == []
    assert [each.translation for each in back] == list(texts)
    assert [each.source for each in back] == list(texts)


def test_a_row_of_a_deleted_sentence_is_reported(translated: WorkspaceFolder) -> None:
    """The file was exported before; the catalogue keeps what it had."""
    rows = rows_in(exported(translated, Asked(everything=True)))
    workspace_text = translated.read(PRESS)
    translated.write(PRESS, workspace_text.replace("press-sealed", "press-shut"))
    result = taken(translated, rows)
    assert "Nothing is called “press-sealed.statement” any more" in as_told(result.problems)
    assert "#~ msgstr" in all_texts(translated.root)
    assert opened(translated).problems == ()
