"""Explaining a brief: what is in, what is out, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from generator import explain as explaining
from generator.building import BuildRequest, Identified
from generator.cli.output import counted_as, say, say_json
from generator.cli.work.content import checked_library
from generator.cli.work.identities import identified, refuse_shared
from generator.cli.work.making import silence, today, use_own_fonts
from generator.cli.work.names import check_names
from generator.cli.work.relevant import relevant, worth_telling
from generator.cli.work.tables import Column, say_table
from generator.cli.work.telling import tell_elsewhere, tell_problems, verdict
from generator.explain import DeliveryExplanation, Explanation, NamedBefore
from generator.library import Library
from generator.output.files import write_whole
from generator.problems import Problem
from generator.selection.decisions import Decision

_BEFORE = (Column("person"), Column("file", wraps=True), Column("dated"), Column("taken away"))
_WAIVED = (Column("rule"), Column("what it found, and who waived it", wraps=True))
_COLUMNS = (Column("item"), Column("kind"), Column("why", wraps=True))


def run_explain(
    root: Path,
    brief: str,
    *,
    deliveries: tuple[str, ...],
    locales: tuple[str, ...],
    identities: Path | None,
    as_json: bool,
    page: str | None,
) -> int:
    """Print why each item is in or out; with ``page``, write it as a page for the browser too."""
    refuse_shared(identities, root)
    use_own_fonts()
    library, problems = checked_library(root)
    check_names(library, briefs=(brief,), deliveries=deliveries, locales=locales)
    out = library.workspace.output
    request = BuildRequest((brief,), deliveries, locales, out=out, today=today())
    real_names = identified(identities, library, request)
    explanation = _explained(library, problems, brief, request, real_names)
    if page:
        write_whole(Path(page), explaining.page(explanation).encode())
    if as_json:
        say_json(explanation.as_json())
    elif page:
        say(f"The explanation is in {page}.")
    else:
        _say(explanation)
    stopping = relevant(library, problems, request)
    wrong = real_names[1] if real_names else ()
    told = worth_telling(stopping, (*explanation.problems, *wrong))
    tell_problems(told)
    tell_elsewhere(problems, stopping)
    return verdict(told)


def _explained(
    library: Library,
    problems: tuple[Problem, ...],
    brief: str,
    request: BuildRequest,
    real_names: Identified | None,
) -> Explanation:
    """Return the explanation; of a brief that cannot be read there is none."""
    entry = library.entry("brief", brief)
    if entry is None or entry.record is None:
        return Explanation(brief, (), ())
    with silence():
        return explaining.explain(
            library,
            brief,
            request,
            now=datetime.now(UTC),
            problems=problems,
            identified=real_names,
        )


def _say(explanation: Explanation) -> None:
    """Print each delivery with its length and its two tables."""
    for each in explanation.deliveries:
        names = (explanation.brief, each.delivery, each.addressee, each.locale)
        say(f"{' · '.join(filter(None, names))}: {_length(each)}")
        for title, decisions in (("In", each.included), ("Out", each.excluded)):
            say(f"\n{title} ({len(decisions)})")
            if decisions:
                say_table(_COLUMNS, list(_rows(decisions)))
        if each.waived:
            say(f"\nWaived ({len(each.waived)})")
            say_table(_WAIVED, [(one.rule, one.message) for one in each.waived])
        say("")
    if explanation.named_before:
        say("Named before, and not any more")
        say_table(_BEFORE, [_past(each) for each in explanation.named_before])


def _past(each: NamedBefore) -> tuple[str, ...]:
    """Return the line of a file that named somebody."""
    past = each.past
    return each.person, f"{past.brief}/{past.file}", past.date, past.withdrawn_on or ""


def _length(each: DeliveryExplanation) -> str:
    """Return what there is of each unit against its limit, what stops it, and the days left."""
    parts = [f"{each.document}"]
    for unit, count, limit in each.bars:
        known = f"{unit} unknown" if count is None else counted_as(count, unit.removesuffix("s"))
        parts.append(known + (f" of at most {limit}" if limit else ""))
    if each.untranslated:
        parts.append(f"{counted_as(each.untranslated, 'text')} untranslated")
    parts.append(f"not ready: {counted_as(each.errors, 'error')}" if each.errors else "ready")
    if each.deadline:
        days = each.deadline.days_left
        counted = counted_as(abs(days), "day")
        parts.append(f"{counted} {'to' if days >= 0 else 'past'} the deadline")
    return ", ".join(parts)


def _rows(decisions: Iterable[Decision]) -> Iterable[tuple[str, str, str]]:
    """Yield the lines of a table."""
    for each in decisions:
        yield each.id, each.kind, each.reason
