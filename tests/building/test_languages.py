"""Letters in several languages: the same letter, never a mixed one, never an outdated one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.building.preparing import dated, prepare
from generator.catalogues.catalogue import Review
from generator.catalogues.glossary import Glossary
from generator.catalogues.lookup import Catalogues
from generator.catalogues.rows import Asked
from generator.catalogues.taking import take
from generator.letter import (
    Emphasis,
    Group,
    Heading,
    Letter,
    Link,
    ListBlock,
    NoteCall,
    Paragraph,
    Rule,
    Span,
    Strong,
    Table,
)
from generator.library import Library, open_library
from generator.model.brief import Brief, Delivery
from generator.problems import errors
from tests.catalogues.support import (
    entry,
    exported,
    messages,
    opened,
    rows_in,
    taken,
    translate_all,
    update,
    write,
)
from tests.support.office import CALC, converted
from tests.workspaces import (
    BRIEF,
    OFFICES,
    ORGANISATIONS,
    PEOPLE,
    PRESS,
    WorkspaceFolder,
    as_told,
)

ROOT = Path(__file__).parents[2]
SEALED = "press-sealed.statement"


@cache
def _library() -> tuple[Library, Catalogues]:
    library, problems = open_library(ROOT)
    assert problems == ()
    return library, Catalogues(library)


def _shipped() -> Iterator[tuple[str, Delivery, str]]:
    for found in _library()[0].entries("brief"):
        assert isinstance(found.record, Brief)
        for delivery in found.record.deliveries:
            for locale in delivery.locales:
                if locale != "en":
                    yield found.id, delivery, locale


SHIPPED = list(_shipped())


def _letter(brief: str, delivery: Delivery, locale: str) -> tuple[Letter, list[str]]:
    """Return a shipped letter, and the ids of what is in it."""
    library, catalogues = _library()
    prepared = prepare(
        library,
        dated(library, brief, None),
        delivery,
        catalogues.of(locale),
        locale=locale,
        addressee=None,
        draft=False,
    )
    problems = (*prepared.selection.problems, *prepared.composed.problems)
    assert as_told(errors(problems)) == ""
    assert prepared.composed.letter is not None
    return prepared.composed.letter, [
        f"{each.kind} {each.id} {each.included}" for each in prepared.selection.decisions
    ]


def _shape(block: Any) -> Any:
    """Return what a block is made of, words aside."""
    match block:
        case Heading(level=level):
            return f"h{level}"
        case Group(role=role, blocks=blocks):
            return (role, [_shape(each) for each in blocks])
        case ListBlock(items=items, ordered=ordered, start=start):
            return (ordered, start, [[_shape(each) for each in item.blocks] for item in items])
        case Paragraph(children=children):
            return [each.number for each in _inlines(children) if isinstance(each, NoteCall)]
        case Table() | Rule():
            return type(block).__name__
    raise AssertionError(type(block))


def _inlines(children: tuple[Any, ...]) -> Iterator[Any]:
    for each in children:
        yield each
        if isinstance(each, Emphasis | Strong | Link | Span):
            yield from _inlines(each.children)


def _addresses(letter: Letter) -> list[list[str]]:
    """Return where the links of each note lead."""
    return [
        [each.address for each in _inlines(note.children) if isinstance(each, Link)]
        for note in letter.notes
    ]


def test_the_shipped_letters_are_in_the_languages_that_were_promised() -> None:
    """All three briefs in three languages, the one to the United Nations in three more."""
    found = {(brief, locale) for brief, _, locale in SHIPPED}
    wanted = {(each, locale) for each, *_ in SHIPPED for locale in ("ru", "kk", "fr")}
    assert found == wanted | {("geneva-2026", locale) for locale in ("ar", "zh", "es")}


@pytest.mark.parametrize(
    ("brief", "delivery", "locale"), SHIPPED, ids=[f"{b}-{d.id}-{loc}" for b, d, loc in SHIPPED]
)
def test_numbering_notes_and_items_are_those_of_the_source(
    brief: str, delivery: Delivery, locale: str
) -> None:
    """Requests, headings, notes with their sources; and no gap anywhere."""
    english, items = _letter(brief, delivery, "en")
    letter, own = _letter(brief, delivery, locale)
    assert own == items
    assert [_shape(each) for each in letter.blocks] == [_shape(each) for each in english.blocks]
    assert _addresses(letter) == _addresses(english)
    assert [each.number for each in letter.notes] == [each.number for each in english.notes]
    assert not _has_gap(letter.blocks)
    assert not _has_gap(letter.notes)


def _has_gap(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(_has_gap(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__ == "Gap" or any(
            _has_gap(getattr(value, each.name)) for each in fields(value)
        )
    return False


@pytest.fixture
def bilingual(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return the fictional workspace in English and French, everything translated."""
    for file in (PEOPLE, ORGANISATIONS, OFFICES):
        text = re.sub(r"\{en: (\w[\w ]*)\}", r"{en: \1, fr: \1 (fr)}", workspace.read(file))
        workspace.write(file, text)
    workspace.replace(
        PEOPLE,
        'counted: {en: {one: "{n} person", other: "{n} people"}}',
        'counted: {en: {other: "{n} people"}, fr: {one: "{n} personne", other: "{n} personnes"}}',
    )
    offices = workspace.read(OFFICES)
    forms = re.compile(r"( +)en:\n((?:\1  .*\n)+)")
    workspace.write(OFFICES, forms.sub(r"\1en:\n\2\1fr:\n\2", offices))
    workspace.write(BRIEF, workspace.read(BRIEF).replace("locales: [en]", "locales: [en, fr]"))
    update(workspace)
    translate_all(workspace)
    return workspace


def test_one_changed_sentence_is_one_stale_message_and_refuses_its_letters_only(
    bilingual: WorkspaceFolder,
) -> None:
    """In its own language too; with the file and the line of the sentence."""
    everything = ["spring/council.en.md", "spring/council.fr.md"]
    everything += ["spring/geneva.en.md", "spring/geneva.fr.md"]
    assert as_told(errors(bilingual.build().problems)) == ""
    assert bilingual.built() == everything
    for name in everything:
        (bilingual.root / "out" / name).unlink()
    bilingual.replace(PRESS, "was sealed.", "was sealed in May.")
    for updated in (False, True):
        if updated:
            update(bilingual)
            keys = opened(bilingual).entries()
            assert [key for key, each in keys.items() if each.fuzzy] == [SEALED]
        result = bilingual.build()
        assert bilingual.built() == [name for name in everything if name != "spring/council.fr.md"]
        line = bilingual.read(PRESS).split("was sealed")[0].count("\n") + 1
        told = as_told(errors(result.problems)).splitlines()
        assert told[0] == (
            f"{PRESS}:{line}:16: error: The translation into “fr” is of another wording than this"
            " one."
        )
        assert len(told) == 2


def test_a_draft_shows_the_source_text_marked_and_tagged(bilingual: WorkspaceFolder) -> None:
    """Never the old translation, and never unmarked."""
    bilingual.replace(PRESS, "was sealed.", "was sealed in May.")
    bilingual.build(draft=True, locales=("fr",), formats=("html", "md"))
    page = bilingual.read("out/spring/council.fr.draft.html")
    sentence = "The press of Bo Lantern was sealed in May."
    before, _, _ = page.partition(sentence)
    assert re.search(r'>EN</\w+>\u00a0<\w+ lang="en"[^>]*>\Z', before), before[-200:]
    assert "was sealed." not in page


def test_a_missing_name_or_form_of_address_is_told_and_never_guessed(
    bilingual: WorkspaceFolder,
) -> None:
    """With the id and the language."""
    text = bilingual.read(OFFICES)
    bilingual.write(
        OFFICES,
        text.replace(
            "{en: Chair of the Council, fr: Chair of the Council (fr)}",
            "{en: Chair of the Council}",
        ),
    )
    told = as_told(errors(bilingual.build(locales=("fr",)).problems))
    assert "“chair_of_council” has no name in the locale “fr”." in told
    assert bilingual.built() == []


def test_a_fault_in_a_translation_refuses_the_letter(bilingual: WorkspaceFolder) -> None:
    """At its line in the catalogue."""
    catalogue = "locales/fr/LC_MESSAGES/content.po"
    bilingual.replace(
        catalogue, "→ The press of {bo_lantern} was", "→ The press of {bo_lantren} was"
    )
    line = bilingual.read(catalogue).split("#. evidence › press-sealed")[0].count("\n") + 1
    told = as_told(errors(bilingual.build(deliveries=("council",)).problems))
    assert f"{catalogue}:{line}:1: error: " in told
    assert "The translation lacks the placeholder {bo_lantern}." in told
    assert "Did you mean {bo_lantern}?" in told
    assert bilingual.built() == ["spring/council.en.md"]


def test_the_manifest_says_what_was_reviewed_and_what_a_machine_drafted(
    bilingual: WorkspaceFolder,
) -> None:
    """A text that is changed after its review is reviewed no longer."""
    from tests.catalogues.support import translate

    translate(bilingual, {SEALED: "Scellée : {bo_lantern}."}, machine=True)
    result = bilingual.build(deliveries=("council",), locales=("fr",))
    assert "are a draft that no native speaker has reviewed" in as_told(result.problems)
    translation = _manifest(bilingual)["translation"]
    wording = _manifest(bilingual)["translation"]["machine"] - 1  # of the package's templates
    assert wording > 5
    assert translation["reviewed"] == 0
    rows = rows_in(exported(bilingual, Asked(everything=True)))
    catalogues = opened(bilingual)
    every = [each for several in messages(bilingual).values() for each in several]
    review = Review("Odile Martin", date(2026, 11, 21))
    take(rows, every, catalogues, glossary=Glossary(), file="x", review=review)
    write(bilingual, catalogues)
    assert "# reviewed: Odile Martin, 2026-11-21, " in bilingual.read(
        "locales/fr/LC_MESSAGES/content.po"
    )
    result = bilingual.build(deliveries=("council",), locales=("fr",))
    reviewed = _manifest(bilingual)["translation"]
    assert reviewed["machine"] == reviewed["translated"] == wording
    assert reviewed["reviewed"] > 10
    text = entry(bilingual, SEALED)
    bilingual.replace("locales/fr/LC_MESSAGES/content.po", text.msgstr, text.msgstr + " En mai.")
    bilingual.build(deliveries=("council",), locales=("fr",))
    assert _manifest(bilingual)["translation"]["reviewed"] == reviewed["reviewed"] - 1


@pytest.mark.skipif(not CALC.exists() or not shutil.which("soffice"), reason="needs Calc")
def test_what_is_edited_in_calc_stands_in_the_letter(
    bilingual: WorkspaceFolder, tmp_path: Path
) -> None:
    """Out as XLSX, a sentence changed in a Calc document, saved as XLSX, and back."""
    old, new = "→ The press of {bo_lantern} was sealed.", "On a scellé « {bo_lantern} » à 5 %."
    (tmp_path / "out.xlsx").write_bytes(exported(bilingual, Asked(everything=True)))
    converted(tmp_path / "out.xlsx", "fods")
    document = (tmp_path / "out.fods").read_text(encoding="utf-8")
    assert document.count(old) == 1
    (tmp_path / "back.fods").write_text(document.replace(old, new), encoding="utf-8")
    converted(tmp_path / "back.fods", "xlsx:Calc MS Excel 2007 XML")
    result = taken(bilingual, rows_in((tmp_path / "back.xlsx").read_bytes()))
    assert as_told(errors(result.problems)) == ""
    assert result.changed == 1
    bilingual.build(deliveries=("council",), locales=("fr",))
    letter = bilingual.read("out/spring/council.fr.md")
    assert "On a scellé «\u00a0Bo Lantern (fr)\u00a0» à 5\u00a0%." in letter


def _manifest(workspace: WorkspaceFolder) -> Any:
    found = json.loads(workspace.read("out/.internal/spring/manifest.json"))
    return next(each for each in found["outputs"] if each["file"] == "council.fr.md")
