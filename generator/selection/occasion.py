"""The occasion of a document: to whom it goes, what it is written for, what it goes out with."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.brief import Meeting
from generator.model.directory import Holder, Office
from generator.selection.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Addressee:
    """An office with the person who holds it on the letter's date, and the file that says so."""

    office: Office
    holder: Holder
    file: str


@dataclass(frozen=True, slots=True)
class ChosenMeeting:
    """What the document is written for."""

    name: Sentence
    place: Sentence
    session: Sentence | None
    topic: Sentence | None
    record: Meeting


@dataclass(frozen=True, slots=True)
class Accompanied:
    """The document that this one goes out with: what it is called, and the languages it is in."""

    document: Sentence
    subject: Sentence
    locales: tuple[str, ...]
