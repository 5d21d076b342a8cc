"""What selection hands on: only what this reader may see, each item with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from generator.model.base import Names
from generator.model.brief import Brief, Delivery
from generator.model.content import Figure
from generator.model.directory import Holder, Office, Organisation
from generator.model.people import PeopleList
from generator.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Decision:
    """Why one item is in (``included``) or out."""

    id: str
    kind: str
    included: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the content, and where it stands.

    ``key``: the key of its record that it stands under.
    ``context``: what translators know it by.
    """

    text: str
    id: str
    key: str
    context: str
    place: Place


@dataclass(frozen=True, slots=True)
class Located:
    """Where in a source something stands: the locator of a citation, and its own place."""

    text: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as this reader may see it."""

    source: str
    publisher: Sentence
    title: str | None
    locale: str
    date: str
    address: str | None
    locator: Located | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence with its sources: evidence, a case as it stands, or an answer."""

    id: str
    statement: Sentence
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ChosenCommitment:
    """A commitment that an ask leans on."""

    id: str
    ref: Sentence
    says: Sentence


@dataclass(frozen=True, slots=True)
class ChosenRecommendation:
    """A recommendation in this reader's wording, with what supports it.

    ``gap``: what a draft says in the place of the evidence where there is none to show.
    """

    id: str
    raise_: Sentence
    ask: Sentence
    short: Sentence | None
    deadline: date | None
    evidence: tuple[Chosen, ...]
    cases: tuple[Chosen, ...]
    responses: tuple[Chosen, ...]
    commitments: tuple[ChosenCommitment, ...]
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class ChosenTheme:
    """A theme of the letter with its recommendations, in order."""

    id: str
    name: Sentence
    recommendations: tuple[ChosenRecommendation, ...]


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person as this reader may read of them: named, or as somebody described."""

    id: str
    names: Names
    named: bool
    unreviewed: tuple[str, ...] = ()


Referent = PersonShown | Organisation | Office | PeopleList | Figure
"""What a placeholder may stand for."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """An office with the person who holds it on the letter's date, and the file that says so."""

    office: Office
    holder: Holder
    file: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that one document is made of.

    ``awaited``: of a draft, the organisations that were asked to sign and have not answered.
    """

    brief_id: str
    brief: Brief
    delivery: Delivery
    locale: str
    source_locale: str
    place: Place
    title: Sentence
    subject: Sentence
    opening: tuple[Sentence, ...]
    closing: tuple[Sentence, ...]
    notice: Sentence | None
    dispatched_from: Sentence
    contact_name: Sentence | None
    meeting: tuple[Sentence, Sentence]
    addressees: tuple[Addressee, ...]
    signatories: tuple[Organisation, ...]
    themes: tuple[ChosenTheme, ...]
    referents: Mapping[str, Referent]
    asks_first: bool
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]
    awaited: tuple[Organisation, ...] = ()

    def recommendations(self) -> tuple[ChosenRecommendation, ...]:
        """Return the recommendations of all themes, in order."""
        return tuple(each for theme in self.themes for each in theme.recommendations)


@cache
def _reasons() -> dict[str, str]:
    """Return the wording of every reason."""
    text = resources.files("generator.selection").joinpath("reasons.toml").read_text("utf-8")
    return tomllib.loads(text)


def decision(id: str, kind: str, reason: str, *, included: bool, **fields: Any) -> Decision:  # noqa: A002 (the JSON field is called id)
    """Return the decision on an item, worded."""
    return Decision(id, kind, included, _reasons()[reason].format(**fields))
