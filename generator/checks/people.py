"""Naming holds: whoever is named has a basis, whoever is not can still be spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.library import Library
from generator.model.people import Person
from generator.problems import Problem, problem


def naming_holds(library: Library) -> Iterator[Problem]:
    """Yield a problem for each person whose naming or withholding is not complete."""
    for entry in library.entries("person"):
        person = cast("Person | None", entry.record)
        if person is None:
            continue
        naming = person.naming
        if naming and naming.basis == "public-record" and naming.source is None:
            yield problem("naming-without-source", entry.place("naming", key=True), id=person.id)
        if not person.withheld_as and not naming:
            yield problem("withheld-form-missing", entry.place("id"), id=person.id)
