"""Whatever the rules are: a selection is an ordered, stable subset, each item with one reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.library import Library
from generator.selection.chosen import Selection
from tests.workspaces import BRIEF, COURTS, PEOPLE, PRESS, fictional, selection_of

FIRST_DAY = date(2025, 1, 1)
IDS = tuple(f"rec-{number}" for number in range(6))


@st.composite
def recommendations(draw: st.DrawFn) -> list[str]:
    """Draw six recommendations, with evidence, as YAML of one theme."""
    return [
        f"""\
  - id: {each}
    raise: ask for {each};
    ask: Do {each}.
    priority: {draw(st.integers(1, 3))}
    evidence: {draw(st.sampled_from(["[known]", "[late]", "[hidden]", "[known, late]"]))}
    cases: {draw(st.sampled_from(["[]", "[quill-trial]"]))}
{draw(st.sampled_from(["", "    audiences: {eu: {}}", "    audiences: {un: {}}"]))}
{draw(st.sampled_from(["", "    until: 2026-01-01", "    since: 2025-06-01"]))}
"""
        for each in IDS
    ]


EVIDENCE = "".join(
    f"""\
  - id: {id}
    date: {day}
    statement: Of {id}, {{ada_quill}} said so.
    certainty: reported
    sources: [{{source: gazette-2025}}]
    sensitivity: {sensitivity}
"""
    for id, day, sensitivity in (  # noqa: A001 (ids are called id everywhere)
        ("known", "2025-03-01", "public"),
        ("late", "2025-12-01", "public"),
        ("hidden", "2025-03-01", "internal"),
    )
)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Draw what a brief may narrow its selection by."""
    numbers = st.one_of(st.none(), st.integers(1, 4))
    names = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
    drawn: Mapping[str, object] = {
        "per_theme": draw(numbers),
        "max_priority": draw(numbers),
        "include": draw(names),
        "exclude": draw(names),
    }
    pairs = (f"{key}: {str(value).replace(chr(39), '')}" for key, value in drawn.items() if value)
    return "{" + ", ".join(pairs) + "}"


def opened(root: Path, written: list[str], select: str, *, press_first: bool) -> Library:
    """Return the library of a workspace; where a file stands must not matter."""
    head = "theme: {}\ncountry: XA\nrecommendations:\n"
    files = {
        COURTS: head.format("courts") + "".join(written) + f"evidence:\n{EVIDENCE}",
        BRIEF: fictional(root).read(BRIEF).replace("deliveries:", f"select: {select}\ndeliveries:"),
    }
    folder = fictional(root, files)
    if press_first:
        (root / COURTS).rename(root / COURTS.replace("courts", "zz"))
        (root / PRESS).rename(root / PRESS.replace("press", "aa"))
    return folder.checked()[0]


def shown(selection: Selection) -> object:
    """Return what a reader would see of a selection, places aside."""
    return [
        (
            theme.id,
            [
                (each.id, each.ask.text, [item.id for item in (*each.evidence, *each.cases)])
                for each in theme.recommendations
            ],
        )
        for theme in selection.themes
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recommendations(), rules(), st.integers(0, 500))
def test_a_selection_is_an_ordered_stable_subset(
    written: list[str], select: str, days: int
) -> None:
    """In the order of priority and file; the same again, wherever the files stand."""
    on = FIRST_DAY + timedelta(days=days)
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        library = opened(Path(one), written, select, press_first=False)
        elsewhere = opened(Path(other), written, select, press_first=True)
        selection = selection_of(library, "spring", "council", on=on)
        again = selection_of(library, "spring", "council", on=on)
        moved = selection_of(elsewhere, "spring", "council", on=on)
    assert shown(selection) == shown(again) == shown(moved)
    everything = [
        (record.priority, IDS.index(entry.id))
        for entry, record in library.recommendations("courts", country="XA")
    ]
    courts = [theme for theme in selection.themes if theme.id == "courts"]
    kept = [each.id for theme in courts for each in theme.recommendations]
    order = [next(each for each in everything if IDS[each[1]] == id) for id in kept]  # noqa: A001 (as above)
    assert order == sorted(order)
    assert len(set(kept)) == len(kept)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recommendations(), rules(), st.integers(0, 500))
def test_every_item_has_one_decision_with_a_reason(
    written: list[str], select: str, days: int
) -> None:
    """What is in and what is out add up to all; nothing out is handed on."""
    with TemporaryDirectory() as folder:
        library = opened(Path(folder), written, select, press_first=False)
    selection = selection_of(library, "spring", "council", on=FIRST_DAY + timedelta(days=days))
    counted = Counter((each.kind, each.id) for each in selection.decisions)
    assert set(counted.values()) <= {1}
    assert all(each.reason for each in selection.decisions)
    decided = {each.id: each.included for each in selection.decisions}
    for entry in library.entries("recommendation"):
        assert entry.id in decided
    kept = {each.id for each in selection.recommendations()}
    assert {id for id, included in decided.items() if included} >= kept  # noqa: A001 (as above)
    for each in selection.recommendations():
        assert each.evidence
        for item in (*each.evidence, *each.cases, *each.responses):
            assert decided[item.id], item.id
    assert "hidden" not in {
        item.id for each in selection.recommendations() for item in each.evidence
    }
    out = {each.id for each in selection.decisions if each.kind == "recommendation"} - kept
    assert all(not decided[each] for each in out)


def test_the_strategy_reaches_every_kind_of_decision(tmp_path: Path) -> None:
    """The properties above are not about empty selections."""
    written = [
        f"  - {{id: {each}, raise: r, ask: a, priority: 1, evidence: [known]}}\n" for each in IDS
    ]
    library = opened(tmp_path, written, "{per_theme: 2}", press_first=False)
    selection = selection_of(library, "spring", "council", on=date(2026, 3, 2))
    assert [each.id for each in selection.recommendations()] == ["rec-0", "rec-1", "printers-free"]
    assert library.entry("person", "ada_quill") is not None
    assert PEOPLE in {file.name for file in library.files}
