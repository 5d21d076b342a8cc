"""Figures, places, claims, sources and quotations: each mistake, as the user sees it."""

from __future__ import annotations

import pytest

from tests.workspaces import BRIEF, COURTS, PEOPLE, PRESS, SOURCES, WorkspaceFolder

PLACES = "recommendations/ruritania/places.yaml"
SEATS = "    value: 1200\n"
SAID = "According to {harbour_watch:short}, {vacant_seats} seats are vacant."
DISMISSED = "Eleven judges were dismissed in one week; {the_two:count} protested."
SEALED = "The press of {bo_lantern} was sealed."
OTHER = """\
  - id: other_seats
    value: 1300
    counted_by: {en: the Court Office}
    conflicts_with: [vacant_seats]
    sources: [{source: gazette-2025}]
"""
RENAMED = """\
places:
  - id: capital
    names:
      - {to: 2025-12-31, names: {en: Old Strelsau}}
      - {from: 2026-01-01, names: {en: New Strelsau}}
"""
QUOTED = """\
quotations:
  - id: judge-says
    date: 2025-03-01
    text: The court is closed.
    locale: ru
    speaker: ada_quill
    role: judge
    sources: [{source: gazette-2025}]
    sensitivity: public
"""

# What is changed (file, old, new), and the rules that tell of it, with the line.
Change = tuple[str, str, str]
MISTAKES: dict[str, tuple[tuple[Change, ...], list[str]]] = {
    "time in free words": (
        ((COURTS, SEATS, SEATS + "    period: the first half of 2025\n"),),
        [f"{COURTS}:53 period-form"],
    ),
    "time that ends first": (
        ((COURTS, SEATS, SEATS + "    period: 2025-11/2025-01\n"),),
        [f"{COURTS}:53 period-backwards"],
    ),
    "month that the calendar lacks": (
        ((COURTS, SEATS, SEATS + "    period: 2025-13\n"),),
        [f"{COURTS}:53 period-form"],
    ),
    "counter in free words": (
        ((COURTS, SEATS, SEATS + "    counted_by: the Court Office\n"),),
        [f"{COURTS}:53 counter-form"],
    ),
    "counter that nobody knows": (
        ((COURTS, SEATS, SEATS + "    counted_by: court_office\n"),),
        [f"{COURTS}:53 unknown-reference"],
    ),
    "parts that make another sum": (
        (
            (
                COURTS,
                SEATS,
                SEATS
                + "    parts: [seats_a, seats_b]\n"
                + "    sources: [{source: gazette-2025}]\n"
                + "  - {id: seats_a, value: 700, sources: [{source: gazette-2025}]}\n"
                + "  - id: seats_b\n    value: 501\n",
            ),
        ),
        [f"{COURTS}:53 parts-sum"],
    ),
    "part that is larger than the whole": (
        (
            (
                COURTS,
                SEATS,
                SEATS + "    of: seats_all\n    sources: [{source: gazette-2025}]\n"
                "  - id: seats_all\n    value: 1199\n",
            ),
        ),
        [f"{COURTS}:53 part-larger"],
    ),
    "part of a year": (
        ((COURTS, SEATS, SEATS + "    period: 2025-01/2025-11\n"),),
        [f"{COURTS}:34 partial-year-unsaid"],
    ),
    "time that the figure lacks": (
        ((COURTS, SAID, "According to {harbour_watch:short}, {vacant_seats:period} passed."),),
        [f"{COURTS}:34 figure-lacks"],
    ),
    "one counter alone": (
        (
            (COURTS, SEATS, "    value: 1200\n    conflicts_with: [other_seats]\n"),
            (COURTS, "figures:\n", "figures:\n" + OTHER),
        ),
        [f"{COURTS}:34 counter-unsaid"],
    ),
    "conflict that one side alone knows": (
        (
            (COURTS, SAID, SAID.replace("{vacant_seats}", "1,200")),
            (COURTS, "figures:\n", "figures:\n" + OTHER),
        ),
        [f"{COURTS}:34 figure-written-out", f"{COURTS}:54 conflict-one-sided"],
    ),
    "two counters added up": (
        (
            (COURTS, SAID, SAID.replace("{vacant_seats}", "2,500")),
            (COURTS, SEATS, "    value: 1200\n    conflicts_with: [other_seats]\n"),
            (COURTS, "figures:\n", "figures:\n" + OTHER),
        ),
        [f"{COURTS}:34 counters-merged"],
    ),
    "number beside a list": (
        ((COURTS, DISMISSED, "The three judges {the_two} protested."),),
        [f"{COURTS}:28 list-count-differs"],
    ),
    "number in figures beside a list": (
        ((COURTS, DISMISSED, "On 3 March 2025 the 4 judges {the_two} protested."),),
        [f"{COURTS}:28 list-count-differs"],
    ),
    "name of a place written out": (
        ((COURTS, DISMISSED, "In Old Strelsau judges were dismissed."), (PLACES, "", RENAMED)),
        [f"{COURTS}:28 place-written-out"],
    ),
    "day without a name": (
        ((PLACES, "", RENAMED.replace("2026-01-01", "2026-01-02")),),
        [f"{PLACES}:3 place-names-gap"],
    ),
    "claim told as a fact": (
        ((PRESS, "certainty: reported", "certainty: alleged"),),
        [f"{PRESS}:13 hedge-missing"],
    ),
    "word that judges": (
        ((PRESS, SEALED, "The regime’s so-called court sealed the press of {bo_lantern}."),),
        [f"{PRESS}:13 loaded-word", f"{PRESS}:13 loaded-word"],
    ),
    "spelling that varies": (
        ((PRESS, SEALED, "The press of {bo_lantern}, of an LGBTQI+ group, was sealed."),),
        [f"{PRESS}:13 spelling-varies"],
    ),
    "annex that is missing": (
        ((PRESS, SEALED, "The press of {bo_lantern} was sealed; see annex."),),
        [f"{PRESS}:13 annex-promised"],
    ),
    "headline that mocks": (
        ((PRESS, "    statement: The press", "    headline: Progress?\n    statement: The press"),),
        [f"{PRESS}:13 headline-comments"],
    ),
    "day without a year": (
        ((PRESS, SEALED, "On 22 June the press of {bo_lantern} was sealed."),),
        [f"{PRESS}:13 date-without-year"],
    ),
    "statement that stands twice": (
        ((PRESS, SEALED, '"{ada_quill} was refused  the record of her own trial."'),),
        [f"{PRESS}:13 statement-repeated"],
    ),
    "one voice for what is established": (
        ((SOURCES, "kind: official-statistic", "kind: media"),),
        [f"{COURTS}:29 established-not-independent"],
    ),
    "copy for what is established": (
        (
            (SOURCES, "kind: official-statistic", "kind: media\n    relies_on: [observer-2025]"),
            (
                COURTS,
                'sources: [{source: gazette-2025, locator: "p. 1"}]',
                'sources: [{source: gazette-2025, locator: "p. 1"}, {source: observer-2025}]',
            ),
        ),
        [f"{COURTS}:29 established-not-independent"],
    ),
    "digest of nothing": (
        ((SOURCES, "kind: ngo", f"sha256: {'ab' * 32}\n    kind: ngo"),),
        [f"{SOURCES}:18 digest-without-copy"],
    ),
    "digest that is none": (
        ((SOURCES, "kind: ngo", "sha256: abc\n    kind: ngo"),),
        [f"{SOURCES}:18 sha256-form"],
    ),
    "words in translation only": (
        ((COURTS, "figures:\n", QUOTED + "figures:\n"),),
        [f"{COURTS}:54 quotation-without-original"],
    ),
    "quotation that nothing closes": (
        ((PRESS, SEALED, "The press of {bo_lantern} was “sealed."),),
        [f"{PRESS}:13 quotes-unbalanced"],
    ),
    "surname of two": (
        (
            (PEOPLE, "names: {en: Bo Lantern}", "names: {en: Bo Quill}"),
            (PRESS, SEALED, "The press of Quill was sealed."),
        ),
        [f"{PRESS}:13 name-ambiguous"],
    ),
}

HOLDS: dict[str, tuple[Change, ...]] = {
    "a part of a year that is said": (
        (COURTS, SEATS, SEATS + "    period: 2025-01/2025-11\n"),
        (COURTS, SAID, SAID.replace(" seats", " seats ({vacant_seats:period})")),
    ),
    "a day is no part of a year": ((COURTS, SEATS, SEATS + "    period: 2025-11-30\n"),),
    "whole years": ((COURTS, SEATS, SEATS + "    period: 2024/2025\n"),),
    "a month that stands in the sentence": (
        (COURTS, SEATS, SEATS + "    period: 2025-11\n"),
        (COURTS, SAID, SAID.replace("are vacant", "were vacant in November 2025")),
    ),
    "two counters side by side": (
        (
            COURTS,
            SEATS,
            SEATS + "    counted_by: harbour_watch\n    conflicts_with: [other_seats]\n",
        ),
        (COURTS, "figures:\n", "figures:\n" + OTHER),
        (
            COURTS,
            SAID,
            (
                "The {vacant_seats:counted_by} counted {vacant_seats} seats,"
                " {other_seats:counted_by} {other_seats}."
            ),
        ),
    ),
    "parts that are estimates": (
        (
            COURTS,
            SEATS,
            (
                "    value: 1200\n    qualifier: about\n    parts: [seats_a]\n"
                "    sources: [{source: gazette-2025}]\n  - id: seats_a\n    value: 700\n"
            ),
        ),
    ),
    "the number of the list": ((COURTS, DISMISSED, "The two judges {the_two} protested."),),
    "a date beside a list": ((COURTS, DISMISSED, "On 3 March 2025 {the_two} protested."),),
    "a claim that is told as one": (
        (PRESS, "certainty: reported", "certainty: alleged"),
        (PRESS, SEALED, "The printers allege that the press of {bo_lantern} was sealed."),
    ),
    "two voices": (
        (SOURCES, "kind: official-statistic", "kind: media"),
        (
            COURTS,
            'sources: [{source: gazette-2025, locator: "p. 1"}]',
            'sources: [{source: gazette-2025, locator: "p. 1"}, {source: observer-2025}]',
        ),
    ),
    "the old name in the words of somebody": (
        (PLACES, "", RENAMED),
        (
            COURTS,
            "figures:\n",
            QUOTED.replace("The court is closed", "Old Strelsau sleeps").replace("ru", "en")
            + "figures:\n",
        ),
    ),
    "the number of an article": (
        (COURTS, SAID, SAID.replace("seats are", "seats under article 1200 are")),
    ),
}


def changed(workspace: WorkspaceFolder, changes: tuple[Change, ...]) -> list[str]:
    """Return the rules that tell of changes, errors and warnings."""
    for file, old, new in changes:
        if old:
            workspace.replace(file, old, new)
        else:
            workspace.write(file, new)
    _, problems = workspace.checked()
    graver = [each for each in problems if each.severity != "note"]
    return [f"{each.place.file}:{each.place.line} {each.rule}" for each in graver]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_stands(name: str, workspace: WorkspaceFolder) -> None:
    """A mistake is told where it stands."""
    changes, expected = MISTAKES[name]
    assert changed(workspace, changes) == expected


@pytest.mark.parametrize("name", HOLDS)
def test_what_holds_is_not_told(name: str, workspace: WorkspaceFolder) -> None:
    """What holds is not told."""
    assert changed(workspace, HOLDS[name]) == []


def test_what_an_office_should_know_is_a_note(workspace: WorkspaceFolder) -> None:
    """Pages that nobody opened, and long documents cited as a whole, are told once."""
    workspace.replace(SOURCES, "    retrieved: 2026-01-05\n    kind: ngo", "    kind: igo")
    told = workspace.told(notes=True)
    assert "Of 1 sources on the web nobody has written down" in told
    assert "1 citations of judgments, laws or reports" in told


LETTER = "out/spring/council.en.md"


@pytest.mark.parametrize(
    ("on", "name"), [("2025-12-31", "Old Strelsau"), ("2026-01-01", "New Strelsau")]
)
def test_a_place_is_called_by_the_name_of_the_day(
    on: str, name: str, workspace: WorkspaceFolder
) -> None:
    """A letter has the name that a place has on its date."""
    workspace.write(PLACES, RENAMED)
    workspace.replace(COURTS, DISMISSED, "In {capital} judges were dismissed.")
    workspace.replace(BRIEF, "date: 2026-03-02", f"date: {on}")
    workspace.build()
    assert f"In {name} judges were dismissed." in workspace.read(LETTER)


def test_a_figure_says_its_time_and_who_counted(workspace: WorkspaceFolder) -> None:
    """The forms of a figure are printed: its time, and who counted."""
    workspace.replace(
        COURTS,
        SEATS,
        SEATS + "    period: 2025-01/2025-11\n    counted_by: harbour_watch\n",
    )
    said = "The {vacant_seats:counted_by} counted {vacant_seats} seats ({vacant_seats:period})."
    workspace.replace(COURTS, SAID, said)
    workspace.build()
    text = " ".join(workspace.read(LETTER).split())
    assert "The Harbour Watch counted 1,200 seats (January–November 2025)." in text


def test_an_answer_that_is_left_out_is_told(workspace: WorkspaceFolder) -> None:
    """A document that answers belong into, and that has no room for one, says so."""
    letter = workspace.read_default("templates/letter.yaml")
    workspace.write("templates/letter.yaml", letter + "amounts: {responses: {most: 0}}\n")
    told = {each.rule for each in workspace.build().problems}
    assert "answer-missing" in told


def test_an_answer_that_is_printed_is_not_told(workspace: WorkspaceFolder) -> None:
    """Where the answer is printed, nothing is told."""
    told = {each.rule for each in workspace.build().problems}
    assert "answer-missing" not in told
    assert "the judges had asked to leave" in workspace.read(LETTER)
