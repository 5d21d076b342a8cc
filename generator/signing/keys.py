"""The key that signs: in a file, or on a token that never gives it away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer


class KeyUnusableError(Exception):
    """A key that cannot sign; ``rule`` words the problem. It never holds the passphrase."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key with its certificates in a PKCS#12 file, under a passphrase."""

    path: Path
    passphrase: str = field(repr=False)

    @contextmanager
    def signer(self) -> Iterator[Signer]:
        """Give what signs with the key; raise OSError, or KeyUnusableError."""
        from pyhanko.sign.signers import SimpleSigner

        data = self.path.read_bytes()
        try:
            signer = SimpleSigner.load_pkcs12_data(
                data, other_certs=(), passphrase=self.passphrase.encode() or None
            )
        except Exception:  # noqa: BLE001 (the library's words may quote what is secret)
            raise KeyUnusableError("key-unusable") from None
        yield signer


@dataclass(frozen=True, slots=True)
class Token:
    """A key on a PKCS#11 token: the module that speaks with it, and what things are called there.

    Without ``certificate``, it is called as the key is.
    """

    module: Path
    label: str | None
    key: str
    certificate: str | None
    passphrase: str = field(repr=False)

    @contextmanager
    def signer(self) -> Iterator[Signer]:
        """Give what signs on the token, and leave the token afterwards; raise KeyUnusableError."""
        from pyhanko.config.pkcs11 import TokenCriteria
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

        criteria = TokenCriteria(label=self.label) if self.label else None
        try:
            session = open_pkcs11_session(
                str(self.module), token_criteria=criteria, user_pin=self.passphrase or None
            )
        except Exception:  # noqa: BLE001 (each module has errors of its own)
            raise KeyUnusableError("token-unusable") from None
        try:
            signer = PKCS11Signer(session, cert_label=self.certificate, key_label=self.key)
            if not _has_certificate(signer):
                raise KeyUnusableError("token-key-missing")
            yield signer
        finally:
            session.close()


def _has_certificate(signer: Signer) -> bool:
    """Tell whether the token has the certificate; asking reads it."""
    try:
        return signer.signing_cert is not None
    except Exception:  # noqa: BLE001 (as above)
        return False


Key = KeyFile | Token
