"""What a template sees of those who write and those who are written to."""

from __future__ import annotations

from typing import Any

from generator.compose.fragment import Fragment, text
from generator.compose.speaker import Speaker
from generator.compose.statements import web_address
from generator.language import cldr
from generator.letter import Gap, Link, Span, Text, plain_text
from generator.model.directory import Contact, FormsOfAddress, Organisation
from generator.problems import Place, Problem, problem
from generator.selection.chosen import Selection
from generator.selection.occasion import Addressee


class Parties:
    """Makes the views of addressees, signatories and the contact of one document."""

    def __init__(self, speaker: Speaker, selection: Selection) -> None:
        self.speaker = speaker
        self.selection = selection
        self.locale = speaker.locale

    def organisation(self, each: Organisation) -> dict[str, Fragment]:
        """Return an organisation by its name and its short name."""
        name = self.speaker.word(f"{{{each.id}}}", {}, self.selection.place)
        short = self.speaker.word(f"{{{each.id}:short}}", {}, self.selection.place)
        return {"name": Fragment(name), "short": Fragment(short)}

    def awaited(self, each: Organisation) -> dict[str, Fragment]:
        """Return what a draft shows in the place of a signatory; the page lines leave it out."""
        name = plain_text(self.speaker.word(f"{{{each.id}}}", {}, self.selection.place))
        brief = self.selection.brief_id
        place = Place(f"briefs/{brief}.yaml")
        found = problem("signatory-awaited", place, id=brief, organisation=name)
        self.speaker.problems.append(found)
        return {"name": Fragment((Gap(found.message),)), "short": Fragment(())}

    def addressee(self, each: Addressee) -> dict[str, Any]:
        """Return how an office-holder is addressed; where no form is known, a gap."""
        forms = each.holder.forms.get(self.locale)
        if forms is None:
            found = self._no_form(each)
            self.speaker.problems.append(found)
            forms = FormsOfAddress(
                block=(found.message,), salutation=found.message, closing=found.message
            )
        if self.locale in each.office.unreviewed:
            self.speaker.referred.unreviewed[each.office.id] = None
        postal = each.office.postal.get(self.locale, ())
        return {
            "block": [self._line(line) for line in (*forms.block, *postal)],
            "salutation": text(forms.salutation),
            "closing": text(forms.closing),
        }

    def _line(self, line: str) -> Fragment:
        """Return a line of an address; one in other letters keeps its own direction."""
        other = cldr.direction_of(line)
        if other is None or other == cldr.direction(self.locale):
            return text(line)
        return Fragment((Span((Text(line),), None, other),))

    def _no_form(self, each: Addressee) -> Problem:
        return problem(
            "form-of-address-missing",
            self.selection.place,
            id=self.selection.brief_id,
            office=each.office.id,
            locale=self.locale,
            file=each.file,
            table=each.file if each.file.endswith(".csv") else None,
        )


def contact_lines(contact: Contact) -> list[Fragment]:
    """Return how the reader answers, the name aside, a line an entry."""
    plain = [text(line) for line in (*contact.postal, contact.telephone) if line]
    if contact.email:
        plain.append(Fragment((Link(f"mailto:{contact.email}", (Text(contact.email),)),)))
    if contact.web:
        plain.append(web_address(contact.web))
    return plain
