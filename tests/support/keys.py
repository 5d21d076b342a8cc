"""Keys and certificates for tests, valid from 2020 to 2040 and known to nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
PASSPHRASE = "correct horse"  # noqa: S105 (of a key that nobody has)


@dataclass(frozen=True)
class Holder:
    """Somebody with a key: an authority that vouches for others, or who signs."""

    name: str
    key: RSAPrivateKey
    certificate: x509.Certificate

    def p12(self, path: Path, *above: Holder, passphrase: str = PASSPHRASE) -> Path:
        """Write the key with its certificates to a file under the passphrase."""
        data = pkcs12.serialize_key_and_certificates(
            b"key",
            self.key,
            self.certificate,
            [each.certificate for each in above],
            BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption(),
        )
        path.write_bytes(data)
        return path

    def pem(self, path: Path) -> Path:
        """Write the certificate to a file."""
        path.write_bytes(self.certificate.public_bytes(Encoding.PEM))
        return path

    def stamper(self, moment: datetime, *above: Holder) -> DummyTimeStamper:
        """Return an authority of time stamps, with this key, that says ``moment``."""
        known = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # has no types
        known.register_multiple([_asn1(each) for each in above])
        der = self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        key = asn1_keys.PrivateKeyInfo.load(der)
        return DummyTimeStamper(_asn1(self), key, certs_to_embed=known, fixed_dt=moment)


def _asn1(holder: Holder) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(holder.certificate.public_bytes(Encoding.DER))


@cache
def authority(name: str = "Coast Authority") -> Holder:
    """Return an authority that vouches for itself."""
    return _made(name, None, None)


@cache
def holder(name: str = "Harbour Watch") -> Holder:
    """Return somebody for whom the authority vouches."""
    return _made(name, authority(), None)


@cache
def clock(name: str = "Coast Clock") -> Holder:
    """Return who stamps times, for whom the authority vouches."""
    return _made(name, authority(), ExtendedKeyUsageOID.TIME_STAMPING)


def _use(*, authority: bool) -> x509.KeyUsage:
    """Return what a key is for: to sign certificates, or files."""
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_cert_sign=authority,
        crl_sign=authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _made(name: str, issuer: Holder | None, use: x509.ObjectIdentifier | None) -> Holder:
    key = generate_private_key(65537, 2048)
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer.certificate.subject if issuer else own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    builder = builder.add_extension(_use(authority=issuer is None), critical=True)
    if use:
        builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=True)
    return Holder(name, key, builder.sign(issuer.key if issuer else key, hashes.SHA256()))
