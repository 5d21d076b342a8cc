"""What the signatures in a PDF are worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.problems import Place, Problem, problem
from generator.signing.library import is_there

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

_MARK = b"/ByteRange"
_USES = {"non_repudiation", "digital_signature"}


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: whose, from when, and whether it holds.

    ``signed_at``: when, as the signer's machine says; ``stamped_at``: as an authority says, if
    its stamp is intact. ``intact``: nothing that it covers was changed. ``whole``: it covers the
    whole file. ``trusted``: whether somebody trusted vouches for the signer; ``None``: not asked.
    """

    signer: str
    subject: str
    signed_at: datetime | None
    stamped_at: datetime | None
    intact: bool
    whole: bool
    trusted: bool | None

    @property
    def holds(self) -> bool:
        """Tell whether nothing speaks against it."""
        return self.intact and self.whole and self.trusted is not False

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``signatures`` in ``brief verify --json``."""
        return {
            "signer": self.signer,
            "subject": self.subject,
            "signed_at": self.signed_at.isoformat() if self.signed_at else None,
            "stamped_at": self.stamped_at.isoformat() if self.stamped_at else None,
            "intact": self.intact,
            "whole_file": self.whole,
            "trusted": self.trusted,
        }


Looked = tuple[tuple[Signature, ...], tuple[Problem, ...]]


def signatures_of(data: bytes, place: Place, trusted: tuple[Path, ...], now: datetime) -> Looked:
    """Return the signatures of a PDF, and what is to be said of them.

    ``trusted``: files of certificates; whom they vouch for at the moment ``now`` is trusted.
    """
    if _MARK not in data:
        return (), ()
    if not is_there():
        return (), (problem("signature-unread", place),)
    anchors = _certificates(trusted)
    if isinstance(anchors, Problem):
        return (), (anchors,)
    try:
        found = tuple(_signatures(data, anchors, now))
    except Exception:  # noqa: BLE001 (whatever a damaged signature comes to)
        return (), (problem("signature-damaged", place),)
    return found, tuple(said for each in found for said in _said(each, place))


def _said(each: Signature, place: Place) -> Iterator[Problem]:
    """Yield what is to be said of a signature."""
    if not each.intact:
        yield problem("signature-broken", place, signer=each.signer)
    elif not each.whole:
        yield problem("signature-not-whole", place, signer=each.signer)
    if each.trusted is None:
        yield problem("signature-unchecked", place, signer=each.signer)
    elif not each.trusted:
        yield problem("signature-untrusted", place, signer=each.signer)


def _certificates(files: tuple[Path, ...]) -> list[Certificate] | Problem:
    """Return the certificates in ``files``, or why one of them has none."""
    found: list[Certificate] = []
    for file in files:
        place = Place(file.as_posix())
        try:
            there = _read(file)
        except OSError as error:
            return problem("file-unreadable", place, reason=error.strerror or type(error).__name__)
        except Exception:  # noqa: BLE001 (whatever the library says of a file that is none)
            there = []
        if not there:
            return problem("certificates-unreadable", place)
        found += there
    return found


def _read(file: Path) -> list[Certificate]:
    """Return the certificates in a file; raise what comes of one that has none."""
    from pyhanko.keys import load_certs_from_pemder

    found = load_certs_from_pemder([str(file)])  # type: ignore[no-untyped-call]  # has no types
    return [each for each in found if each.subject.native]


def _signatures(data: bytes, anchors: list[Certificate], now: datetime) -> Iterator[Signature]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    embedded = PdfFileReader(BytesIO(data)).embedded_regular_signatures
    if not embedded:
        raise ValueError
    for each in embedded:
        status = _status(each, anchors, now)
        stamp = status.timestamp_validity
        stamped = stamp.timestamp if stamp and stamp.intact and stamp.valid else None
        found = _signature(each, status, stamped)
        if stamp and stamped and stamp.trusted and not status.trusted:
            # it was made while the certificate held, and somebody trusted says so
            status = _status(each, anchors, stamped)
        yield replace(found, trusted=status.trusted if anchors else None)


def _status(
    each: EmbeddedPdfSignature, anchors: list[Certificate], moment: datetime
) -> PdfSignatureStatus:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=anchors, moment=moment, allow_fetching=False)
    uses = KeyUsageConstraints(key_usage=_USES, match_all_key_usages=False)
    return validate_pdf_signature(each, context, key_usage_settings=uses, skip_diff=True)


def _signature(
    each: EmbeddedPdfSignature, status: PdfSignatureStatus, stamped: datetime | None
) -> Signature:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    subject = status.signing_cert.subject
    names = subject.native
    sound = status.intact and status.valid
    stamp = status.timestamp_validity
    return Signature(
        signer=str(names.get("common_name") or subject.human_friendly),
        subject=subject.human_friendly,
        signed_at=each.self_reported_timestamp,
        stamped_at=stamped,
        intact=sound and (stamp is None or stamped is not None),
        whole=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        trusted=None,
    )
