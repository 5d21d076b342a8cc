"""``brief sign``: a signed letter verifies; with one byte changed it does not."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import outloud
import pikepdf
import pytest

from generator.problems import Place
from generator.signing import keys, library, stamping
from generator.signing.keys import KeyFile, KeyUnusableError
from generator.signing.making import signed
from generator.signing.report import signatures_of
from generator.verification import sign
from tests.cli.support import Outcome, Typed
from tests.support.keys import PASSPHRASE, authority, clock, holder
from tests.workspaces import BO_AGREED, COURTS, PEOPLE, WorkspaceFolder, fictional

PDF = "output/spring/council.en.pdf"
SIGNED = "output/spring/council.en.signed.pdf"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory, own_fonts: None) -> Path:  # noqa: ARG001 (only its effect is wanted; a fixture)
    """Return an output folder with a final PDF, made once."""
    folder = tmp_path_factory.mktemp("signing")
    made = fictional(folder / "workspace").build(
        folder / "output", deliveries=("council",), formats=("pdf", "md")
    )
    assert len(made.built) == 2, made.problems
    return folder / "output"


@dataclass(frozen=True)
class Office:
    """A workspace with a built PDF, a key, and somebody who types."""

    workspace: WorkspaceFolder
    typed: Typed
    key: Path
    passphrase: Path
    trusted: Path

    def sign(self, file: str = PDF, more: str = "") -> Outcome:
        """Sign a file with the key."""
        return self.typed(
            f"sign {file} --key {self.key} --passphrase-file {self.passphrase} {more}"
        )

    def verified(self, file: str = SIGNED, more: str = "") -> dict[str, Any]:
        """Return what is said of a file."""
        (found,) = self.typed(f"verify {file} --json {more}").json()
        return dict(found)


@pytest.fixture
def office(
    built_once: Path, typed: Typed, workspace: WorkspaceFolder, tmp_path: Path
) -> Iterator[Office]:
    """Return the fictional workspace with its PDF built, and a key outside it."""
    shutil.copytree(built_once, workspace.root / "output")
    passphrase = tmp_path / "passphrase"
    passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    key = holder().p12(tmp_path / "key.p12", authority())
    yield Office(workspace, typed, key, passphrase, authority().pem(tmp_path / "authority.pem"))
    for each in workspace.root.rglob("*.json*"):
        assert PASSPHRASE not in each.read_text(encoding="utf-8")


def test_a_signed_letter_verifies(office: Office) -> None:
    """The signed file stands beside the one that was built, which is the beginning of it."""
    outcome = office.sign()
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[1].endswith(f" {SIGNED}")
    data = (office.workspace.root / PDF).read_bytes()
    assert (office.workspace.root / SIGNED).read_bytes().startswith(data)
    found = office.verified(more=f"--trust {office.trusted}")
    assert (found["verified"], found["state"], found["problems"]) == (True, "current", [])
    (signature,) = found["signatures"]
    assert signature.pop("signed_at")
    assert signature == {
        "signer": "Harbour Watch",
        "subject": "Common Name: Harbour Watch",
        "stamped_at": None,
        "intact": True,
        "whole_file": True,
        "trusted": True,
    }
    assert office.verified(PDF)["verified"], "the unsigned file is what it was"
    manifest = json.loads(office.workspace.read("output/.internal/spring/manifest.json"))
    (record,) = manifest["signed"]
    unsigned = next(each for each in manifest["outputs"] if each["format"] == "pdf")
    assert record["unsigned_sha256"] == unsigned["sha256"] != record["sha256"]
    assert record["named"] == unsigned["named"] == ["ada_quill", "bo_lantern"]


def found_by_ear(path: Path) -> dict[str, int]:
    """Return what is wrong for who listens to a PDF, with how often."""
    result = outloud.check(str(path))
    assert not result.error
    return {f"{each.severity} {each.rule}": each.count for each in result.findings}


def test_what_the_file_claims_stays_true(office: Office) -> None:
    """The metadata are as they were built; the field is tagged, described, and off the page."""
    office.sign()
    root = office.workspace.root
    before = found_by_ear(root / PDF)

    assert found_by_ear(root / SIGNED) == before
    with pikepdf.open(root / PDF) as one, pikepdf.open(root / SIGNED) as two:
        assert two.Root.Metadata.read_bytes() == one.Root.Metadata.read_bytes()
        assert two.docinfo == one.docinfo
        (field,) = two.Root.AcroForm.Fields
        assert field.TU == "Electronic signature of this letter"
        assert (int(field.F), {float(each) for each in field.Rect}) == (132, {-9999.0})
        tree = two.Root.StructTreeRoot.ParentTree
        form = dict(zip(tree.Nums[::2], tree.Nums[1::2], strict=True))[field.StructParent]
        assert str(form.S) == "/Form"
        assert form.K.Obj.objgen == field.objgen
        assert form.P.K[-1].objgen == form.objgen


def test_whose_signature_it_is_is_not_checked_unasked(office: Office) -> None:
    """Without certificates that one trusts it says so; with another's it does not verify."""
    office.sign()
    outcome = office.typed(f"verify {SIGNED}")
    assert outcome.code == 0
    assert "note: The signature says “Harbour Watch”; whether that is so was not checked." in (
        outcome.err
    )
    assert "signer not checked" in outcome.out
    other = authority("Nobody at All").pem(office.trusted.with_name("other.pem"))
    found = office.verified(more=f"--trust {other}")
    assert (found["verified"], found["signatures"][0]["trusted"]) == (False, False)
    assert [each["rule"] for each in found["problems"]] == ["signature-untrusted"]
    assert office.verified(more=f"--trust {other} --trust {office.trusted}")["verified"]
    unreadable = office.verified(more=f"--trust {office.key}")
    assert [each["rule"] for each in unreadable["problems"]] == ["certificates-unreadable"]
    missing = office.verified(more="--trust nowhere.pem")
    assert [each["rule"] for each in missing["problems"]] == ["file-unreadable"]


def test_with_one_byte_changed_it_does_not_verify(office: Office) -> None:
    """In the text, in the signature, in its padding, and with something behind it."""
    office.sign()
    path = office.workspace.root / SIGNED
    whole = path.read_bytes()
    built = (office.workspace.root / PDF).stat().st_size
    contents = whole.index(b"/Contents <", built) + 11
    padding = whole.index(b">", contents) - 2
    places = [0, 20, *range(100, len(whole), len(whole) // 25), built, contents, padding, -1]
    for at in places:
        data = bytearray(whole)
        data[at] ^= 1
        path.write_bytes(data)
        found = office.verified()
        assert (found["verified"], found["state"]) == (False, "changed"), at
    for added in (b"\n", b"0", whole[built:]):
        path.write_bytes(whole + added)
        found = office.verified()
        assert not found["verified"]
        assert "file-appended" in [each["rule"] for each in found["problems"]]
    path.write_bytes(whole)
    assert office.verified()["verified"]


def test_what_the_signature_covers_is_what_it_says(office: Office, built_once: Path) -> None:
    """The report itself, not only the hash in the manifest, sees a change."""
    data = (built_once / "spring/council.en.pdf").read_bytes()
    with KeyFile(office.key, PASSPHRASE).signer() as signer:
        whole = signed(data, signer, NOW)
        again = signed(data, signer, NOW)
    assert whole[: len(data)] == data
    assert len(again) == len(whole)
    (signature,), said = signatures_of(whole, Place("x"), (office.trusted,), NOW)
    assert (signature.holds, signature.signed_at, said) == (True, NOW, ())
    changed = whole.replace(b"/Lang (en)", b"/Lang (de)", 1)
    (signature,), said = signatures_of(changed, Place("x"), (), NOW)
    assert (signature.intact, signature.holds) == (False, False)
    assert said[0].rule == "signature-broken"
    with KeyFile(office.key, PASSPHRASE).signer() as signer:
        twice = whole + b"\n%" + b"added\nstartxref\n0\n%%EOF\n"
    looked, said = signatures_of(twice, Place("x"), (), NOW)
    assert not any(each.holds for each in looked)
    assert {each.rule for each in said} & {"signature-not-whole", "signature-damaged"}


def test_a_certificate_that_has_ended_is_trusted_with_a_stamp_only(
    office: Office, built_once: Path
) -> None:
    """The authority of time says that it was signed while the certificate held (PAdES B-T)."""
    data = (built_once / "spring/council.en.pdf").read_bytes()
    late = datetime(2041, 1, 1, tzinfo=UTC)
    with KeyFile(office.key, PASSPHRASE).signer() as signer:
        plain = signed(data, signer, NOW)
        stamped = signed(data, signer, NOW, clock().stamper(NOW, authority()))
    (signature,), _ = signatures_of(stamped, Place("x"), (office.trusted,), NOW)
    assert (signature.stamped_at, signature.holds, signature.trusted) == (NOW, True, True)
    (signature,), said = signatures_of(plain, Place("x"), (office.trusted,), late)
    assert (signature.stamped_at, signature.intact, signature.trusted) == (None, True, False)
    assert [each.rule for each in said] == ["signature-untrusted"]


def test_a_stamp_is_asked_of_the_authority_named(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the report says when it was stamped."""
    stamper = clock().stamper(NOW, authority())
    monkeypatch.setattr(
        stamping, "Authority", lambda address: {"https://tsa.example": stamper}[address]
    )
    outcome = office.sign(more="--timestamp https://tsa.example --json")
    (made,) = outcome.json()
    assert (made["stamped"], made["path"]) == (True, str(office.workspace.root / SIGNED))
    found = office.verified(more=f"--trust {office.trusted}")
    assert found["signatures"][0]["stamped_at"] == NOW.isoformat()


def test_an_authority_that_does_not_answer_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written; the tests have no network."""

    def refused(*_: object, **__: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(stamping, "urlopen", refused)
    outcome = office.sign(more="--timestamp https://tsa.example")
    assert outcome.code == 1
    assert "error: The authority gave no time stamp." in outcome.err
    assert not (office.workspace.root / SIGNED).exists()


def test_only_what_was_built_as_a_final_is_signed(office: Office) -> None:
    """Neither a text, nor a draft, nor what was changed, replaced or withdrawn, nor twice."""
    root = office.workspace.root
    office.typed("build --draft --delivery council --to md")
    (root / "elsewhere.pdf").write_bytes((root / PDF).read_bytes() + b"\n")
    for file in (
        "output/spring/council.en.md",
        "output/spring/council.en.draft.md",
        "elsewhere.pdf",
    ):
        outcome = office.sign(file)
        assert outcome.code == 1, file
        assert f"{file}:1:1: error: Only a PDF that was built as a final" in outcome.err
    assert not list(root.rglob("*.signed.pdf"))
    shutil.copy(root / PDF, root / "mailed.pdf")
    assert office.sign("mailed.pdf").code == 0
    assert (root / SIGNED).exists(), "it stands beside the one that was built, whatever was named"
    twice = office.sign()
    assert "error: This file is signed already: spring/council.en.signed.pdf." in twice.err
    (root / SIGNED).unlink()
    assert office.sign().code == 0


def test_a_file_of_somebody_else_is_not_overwritten(office: Office) -> None:
    """What was signed by hand under the same name stays, also where one was signed before."""
    for before in (False, True):
        if before:
            (office.workspace.root / SIGNED).unlink()
            office.sign()
        (office.workspace.root / SIGNED).write_bytes(b"signed by hand")
        outcome = office.sign()
        assert outcome.code == 1
        assert f"{PDF}:1:1: error: Where the signed file would stand, " in outcome.err
        assert (office.workspace.root / SIGNED).read_bytes() == b"signed by hand"


def test_a_signed_file_is_known_before_it_stands_there(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is interrupted has no signed file that a withdrawal would not find."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(sign, "write_whole", interrupt)
        assert office.sign().code == 130
    assert not (office.workspace.root / SIGNED).exists()
    manifest = json.loads(office.workspace.read("output/.internal/spring/manifest.json"))
    assert [each["file"] for each in manifest["signed"]] == ["council.en.signed.pdf"]
    assert office.sign().code == 0
    assert office.verified()["verified"]


@pytest.mark.parametrize(
    "moment", [datetime(2019, 1, 1, tzinfo=UTC), datetime(2041, 1, 1, tzinfo=UTC)]
)
def test_a_certificate_that_does_not_hold_does_not_sign(moment: datetime, office: Office) -> None:
    """It is good from 2020 to 2040."""
    data = (office.workspace.root / PDF).read_bytes()
    with KeyFile(office.key, PASSPHRASE).signer() as signer:
        with pytest.raises(KeyUnusableError, match="certificate-ended"):
            signed(data, signer, moment)
        assert signed(data, signer, NOW)


def test_a_rebuild_leaves_the_signed_file(office: Office) -> None:
    """It is the file that was sent; verify says that the letter was built anew since."""
    office.sign()
    office.workspace.replace(COURTS, "ask for open court records;", "ask for court records;")
    before = (office.workspace.root / SIGNED).read_bytes()
    office.typed("build --delivery council --to pdf")
    assert (office.workspace.root / SIGNED).read_bytes() == before
    found = office.verified()
    assert (found["verified"], found["state"]) == (True, "replaced")
    assert office.sign().code == 0
    assert office.verified()["state"] == "current"
    (office.workspace.root / "sent.pdf").write_bytes(before)
    assert office.verified("sent.pdf")["state"] == "replaced"


def test_who_may_not_be_named_any_more_is_taken_away_signed_too(office: Office) -> None:
    """The signed file names them as well."""
    office.sign()
    office.workspace.replace(
        PEOPLE, BO_AGREED, BO_AGREED.replace("}\n", ", withdrawn_on: 2026-03-01}\n")
    )
    before = (office.workspace.root / SIGNED).read_bytes()
    outcome = office.typed("build --delivery council --to md")
    assert "spring/council.en.signed.pdf:1:1: warning" in outcome.err
    assert not (office.workspace.root / SIGNED).exists()
    moved = office.workspace.root / "output/.internal/spring/withdrawn/council.en.signed.pdf"
    assert moved.read_bytes() == before
    found = office.verified(str(moved))
    assert (found["verified"], found["state"]) == (False, "withdrawn")


WRONG = {
    "sign x.pdf": "Give the key with --key FILE.p12 or with --token MODULE.",
    "sign x.pdf --key a --token b": "Give the key with --key FILE.p12 or with --token MODULE.",
    "sign x.pdf --token b": "Say with --key-label what the key is called on the token.",
    "sign x.pdf --key a --timestamp ftp://x": "The address of an authority begins with https://",
    "sign x.pdf --key a": "Nobody can be asked for the passphrase here; give it with",
}


@pytest.mark.parametrize("line", WRONG)
def test_wrong_usage(line: str, typed: Typed) -> None:
    """With what to type instead."""
    outcome = typed(line)
    assert outcome.code == 2
    assert outcome.error().startswith(WRONG[line])


def test_a_wrong_passphrase_is_told_and_not_shown(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the right one nor the wrong one."""
    office.passphrase.write_text("wrong horse\n", encoding="utf-8")
    outcome = office.sign()
    assert outcome.code == 1
    assert "key.p12:1:1: error: The key cannot be taken from this file" in outcome.err
    assert "horse" not in outcome.err + outcome.out + caplog.text
    office.key.write_bytes(b"no key")
    assert "The key cannot be taken from this file" in office.sign().err
    office.key.unlink()
    assert "No such file" in office.sign().err


def test_whoever_sits_there_is_asked(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without showing what is typed."""
    asked = []

    def prompt(text: str, **how: object) -> str:
        asked.append((text, how["hide_input"], how["err"]))
        return PASSPHRASE

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(click, "prompt", prompt)
    assert office.typed(f"sign {PDF} --key {office.key}").code == 0
    assert asked == [("Passphrase", True, True)]


def test_a_key_says_nothing_of_its_passphrase() -> None:
    """Where a key is shown, as in a traceback, the passphrase is not."""
    token = keys.Token(Path("a.so"), "office", "seal", None, PASSPHRASE)
    assert PASSPHRASE not in repr(token) + repr(KeyFile(Path("k"), PASSPHRASE))


def test_without_the_library_the_remedy_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else needs it; what is signed is verified by its hash."""
    office.sign()
    monkeypatch.setattr(library, "find_spec", lambda _: None)
    outcome = office.sign()
    assert outcome.code == 1
    assert 'Install it with: pip install "advocacy-briefs[signing]"' in outcome.err
    found = office.verified()
    assert (found["verified"], found["signatures"]) == (True, [])
    assert [each["rule"] for each in found["problems"]] == ["signature-unread"]


def test_a_token_is_opened_with_what_was_typed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The module, the labels and the PIN; the session is closed whatever happens."""
    from pyhanko.sign import pkcs11

    seen: list[Any] = []

    class Session:
        """Stands for a token that is open."""

        def close(self) -> None:
            """Note that it was closed."""
            seen.append("closed")

    def opened(module: str, *, token_criteria: Any, user_pin: str) -> Session:
        seen.append((module, token_criteria.label, user_pin))
        return Session()

    def signer(session: Session, *, cert_label: str | None, key_label: str) -> Any:
        seen.append((type(session).__name__, cert_label, key_label))
        return file_signer

    monkeypatch.setattr(pkcs11, "open_pkcs11_session", opened)
    monkeypatch.setattr(pkcs11, "PKCS11Signer", signer)
    labels = "--token-label office --key-label seal --cert-label round"
    line = f"sign {PDF} --token /lib/t.so {labels} --passphrase-file {office.passphrase}"
    with KeyFile(office.key, PASSPHRASE).signer() as file_signer:
        assert office.typed(line).code == 0
    assert seen == [("/lib/t.so", "office", PASSPHRASE), ("Session", "round", "seal"), "closed"]
    assert office.verified()["verified"]
    monkeypatch.undo()
    (office.workspace.root / SIGNED).unlink()
    outcome = office.typed(line)
    assert "/lib/t.so:1:1: error: The token cannot be opened with this module." in outcome.err
