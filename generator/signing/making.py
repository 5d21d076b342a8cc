"""Signing a PDF: an update behind the bytes that were built, which stay as they are."""

from __future__ import annotations

import asyncio
import tomllib
from datetime import datetime
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from generator.signing.keys import KeyUnusableError

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner, Signer
    from pyhanko.sign.signers.pdf_signer import PdfTBSDocument
    from pyhanko.sign.timestamps import TimeStamper


@cache
def _words() -> dict[str, str]:
    """Return what a signature says of itself."""
    file = resources.files("generator.signing").joinpath("signature.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def signed(data: bytes, signer: Signer, now: datetime, stamper: TimeStamper | None = None) -> bytes:
    """Return a PDF signed at the moment ``now``; ``data`` is the beginning of it.

    With a ``stamper`` the signature has the time stamp of an authority. Raise KeyUnusableError
    where the key, or the authority, does not do it, or the certificate does not hold then.
    """
    from pyhanko.sign.timestamps.common_utils import TimestampRequestError

    certificate = signer.signing_cert
    if certificate and not certificate.not_valid_before <= now <= certificate.not_valid_after:
        raise KeyUnusableError("certificate-ended")
    try:
        return asyncio.run(_signed(data, signer, now, stamper))
    except TimestampRequestError:
        raise KeyUnusableError("stamp-refused") from None
    except Exception:  # noqa: BLE001 (the library's words may quote what is secret)
        raise KeyUnusableError("key-refused") from None


async def _signed(data: bytes, signer: Signer, now: datetime, stamper: TimeStamper | None) -> bytes:
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    from generator.signing.field import Appending, add_field

    writer = Appending(BytesIO(data))
    add_field(writer, _words()["field"], _words()["description"])
    session = _pdf_signer(signer, stamper).init_signing_session(writer)
    session.system_time = now
    room = await session.estimate_signature_container_size(None, tight=False)
    document: PdfTBSDocument = session.prepare_tbs_document(None, bytes_reserved=room)
    digest, output = document.digest_tbs_document(output=BytesIO())
    await document.perform_signature(
        digest.document_digest, PdfCMSSignedAttributes(signing_time=now)
    )
    output.seek(0)
    return bytes(output.read())


def _pdf_signer(signer: Signer, stamper: TimeStamper | None) -> PdfSigner:
    """Return what signs in the field."""
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    about = PdfSignatureMetadata(
        field_name=_words()["field"], subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    return PdfSigner(about, signer, timestamper=stamper)
