"""No combination of clearance, consent, audience, locale and date prints a name without a basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from generator.building.preparing import dated, delivery_of, prepare
from generator.catalogues.lookup import Catalogues
from generator.library import Library, open_library
from generator.model.people import Case, Person
from tests.workspaces import BRIEF, SOURCES, fictional

LEVELS = ("public", "restricted", "internal")
SOURCE_DATES = {"gazette-2025": (2025, 3, 1), "observer-2025": (2025, 12, 10)}
HIDDEN = "hidden-2025"
HIDDEN_SOURCE = """\
  - {id: hidden-2025, publisher: A witness, title: Notes, locale: en, date: 2025-01-01,
     address: "https://example.org/notes", kind: ngo, sensitivity: restricted}
"""
FIRST, LAST = date(2025, 2, 1), date(2026, 12, 1)
DAYS = st.sampled_from(
    (FIRST, date(2025, 3, 1), date(2025, 3, 2), date(2025, 12, 9), date(2025, 12, 10), LAST)
)
NAMES = {"en": "Ada Quill", "ru": {"nominative": "Ада Квилл", "genitive": "Ады Квилл"}}


@dataclass(frozen=True)
class Asked:
    """A letter: to whom, in which language, cleared for what, of which date, made on which day."""

    audience: str
    locale: str
    clearance: str
    on: date
    today: date


def may_be_named(person: Mapping[str, Any], asked: Asked) -> bool:
    """Tell whether there is a basis for this letter, as the guidance for staff says it."""
    naming = person["naming"]
    return (
        LEVELS.index(person["sensitivity"]) <= LEVELS.index(asked.clearance)
        and naming is not None
        and has_basis(naming, asked)
        and not naming.get("withdrawn_on")
        and max(asked.on, asked.today) <= (naming.get("until") or date.max)
        and asked.audience in (naming.get("audiences") or [asked.audience])
        and asked.locale in (naming.get("locales") or [asked.locale])
        and (not person["perpetrator"] or has_status(person["legal_status"], asked))
    )


def has_basis(naming: Mapping[str, Any], asked: Asked) -> bool:
    """Tell whether a consent is written down and early enough, or a public record may be shown."""
    if naming["basis"] == "public-record":
        return may_be_shown(naming.get("source"), asked)
    written_down = all(naming.get(key) for key in ("given_by", "given_on", "how"))
    return written_down and naming["given_on"] <= asked.on


def may_be_shown(source: str | None, asked: Asked) -> bool:
    """Tell whether a source of the workspace may be cited in this letter."""
    if source == HIDDEN:
        return asked.clearance != "public"
    return source in SOURCE_DATES and date(*SOURCE_DATES[source]) <= asked.on


def has_status(history: list[dict[str, Any]], asked: Asked) -> bool:
    """Tell whether the latest status can be said in this letter."""
    known = sorted((each for each in history if each["from"] <= asked.on), key=_since)
    return (
        bool(known) and asked.locale in known[-1]["as"] and may_be_shown(known[-1]["source"], asked)
    )


def _since(status: Mapping[str, Any]) -> date:
    found: date = status["from"]
    return found


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a value, or leave the key out."""
    return st.one_of(st.none(), strategy)


def subset(*of: str) -> st.SearchStrategy[list[str]]:
    """Draw some of the values, or none, which stands for all."""
    return st.lists(st.sampled_from(of), unique=True, max_size=1)


SOURCES_DRAWN = st.sampled_from((*SOURCE_DATES, HIDDEN))
NAMINGS = st.one_of(
    st.just(None),
    st.fixed_dictionaries(
        {
            "basis": st.sampled_from(("consent", "public-record")),
            "source": some(SOURCES_DRAWN),
            "given_by": st.sampled_from(("self", "family", "guardian", "lawyer", "self", None)),
            "given_on": st.one_of(st.just(FIRST), some(DAYS)),
            "how": st.sampled_from(("written", "oral", "recorded", "written", None)),
            "audiences": subset("eu", "un"),
            "locales": subset("en", "ru"),
            "until": st.one_of(st.none(), st.just(LAST), DAYS),
            "withdrawn_on": st.sampled_from((None, None, None, FIRST, LAST)),
        }
    ),
)
STATUSES = st.lists(
    st.fixed_dictionaries(
        {
            "from": DAYS,
            "as": st.sampled_from(({"en": "charged"}, {"en": "charged", "ru": "обвиняется"})),
            "source": SOURCES_DRAWN,
        }
    ),
    max_size=2,
    unique_by=_since,
)
PEOPLE_DRAWN = st.fixed_dictionaries(
    {
        "sensitivity": st.sampled_from(("public", "public", "restricted", "internal")),
        "naming": NAMINGS,
        "perpetrator": st.sampled_from((False, False, True)),
        "legal_status": STATUSES,
        "withheld_as": some(st.just({"en": "a teacher", "ru": {"nominative": "учительница"}})),
    }
)


@st.composite
def letters(draw: st.DrawFn) -> Asked:
    """Draw a letter; it is made on its own date, or up to a year later."""
    on = draw(st.one_of(DAYS, st.just(date(2026, 3, 2))))
    return Asked(
        audience=draw(st.sampled_from(("eu", "un"))),
        locale=draw(st.sampled_from(("en", "ru"))),
        clearance=draw(st.sampled_from(LEVELS)),
        on=on,
        today=on + timedelta(days=draw(st.sampled_from((0, 0, 30, 365)))),
    )


@cache
def whole() -> Library:
    """Return the fictional workspace, whose brief speaks of Ada Quill in its first sentence."""
    folder = fictional(Path(mkdtemp()))
    folder.replace(BRIEF, "We write to you before", "With {ada_quill} we write to you before")
    folder.append(SOURCES, HIDDEN_SOURCE)
    library, problems = open_library(folder.root)
    assert not problems
    return library


def changed(library: Library, person: Mapping[str, Any], withheld: str) -> Library:
    """Return the library with another Ada Quill, and what becomes of her case without her name."""
    records = {
        "ada_quill": Person.model_validate({"id": "ada_quill", "names": NAMES, **person}),
        "quill-trial": library.get(Case, "quill-trial").model_copy(  # type: ignore[union-attr]  # it is there
            update={"withheld": withheld}
        ),
    }
    new = {key: replace(library.by_id[key], record=each) for key, each in records.items()}
    kinds = {
        kind: tuple(new.get(each.id, each) for each in entries)
        for kind, entries in library.by_kind.items()
    }
    return replace(library, by_id={**library.by_id, **new}, by_kind=kinds)


def text(library: Library, asked: Asked) -> str:
    """Return all that a letter holds, as a draft with every gap in place."""
    entry = dated(library, "spring", asked.on)
    delivery = delivery_of(entry, {"eu": "council", "un": "geneva"}[asked.audience])
    delivery = delivery.model_copy(update={"clearance": asked.clearance})
    brief = entry.record.model_copy(update={"deliveries": (delivery,)})  # type: ignore[union-attr]  # it is there
    prepared = prepare(
        library,
        replace(entry, record=brief),
        delivery,
        Catalogues(library).of(asked.locale),
        locale=asked.locale,
        addressee=None,
        draft=True,
        today=asked.today,
    )
    assert prepared.composed.letter is not None
    return repr(prepared.composed.letter)


NAMED = {
    "sensitivity": "public",
    "naming": {"basis": "public-record", "source": "gazette-2025"},
    "perpetrator": False,
    "legal_status": [],
    "withheld_as": None,
}
LETTER = Asked("eu", "en", "public", date(2026, 3, 2), date(2026, 3, 2))


@settings(deadline=None, max_examples=150)
@given(person=PEOPLE_DRAWN, asked=letters(), withheld=st.sampled_from(("described", "coarse")))
@example(person=NAMED, asked=LETTER, withheld="described")
@example(person={**NAMED, "naming": None}, asked=LETTER, withheld="described")
def test_a_name_is_printed_where_it_may_be_and_nowhere_else(
    person: dict[str, Any], asked: Asked, withheld: str
) -> None:
    """Both ways, so that a rule that names nobody would not pass for one that protects."""
    naming = person["naming"]
    if naming:
        person = {**person, "naming": {key: each for key, each in naming.items() if each}}
    letter = text(changed(whole(), person, withheld), asked)
    told = any(word in letter for word in ("Quill", "QUILL", "Квилл"))
    allowed = may_be_named(person, asked)
    event(f"allowed: {allowed}")
    assert told == allowed
