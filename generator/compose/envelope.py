"""The envelope of a document that goes out as an e-mail with another one."""

from __future__ import annotations

from generator.mail import Attachment, Mail
from generator.selection.chosen import Selection


def mail_of(selection: Selection, attachments: tuple[Attachment, ...]) -> Mail | None:
    """Return who sends it, who gets it and what is attached; none where it goes with nothing."""
    if selection.delivery.accompanies is None:
        return None
    recipients = (each.office.email for each in selection.addressees)
    return Mail(
        sender=selection.brief.contact.email,
        recipients=tuple(dict.fromkeys(each for each in recipients if each)),
        attachments=attachments,
    )
