"""Choosing: for one brief, delivery and locale, what goes in, in what order, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from generator.library import Entry, Library, audience_of
from generator.model.brief import Brief, Delivery, DocumentType, Select
from generator.model.content import Recommendation, Theme, ThemeFile, Wording
from generator.model.directory import Organisation
from generator.problems import Problem, problem
from generator.selection.addressees import addressees_of
from generator.selection.chosen import (
    Chosen,
    ChosenCommitment,
    ChosenRecommendation,
    ChosenTheme,
    Decision,
    Selection,
    decision,
)
from generator.selection.items import (
    Verdict,
    case_item,
    commitment_item,
    evidence_item,
    response_item,
)
from generator.selection.naming import people_shown, withheld_words
from generator.selection.referents import referents_of
from generator.selection.scope import Scope, sentence


@dataclass(slots=True)
class _Log:
    """Decisions and problems as they come up."""

    decisions: list[Decision] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def choose(
    library: Library,
    brief_entry: Entry,
    delivery: Delivery,
    *,
    locale: str,
    addressees: tuple[str, ...] | None = None,
) -> Selection:
    """Return what the document of ``delivery`` in ``locale`` is made of.

    ``addressees`` narrows the letter to some of them, where each gets its own.
    """
    brief = cast("Brief", brief_entry.record)
    people, naming = people_shown(library, audience=delivery.audience, on=brief.date)
    scope = Scope(
        library=library,
        audience=delivery.audience,
        clearance=delivery.clearance,
        on=brief.date,
        locale=locale,
        people=people,
        withheld=withheld_words(library, people),
    )
    log = _Log()
    themes = tuple(_themes(brief_entry, brief, delivery, scope, log))
    at = brief.deliveries.index(delivery)
    texts = _texts(brief_entry, brief, delivery, at)
    offices, wrong = addressees_of(
        library, addressees or delivery.addressees, brief_entry, brief, at
    )
    log.problems += wrong
    signatories = tuple(_signatories(library, brief))
    if not signatories:
        log.problems.append(
            problem("no-signatory", brief_entry.place("signatories"), id=brief_entry.id)
        )
    if not any(theme.recommendations for theme in themes):
        where = brief_entry.place("deliveries", at, "id")
        log.problems.append(
            problem(
                "selection-empty",
                where,
                id=brief_entry.id,
                delivery=delivery.id,
                brief=brief_entry.id,
            )
        )
    document = library.get(DocumentType, delivery.document)
    first = delivery.asks_first
    selection = Selection(
        brief_id=brief_entry.id,
        brief=brief,
        delivery=delivery,
        locale=locale,
        source_locale=library.settings.source_locale,
        place=brief_entry.place("deliveries", at),
        title=sentence(brief_entry, brief.title, "title"),
        addressees=offices,
        signatories=signatories,
        themes=themes,
        referents={},
        asks_first=document.asks_first if first is None and document else bool(first),
        decisions=(*_unique(log.decisions), *naming),
        problems=tuple(log.problems),
        **texts,
    )
    return referents_of(selection, scope)


def _texts(entry: Entry, brief: Brief, delivery: Delivery, at: int) -> dict[str, object]:
    """Return the sentences of the brief itself, the delivery's own where it has any."""

    def many(key: str) -> tuple[object, ...]:
        own = getattr(delivery, key)
        path = ("deliveries", at, key) if own else (key,)
        return tuple(
            sentence(entry, text, *path, i) for i, text in enumerate(own or getattr(brief, key))
        )

    if delivery.subject:
        subject = sentence(entry, delivery.subject, "deliveries", at, "subject")
    else:
        subject = sentence(
            entry, brief.subject or brief.title, "subject" if brief.subject else "title"
        )
    meeting = tuple(
        sentence(entry, getattr(brief.meeting, key), "meeting", key) for key in ("name", "place")
    )
    return {
        "subject": subject,
        "opening": many("opening"),
        "closing": many("closing"),
        "notice": sentence(entry, brief.notice, "notice") if brief.notice else None,
        "dispatched_from": sentence(entry, brief.place, "place"),
        "meeting": meeting,
    }


def _signatories(library: Library, brief: Brief) -> Iterator[Organisation]:
    """Yield the organisations that agreed to sign, in the order of the brief."""
    for each in brief.signatories:
        organisation = library.get(Organisation, each.organisation)
        if organisation and each.state == "agreed":
            yield organisation


def _themes(
    entry: Entry, brief: Brief, delivery: Delivery, scope: Scope, log: _Log
) -> Iterator[ChosenTheme]:
    """Yield the themes that the delivery asks for, each with its recommendations."""
    select = delivery.select or brief.select
    for theme_id in delivery.themes or brief.themes:
        theme_entry = scope.library.entry("theme", theme_id)
        if theme_entry is None or theme_entry.record is None:
            continue
        chosen = tuple(_recommendations(entry, brief, delivery, theme_id, select, scope, log))
        if chosen:
            name = cast("Theme", theme_entry.record).name
            yield ChosenTheme(theme_id, sentence(theme_entry, name, "name"), chosen)
    log.decisions += _of_other_themes(brief, delivery, scope)


def _of_other_themes(brief: Brief, delivery: Delivery, scope: Scope) -> Iterator[Decision]:
    """Yield the decision on each recommendation whose theme the delivery does not ask for."""
    asked = delivery.themes or brief.themes
    for entry in scope.library.entries("recommendation"):
        whole = cast("ThemeFile | None", entry.whole)
        if whole and whole.country == brief.country and whole.theme not in asked:
            yield decision(
                entry.id, "recommendation", "other-theme", included=False, theme=whole.theme
            )


def _recommendations(
    brief_entry: Entry,
    brief: Brief,
    delivery: Delivery,
    theme: str,
    select: Select,
    scope: Scope,
    log: _Log,
) -> Iterator[ChosenRecommendation]:
    """Yield a theme's recommendations by priority, then by their order in the file."""
    candidates = sorted(
        scope.library.recommendations(theme, country=brief.country),
        key=lambda each: (each[1].id not in select.include, each[1].priority),
    )
    taken: list[tuple[int, ChosenRecommendation]] = []
    for entry, record in candidates:
        refusal = _refusal(record, select, scope, full=_full(select, len(taken), record))
        if refusal:
            log.decisions.append(refusal)
            continue
        chosen = _supported(brief_entry, delivery, entry, record, scope, log)
        if chosen:
            taken.append((record.priority, chosen))
            reason = "included-by-name" if record.id in select.include else "included"
            log.decisions.append(
                decision(
                    record.id, "recommendation", reason, included=True, priority=record.priority
                )
            )
    yield from (chosen for _, chosen in sorted(taken, key=lambda each: each[0]))


def _full(select: Select, taken: int, record: Recommendation) -> bool:
    """Tell whether the theme has as many as it may; what is included by name always fits."""
    if record.id in select.include or select.per_theme is None:
        return False
    return taken >= select.per_theme


def _refusal(
    record: Recommendation, select: Select, scope: Scope, *, full: bool
) -> Decision | None:
    """Return why a recommendation is out, or ``None`` where nothing speaks against it."""

    def out(reason: str, **fields: object) -> Decision:
        return decision(record.id, "recommendation", reason, included=False, **fields)

    if record.id in select.exclude:
        return out("excluded-by-name")
    if record.audiences is not None and scope.audience not in record.audiences:
        return out("other-audience", audience=scope.audience)
    if record.since and scope.on < record.since:
        return out("not-yet", date=record.since)
    if record.until and scope.on > record.until:
        return out("no-longer", date=record.until)
    if record.deadline and record.deadline < scope.on:
        return out("deadline-passed", date=record.deadline)
    if record.id in select.include:
        return None
    if select.max_priority is not None and record.priority > select.max_priority:
        return out("low-priority", priority=record.priority, limit=select.max_priority)
    return out("theme-full", limit=select.per_theme) if full else None


def _supported(
    brief_entry: Entry,
    delivery: Delivery,
    entry: Entry,
    record: Recommendation,
    scope: Scope,
    log: _Log,
) -> ChosenRecommendation | None:
    """Return a recommendation with what supports it; without evidence it is a problem."""
    own = (record.audiences or {}).get(scope.audience) or Wording()
    raise_, ask, short = (
        own.raise_ or record.raise_,
        own.ask or record.ask,
        own.short or record.short,
    )
    if raise_ is None:
        log.problems.append(
            problem("wording-missing", entry.place("id"), id=entry.id, recommendation=entry.id)
        )
        log.decisions.append(
            decision(entry.id, "recommendation", "without-wording", included=False)
        )
        return None
    most = delivery.select or cast("Brief", brief_entry.record).select
    evidence = _items(record.evidence, entry.id, evidence_item, scope, log, most=most.evidence)
    if not evidence:
        log.problems.append(
            problem(
                "evidence-left-out",
                entry.place("evidence", key=True),
                id=entry.id,
                recommendation=entry.id,
                delivery=delivery.id,
                brief=brief_entry.id,
            )
        )
        log.decisions.append(
            decision(entry.id, "recommendation", "without-evidence", included=False)
        )
        return None

    def path(key: str) -> tuple[str, ...]:
        attribute = "raise_" if key == "raise" else key
        return ("audiences", scope.audience, key) if getattr(own, attribute) else (key,)

    return ChosenRecommendation(
        id=entry.id,
        raise_=sentence(entry, raise_, *path("raise")),
        ask=sentence(entry, ask, *path("ask")),
        short=sentence(entry, short, *path("short")) if short else None,
        deadline=record.deadline,
        evidence=evidence,
        cases=_items(record.cases, entry.id, case_item, scope, log, most=most.cases),
        responses=_items(record.responses, entry.id, response_item, scope, log),
        commitments=tuple(
            _commitments((*record.commitments, *own.commitments), entry.id, scope, log)
        ),
    )


def _items(
    ids: Iterable[str],
    by: str,
    choose_item: Callable[[str, str, Scope], Verdict],
    scope: Scope,
    log: _Log,
    *,
    most: int | None = None,
) -> tuple[Chosen, ...]:
    """Return those of ``ids`` that this reader may see, ``most`` at the most; log every decision."""
    chosen: list[Chosen] = []
    for each in dict.fromkeys(ids):
        found, decisions = choose_item(each, by, scope)
        if found and most is not None and len(chosen) >= most:
            kind = decisions[-1].kind
            log.decisions.append(decision(each, kind, "enough", included=False, by=by, limit=most))
            continue
        log.decisions += decisions
        if found:
            chosen.append(found)
    return tuple(chosen)


def _commitments(
    ids: Iterable[str], by: str, scope: Scope, log: _Log
) -> Iterator[ChosenCommitment]:
    """Yield the commitments of this reader's audience that an ask may lean on."""
    for each in dict.fromkeys(ids):
        entry = scope.library.entry("commitment", each)
        if entry is None or audience_of(entry) != scope.audience:
            continue
        found, decisions = commitment_item(each, by, scope)
        log.decisions += decisions
        if found:
            yield found


def _unique(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return one decision an item: the first that lets it in, else the first of all."""
    kept: dict[tuple[str, str], Decision] = {}
    for each in decisions:
        key = (each.kind, each.id)
        if key not in kept or (each.included and not kept[key].included):
            kept[key] = each
    return tuple(kept.values())
