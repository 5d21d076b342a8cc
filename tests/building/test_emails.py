"""An e-mail goes out with the files of a document, each byte of them, and never without."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.building import BuildResult, Built
from generator.render.formats import FORMATS
from tests.workspaces import BRIEF, COURTS, OFFICES, WorkspaceFolder, as_told

MAIL = """\
  - id: mail
    audience: eu
    document: cover-email
    accompanies: council
    addressees: [commissioner, chair_of_council]
    locales: [en]
    formats: [eml, md]
    subject: Our letter before the spring meeting
    opening: ["We send you our letter on courts and the press. {chair_of_council} has it too."]
"""
EACH = "\n    jointly: false\n    locales: [en]"


@pytest.fixture
def mailing(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace with a letter in two formats, and an e-mail that it goes out with."""
    workspace.append(BRIEF, MAIL)
    workspace.replace(BRIEF, "formats: [md]\n  - id: geneva", "formats: [docx, md]\n  - id: geneva")
    for office in ("commissioner", "chair_of_council"):
        address = f"  - id: {office}\n    email: {office}@council.example\n"
        workspace.replace(OFFICES, f"  - id: {office}\n", address)
    return workspace


def each_its_own(workspace: WorkspaceFolder, delivery: str) -> None:
    """Let each addressee of a delivery get its own."""
    before, at, after = workspace.read(BRIEF).partition(f"  - id: {delivery}\n")
    workspace.write(BRIEF, before + at + after.replace("\n    locales: [en]", EACH, 1))


def parsed(data: bytes) -> EmailMessage:
    """Return an e-mail as the standard library reads it."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def file(built: BuildResult, name: str) -> Built:
    """Return a file that was built, by its name."""
    return next(each for each in built.built if each.path.name == name)


def attached(message: EmailMessage) -> dict[str | None, bytes]:
    """Return what is attached to an e-mail, by name."""
    found = {each.get_filename(): each.get_payload(decode=True) for each in message.walk()}
    return {name: data for name, data in found.items() if name and isinstance(data, bytes)}


def test_an_email_has_the_files_of_the_letter_byte_for_byte(mailing: WorkspaceFolder) -> None:
    """It is a draft for the mail program, with everything but a signature of its own."""
    built = mailing.build(deliveries=("mail",))
    assert as_told(built.problems) == ""
    message = parsed(file(built, "mail.en.eml").path.read_bytes())
    out = mailing.root / "out/spring"
    assert attached(message) == {
        name: (out / name).read_bytes() for name in ("council.en.docx", "council.en.md")
    }
    kinds = [each.get_content_type() for each in message.iter_attachments()]
    assert kinds == [FORMATS["docx"].media_type, "text/markdown"]
    assert dict(message.items()) == {
        "X-Unsent": "1",
        "Date": "Mon, 02 Mar 2026 12:00:00 -0000",
        "Subject": "Our letter before the spring meeting",
        "From": "office@example.org",
        "To": "chair_of_council@council.example, commissioner@council.example",
        "Content-Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/mixed; boundary="=_attached"',
    }


def test_the_text_of_an_email(mailing: WorkspaceFolder) -> None:
    """The subject stands in its head only; what every page says stands last."""
    message = parsed(file(mailing.build(), "mail.en.eml").path.read_bytes())
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == (
        "Excellency,\nDear Mr Reed,\n\n"
        "We send you our letter on courts and the press."
        " Chair of the Council has it too.\n\n"
        "Attached – Letter: Ruritania: courts and the press\n\n"
        "- council.en.docx\n- council.en.md\n\n"
        "Language: English\n\n"
        "Yours faithfully,\nYours sincerely,\n\n"
        "Harbour Watch\n\n"
        "Contact: office@example.org\n\n"
        "A fictional letter.\n"
    )


def test_the_markdown_begins_with_the_subject(mailing: WorkspaceFolder) -> None:
    """For who writes from a mail program of their own."""
    text = file(mailing.build(), "mail.en.md").path.read_text(encoding="utf-8")
    assert text.startswith("# Subject: Our letter before the spring meeting\n\n> A fictional")
    draft = mailing.build(draft=True)
    text = file(draft, "mail.en.draft.md").path.read_text(encoding="utf-8")
    assert text.startswith("# Subject: Our letter before the spring meeting\n\n**Draft")


def test_two_builds_give_the_same_bytes(mailing: WorkspaceFolder, tmp_path: Path) -> None:
    """Nothing in an e-mail is drawn by lot, and it does not matter how many processes build."""
    one = mailing.build(tmp_path / "one")
    two = mailing.build(tmp_path / "two", jobs=2)
    assert [each.path.name for each in one.built] == [each.path.name for each in two.built]
    assert [each.sha256 for each in one.built] == [each.sha256 for each in two.built]
    later = mailing.build(tmp_path / "later", date=date(2026, 3, 3))
    mail = parsed(file(later, "mail.en.eml").path.read_bytes())
    assert mail["Date"] == "Tue, 03 Mar 2026 12:00:00 -0000"


def test_an_email_comes_after_its_letter(mailing: WorkspaceFolder) -> None:
    """Wherever it stands in the brief; building it alone builds the letter too, nothing else."""
    text = mailing.read(BRIEF).replace(MAIL, "")
    mailing.write(BRIEF, text.replace("deliveries:\n", "deliveries:\n" + MAIL))
    names = [each.path.name for each in mailing.build(deliveries=("mail",)).built]
    assert names == ["council.en.docx", "council.en.md", "mail.en.eml", "mail.en.md"]


def test_the_letter_is_built_as_it_goes_out(mailing: WorkspaceFolder) -> None:
    """An e-mail takes the formats of the letter along, whatever was asked for on the way."""
    eml = mailing.build(formats=("eml",))
    assert [each.path.name for each in eml.built] == [
        "council.en.docx",
        "council.en.md",
        "mail.en.eml",
    ]
    html = mailing.build(deliveries=("mail", "council"), formats=("html",))
    assert [each.path.name for each in html.built] == [
        "council.en.docx",
        "council.en.md",
        "council.en.html",
        "mail.en.html",
    ]
    assert "council.en.html" not in file(html, "mail.en.html").path.read_text(encoding="utf-8")


def test_each_gets_its_own_letter(mailing: WorkspaceFolder) -> None:
    """Nobody gets the letter to somebody else."""
    each_its_own(mailing, "council")
    each_its_own(mailing, "mail")
    built = mailing.build(deliveries=("mail",), jobs=2)
    assert as_told(built.problems) == ""
    for office in ("commissioner", "chair_of_council"):
        message = parsed(file(built, f"mail.{office}.en.eml").path.read_bytes())
        assert message["To"] == f"{office}@council.example"
        letter = file(built, f"council.{office}.en.docx")
        assert list(attached(message)) == [letter.path.name, f"council.{office}.en.md"]
        assert attached(message)[letter.path.name] == letter.path.read_bytes()


def test_each_gets_the_joint_letter(mailing: WorkspaceFolder) -> None:
    """One letter to several goes out with an e-mail to each."""
    each_its_own(mailing, "mail")
    built = mailing.build(deliveries=("mail",))
    message = parsed(file(built, "mail.commissioner.en.eml").path.read_bytes())
    assert (message["To"], sorted(map(str, attached(message)))) == (
        "commissioner@council.example",
        ["council.en.docx", "council.en.md"],
    )


def test_an_address_that_is_not_known_is_left_open(mailing: WorkspaceFolder) -> None:
    """The e-mail is a draft: who sends it fills it in."""
    mailing.replace(
        BRIEF, "contact: {email: office@example.org}", "contact: {web: 'https://e.org'}"
    )
    for office in ("commissioner", "chair_of_council"):
        mailing.replace(OFFICES, f"    email: {office}@council.example\n", "")
    message = parsed(file(mailing.build(), "mail.en.eml").path.read_bytes())
    assert (message["From"], message["To"]) == (None, None)


def test_letters_of_all_alphabets(mailing: WorkspaceFolder) -> None:
    """In the subject, in an address and in the text."""
    mailing.replace(BRIEF, "Our letter before the spring meeting", "Қазақстан, „Straße“")
    mailing.replace(OFFICES, "commissioner@council", "müller@council")
    message = parsed(file(mailing.build(), "mail.en.eml").path.read_bytes())
    assert message["Subject"] == "Қазақстан, „Straße“"
    assert message["To"] == "chair_of_council@council.example, müller@council.example"


def test_no_email_without_its_letter(mailing: WorkspaceFolder) -> None:
    """Where a letter is refused, so is what it goes out with; the other letters are built."""
    mailing.replace(COURTS, "ask: Have judges appointed", "ask: Have {nobody} appointed")
    refused = mailing.build()
    assert refused.built == ()
    mailing.replace(COURTS, "ask: Have {nobody} appointed", "ask: Have judges appointed")
    mailing.write("templates/word.docx", b"no Word file")
    refused = mailing.build()
    assert [each.path.name for each in refused.built] == ["council.en.md", "geneva.en.md"]
    assert (
        "briefs/spring.yaml:29:5: error: The delivery “mail” goes out with “council”, which could"
        " not be built in the locale en; so it was not built either.\n"
        "    See what is wrong with it: brief build spring --delivery council --locale en"
    ) in as_told(refused.problems)
    assert not (mailing.root / "out/spring/mail.en.eml").exists()


def test_a_draft_attaches_drafts(mailing: WorkspaceFolder) -> None:
    """And says so in its subject, and first in its text."""
    built = mailing.build(deliveries=("mail",), draft=True)
    message = parsed(file(built, "mail.en.draft.eml").path.read_bytes())
    letter = file(built, "council.en.draft.docx").path.read_bytes()
    assert attached(message)["council.en.draft.docx"] == letter
    assert message["Subject"].startswith("Draft – not for distribution: Our letter")
    body = message.get_body()
    assert body is not None
    assert body.get_content().startswith("Draft – not for distribution")


def test_the_pages_of_what_is_attached(
    mailing: WorkspaceFolder,
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
) -> None:
    """Who opens the e-mail sees how much there is to read."""
    mailing.replace(BRIEF, "formats: [docx, md]", "formats: [pdf, docx]")
    text = file(mailing.build(), "mail.en.md").path.read_text(encoding="utf-8")
    assert "- council.en.pdf, 1 page\n- council.en.docx\n" in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "accompanies: council",
            "accompanies: counsel",
            "There is no delivery “counsel” in this brief.",
        ),
        (
            "    accompanies: council\n",
            "",
            (
                "The delivery “mail” is to be an e-mail (eml), but there is nothing that it"
                " goes out with."
            ),
        ),
        (
            "accompanies: council",
            "accompanies: geneva",
            (
                "The delivery “mail” would take along the files of “geneva”, which are for other"
                " readers or need more clearance."
            ),
        ),
        (
            "  - id: council\n",
            "  - id: council\n    clearance: restricted\n",
            (
                "The delivery “mail” would take along the files of “council”, which are for other"
                " readers or need more clearance."
            ),
        ),
        (
            "  - id: council\n",
            "  - id: council\n    jointly: false\n",
            (
                "The delivery “mail” goes to all its addressees, but of “council”, which it"
                " accompanies, each gets its own."
            ),
        ),
        (
            "locales: [en]\n    formats: [eml",
            "locales: [en, fr]\n    formats: [eml",
            (
                "The delivery “mail” is written in the locale fr, but “council”, which it"
                " accompanies, is not."
            ),
        ),
        (
            "  - id: geneva\n    audience: un",
            "  - id: geneva\n    accompanies: mail\n    audience: eu",
            "The delivery “geneva” accompanies “mail”, which accompanies another one itself.",
        ),
    ],
)
def test_what_cannot_go_out_together(
    mailing: WorkspaceFolder, old: str, new: str, told: str
) -> None:
    """It is told when the brief is checked, before anything is built."""
    mailing.replace(BRIEF, old, new)
    assert told in mailing.told()


def test_a_letter_that_an_addressee_does_not_get(mailing: WorkspaceFolder) -> None:
    """Of letters that each gets its own there is none for somebody else."""
    each_its_own(mailing, "council")
    each_its_own(mailing, "mail")
    mailing.replace(
        BRIEF,
        "document: letter\n    addressees: [commissioner, chair_of_council]",
        "document: letter\n    addressees: [commissioner]",
    )
    told = (
        "The delivery “mail” goes to chair_of_council, to whom “council”, which it accompanies,"
        " does not go."
    )
    assert told in mailing.told()


def test_what_an_email_draws_on(mailing: WorkspaceFolder) -> None:
    """Nothing: what is in the letter is explained there, and explained alone."""
    explained = {each.delivery: each for each in mailing.explain().deliveries}
    assert explained["council"].included
    assert explained["mail"].included == ()
