"""A translation leaves a claim a claim, and judges no more than its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogues.glossary import Glossary, glossary_of
from generator.catalogues.judging import judge
from generator.library import open_library
from tests.catalogues.support import translate
from tests.workspaces import COURTS, WorkspaceFolder

ROOT = Path(__file__).parents[2]

# Source, locale, translation, and the rules that it breaks.
JUDGED: list[tuple[str, str, str, list[str]]] = [
    ("He may have been targeted.", "kk", "Ол қудаланған болуы мүмкін.", []),
    ("He may have been targeted.", "kk", "Ол қудаланған.", ["hedge-lost"]),
    ("He may have been targeted.", "kk", "Олардың айтуынша, ол қудаланған.", ["hedge-lost"]),
    ("He was allegedly beaten.", "ru", "Его якобы избили.", []),
    ("He was allegedly beaten.", "ru", "Его избили.", ["hedge-lost"]),
    ("According to {hrw}, he was beaten.", "ru", "По данным {hrw}, его избили.", []),
    ("According to {hrw}, he was beaten.", "ru", "{hrw}: его избили.", ["hedge-lost"]),
    ("According to {hrw}, he was beaten.", "fr", "Selon {hrw}, il a été battu.", []),
    ("According to {hrw}, he was beaten.", "fr", "Il a été battu, {hrw}.", ["hedge-lost"]),
    ("He alleges torture.", "es", "Denuncia torturas.", []),
    ("He alleges torture.", "es", "Sufrió torturas.", ["hedge-lost"]),
    ("He was reportedly beaten.", "zh", "据报他遭到殴打。", []),
    ("He was reportedly beaten.", "zh", "他遭到殴打。", ["hedge-lost"]),
    ("According to him, he was beaten.", "ar", "بحسب قوله، تعرض للضرب.", []),
    ("According to him, he was beaten.", "ar", "تعرض للضرب.", ["hedge-lost"]),
    ("Six candidates stood.", "ru", "Баллотировались шесть марионеточных лиц.", ["loaded-word"]),
    ("Six puppets stood.", "ru", "Баллотировались шесть марионеток.", []),
    ("The case goes on.", "ru", "Сфабрикованное дело продолжается.", ["loaded-word"]),
    ("The office observed.", "kk", "БДИПЧ бақылады.", ["spelling-varies"]),
    ("In May 2019 people may meet.", "ru", "В мае 2019 года люди вправе встречаться.", []),
    ("The case goes on.", "de", "Der Fall geht weiter.", []),
]


@pytest.fixture(scope="module")
def glossaries() -> dict[str, Glossary]:
    """Return the shipped glossary and tone of each language."""
    library, _ = open_library(ROOT)
    return {locale: glossary_of(library, locale) for _, locale, _, _ in JUDGED}


@pytest.mark.parametrize(("source", "locale", "text", "rules"), JUDGED)
def test_a_translation_keeps_the_tone(
    source: str, locale: str, text: str, rules: list[str], glossaries: dict[str, Glossary]
) -> None:
    """Doubt and attribution survive; what judges is told, unless the source judged already."""
    found = judge(source, None, (text,), locale, glossaries[locale])
    assert [each.rule for each in found] == rules


def test_lost_doubt_stops_a_final(workspace: WorkspaceFolder) -> None:
    """A letter with a translation that tells a claim as a fact is not built."""
    said = "According to {harbour_watch:short}, {vacant_seats} seats are vacant."
    assert said in workspace.read(COURTS)
    translate(workspace, {"judges-count.statement": "{harbour_watch:short}: {vacant_seats} sièges"})
    told = workspace.told()
    assert "error: The source says “According to”, so that a claim stays a claim" in told


def test_a_workspace_has_words_of_its_own(workspace: WorkspaceFolder) -> None:
    """A file of the workspace replaces the one that ships."""
    workspace.write(
        "locales/tone.yaml",
        "languages:\n  - id: en\n    loaded: [{text: sealed, reason: a word of the police}]\n",
    )
    assert "has “sealed”: a word of the police" in workspace.told()
