"""What a delivery is and lacks: lengths against limits, what is ready, commitments, deadlines."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.building import BuildRequest
from generator.explain import DeliveryExplanation, explain, page
from tests.workspaces import BRIEF, COURTS, NOW, PRESS, WorkspaceFolder

MEETING = "meeting: {name: the spring meeting, place: Strelsau, start: 2026-03-10, end: 2026-03-11"


def council(workspace: WorkspaceFolder) -> DeliveryExplanation:
    """Return the first delivery explained."""
    return workspace.explain().deliveries[0]


def with_limits(workspace: WorkspaceFolder, limits: str) -> None:
    """Give letters other limits."""
    text = workspace.read_default("templates/letter.yaml")
    old = "  words: {most: 1700}\n  pages: {most: 4}\n"
    assert old in text
    workspace.write("templates/letter.yaml", text.replace(old, limits))


def test_each_limit_has_a_bar(workspace: WorkspaceFolder) -> None:
    """Words and pages always, other units where they have a limit."""
    with_limits(workspace, "  words: {most: 1700}\n  names: {most: 9}\n")
    told = workspace.explain()
    found = told.deliveries[0]
    assert found.bars == (
        ("words", found.words, 1700),
        ("pages", 1, 3),
        ("names", 2, 9),
    )
    html = page(told)
    assert f'<span class="count">{found.words} of 1,700 words</span>' in html
    share = round(100 * (found.words or 0) / 1700, 1)
    assert f'<span style="inline-size: {share}%"></span>' in html
    assert 'class="over"' not in html


def test_what_is_over_a_limit_is_seen(workspace: WorkspaceFolder) -> None:
    """A bar is full at the limit, and red above it; a binding limit makes the letter not ready."""
    with_limits(workspace, "  words: {most: 20}\n")
    told = workspace.explain()
    assert told.deliveries[0].errors == 0
    html = page(told)
    assert 'class="over"' in html
    assert '<span style="inline-size: 100%"></span>' in html
    with_limits(workspace, "  words: {most: 20, binding: true}\n")
    told = workspace.explain()
    assert told.deliveries[0].errors == 1
    assert "not ready: 1 error" in page(told)


def test_what_is_ready(workspace: WorkspaceFolder) -> None:
    """Without errors of the content it draws on, and without texts that lack a translation."""
    assert council(workspace).as_json()["ready"] is True
    workspace.replace(PRESS, "sources: [{source: gazette-2025}]", "sources: [{source: gazete}]")
    found = workspace.explain().deliveries
    assert [(each.delivery, each.as_json()["ready"]) for each in found] == [
        ("council", False),
        ("geneva", True),
    ]


def test_texts_that_lack_a_translation_are_counted(workspace: WorkspaceFolder) -> None:
    """Of the language that lacks them, in the letter that would say them."""
    workspace.replace(
        BRIEF, "locales: [en]\n    formats: [md]\n  -", "locales: [en, fr]\n    formats: [md]\n  -"
    )
    english, french = (
        each for each in workspace.explain().deliveries if each.delivery == "council"
    )
    assert (english.untranslated, english.errors) == (0, 0)
    assert french.untranslated > 5
    assert french.errors >= french.untranslated
    assert f"{french.untranslated} texts untranslated" in page(workspace.explain())


def test_the_commitments_that_it_leans_on(workspace: WorkspaceFolder) -> None:
    """Each once, in the order of the requests."""
    found = {each.delivery: each.commitments for each in workspace.explain().deliveries}
    assert found == {
        "council": ("charter-4", "charter-9"),
        "geneva": ("covenant-9", "covenant-14"),
    }
    workspace.replace(COURTS, "commitments: [charter-4]", "commitments: []")
    assert council(workspace).commitments == ("charter-9",)


@pytest.mark.parametrize(
    ("now", "days"),
    [
        (datetime(2026, 3, 1, 12, tzinfo=UTC), 3),
        (datetime(2026, 3, 5, 10, 59, tzinfo=UTC), 0),
        (datetime(2026, 3, 5, 11, 1, tzinfo=UTC), -1),
        (datetime(2026, 2, 3, 11, 0, tzinfo=UTC), 30),
    ],
)
def test_days_to_the_deadline(now: datetime, days: int, workspace: WorkspaceFolder) -> None:
    """Whole days that are left until noon in Zurich, which is eleven o'clock in Greenwich."""
    deadline = ', deadline: {date: 2026-03-05, at: "12:00", time_zone: Europe/Zurich}}'
    workspace.replace(BRIEF, MEETING + "}", MEETING + deadline)
    library, problems = workspace.checked()
    request = BuildRequest(today=now.date(), out=library.workspace.output)
    found = explain(library, "spring", request, now=now, problems=problems).deliveries[0]
    assert found.as_json()["deadline"] == {
        "moment": "2026-03-05T12:00:00+01:00",
        "time_zone": "Europe/Zurich",
        "days_left": days,
    }


def test_a_deadline_in_the_page(workspace: WorkspaceFolder) -> None:
    """The days, and the moment with its zone; of no deadline, that there is none."""
    assert '<span class="quiet">none</span>' in page(workspace.explain())
    deadline = ', deadline: {date: 2026-03-31, at: "12:00", time_zone: Europe/Zurich}}'
    workspace.replace(BRIEF, MEETING + "}", MEETING + deadline)
    html = page(workspace.explain())
    assert datetime(2026, 3, 1, 12, tzinfo=UTC) == NOW
    assert "29 days</span>" in html
    late = ", deadline: {date: 2026-02-27, time_zone: Europe/Zurich}}"
    workspace.replace(BRIEF, MEETING + deadline, MEETING + late)
    assert "2 days past</span>" in page(workspace.explain())
    assert "2026-03-31 12:00 Europe/Zurich" in html


QUOTED = """\
quotations:
  - id: holt-said
    date: 2025-03-01
    text: Nobody reads these records.
    locale: en
    speaker: ada_quill
    role: teacher
    sources: [{source: gazette-2025}]
    sensitivity: public
"""


def test_what_is_chosen_and_not_printed_is_not_in(workspace: WorkspaceFolder) -> None:
    """A letter prints no quotations: the reason says so, and the manifest does not list them."""
    workspace.append(COURTS, QUOTED)
    found = council(workspace)
    assert {each.id: each.reason for each in found.excluded}["holt-said"] == (
        "A document of this type does not print it."
    )
    inside = {each.id for each in found.included}
    assert {"judges-appoint", "judges-dismissed", "quill-trial", "charter-4"} <= inside
    template = workspace.read_default("templates/letter.md.j2")
    words = "{% for each in quotations %}\n{{ each.words }}\n\n{% endfor %}\n::: closing"
    assert template.count("::: closing") == 1
    workspace.write("templates/letter.md.j2", template.replace("::: closing", words))
    assert "holt-said" in {each.id for each in council(workspace).included}
