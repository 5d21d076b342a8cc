"""No canary gets out: types, audiences, languages, formats and clearances, combined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from generator.building import Built
from generator.inspection.texts import pieces_of
from generator.language.finding import search_for
from generator.output.files import INTERNAL
from generator.output.origins import origins_of
from generator.problems import Problem
from tests.support.aviary import Combination, aviary
from tests.support.canaries import Canaries
from tests.workspaces import NOW, WorkspaceFolder

TEMPLATES = Path(__file__).parents[2] / "templates"
LOCALES = ("en", "ru", "ar")
CLEARANCES = ("public", "restricted", "internal")
FILED_IN_WORD = ("treaty-body-report", "upr-submission", "written-statement")
ORIGINS = "origins"
"""The folder of what the office keeps of Word files."""
FORMATS = ("pdf", "docx", "html", "md", "eml")


def _types() -> Mapping[str, Mapping[str, list[str]]]:
    """Return every document type that is shipped, with its audiences and formats."""
    rules = (path for path in TEMPLATES.glob("*.yaml") if path.name != "brand.yaml")
    return {path.stem: yaml.safe_load(path.read_text()) for path in rules}


@cache
def _every() -> tuple[Combination, ...]:
    """Return everything that can be built."""
    return tuple(
        Combination(document, audience, locale, form, clearance)
        for document, found in sorted(_types().items())
        for audience, locale, form, clearance in product(
            found["audiences"], LOCALES, found["formats"], CLEARANCES
        )
    )


@cache
def _in_pairs() -> tuple[Combination, ...]:
    """Return so many of them that each value of one stands beside each value of every other.

    Each next one has the most pairs that are still missing.
    """
    pairs = {each: frozenset(_pairs(each)) for each in _every()}
    missing = set().union(*pairs.values())
    chosen = []
    while missing:
        best = max(pairs, key=lambda each: len(pairs[each] & missing))
        chosen.append(best)
        missing -= pairs[best]
    return tuple(chosen)


def test_the_pairs_are_all_there() -> None:
    """Every pair of values that any combination has is in one of those that are built."""
    wanted = {pair for each in _every() for pair in _pairs(each)}
    assert wanted == {pair for each in _in_pairs() for pair in _pairs(each)}


def _pairs(each: Combination) -> Iterable[tuple[int, str, int, str]]:
    values = astuple(each)
    for at, one in enumerate(values):
        for after in range(at + 1, len(values)):
            yield at, one, after, values[after]


@pytest.mark.usefixtures("own_fonts")
@pytest.mark.parametrize("form", FORMATS)
def test_no_canary_gets_out(form: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Not into a file, nor what stands beside it, nor a message; drafts where no final can be."""
    whole = request.config.getoption("--whole")
    every = _every() if whole else _in_pairs()
    combinations = [each for each in every if each.format == form]
    folder, canaries = aviary(tmp_path / "workspace", combinations)
    built, problems = _built(folder, combinations)
    assert {file.delivery for file in built} >= {each.id for each in combinations}
    finals = {file.delivery for file in built if not file.draft}
    assert finals >= {each.id for each in combinations if _can_be_final(each)}
    for file in built:
        clearance = next(
            (each.clearance for each in combinations if each.id == file.delivery), None
        )
        if clearance:
            _assert_clean(file, canaries, clearance)
            _assert_origins_clean(file, canaries, clearance)
    told = [f"{each.message} {each.hint}" for each in problems]
    records = (path for path in (tmp_path / "out" / INTERNAL).rglob("*") if path.is_file())
    inside = [path for path in records if path.parent.name != ORIGINS]  # looked at above
    told += [path.read_text(encoding="utf-8", errors="replace") for path in inside]
    everything = search_for(_plain(canaries.planted))
    assert not [text for text in told if any(everything.found_in(text))]


def _can_be_final(each: Combination) -> bool:
    """Tell whether nothing but the language or the form of filing keeps a document a draft."""
    return each.locale == "en" and (each.format == "docx" or each.document not in FILED_IN_WORD)


def _built(
    folder: WorkspaceFolder, combinations: list[Combination]
) -> tuple[list[Built], list[Problem]]:
    """Return every file that could be made: finals, and drafts of what cannot be final."""
    out = folder.root.parent / "out"
    final = folder.build(out, now=NOW)
    missing = {each.id for each in combinations} - {file.delivery for file in final.built}
    if not missing:
        return list(final.built), list(final.problems)
    draft = folder.build(out, deliveries=tuple(sorted(missing)), draft=True)
    return [*final.built, *draft.built], [*final.problems, *draft.problems]


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _assert_clean(file: Built, canaries: Canaries, clearance: str) -> None:
    """Look for every word that the reader of a file must not find."""
    forbidden = search_for(_plain(canaries.forbidden(clearance)) | _plain(canaries.ids))
    pieces = list(pieces_of(file.path.name, file.path.read_bytes()))
    found = {(piece.part, word) for piece in pieces for word in forbidden.found_in(piece.text)}
    where = {word.casefold(): place for word, place in canaries.planted.items()}
    assert not {(file.path.name, part, where.get(word, word)) for part, word in found}


def _assert_origins_clean(file: Built, canaries: Canaries, clearance: str) -> None:
    """Look in what the office keeps of a Word file: it says no more than the file."""
    if file.format != "docx":
        return
    out = file.path.parents[1]
    record = origins_of(out, file.brief, {"file": file.path.name, "sha256": file.sha256})
    assert record.parent.name == ORIGINS
    forbidden = search_for(_plain(canaries.forbidden(clearance)) | _plain(canaries.ids))
    assert not list(forbidden.found_in(record.read_text(encoding="utf-8"))), file.path.name


def test_the_search_finds_what_a_reader_may_have(tmp_path: Path) -> None:
    """The canaries of a higher clearance do get into its own letters: the search is not blind."""
    combination = Combination("letter", "eu", "en", "md", "internal")
    folder, canaries = aviary(tmp_path / "workspace", [combination])
    built, _ = _built(folder, [combination])
    (file,) = [each for each in built if each.delivery == combination.id]
    text = file.path.read_text(encoding="utf-8")
    seen = {canaries.planted[word] for word in canaries.planted if word in text}
    assert {level for level, _ in seen} == {"restricted", "internal"}
    assert {"Evidence.statement", "Response.statement", "Citation.locator"} <= {
        where for _, where in seen
    }
