"""Composing: the template of the document type, filled in, becomes a Letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from markupsafe import Markup

from generator.catalogues.lookup import Translations
from generator.compose.charts import Charts
from generator.compose.envelope import mail_of
from generator.compose.environment import environment
from generator.compose.face import brand_of, page_of, signing
from generator.compose.faults import FAULTS, template_fault
from generator.compose.fragment import Fragment
from generator.compose.headings import headings_told
from generator.compose.notes import NoteBook
from generator.compose.origins import Origin
from generator.compose.pieces import Pieces, letters
from generator.compose.plain import without_emphasis
from generator.compose.speaker import Speaker
from generator.compose.views import Views
from generator.compose.words import count_words
from generator.language import cldr
from generator.language.typography import separators, typeset
from generator.letter import Block, Brand, Letter, PageLines, Properties, Text, plain_text
from generator.loading.workspace import Workspace
from generator.mail import Attachment
from generator.markup.document import document_blocks, inline_markup
from generator.markup.tokens import Tokens
from generator.model.brand import BrandFile
from generator.model.document import DocumentType
from generator.problems import Place, Problem
from generator.selection.chosen import Selection
from generator.templating import Sandbox

PLAIN = BrandFile()
"""The brand of those who have none."""

_LONGEST = 2_000_000
"""Characters a filled-in template may have; a template that loops stops here."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter, if one could be made, and everything that is wrong with it.

    ``said``: the contexts of the sentences in it.
    ``used``: how many translations went in, by state, and how many a machine drafted.
    ``unreviewed``: the ids of those whose names or forms of address nobody has checked.
    ``named``: the ids of the people whom the letter names.
    ``courtesy``: what marks a courtesy copy, in the language of the letter.
    ``origins``: where the words of each text in it are written.
    ``speaking_time``: how long it takes to say it, with ``{seconds}`` and ``{speed}`` to fill in.
    """

    letter: Letter | None
    problems: tuple[Problem, ...]
    said: tuple[str, ...] = ()
    used: Mapping[str, int] = field(default_factory=dict)
    unreviewed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    courtesy: str = ""
    speaking_time: str = ""
    origins: tuple[Origin, ...] = ()


def compose(
    selection: Selection,
    document: DocumentType,
    workspace: Workspace,
    translations: Translations,
    *,
    draft: bool,
    attachments: tuple[Attachment, ...] = (),
    brand: BrandFile = PLAIN,
) -> Composed:
    """Return the Letter of ``selection``; with problems it is fit for a draft only.

    ``attachments``: the files that it goes out with. ``brand``: the face of those who sign.
    """
    composer = _Composer(selection, document, workspace, translations, attachments, brand)
    speaker = composer.speaker
    try:
        letter = composer.letter(draft=draft)
    except FAULTS as error:
        return Composed(None, (*speaker.problems, template_fault(error, composer.template)))
    return Composed(
        letter,
        (*speaker.problems, *headings_told(letter, workspace, composer.template)),
        tuple(speaker.said),
        dict(speaker.used),
        tuple(speaker.referred.unreviewed),
        tuple(speaker.referred.named),
        composer.line("courtesy"),
        composer.line("speaking_time"),
        speaker.origins.all(),
    )


class _Composer:
    """The state of composing one letter."""

    def __init__(
        self,
        selection: Selection,
        document: DocumentType,
        workspace: Workspace,
        translations: Translations,
        attachments: tuple[Attachment, ...],
        brand: BrandFile,
    ) -> None:
        self._selection = selection
        self._brand = brand
        self._attachments = attachments
        self._document = document
        self._workspace = workspace
        self._tokens = Tokens()
        self._pieces = Pieces(self._tokens)
        self._book = NoteBook()
        self._lines: dict[str, str] = {}
        self._sandbox: Sandbox | None = None
        self.speaker = Speaker(
            locale=selection.locale,
            source_locale=selection.source_locale,
            referents=selection.referents,
            tokens=self._tokens,
            translations=translations,
        )
        self.speaker.problems += translations.problems
        self.template = f"{selection.delivery.document}.md.j2"

    def letter(self, *, draft: bool) -> Letter:
        """Return the letter; raise what a faulty template raises."""
        views = Views(self.speaker, self._book, self._selection, self._attachments)
        context = views.context()
        sandbox = self._sandbox = environment(self._workspace, self._tokens)
        locale = self._selection.locale
        sandbox.globals.update(
            _=self._worded,
            ngettext=self._counted,
            note=self._note,
            chart=Charts(self.speaker, self._selection, self._tokens).placed,
            lines=lambda items: self._bounded(self._pieces.lines(items)),
            joined=lambda items, between: self._bounded(self._pieces.joined(items, between)),
            **{name: Fragment((Text(each),)) for name, each in separators(locale).items()},
            page_lines=self._page_lines,
            paragraph_number=count(1).__next__,
            paragraph_letter=letters().__next__,
        )
        template = sandbox.get_template(self.template)
        filled = sandbox.filled(template, context, longest=_LONGEST)
        blocks, notes = self._book.numbered(document_blocks(filled, self._tokens))
        if self._document.page.plain:
            blocks, notes = without_emphasis(blocks, notes)
        return Letter(
            locale=locale,
            direction=cldr.direction(locale),
            properties=self._properties(context, draft=draft),
            lines=self._page_line_texts(context, draft=draft),
            page=page_of(self._document, self._brand, self._selection),
            blocks=blocks,
            notes=notes,
            notes_heading=self.line("notes"),
            words=count_words(blocks),
            script=cldr.script(self._selection.locale),
            mail=mail_of(self._selection, self._attachments),
            brand=self._face(context, blocks),
        )

    def _face(self, context: dict[str, Any], blocks: tuple[Block, ...]) -> Brand:
        """Return the brand of those who sign, named as the letter names them."""
        printed = (plain_text(each["name"].inlines) for each in context["signatories"])
        names = signing(self._selection, printed)
        problems = self.speaker.problems
        return brand_of(self._brand, self._workspace, self._selection, names, blocks, problems)

    def _worded(self, wording: str, **filling: Any) -> Fragment:
        """Return a wording of the template: what ``_("…")`` prints."""
        filled = {name: self._pieces.inlines(value) for name, value in filling.items()}
        place = Place(f"templates/{self.template}")
        return self._bounded(Fragment(self.speaker.word(wording, filled, place)))

    def _bounded(self, made: Fragment) -> Fragment:
        """Return what a template made of pieces, charged to its budget."""
        if self._sandbox:
            self._sandbox.spend(made.weight())
        return made

    def _counted(self, singular: str, plural: str, number: int, **filling: Any) -> Fragment:
        """Return a wording that depends on a number: what ``ngettext("…", "…", n)`` prints."""
        filled = {name: self._pieces.inlines(value) for name, value in filling.items()}
        place = Place(f"templates/{self.template}")
        return self._bounded(Fragment(self.speaker.count(singular, plural, number, filled, place)))

    def _note(self, item: Any, caller: Any) -> Markup:
        """Return the token of a note's call; its text stands in the template's call block.

        What a draft lacks cites nothing, and has no note.
        """
        if not item["citations"]:
            return Markup()
        text = inline_markup(str(caller()), self._tokens)
        sources = tuple(each.source for each in item["citations"])
        return Markup(self._tokens.keep((self._book.call(text, sources),)))  # noqa: S704 (a token)

    def _page_lines(self, **lines: Any) -> Fragment:
        """Take the lines that every page carries; print nothing."""
        self._lines |= {
            name: plain_text(self._pieces.inlines(value)) for name, value in lines.items()
        }
        return Fragment(())

    def line(self, name: str) -> str:
        """Return a line that the template gave for every page, in the language of the letter."""
        return self._lines.get(name, "")

    def _page_line_texts(self, context: dict[str, Any], *, draft: bool) -> PageLines:
        return PageLines(
            page_number=self.line("page_number"),
            running_title=cldr.isolated(
                self._lines.get("running_title", ""), self._selection.locale
            ),
            notice=plain_text(context["notice"].inlines) or None,
            mark=self._mark(context, draft=draft),
        )

    def _mark(self, context: dict[str, Any], *, draft: bool) -> str | None:
        """Return what each page says of the copy: draft, embargo, who may read it, its number.

        A final is built after the embargo, and does not carry it.
        """
        names = ("draft", "embargo") if draft else ()
        parts = (
            *(self._lines.get(name) for name in names),
            plain_text(context["classification"].inlines),
            self._lines.get("copy"),
        )
        return " · ".join(filter(None, parts)) or None

    def _properties(self, context: dict[str, Any], *, draft: bool) -> Properties:
        brief = self._selection.brief
        marks = (self.line("draft"),) if draft else ()
        return Properties(
            title=typeset(
                ": ".join((*marks, plain_text(context["subject"].inlines))),
                self._selection.locale,
            ),
            authors=tuple(
                plain_text(each["name"].inlines) for each in context["signatories"] if each["short"]
            ),
            subject=plain_text(context["meeting"]["name"].inlines),
            reference=brief.reference,
            keywords=tuple(plain_text(each.inlines) for each in context["keywords"]),
            date=brief.date,
        )
