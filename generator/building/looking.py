"""The last look at a file before it gets its name on the disk."""

from __future__ import annotations

from collections.abc import Iterable

from generator.building.request import BuildRequest
from generator.inspection.forbidden import Forbidden, forbidden_to
from generator.inspection.look import Hit, look
from generator.inspection.own import Own
from generator.inspection.texts import UnreadableFileError
from generator.language.finding import telling
from generator.letter import Letter
from generator.library import Library
from generator.problems import Place, Problem, problem
from generator.selection.chosen import Selection
from generator.selection.naming import every_form


def forbidden_in(selection: Selection, library: Library, request: BuildRequest) -> Forbidden:
    """Return what the files of a document must not have.

    Whoever it is addressed to is named in it, whether or not sentences may name them.
    """
    found = forbidden_to(
        library,
        audience=selection.delivery.audience,
        locale=selection.locale,
        clearance=selection.delivery.clearance,
        on=selection.brief.date,
        today=request.today,
        surroundings=request.surroundings,
    )
    addressed = {
        word
        for each in selection.addressees
        for name in every_form(each.holder.names or {})
        for word in telling(name)
    }
    return found if found.plain.isdisjoint(addressed) else found.without(addressed)


def found_in(
    name: str,
    data: bytes,
    letter: Letter,
    forbidden: Forbidden,
    *,
    place: Place,
    id: str,  # noqa: A002 (the JSON field is called id)
) -> Problem | None:
    """Return the problem of a file that has what it must not have, or cannot be read back."""
    try:
        hits = look(name, data, Own(letter), forbidden)
    except UnreadableFileError:
        hits = (Hit("unread", "text"),)
    if not hits:
        return None
    carried = [each for each in hits if each.kind == "baggage"]
    found = [each for each in hits if each.kind not in {"baggage", "unread"}]
    if found:
        kinds = ", ".join(dict.fromkeys(each.kind for each in found))
        return problem("found-in-file", place, id=id, output=name, kinds=kinds, parts=_parts(found))
    if carried:
        return problem("file-baggage", place, id=id, output=name, parts=_parts(carried))
    return problem("file-unread", place, id=id, output=name)


def _parts(hits: Iterable[Hit]) -> str:
    """Return the parts of a file in which something was found."""
    return ", ".join(dict.fromkeys(each.part for each in hits))
