"""What an e-mail has besides its text: who sends it, who gets it, and what is attached."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Attachment:
    """A finished file that an e-mail takes along.

    ``pages``: of a format that has pages.
    """

    name: str
    media_type: str
    data: bytes = field(repr=False)
    sha256: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """The envelope of an e-mail; the sender may be unknown, and so may who gets it."""

    sender: str | None = None
    recipients: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
