"""The files that a document goes out with."""

from __future__ import annotations

from generator.building.request import Built
from generator.mail import Attachment
from generator.model.brief import Brief, Delivery
from generator.render.formats import FORMATS


def accompanied_by(delivery: Delivery, brief: Brief) -> tuple[str, ...]:
    """Return the formats of the files that a delivery goes out with; none where it goes alone."""
    found = (each.formats for each in brief.deliveries if each.id == delivery.accompanies)
    return tuple(dict.fromkeys(next(found, ())))


def attached(files: tuple[Built, ...], formats: tuple[str, ...]) -> tuple[Attachment, ...] | None:
    """Return ``files`` as attachments, one of each of ``formats``; nothing where one is missing."""
    by_format = {each.format: each for each in files}
    if not by_format.keys() >= set(formats):
        return None
    return tuple(_attachment(by_format[each]) for each in formats)


def _attachment(file: Built) -> Attachment:
    return Attachment(
        name=file.path.name,
        media_type=FORMATS[file.format].media_type,
        data=file.path.read_bytes(),
        sha256=file.sha256,
        pages=file.pages,
    )
