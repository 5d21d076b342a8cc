"""A workspace in which every field that some reader must not see holds a canary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model.charts import Chart
from generator.model.commitments import PriorRecommendation
from generator.model.content import Evidence, Quotation, Response
from generator.model.people import Event, Person
from generator.model.sources import Source
from tests.support.canaries import Canaries, Level
from tests.workspaces import (
    BRIEF,
    CASES,
    COURTS,
    FICTIONAL,
    OFFICES,
    ORGANISATIONS,
    PEOPLE,
    PRESS,
    SOURCES,
    THEMES,
    WorkspaceFolder,
)

PRIOR = "recommendations/ruritania/prior.yaml"
IDENTITIES = "identities.yaml"
_HIDDEN: tuple[Level, ...] = ("restricted", "internal")
_OPEN = [{"source": "gazette-2025", "locator": "p. 1"}]
_NAMES = ("en", "ru", "ar")


@dataclass(frozen=True, slots=True)
class Combination:
    """What is built for whom: one cell of the matrix."""

    document: str
    audience: str
    locale: str
    format: str
    clearance: str

    @property
    def id(self) -> str:
        """Return the id of its delivery."""
        parts = (self.document, self.audience, self.locale, self.format, self.clearance)
        return "-".join(parts)


def aviary(root: Path, combinations: Iterable[Combination]) -> tuple[WorkspaceFolder, Canaries]:
    """Return the workspace with a delivery for each of ``combinations``, and what was planted."""
    files = {name: yaml.safe_load(text) for name, text in FICTIONAL.items()}
    canaries = Canaries()
    _sources(files, canaries)
    _people(files, canaries)
    _cases(files, canaries)
    _evidence(files, canaries)
    _prior(files, canaries)
    _office_only(files, canaries)
    _brief(files, canaries, tuple(combinations))
    folder = WorkspaceFolder(root)
    for name, content in files.items():
        comment = f"# {canaries.word('never', f'comment in {name}')}\n"
        folder.write(name, comment + yaml.safe_dump(content, allow_unicode=True, width=1000))
    return folder, canaries


def identities(canaries: Canaries) -> str:
    """Return a file of identities: the name of somebody whom the workspace only describes."""
    person = {"id": "the_watcher", "names": canaries.names("never", "identities")}
    return yaml.safe_dump({"people": [person]}, allow_unicode=True)


def _sources(files: dict[str, Any], canaries: Canaries) -> None:
    """Add sources that only some may read, each cited beside one that everybody may."""
    for level in _HIDDEN:
        source = canaries.record(
            Source, level, id=f"source-{level}", sensitivity=level, sha256="0" * 64, relies_on=None
        )
        files[SOURCES]["sources"].append(source)
    for each in files[SOURCES]["sources"][:2]:
        word = canaries.word("never", "Source.archived")
        each |= {"archived": f"https://archive.example.org/{word}", "retrieved": "2026-01-02"}


def _citations(canaries: Canaries, level: Level) -> list[dict[str, str]]:
    """Return citations: a source that everybody may see, and those that they may not."""
    hidden = [
        {"source": f"source-{each}", "locator": f"{canaries.word(each, 'Citation.locator')} 1"}
        for each in _HIDDEN
    ]
    own = {"source": "gazette-2025", "locator": f"{canaries.word(level, 'Citation.locator')} 2"}
    return [own, *hidden] if level != "never" else [*_OPEN, *hidden]


_BASES: Mapping[str, dict[str, Any] | None] = {
    "no basis": None,
    "withdrawn": {"withdrawn_on": "2026-02-01"},
    "ended": {"until": "2026-01-31"},
    "given later": {"given_on": "2026-12-01"},
    "another locale": {"locales": ["tk"]},
    "hidden source": {"basis": "public-record", "source": "source-internal"},
}
"""Why people may not be named; who may read the hidden source may read the last one's name."""


def _people(files: dict[str, Any], canaries: Canaries) -> None:
    """Add people who may not be named, and facts of those who may that no letter tells."""
    people = files[PEOPLE]["people"]
    for number, (why, change) in enumerate(_BASES.items()):
        people.append(_person(canaries, f"hidden_{number}", why, change))
    people.append(
        {
            "id": "the_watcher",
            "naming": {"basis": "consent", "given_by": "self", "given_on": "2025-01-10",
                       "how": "oral"},
            "withheld_as": dict.fromkeys(_NAMES, "a watcher"),
        }
    )  # fmt: skip
    people.append(
        canaries.record(
            Person,
            "never",
            id="nobody_knows",
            sensitivity="internal",
            naming=None,
            legal_status=None,
            withheld_as=canaries.names("internal", "Person.withheld_as"),
        )
    )
    private = canaries.record(Person, "never", id="x", legal_status=None)["private"]
    people[0]["private"] = private
    for each in people[:2]:
        names = each["names"]
        each["names"] = {**dict.fromkeys(_NAMES, names["en"])}
        each["withheld_as"] = dict.fromkeys(_NAMES, "a teacher")


def _person(
    canaries: Canaries,
    person: str,
    why: str,
    change: dict[str, Any] | None,
) -> dict[str, Any]:
    """Return a person who is described, with everything that would tell who it is."""
    consent = {"basis": "consent", "given_by": "self", "given_on": "2025-01-10", "how": "written"}
    naming = None if change is None else {k: v for k, v in (consent | change).items() if v}
    if naming and naming["basis"] == "public-record":
        naming = {key: naming[key] for key in ("basis", "source")}
    return canaries.record(
        Person,
        "internal" if why == "hidden source" else "never",
        id=person,
        **_own_facts(why),
        naming=naming,
        sensitivity="public",
        withheld_as=dict.fromkeys(_NAMES, f"somebody ({why})"),
        coarse=None,
        perpetrator=None,
        legal_status=None,
        unreviewed=None,
    )


def _own_facts(why: str) -> dict[str, Any]:
    """Leave private facts out where the person is named to some."""
    return {"private": None} if why == "hidden source" else {}


def _cases(files: dict[str, Any], canaries: Canaries) -> None:
    """Add cases that only some may read, and one whose later event only some may."""
    cases = files[CASES]["cases"]
    for level in _HIDDEN:
        event = canaries.record(
            Event, level, sensitivity=level, sources=_citations(canaries, level), status="detained",
            next_hearing=None, date="2025-06-01",
        )  # fmt: skip
        cases.append(
            {"id": f"case-{level}", "country": "XA", "themes": ["courts"],
             "people": ["hidden_0", "nobody_knows"], "sensitivity": level, "history": [event]}
        )  # fmt: skip
        cases[0]["history"].append({**event, "date": "2025-12-01", "sensitivity": level})
    cases[0]["people"].append("hidden_1")


def _evidence(files: dict[str, Any], canaries: Canaries) -> None:
    """Add evidence, answers and quotations that only some may read, used like all others."""
    theme = files[COURTS]
    theme["quotations"] = []
    theme["charts"] = []
    first = theme["recommendations"][0]
    for level in _HIDDEN:
        sourced: dict[str, Any] = {"sensitivity": level, "sources": _citations(canaries, level)}
        theme["evidence"].append(
            canaries.record(
                Evidence, level, id=f"evidence-{level}", certainty="reported", **sourced
            )
        )
        theme["responses"].append(canaries.record(Response, level, id=f"answer-{level}", **sourced))
        theme["quotations"].append(
            canaries.record(Quotation, level, id=f"quote-{level}", speaker="ada_quill", **sourced)
        )
        theme["charts"].append(
            canaries.record(
                Chart,
                level,
                id=f"chart-{level}",
                kind="bar",
                evidence="judges-count",
                sensitivity=level,
                series=[
                    {"label": canaries.word(level, "Series.label"), "figures": ["vacant_seats"]}
                ],
                whole=None,
                rest=None,
            )
        )
        first["evidence"].insert(0, f"evidence-{level}")
        first["responses"].insert(0, f"answer-{level}")
        first["cases"].insert(0, f"case-{level}")
    theme["evidence"].append(
        {"id": "people-told", "date": "2025-12-10", "certainty": "reported",
         "statement": " ".join(f"The court heard {{hidden_{at}}}." for at in range(len(_BASES)))
         + " It heard {the_watcher}.",
         "sources": _citations(canaries, "never"), "sensitivity": "public"}
    )  # fmt: skip
    first["evidence"].append("people-told")
    for file in (COURTS, PRESS):
        for each in files[file]["recommendations"]:
            each |= {
                "indicator": canaries.word("never", "Recommendation.indicator"),
                "whereas": "trials were held behind closed doors",
                "calls_on": "open the courts",
                "question": "What was done to open the courts?",
                "short": "Open the courts.",
            }


def _prior(files: dict[str, Any], canaries: Canaries) -> None:
    """Add what was recommended before, of which some may read a part."""
    prior = [
        canaries.record(
            PriorRecommendation,
            level,
            office=("note", "verified"),
            id=f"prior-{level}",
            sensitivity=level if level != "never" else "internal",
            sources=_citations(canaries, level),
            themes=["courts"],
            evidence=None,
            audiences=None,
            verified={"read": "text", "address": "https://example.org/x", "read_on": "2026-01-05"},
        )
        for level in _HIDDEN
    ]
    files[PRIOR] = {"country": "XA", "prior_recommendations": prior}


def _office_only(files: dict[str, Any], canaries: Canaries) -> None:
    """Plant words in what is for the office only, and in what belongs to others."""
    for each in files[COURTS]["figures"]:
        each["note"] = canaries.word("never", "Figure.note")
    for each in files[THEMES]["themes"]:
        each["mappings"] = {"own-scheme": [canaries.word("never", "Theme.mappings")]}
    organisations = files[ORGANISATIONS]["organisations"]
    for state in ("declined", "withdrawn"):
        names = {"en": canaries.word("never", f"organisation that has {state}")}
        organisations.append({"id": f"org_{state}", "names": names})
    for each in files[OFFICES]["offices"]:
        each["titles"] = dict.fromkeys(_NAMES, each["titles"]["en"])
    files["workspace.yaml"] = {
        "approvers": [],
        "waivers": [
            {
                "rule": "items-missing",
                "who": canaries.word("never", "Waiver.who"),
                "why": canaries.word("never", "Waiver.why"),
                "until": "2027-01-01",
            }
        ],
    }


def _brief(
    files: dict[str, Any], canaries: Canaries, combinations: tuple[Combination, ...]
) -> None:
    """Give the brief a delivery for each combination, and the letters that e-mails go with."""
    brief = files[BRIEF]
    for state in ("declined", "withdrawn"):
        brief["signatories"].append({"organisation": f"org_{state}", "state": state})
    brief["meeting"] |= {"start": "2026-04-10", "end": "2026-04-11", "session": "Item 4"}
    brief["approvals"] = [
        {"delivery": "council", "by": canaries.word("never", "Approval.by"), "date": "2026-03-01",
         "content": ["0" * 32]}
    ]  # fmt: skip
    council = brief["deliveries"][0]
    brief["deliveries"] = [council]
    for each in combinations:
        own = {
            "id": each.id,
            "audience": each.audience,
            "document": each.document,
            "clearance": each.clearance,
            "locales": [each.locale],
            "formats": [each.format],
        }
        if each.document in ("letter", "cover-email"):
            own["addressees"] = ["chair_of_council"]
        if each.document == "cover-email":
            letter = {**own, "id": f"{each.id}-letter", "document": "letter", "formats": ["md"]}
            brief["deliveries"].append(letter)
            own["accompanies"] = letter["id"]
        brief["deliveries"].append(own)
