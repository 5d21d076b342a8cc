"""E-mails: headers, texts, and what is attached."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import SMTP
from typing import cast

from generator.inspection.pieces import Piece
from generator.inspection.texts import pieces_of


def pieces(data: bytes, depth: int) -> Iterator[Piece]:
    """Yield the texts of an e-mail."""
    message = message_from_bytes(data, policy=SMTP)
    for part in message.walk():
        yield Piece("headers", "\n".join(f"{name}: {value}" for name, value in part.items()))
        if part.is_multipart():
            continue
        content = cast("bytes", part.get_payload(decode=True))
        name = part.get_filename()
        if name is None and part.get_content_maintype() == "text":
            yield Piece("text", content.decode(part.get_content_charset("utf-8"), "replace"))
            continue
        for each in pieces_of(name or "", content, depth=depth + 1):
            yield each.inside("attachments")
