"""The round trip with a translator: a file out, a file back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import click

from generator.catalogues.exchange import EXCHANGES
from generator.catalogues.glossary import glossary_of
from generator.catalogues.rows import Asked, messages_for
from generator.catalogues.taking import review_of, take
from generator.catalogues.update import open_locale
from generator.cli.output import counted_as, say, tell
from generator.cli.work.telling import tell_problems, verdict
from generator.cli.work.translate import contexts_of, read_sources
from generator.model.base import Sensitivity
from generator.model.glossary import Term
from generator.output.files import write_whole


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
    exchange = EXCHANGES[ending or _ending(file)]
    opened = open_locale(root, locale, sources.messages)
    if opened.problems:
        tell_problems(opened.problems)
        return 1
    contexts = contexts_of(sources.library, tuple(briefs))
    asked = Asked(cast("Sensitivity", clearance), everything=everything, contexts=contexts)
    data, rows = exchange.write(messages_for(sources.messages, asked), opened, everything)
    write_whole(Path(file), data)
    say(f"{file}: {counted_as(rows, 'text')} to translate into {locale}.")
    return 0


def run_import(root: Path, *, locale: str, reviewer: str | None, today: date, file: str) -> int:
    """Take back what ``file`` translates; write each catalogue that changes."""
    sources = read_sources(root, (locale,))
    if sources is None:
        return 1
    exchange = EXCHANGES[_ending(file)]
    data = Path(file).read_bytes()
    opened = open_locale(root, locale, sources.messages)
    rows, problems = exchange.read(data, locale, Path(file).name)
    if opened.problems or problems:
        tell_problems((*opened.problems, *problems))
        return 1
    messages = [each for several in sources.messages.values() for each in several]
    review = review_of(reviewer, today)
    taken = take(
        rows,
        messages,
        opened,
        glossary=glossary_of(sources.library.all(Term), locale),
        file=Path(file).name,
        review=review,
    )
    for path, text in opened.changed():
        write_whole(path, text.encode())
    tell_problems(taken.problems)
    refused = len({each.place.line for each in taken.problems})
    say(
        f"{counted_as(taken.changed, 'translation')} taken, {taken.same} as before,"
        f" {counted_as(refused, 'row')} with problems."
    )
    if reviewer:
        tell(f"{counted_as(taken.reviewed, 'translation')} recorded as reviewed by {reviewer}.")
    return verdict(taken.problems)


def _ending(file: str) -> str:
    """Return the format that the name of a file tells."""
    ending = Path(file).suffix.lower().removeprefix(".")
    if ending not in EXCHANGES:
        raise click.UsageError(
            f"“{file}” ends neither in .xlsx nor in .po; say which with --to, or name it so.",
            ctx=click.get_current_context(),
        )
    return ending
