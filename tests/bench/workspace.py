"""A made-up workspace of any size, for measuring how the cost of a check grows."""

from __future__ import annotations

from pathlib import Path

PER_FILE = 100

_RECOMMENDATION = """\
  - id: rec-{n}
    raise: "Raise the cases of number {n} by name in every meeting, and ask for a date."
    ask: >-
      The authorities should release every person who is held only for exercising the freedom of
      expression, and quash the convictions of those already sentenced, as in case {n}.
    short: Release people held for what they said.
    priority: {priority}
    deadline: 2027-12-31
    audiences:
      eu: {{raise: "Raise it with {{person_{person}}}."}}
      osce: {{short: Say it in Vienna.}}
    evidence: [ev-{n}]
"""
_EVIDENCE = """\
  - id: ev-{n}
    date: 2025-12-17
    statement: >-
      According to a report, {{person_{person}}} and {n} others were held for what they wrote.
    certainty: reported
    sources: [{{source: report-{source}, locator: "para. {n}"}}]
    sensitivity: public
"""
_BRIEF = """\
title: A made-up brief
country: ZZ
date: 2026-01-15
reference: BENCH-1
place: Brussels
meeting: {name: A meeting, place: Brussels, start: 2026-01-20, end: 2026-01-21}
signatories: [{organisation: group, state: agreed}]
contact: {name: Group}
opening: [We write before the meeting.]
themes: [theme-0]
deliveries:
  - id: all
    audience: eu
    document: letter
    addressees: [office]
    locales: [en]
    formats: [md]
"""
_OFFICE = """\
offices:
  - id: office
    titles: {en: President}
    audience: eu
    rank: 1
    holders:
      - checked_on: 2026-01-01
        forms: {en: {block: [The President], salutation: "Dear President,", closing: "Yours,"}}
"""
_ORGANISATIONS = "organisations:\n  - {id: group, names: {en: Group}}\n"


def make_workspace(root: Path, *, recommendations: int) -> None:
    """Write a workspace with that many recommendations, a piece of evidence each."""
    files = {
        "briefs/bench.yaml": _BRIEF,
        "briefs/directory/offices.yaml": _OFFICE,
        "briefs/directory/organisations.yaml": _ORGANISATIONS,
        "recommendations/themes.yaml": _themes(recommendations),
        "recommendations/zz/people.yaml": _people(recommendations),
        "recommendations/zz/sources.yaml": _sources(recommendations),
    }
    for first in range(0, recommendations, PER_FILE):
        files[f"recommendations/zz/theme-{first // PER_FILE}.yaml"] = _theme(first, recommendations)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _theme(first: int, end: int) -> str:
    fields = [
        {"n": n, "priority": 1 + n % 3, "person": n // 10, "source": n // 10}
        for n in range(first, min(first + PER_FILE, end))
    ]
    return (
        f"theme: theme-{first // PER_FILE}\ncountry: ZZ\nrecommendations:\n"
        + "".join(_RECOMMENDATION.format(**each) for each in fields)
        + "evidence:\n"
        + "".join(_EVIDENCE.format(**each) for each in fields)
    )


def _themes(count: int) -> str:
    numbers = range((count + PER_FILE - 1) // PER_FILE)
    return "themes:\n" + "".join(
        f"  - {{id: theme-{n}, name: Theme number {n}}}\n" for n in numbers
    )


def _people(count: int) -> str:
    return "people:\n" + "".join(
        f"  - id: person_{n}\n    names: {{en: Given{n} Family{n}}}\n"
        f"    naming: {{basis: public-record, source: report-{n}}}\n"
        for n in range(count // 10 + 1)
    )


def _sources(count: int) -> str:
    return "sources:\n" + "".join(
        f"  - {{id: report-{n}, publisher: A group, locale: en, date: 2025-12-01, kind: ngo,"
        " sensitivity: public}\n"
        for n in range(count // 10 + 1)
    )
