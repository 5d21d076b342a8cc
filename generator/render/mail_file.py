"""Letter → draft of an e-mail (RFC 5322) with its attachments, which a mail program opens to send.

The same letter gives the same bytes: no identifier and no boundary is drawn by lot.
"""

from __future__ import annotations

from datetime import datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from generator.letter import Letter
from generator.mail import Attachment, Mail
from generator.render.base import Rendered, Resources
from generator.render.mail_text import mail_text

_BOUNDARY = "=_attached"
"""What stands between the parts. "=_" is in none of them: quoted-printable writes "=3D_" and base64
ends with "=" (RFC 2045, sections 6.7 and 6.8)."""
_NOON = time(12)
"""The hour of the date, at which it is the same day nearly everywhere."""


def render(letter: Letter, _: Resources) -> Rendered:
    """Return the e-mail that ``letter`` is."""
    mail = letter.mail or Mail()
    addresses = (mail.sender or "", *mail.recipients)
    policy = SMTP.clone(utf8=not all(each.isascii() for each in addresses))
    message = EmailMessage(policy)
    message["X-Unsent"] = "1"  # Outlook and others open it as a draft, not as received
    message["Date"] = format_datetime(datetime.combine(letter.properties.date, _NOON))
    message["Subject"] = letter.properties.title
    if mail.sender:
        message["From"] = mail.sender
    if mail.recipients:
        message["To"] = ", ".join(mail.recipients)
    message.set_content(mail_text(letter), cte="quoted-printable")
    for each in mail.attachments:
        _attach(message, each)
    if mail.attachments:
        message.set_boundary(_BOUNDARY)
    message["Content-Language"] = letter.locale
    return Rendered(message.as_bytes())


def _attach(message: EmailMessage, each: Attachment) -> None:
    """Attach a file, every byte as it is."""
    main, _, sub = each.media_type.partition("/")
    message.add_attachment(each.data, maintype=main, subtype=sub, filename=each.name)
