"""The round trip with a translator: a file out, a file back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import click

from generator.catalogues.catalogue import Review, is_blank
from generator.catalogues.exchange import EXCHANGES, Exchange
from generator.catalogues.files import lock_file
from generator.catalogues.glossary import glossary_of
from generator.catalogues.rows import Asked, messages_for
from generator.catalogues.taking import take
from generator.catalogues.update import open_locale
from generator.checks.sentences import KnownNames
from generator.cli.output import counted_as, say, tell
from generator.cli.work.telling import tell_problems, verdict
from generator.cli.work.translate import Sources, contexts_of, read_sources
from generator.model.base import Sensitivity
from generator.output.files import locked, write_whole
from generator.selection.naming import tells


def run_export(
    root: Path,
    *,
    locale: str,
    ending: str | None,
    clearance: str,
    everything: bool,
    briefs: Sequence[str],
    file: str,
) -> int:
    """Write what is to be translated into ``locale`` to ``file``."""
    sources = read_sources(root, (locale,))
    if sources is None:
        return 1
    _refuse_target(root, Path(file))
    exchange = EXCHANGES[ending or _ending(file)]
    opened = open_locale(root, locale, sources.messages, sources.never_told)
    if opened.problems:
        tell_problems(opened.problems)
        return 1
    contexts = contexts_of(sources.library, tuple(briefs))
    asked = Asked(cast("Sensitivity", clearance), everything=everything, contexts=contexts)
    several = list(messages_for(sources.messages, asked))
    data, rows = exchange.write(several, opened, everything)
    write_whole(Path(file), data)
    say(f"{file}: {counted_as(rows, 'text')} to translate into {locale}.")
    all_of_them = messages_for(sources.messages, replace(asked, clearance="internal"))
    above = sum(1 for _ in all_of_them) - len(several)
    if above:
        say(f"{counted_as(above, 'text')} above the clearance “{clearance}” left out.")
    return 0


def run_import(root: Path, *, locale: str, reviewer: str | None, today: date, file: str) -> int:
    """Take back what ``file`` translates; write each catalogue that changes."""
    review = _review(reviewer, today)
    sources = read_sources(root, (locale,))
    if sources is None:
        return 1
    exchange = EXCHANGES[_ending(file)]
    data = Path(file).read_bytes()
    with locked(lock_file(root, locale)):
        return _take(sources, exchange, data, locale=locale, review=review, file=file)


def _take(
    sources: Sources,
    exchange: Exchange,
    data: bytes,
    *,
    locale: str,
    review: Review | None,
    file: str,
) -> int:
    """Take the rows of a file into the catalogues as they are now."""
    root = sources.root
    opened = open_locale(root, locale, sources.messages, sources.never_told)
    rows, problems = exchange.read(data, locale, Path(file).name)
    if opened.problems or problems:
        tell_problems((*opened.problems, *problems))
        return 1
    messages = [each for several in sources.messages.values() for each in several]
    names = KnownNames(sources.library)
    taken = take(
        rows,
        messages,
        opened,
        glossary=glossary_of(sources.library, locale),
        file=Path(file).name,
        review=review,
        names_person=lambda text: (
            names.written_out(text) is not None or tells(text, sources.never_told)
        ),
    )
    for path, text in opened.changed():
        write_whole(path, text.encode())
    tell_problems(taken.problems)
    refused = len({each.place.line for each in taken.problems})
    say(
        f"{counted_as(taken.changed, 'translation')} taken, {taken.same} as before,"
        f" {counted_as(refused, 'row')} with problems."
    )
    if review:
        tell(f"{counted_as(taken.reviewed, 'translation')} recorded as reviewed by {review.by}.")
    return verdict(taken.problems)


def _review(reviewer: str | None, today: date) -> Review | None:
    """Return the review that an import stands for, if somebody is named."""
    if reviewer is None:
        return None
    if is_blank(reviewer) or not reviewer.isprintable():
        raise click.UsageError(
            "--reviewed-by takes the name of a person, in one line.",
            ctx=click.get_current_context(),
        )
    return Review(" ".join(reviewer.split()), today)


def _refuse_target(root: Path, target: Path) -> None:
    """Refuse to write over what is no export: the workspace's own files, a folder, a device."""
    inside = any(
        target.resolve().is_relative_to((root / each).resolve())
        for each in ("recommendations", "briefs", "templates", "locales")
    )
    if inside or target.is_symlink() or (target.exists() and not target.is_file()):
        raise click.UsageError(
            f"“{target}” is not written over; name a new file outside the workspace's own folders.",
            ctx=click.get_current_context(),
        )


def _ending(file: str) -> str:
    """Return the format that the name of a file tells."""
    ending = Path(file).suffix.lower().removeprefix(".")
    if ending not in EXCHANGES:
        raise click.UsageError(
            f"“{file}” ends neither in .xlsx nor in .po; name it after its format.",
            ctx=click.get_current_context(),
        )
    return ending
