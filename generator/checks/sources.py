"""Evidence rests on sources, and a recommendation on evidence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import Library
from generator.model.content import Evidence, Recommendation, Response
from generator.model.people import Case
from generator.problems import Problem, problem


def evidence_is_sourced(library: Library) -> Iterator[Problem]:
    """Yield a problem for each statement without a source and each ask without evidence."""
    for kind in ("evidence", "response", "case", "recommendation"):
        for entry in library.entries(kind):
            match entry.record:
                case Evidence(sources=()) | Response(sources=()):
                    where = entry.place("sources", key=True)
                    yield problem("evidence-without-source", where, id=entry.id, kind=kind)
                case Case(history=history):
                    for index, event in enumerate(history):
                        if not event.sources:
                            where = entry.place("history", index, "sources", key=True)
                            yield problem(
                                "evidence-without-source", where, id=entry.id, kind="event"
                            )
                case Recommendation(evidence=()):
                    where = entry.place("evidence", key=True)
                    yield problem("recommendation-without-evidence", where, id=entry.id)
                case _:
                    pass
