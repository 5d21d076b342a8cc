"""A case told day by day: what happened, as far as this reader may be told, and nothing else."""

from __future__ import annotations

from datetime import date

from generator.building.preparing import prepare
from generator.catalogues.lookup import Catalogues
from generator.model.brief import Brief
from generator.render.markdown_text import markdown
from tests.workspaces import BO_AGREED, BRIEF, CASES, PEOPLE, WorkspaceFolder

HISTORY = """\
cases:
  - id: quill-trial
    country: XA
    themes: [courts]
    people: [ada_quill]
    sensitivity: public
    history:
      - date: 2025-02-28
        status: detained
        statement: "{ada_quill} was detained in February 2025."
        happened: "{ada_quill} was detained."
        happened_on: 2025-02
        sources: [{source: gazette-2025, locator: "p. 3"}]
        sensitivity: public
      - date: 2025-05-02
        status: charged
        statement: "{ada_quill} was charged on 2 May 2025."
        happened: "{bo_lantern} spoke for her."
        sources: [{source: observer-2025}]
        sensitivity: public
      - date: 2025-06-01
        status: charged
        statement: "{ada_quill} was moved on 1 June 2025."
        happened: "{ada_quill} was moved."
        sources: [{source: observer-2025}]
      - date: 2025-08-01
        status: charged
        statement: "{ada_quill} was on trial in August 2025."
        sources: [{source: observer-2025}]
        sensitivity: public
      - date: 2025-09-01
        status: imprisoned
        statement: "{ada_quill} has been serving two years since 1 September 2025."
        happened: "{ada_quill} was sentenced to two years."
        sources: [{source: observer-2025}]
        sensitivity: public
      - date: 2026-04-01
        status: released
        statement: "{ada_quill} was released on 1 April 2026."
        happened: "{ada_quill} was released."
        sources: [{source: observer-2025}]
        sensitivity: public
"""


def told(workspace: WorkspaceFolder, on: date | None = None) -> list[tuple[str, str]]:
    """Return the days of the case, and what is said of each."""
    (first, *_) = workspace.select(on=on).recommendations()
    (case,) = first.cases
    return [(each.date, each.statement.text) for each in case.history]


def test_days_come_in_their_order_and_none_that_is_later_or_not_for_this_reader(
    workspace: WorkspaceFolder,
) -> None:
    """A month stays a month; an internal day, one without words and one to come are not there."""
    workspace.write(CASES, HISTORY)
    assert told(workspace) == [
        ("2025-02", "{ada_quill} was detained."),
        ("2025-05-02", "{bo_lantern} spoke for her."),
        ("2025-09-01", "{ada_quill} was sentenced to two years."),
    ]


def test_an_earlier_letter_ends_earlier(workspace: WorkspaceFolder) -> None:
    """Nothing is told that was not known on its date."""
    workspace.write(CASES, HISTORY)
    assert told(workspace, on=date(2025, 4, 1)) == [("2025-02", "{ada_quill} was detained.")]


def test_a_day_that_tells_of_somebody_who_cannot_be_spoken_of_stays_out(
    workspace: WorkspaceFolder,
) -> None:
    """Neither named nor described, and the day does not stand there without them."""
    workspace.write(CASES, HISTORY)
    workspace.replace(PEOPLE, BO_AGREED + "    withheld_as: {en: a printer}\n", "")
    assert [day for day, _ in told(workspace)] == ["2025-02", "2025-09-01"]


def test_what_is_told_coarsely_has_no_days(workspace: WorkspaceFolder) -> None:
    """Days in a row would lead a reader to the person."""
    workspace.write(CASES, HISTORY.replace("    history:", "    withheld: coarse\n    history:"))
    workspace.replace(
        CASES,
        '        happened: "{ada_quill} was sentenced to two years."\n',
        '        happened: "{ada_quill} was sentenced to two years."\n'
        "        coarse: A teacher was sentenced in autumn 2025.\n",
    )
    assert len(told(workspace)) == 3
    workspace.replace(PEOPLE, "    naming: {basis: public-record, source: gazette-2025}\n", "")
    (first, *_) = workspace.select().recommendations()
    assert [each.history for each in first.cases] == [()]


def test_a_day_after_the_event_that_tells_of_it_is_a_mistake(workspace: WorkspaceFolder) -> None:
    """Otherwise a letter could tell what had not happened yet."""
    workspace.write(CASES, HISTORY.replace("happened_on: 2025-02", "happened_on: 2025-03"))
    assert "end-before-start" in {each.rule for each in workspace.checked()[1]}


def test_a_report_prints_them_as_a_table_with_their_sources(workspace: WorkspaceFolder) -> None:
    """One row a day, each with its note."""
    workspace.write(CASES, HISTORY)
    workspace.replace(
        BRIEF,
        "    document: letter\n    addressees: [chair_of_council]\n    themes: [courts]\n",
        "    document: treaty-body-report\n    themes: [courts]\n",
    )
    library, _ = workspace.checked()
    entry = library.entry("brief", "spring")
    assert entry is not None
    assert isinstance(entry.record, Brief)
    delivery = entry.record.deliveries[1]
    made = prepare(
        library,
        entry,
        delivery,
        Catalogues(library).of("en"),
        locale="en",
        addressee=None,
        draft=False,
    )
    assert made.composed.letter
    rows = [each for each in markdown(made.composed.letter).splitlines() if each.startswith("|")]
    assert [row.split("[^")[0] for row in rows] == [
        "| Date | What happened |",
        "| --- | --- |",
        "| February 2025 | Ada Quill was detained.",
        "| 2\u00a0May 2025 | Bo Lantern spoke for her.",
        "| 1\u00a0September 2025 | Ada Quill was sentenced to two years.",
    ]
    assert all("[^" in row for row in rows[2:])
