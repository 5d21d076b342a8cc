"""Signing a file that was built: the signed one stands beside it, and the manifest knows both."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.output.files import write_whole
from generator.output.manifest import add_signed
from generator.problems import Place, Problem, errors, problem
from generator.signing.keys import KeyUnusableError
from generator.signing.making import signed
from generator.verification.known import Known, known_files, out_of
from generator.verification.reading import Read, read
from generator.verification.verify import Asked, Verified, verify

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.timestamps import TimeStamper

_SUFFIX = ".signed.pdf"


@dataclass(frozen=True, slots=True)
class Signed:
    """A file that was signed: what the manifest says of it, and where it stands."""

    path: Path
    brief: str
    record: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief sign --json``."""
        names = ("delivery", "addressee", "locale", "sha256", "unsigned_sha256", "signed_at")
        return {
            "path": str(self.path.absolute()),
            "brief": self.brief,
            **{name: self.record.get(name) for name in names},
            "stamped": self.record["stamped"],
        }


def sign(
    path: Path, asked: Asked, signer: Signer, stamper: TimeStamper | None
) -> Signed | tuple[Problem, ...]:
    """Sign the file at ``path``, or return why it is not signed.

    Only a final is signed that is what was built last under its name.
    """
    place = Place(path.as_posix())
    found = verify(path, asked)
    if not _signable(found) or found.known is None:
        return (*errors(found.problems), problem("unsignable", place))
    known, out = found.known, asked.out or out_of(path, asked.root)
    name = f"{Path(known.said('file')).stem}{_SUFFIX}"
    target = out / known.brief / name
    in_the_way = _in_the_way(target, known, out, place)
    if in_the_way:
        return (in_the_way,)
    try:
        data = signed(path.read_bytes(), signer, asked.now, stamper)
    except KeyUnusableError as error:
        return (problem(error.rule, place),)
    record = {
        **known.record,
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "unsigned_sha256": known.sha256,
        "signed_at": asked.now.isoformat(timespec="seconds"),
        "stamped": stamper is not None,
    }
    add_signed(out, known.brief, record)  # first: no file that names people is unknown to it
    write_whole(target, data)
    return Signed(target, known.brief, record)


def _signable(found: Verified) -> bool:
    known = found.known
    return (
        found.verified
        and known is not None
        and known.listed == "outputs"
        and known.said("format") == "pdf"
        and not known.draft
    )


def _in_the_way(target: Path, known: Known, out: Path, place: Place) -> Problem | None:
    """Return why ``target`` is not written; a signed file of an earlier build is replaced."""
    if not target.exists():
        return None
    there = read(target, ())
    signed = [each for each in known_files(out) if each.said("signed_at")]
    same = [each for each in signed if isinstance(there, Read) and each.sha256 == there.sha256]
    again = any(each.record.get("unsigned_sha256") == known.sha256 for each in same)
    if same and not again:
        return None
    name = f"{known.brief}/{target.name}"
    return problem("signed-already" if again else "signed-in-the-way", place, signed=name)
