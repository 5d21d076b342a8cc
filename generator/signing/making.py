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
    where the key, or the authority, does not do it.
    """
    from pyhanko.sign.timestamps.common_utils import TimestampRequestError

    try:
        return asyncio.run(_signed(data, signer, now, stamper))
    except TimestampRequestError:
        raise KeyUnusableError("stamp-refused") from None
    except Exception:  # noqa: BLE001 (the library's words may quote what is secret)
        raise KeyUnusableError("key-refused") from None


async def _signed(data: bytes, signer: Signer, now: datetime, stamper: TimeStamper | None) -> bytes:
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    session = _pdf_signer(signer, stamper).init_signing_session(_writer(data))
    session.system_time = now
    room = await session.estimate_signature_container_size(None, tight=False)
    document: PdfTBSDocument = session.prepare_tbs_document(None, bytes_reserved=room)
    digest, output = document.digest_tbs_document(output=BytesIO())
    await document.perform_signature(
        digest.document_digest, PdfCMSSignedAttributes(signing_time=now)
    )
    output.seek(0)
    return bytes(output.read())


def _writer(data: bytes):  # type: ignore[no-untyped-def]
    """Return a writer that appends to ``data`` and leaves the metadata as it was built.

    Why: the library would write the time and the time zone of this machine there, and its own
    name, and would write the claims of PDF/A and PDF/UA anew.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Appending(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            return

    return Appending(BytesIO(data))


def _pdf_signer(signer: Signer, stamper: TimeStamper | None) -> PdfSigner:
    """Return what signs, in a field that nobody sees.

    It stands outside the page: PDF/A wants it to be printable, and PDF/UA wants a field without
    a tag to be hidden or off the page.
    """
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    words = _words()
    field = SigFieldSpec(
        words["field"],
        invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
        readable_field_name=words["description"],
    )
    about = PdfSignatureMetadata(
        field_name=words["field"], subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    return PdfSigner(about, signer, timestamper=stamper, new_field_spec=field)
