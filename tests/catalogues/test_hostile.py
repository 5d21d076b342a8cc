"""What must never happen to a translation, each tried."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from click.testing import CliRunner

from generator.catalogues.faults import faults
from generator.catalogues.rows import Asked, Row
from generator.catalogues.spreadsheet import read_spreadsheet, write_spreadsheet
from generator.cli.group import brief
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
    write,
)
from tests.workspaces import BO_AGREED, BRIEF, PEOPLE, PRESS, WorkspaceFolder

CONTENT = "locales/fr/LC_MESSAGES/content.po"
INTERNAL = "locales/fr/LC_MESSAGES/content-internal.po"
SEALED = "press-sealed.statement"
SENTENCE = "The press of {bo_lantern} was sealed."


@pytest.fixture
def whole(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace translated into French."""
    update(workspace)
    translate_all(workspace)
    return workspace


def test_what_was_internal_leaves_nothing_in_the_public_catalogue(
    workspace: WorkspaceFolder,
) -> None:
    """Neither the old sentence, nor its translation, nor the remark beside it."""
    secret = workspace.read(PRESS).replace("sensitivity: public", "sensitivity: internal")
    workspace.write(PRESS, secret.replace(SENTENCE, "SECRET told us of {bo_lantern}."))
    update(workspace)
    translate(workspace, {SEALED: "SECRET nous a parlé de {bo_lantern}."})
    catalogues = opened(workspace)
    catalogues.entries()[SEALED].tcomment = "ask SECRET again"
    write(workspace, catalogues)
    workspace.write(PRESS, secret.replace("sensitivity: internal", "sensitivity: public"))
    update(workspace)
    assert "SECRET" not in workspace.read(CONTENT)
    assert "SECRET nous a parlé" in workspace.read(INTERNAL)
    for ending in ("po", "xlsx"):
        rows = rows_in(exported(workspace, Asked(everything=True), ending), ending)
        assert "SECRET" not in repr(rows)


def test_a_name_that_is_withheld_later_leaves_the_public_catalogue(
    whole: WorkspaceFolder,
) -> None:
    """It goes, with the translation and the old source, to the internal one."""
    whole.replace(PRESS, SENTENCE, "The press of Bo Lantern was sealed.")
    update(whole)
    translate(whole, {SEALED: "La presse de Bo Lantern a été scellée."})
    whole.replace(PEOPLE, BO_AGREED, "")
    whole.replace(PRESS, "The press of Bo Lantern was sealed.", SENTENCE)
    update(whole)
    assert "Lantern" not in whole.read(CONTENT)
    assert "La presse de Bo Lantern a été scellée." in whole.read(INTERNAL)


def test_a_locator_obeys_the_same_rules(workspace: WorkspaceFolder) -> None:
    """A name in it, or a source that is not public, keep it out of the public catalogue."""
    workspace.replace(PEOPLE, BO_AGREED, "")
    text = workspace.read(PRESS)
    locator = 'source: gazette-2025, locator: "told by Lantern, p. 3"}'
    workspace.write(PRESS, text.replace("source: gazette-2025}", locator))
    update(workspace)
    assert "told by" not in workspace.read(CONTENT)
    assert "told by" in workspace.read(INTERNAL)


def test_a_deleted_paragraph_comes_back_with_its_translation(whole: WorkspaceFolder) -> None:
    """Although another stands under its number meanwhile."""
    first = "  - We write to you before {chair_of_council} meets the government.\n"
    whole.replace(BRIEF, first, f"{first}  - Second.\n  - Third.\n")
    update(whole)
    translate_all(whole)
    whole.replace(BRIEF, first, "")
    update(whole)
    assert entry(whole, "brief:spring.opening.1").msgstr == "→ Second."
    whole.replace(BRIEF, "  - Second.\n", f"{first}  - Second.\n")
    update(whole)
    back = [entry(whole, f"brief:spring.opening.{number}").msgstr for number in (1, 2, 3)]
    assert back[0].startswith("→ We write to you")
    assert back[1:] == ["→ Second.", "→ Third."]


def test_doubles_keep_both_translations(whole: WorkspaceFolder) -> None:
    """The first one counts, the other is laid aside."""
    text = whole.read(CONTENT)
    start = text.index("#. evidence › press-sealed")
    block = text[start:].split("\n\n")[0]
    whole.write(CONTENT, text + "\n" + block.replace("→", "⇒") + "\n")
    update(whole)
    assert entry(whole, SEALED).msgstr == f"→ {SENTENCE}"
    assert f'#~ msgstr "⇒ {SENTENCE}"' in whole.read(CONTENT)


@pytest.mark.parametrize("blank", [" ", "\u200b", "\u00a0\u2060"])
def test_a_blank_translation_is_missing(whole: WorkspaceFolder, blank: str) -> None:
    """A letter would lack the sentence, and nobody would be told."""
    translate(whole, {SEALED: blank})
    names = {each.id for each in rows_in(exported(whole))}
    assert names == {SEALED}
    rows = [replace(each, translation=blank) for each in rows_in(exported(whole))]
    assert taken(whole, rows).changed == 0


@pytest.mark.parametrize(
    ("locale", "texts", "rule"),
    [
        ("fr", ("Une annexe.", "{n} annexes.", "{n} annexes."), "translation-placeholder-lost"),
        ("ru", ("Одно.", "{n}", "{n}", "{n}"), "translation-placeholder-lost"),
        ("kk", ("Бір қосымша.", "{n} қосымша."), None),
        ("ar", ("لا شيء", "واحد", "اثنان", "{n}", "{n}", "{n}"), None),
    ],
)
def test_a_number_is_left_out_only_where_the_form_has_one_number(
    locale: str, texts: tuple[str, ...], rule: str | None
) -> None:
    """French says one of nought too, Russian of twenty-one."""
    found = [each.rule for each in faults("{n} annex.", "{n} annexes.", texts, locale)]
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ufffe", "\u202e", "\ue000"])
def test_a_character_that_no_letter_can_carry_is_refused(
    whole: WorkspaceFolder, character: str
) -> None:
    """And the catalogue can be read afterwards."""
    rows = rows_in(exported(whole, Asked(everything=True)))
    odd = [
        replace(each, translation=f"{each.translation}{character}", note=f"n{character}")
        for each in rows
        if each.id == SEALED
    ]
    result = taken(whole, odd)
    assert [each.rule for each in result.problems] == ["translation-character"]
    assert entry(whole, SEALED).msgstr == f"→ {SENTENCE}"


@pytest.mark.parametrize(
    ("answer", "fits"), [("x", True), (" X ", True), ("no", False), ("0", False)]
)
def test_only_an_x_says_that_an_old_translation_fits(answer: str, fits: bool) -> None:  # noqa: FBT001 (an expectation)
    """Whoever writes “no” says the opposite."""
    data = write_spreadsheet([Row("a.b", "", "A", "B", "C", "")], "fr")
    book = openpyxl.load_workbook(BytesIO(data))
    book.worksheets[0]["F2"] = answer
    stream = BytesIO()
    book.save(stream)
    [row] = read_spreadsheet(stream.getvalue(), locale="fr", file="x")[0]
    assert row.fits is fits


def test_a_formula_is_no_translation(whole: WorkspaceFolder) -> None:
    """Nor is a date or a truth value; each is reported with its row."""
    translate(whole, {SEALED: ""})
    book = openpyxl.load_workbook(BytesIO(exported(whole)))
    book.worksheets[0]["E2"] = "=C2"
    stream = BytesIO()
    book.save(stream)
    result = taken(whole, rows_in(stream.getvalue()))
    assert [(each.rule, each.place.line) for each in result.problems] == [("row-not-text", 2)]


def test_what_needs_work_in_a_catalogue_is_not_taken(whole: WorkspaceFolder) -> None:
    """A translator who marks a row as fuzzy is not done with it."""
    rows = rows_in(exported(whole, Asked(everything=True), "po"), "po")
    doubt = [
        replace(each, translation=f"{each.translation} ?", doubtful=True, fits=False)
        for each in rows
        if each.id == SEALED
    ]
    assert [each.rule for each in taken(whole, doubt).problems] == ["row-doubtful"]
    assert entry(whole, SEALED).msgstr == f"→ {SENTENCE}"


def test_a_missing_column_of_notes_wipes_no_remark(whole: WorkspaceFolder) -> None:
    """An empty cell does."""
    catalogues = opened(whole)
    catalogues.entries()[SEALED].tcomment = "look at this"
    write(whole, catalogues)
    rows = [each for each in rows_in(exported(whole, Asked(everything=True))) if each.id == SEALED]
    taken(whole, [replace(each, note=None) for each in rows])
    assert entry(whole, SEALED).tcomment == "look at this"
    taken(whole, [replace(each, note="") for each in rows])
    assert entry(whole, SEALED).tcomment == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["export", "--locale", "fr", CONTENT], "is not written over"),
        (["export", "--locale", "fr", "--to", "po", PRESS], "is not written over"),
        (["import", "--locale", "fr", "--reviewed-by", "a\nb", "x.po"], "the name of a person"),
        (["import", "--locale", "fr", "--reviewed-by", "  ", "x.po"], "the name of a person"),
    ],
)
def test_wrong_targets_and_names_are_refused(
    whole: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    """Nothing of the workspace is written over by an export."""
    monkeypatch.chdir(whole.root)
    before = all_texts(whole.root) + whole.read(PRESS)
    result = CliRunner().invoke(brief, ["translate", *words])
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert all_texts(whole.root) + whole.read(PRESS) == before
