"""What selection hands on: only what this reader may see, each item with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.base import Names
from generator.model.brief import Brief, Delivery
from generator.model.content import EvidenceKind, Figure
from generator.model.directory import Office, Organisation
from generator.model.people import PeopleList, Status
from generator.problems import Place, Problem
from generator.selection.cited import ChosenChart, ChosenEvent, Cited
from generator.selection.decisions import Decision
from generator.selection.occasion import Accompanied, Addressee, ChosenMeeting
from generator.selection.sentence import Sentence

_Day = date
"""The type, where a field of this name hides it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence with its sources: evidence, a case as it stands, or an answer."""

    id: str
    statement: Sentence
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ChosenEvidence(Chosen):
    """Evidence as this reader may see it; ``section`` is its code in the document's outline."""

    date: date
    kind: EvidenceKind
    headline: Sentence | None = None
    section: str | None = None
    checked_on: _Day | None = None


@dataclass(frozen=True, slots=True)
class ChosenCase(Chosen):
    """A case as it stood on the letter's date; ``since`` is the day of its latest event.

    ``history``: what happened until then, the earliest first, as far as this reader may be told.
    """

    people: tuple[str, ...]
    since: date
    status: Status
    place: Sentence | None = None
    next_hearing: date | None = None
    checked_on: date | None = None
    history: tuple[ChosenEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class ChosenResponse(Chosen):
    """An answer of the authorities, and what may be said to it."""

    reply: Sentence | None = None


@dataclass(frozen=True, slots=True)
class ChosenQuotation(Chosen):
    """What somebody said: the statement is the words, ``original`` those of a translation."""

    speaker: str
    role: Sentence
    date: date
    locale: str
    original: str | None = None


@dataclass(frozen=True, slots=True)
class ChosenPrior(Chosen):
    """What was recommended before: the statement is what it says.

    ``cited_on``: the day, month or year from which it may be cited.
    ``own``: whether the State of this reader made it.
    """

    body: Sentence
    document: str
    paragraph: str | None
    cited_on: str
    made_by: tuple[str, ...]
    position: str | None
    status: str
    status_on: date | None
    status_says: Sentence | None
    themes: tuple[str, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class ChosenCommitment:
    """A commitment that an ask leans on; ``applies_from`` is set where that is after the letter."""

    id: str
    ref: Sentence
    says: Sentence
    binding: str
    applies_from: date | None = None


@dataclass(frozen=True, slots=True)
class ChosenRecommendation:
    """A recommendation in this reader's wording, with what supports it.

    ``to``: what others than the State are asked, by recipient.
    ``by_name``: whether the brief includes it by name.
    ``gap``: what a draft says in the place of the evidence where there is none to show.
    ``answered``: whether this reader may see an answer of the authorities, printed or not.
    """

    id: str
    priority: int
    by_name: bool
    raise_: Sentence
    ask: Sentence
    short: Sentence | None
    question: Sentence | None
    whereas: Sentence | None
    calls_on: Sentence | None
    to: tuple[tuple[str, Sentence], ...]
    deadline: date | None
    evidence: tuple[ChosenEvidence, ...]
    cases: tuple[ChosenCase, ...]
    responses: tuple[ChosenResponse, ...]
    commitments: tuple[ChosenCommitment, ...]
    gap: str | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class ChosenTheme:
    """A theme of the letter with its recommendations, or with its evidence, in order."""

    id: str
    name: Sentence
    recommendations: tuple[ChosenRecommendation, ...] = ()
    evidence: tuple[ChosenEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person as this reader may read of them: named, or as somebody described.

    ``details``: what else this reader may be told, by the form of the placeholder.
    ``secret``: whether the name must not stand in the document by any way.
    ``status``: what stands in brackets behind the name of somebody who is accused.
    """

    id: str
    names: Names
    named: bool
    secret: bool = False
    unreviewed: tuple[str, ...] = ()
    details: Mapping[str, Names | str | date] = field(default_factory=dict)
    status: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place by the name that holds on the letter's date."""

    id: str
    names: Names


Referent = PersonShown | Organisation | Office | PeopleList | Figure | PlaceShown
"""What a placeholder may stand for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that one document is made of.

    ``classification``: the line that says who may read it.
    ``copy``: the number of this copy, and how many there are.
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
    meeting: ChosenMeeting
    keywords: tuple[Sentence, ...]
    addressees: tuple[Addressee, ...]
    signatories: tuple[Organisation, ...]
    themes: tuple[ChosenTheme, ...]
    prior_recommendations: tuple[ChosenPrior, ...]
    quotations: tuple[ChosenQuotation, ...]
    referents: Mapping[str, Referent]
    asks_first: bool
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]
    classification: Sentence | None = None
    copy: tuple[int, int] | None = None
    awaited: tuple[Organisation, ...] = ()
    accompanied: Accompanied | None = None
    charts: tuple[ChosenChart, ...] = ()

    def recommendations(self) -> tuple[ChosenRecommendation, ...]:
        """Return the recommendations of all themes, in order."""
        return tuple(each for theme in self.themes for each in theme.recommendations)
