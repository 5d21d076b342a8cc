"""Letters built by hand, and a strategy of random ones, for the tests of every renderer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from hypothesis import strategies as st

from generator.letter import (
    Align,
    Block,
    Emphasis,
    Gap,
    Group,
    Heading,
    Inline,
    Inlines,
    Letter,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Note,
    NoteCall,
    NoteReference,
    PageLines,
    PageRules,
    Paragraph,
    Properties,
    Rule,
    Span,
    Strong,
    Table,
    Text,
)

NOTICE = (
    "A reconstruction from public sources, made to show a program at work. "
    "The organisations named here have not issued it."
)

# Sentences that some markup would take for something else.
HOSTILE: tuple[str, ...] = (
    "2022. The year began with protests.",
    "1) not a list",
    "# not a heading",
    "## not one either ##",
    "::: aside",
    ":::",
    "[x]: y",
    "[^1]: not a note",
    "[^1]",
    "    four spaces before",
    "\tone tab before",
    "two spaces after  ",
    "![a picture](picture.png)",
    "[text](javascript:alert(1))",
    "{placeholder} and {{ template }} and {% block %}",
    "{",
    "<script>alert(1)</script>",
    "</style></head>",
    "<!-- not a comment -->",
    "*not emphasis* and **not strong**",
    "_not emphasis_ and __not strong__ in snake_case_words",
    "a | b | c",
    "| --- |",
    "+ not an item",
    "- nor this",
    "* nor that",
    "> not a quotation",
    "&amp; &lt; &#65; &nbsp; &copy",
    "back\\slash and \\* and \\\\ and ending in \\",
    "`code` and ``more`` and ```",
    "~~~",
    "---",
    "===",
    "***",
    "<https://example.org>",
    "https://example.org/a_b_c?d=e&f=g#h",
    "'single' \"double\" ‘typographic’ “typographic” «guillemets»",
    "@import url(file:///etc/passwd);",
    "%s %d %(name)s 100 %",
    "$math$ and $$display$$",
    "!",
    "a  b   c",
    "Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і",
)

LONG_WORD = "Rechtsschutzversicherungsgesellschaften" * 6
LONG_ADDRESS = "https://example.org/" + "a-very-long-path-without-a-place-to-break/" * 6


def text(*words: str) -> Inlines:
    """Return one run of plain text."""
    return (Text(" ".join(words)),)


def paragraph(*children: Inline | str) -> Paragraph:
    """Return a paragraph of ``children``; bare strings are text."""
    return Paragraph(tuple(Text(each) if isinstance(each, str) else each for each in children))


def lines(*each: str) -> Paragraph:
    """Return a paragraph with a line break between the lines."""
    children: list[Inline] = []
    for line in each:
        children += [LineBreak(), Text(line)]
    return Paragraph(tuple(children[1:]))


def group(role: str, *blocks: Block) -> Group:
    """Return ``blocks`` under ``role``."""
    return Group(role, blocks)


def items(*each: str | Paragraph, ordered: bool = True, start: int = 1) -> ListBlock:
    """Return a list with one paragraph an item."""
    return ListBlock(
        tuple(ListItem((paragraph(one) if isinstance(one, str) else one,)) for one in each),
        ordered=ordered,
        start=start,
    )


def note(number: int, *children: Inline | str) -> Note:
    """Return note ``number``."""
    return Note(number, paragraph(*children).children)


def source(number: int, words: str, address: str) -> Note:
    """Return note ``number``: ``words`` and a link that shows its address."""
    return note(number, f"{words}, ", Link(address, text(address)), ".")


def letter(
    blocks: tuple[Block, ...],
    notes: tuple[Note, ...] = (),
    *,
    locale: str = "en",
    title: str = "Kazakhstan: human rights on the agenda in Brussels",
    draft: str | None = None,
    notice: str | None = NOTICE,
    page: PageRules | None = None,
) -> Letter:
    """Return a letter of ``blocks`` and ``notes`` with plausible everything else."""
    return Letter(
        locale=locale,
        direction="ltr",
        properties=Properties(
            title=title,
            authors=("International Partnership for Human Rights", "Kazakhstan Bureau"),
            subject="Letter to three presidents before the visit of 22–23 June 2026",
            reference="BRU-2026-01",
            keywords=("Kazakhstan", "human rights", "torture"),
            date=date(2026, 6, 19),
        ),
        lines=PageLines(
            page_number="Page {page} of {pages}",
            running_title="Kazakhstan: human rights on the agenda in Brussels",
            notice=notice,
            mark=draft,
        ),
        page=page or PageRules(),
        blocks=blocks,
        notes=notes,
        notes_heading="Notes",
        words=0,
    )


_PRESIDENT = lines(
    "His Excellency António Costa",
    "President of the European Council",
    "Rue de la Loi 175",
    "1048 Brussels",
    "Belgium",
)
_COMMISSION = lines(
    "Dr Ursula von der Leyen",
    "President of the European Commission",
    "Rue de la Loi 200",
    "1049 Brussels",
    "Belgium",
)
_HIGH_REPRESENTATIVE = lines(
    "Her Excellency Kaja Kallas",
    "High Representative of the European Union for Foreign Affairs and Security Policy",
    "Vice-President of the European Commission",
    "Rond-point Robert Schuman 9A",
    "1046 Brussels",
    "Belgium",
)


def _recommendation(number: int, ask: str, reason: str) -> Group:
    return group(
        "recommendation",
        group("ask", paragraph(Strong(text(f"{number}.")), f" {ask}")),
        group(
            "reasons",
            paragraph(reason, NoteCall(2 * number - 1)),
            paragraph(
                "According to the Bureau, complaints of ill-treatment rose again in the "
                "first half of the year, and most were closed without an investigation",
                NoteCall(2 * number),
                "; see also note ",
                NoteReference(1),
                ".",
            ),
        ),
        group(
            "cases",
            items(
                "Marat Zhylanbayev, leader of an opposition party that was refused "
                "registration: seven years’ imprisonment, in force since 2024.",
                "Duman Mukhametkarim, journalist: seven years’ imprisonment.",
                ordered=False,
            ),
        ),
        group("commitments", paragraph("ICCPR, Article 7; Copenhagen Document, paragraph 16.1")),
    )


def _notes(first: int, last: int) -> tuple[Note, ...]:
    return tuple(
        source(
            number,
            f"Source {number}: Bureau for Human Rights, digest of {number} December 2025, para. 6",
            f"https://example.org/digest/2025-12-{number:02}/torture_and_ill-treatment.html",
        )
        for number in range(first, last + 1)
    )


def joint_letter() -> Letter:
    """Return the usual letter: three addressees, asks first, recommendations with notes."""
    asks = (
        (
            "raise, in public and in private, the cases of those imprisoned for what they said, "
            "and ask for their release;"
        ),
        (
            "make any further deepening of co-operation conditional on the registration of "
            "independent parties and associations;"
        ),
        "ask for a date by which an independent body will investigate complaints of torture;",
        "request access of diplomats to the trials named below.",
    )
    themes = (
        ("Torture and ill-treatment", "Place the investigation of every complaint of torture"),
        ("Freedom of expression", "Repeal Article 174 of the Criminal Code"),
        ("Civic space", "Register independent associations on application"),
    )
    sections: list[Block] = []
    for number, (theme, ask) in enumerate(themes, start=1):
        sections += [
            Heading(2, text(theme)),
            _recommendation(
                number,
                f"{ask} with a body that is independent of those it investigates, by "
                "31 December 2026, and publish each year how many complaints led to a charge.",
                "In 2025 at least 68 people died in custody, of whom the authorities say "
                "that 51 died of illness; no official was convicted in any of these cases",
            ),
        ]
    blocks: tuple[Block, ...] = (
        group(
            "letterhead",
            lines(
                "International Partnership for Human Rights",
                "Kazakhstan International Bureau for Human Rights and Rule of Law",
            ),
            paragraph("Square de l’Aviation 7A, 1070 Brussels · office@example.org"),
        ),
        group("reference", lines("Our reference: BRU-2026-01", "Brussels, 19 June 2026")),
        group(
            "addressees",
            group("addressee", _PRESIDENT),
            group("addressee", _COMMISSION),
            group("addressee", _HIGH_REPRESENTATIVE),
        ),
        Heading(1, text("Re: Human rights in Kazakhstan and the visit of 22–23 June 2026")),
        group(
            "salutation",
            lines("Dear President Costa,", "Dear President von der Leyen,", "Dear Ms Kallas,"),
        ),
        paragraph(
            "on 22 and 23 June President ",
            Span(text("Қасым-Жомарт Тоқаев"), locale="kk"),
            " will be in Brussels. We ask you to use the meeting to speak of those who "
            "cannot be there, and of what the European Union and Kazakhstan have ",
            Emphasis(text("both")),
            " undertaken in their Enhanced Partnership and Co-operation Agreement.",
        ),
        paragraph("We ask you to:"),
        group("asks", items(*asks)),
        *sections,
        group(
            "answer",
            paragraph(
                "The authorities say that the figures count deaths from illness, and that "
                "every complaint is examined by the prosecutor’s office."
            ),
        ),
        group("closing", paragraph("Yours sincerely,")),
        group(
            "signatories",
            paragraph("International Partnership for Human Rights (IPHR, Belgium)"),
            paragraph("Kazakhstan International Bureau for Human Rights (KIBHR, Kazakhstan)"),
        ),
        group(
            "contact",
            paragraph(
                "For replies: Jane Doe, ",
                Link("mailto:jane.doe@example.org", text("jane.doe@example.org")),
            ),
        ),
    )
    return letter(blocks, _notes(1, 6))


def many_signatories() -> Letter:
    """Return a draft to one addressee with 40 signatories, long words and a gap."""
    signatories = tuple(
        paragraph(f"Association for the Defence of Human Rights no. {number} (ADHR-{number})")
        for number in range(1, 41)
    )
    blocks: tuple[Block, ...] = (
        group(
            "letterhead",
            lines(*(f"Organisation number {number}" for number in range(1, 9))),
            paragraph("Rue de la Loi 1, 1000 Brussels · office@example.org · +32 2 000 00 00"),
        ),
        group("reference", lines("Brussels, 19 June 2026", "Our reference: BRU-2026-02")),
        group(
            "addressees",
            group(
                "addressee",
                lines(
                    "Her Excellency Kaja Kallas",
                    "High Representative of the European Union for Foreign Affairs and "
                    "Security Policy, Vice-President of the European Commission",
                    "European External Action Service, Rond-point Robert Schuman 9A, "
                    "entrance by the side street, third floor, office " + "X" * 90,
                    "1046 Brussels",
                ),
            ),
        ),
        Heading(1, text("Subject: A word that is far too long")),
        group("salutation", paragraph("Your Excellency,")),
        paragraph("the following word has no place to break: ", LONG_WORD, "."),
        paragraph("Nor has this address: ", Link(LONG_ADDRESS, text(LONG_ADDRESS)), NoteCall(1)),
        paragraph("Something is missing here: ", Gap("name of the contact"), "."),
        Table(
            header=(text("Year"), text("Deaths in custody"), text("Of illness")),
            rows=tuple(
                (text(str(year)), text(str(60 + year % 7)), text(str(40 + year % 5)))
                for year in range(2015, 2026)
            ),
            aligns=("start", "end", "end"),
        ),
        group("closing", paragraph("Yours sincerely,")),
        group("signatories", *signatories),
        Rule(),
        group("sources", items("First source.", "Second source.", ordered=True, start=7)),
        group("a-role-nobody-knows", paragraph("Words under an unknown role.")),
    )
    notes = (note(1, "A note with ", LONG_WORD, " and ", Link(LONG_ADDRESS, text(LONG_ADDRESS))),)
    return letter(blocks, notes, draft="Draft, not for sending", title="Draft: forty signatories")


def hostile_letter() -> Letter:
    """Return a letter whose sentences all look like markup, in every place a text can stand."""
    numbers = count(1)
    blocks: list[Block] = [Heading(1, text(HOSTILE[2]))]
    for each in HOSTILE:
        blocks += [
            Paragraph((Text(each), NoteCall(next(numbers)))),
            Heading(2, text(each)),
        ]
    blocks += [
        items(*HOSTILE),
        items(*HOSTILE, ordered=False),
        Table(
            header=(text("|"), text("\\|")),
            rows=tuple((text(each), (Strong(text(each)),)) for each in HOSTILE),
            aligns=("start", "center"),
        ),
        *(paragraph("word", Emphasis(text(each)), "word") for each in HOSTILE),
        *(lines("first", each) for each in HOSTILE),
    ]
    notes = tuple(note(number, each) for number, each in enumerate(HOSTILE, start=1))
    made = letter(tuple(blocks), notes, title="</title><script>alert(1)</script>")
    return replace(
        made,
        lines=PageLines(
            page_number='{page} "of" {pages} \\ </style>',
            running_title='"quoted" \\ <b>bold</b> </style>',
            notice='A notice with </style>, "quotes" and a \\ backslash.',
            mark='DRAFT </style> "\\',
        ),
    )


def russian_letter() -> Letter:
    """Return a short letter in Russian with one foreign word and a note."""
    blocks: tuple[Block, ...] = (
        group("letterhead", paragraph("Международное партнёрство за права человека")),
        group("reference", paragraph("Брюссель, 19 июня 2026 г.")),
        group(
            "addressees",
            group("addressee", lines("Председателю Европейского совета", "Антониу Коште")),
        ),
        Heading(1, text("О правах человека в Казахстане")),
        group("salutation", paragraph("Уважаемый господин Председатель,")),
        paragraph(
            "просим Вас поднять вопрос о судьбе заключённых, о чём писало радио ",
            Span(text("Azattyq"), locale="kk"),
            NoteCall(1),
            ".",
        ),
        group("asks", items("поднять вопрос публично;", "попросить о доступе к суду.")),
        group("closing", paragraph("С уважением,")),
        group("signatories", paragraph("Международное партнёрство за права человека")),
    )
    return letter(
        blocks,
        (source(1, "Радио Азаттык, 22 июня 2026 г.", "https://rus.example.org/a/123.html"),),
        locale="ru",
        title="О правах человека в Казахстане",
    )


SAMPLES = {
    "joint": joint_letter,
    "many": many_signatories,
    "hostile": hostile_letter,
    "russian": russian_letter,
}

# --- random letters -------------------------------------------------------------

_ALPHABET = st.one_of(
    st.sampled_from(" .,;:!?()[]{}<>*_#+-=|~`'\"\\/&@$%^0123456789"),
    st.characters(min_codepoint=0x41, max_codepoint=0x7A),
    st.characters(min_codepoint=0xA1, max_codepoint=0x17F, exclude_characters="\u00ad"),
    st.sampled_from("АБВГДЕЁЖабвгдеёжәғқңөұүһі№–—…“”‘’«»€"),
)


_WORDS = st.text(_ALPHABET, min_size=1, max_size=12)
_TEXTS = st.one_of(_WORDS, st.sampled_from(HOSTILE), st.tuples(_WORDS, _WORDS).map(" ".join))
_ADDRESSES = st.sampled_from(["https://example.org/a_(b)?c=d&e", "mailto:a@example.org"])
_ROLES = st.sampled_from(["asks", "recommendation", "reasons", "cases", "signatories"])
_ALIGNS: st.SearchStrategy[Align] = st.sampled_from(["start", "center", "end"])
_LEAVES = ["text", "text", "text", "break", "gap"]
_INLINE_LEAF = st.sampled_from(_LEAVES)
_INLINE = st.sampled_from([*_LEAVES, "emphasis", "strong", "span", "link"])
_BLOCK_LEAF = st.sampled_from(["paragraph", "paragraph", "heading", "table", "rule"])
_BLOCK = st.sampled_from(["paragraph", "paragraph", "heading", "table", "rule", "group", "list"])
_NUMBERS = {size: st.integers(1, size) for size in (2, 3, 4, 12)}
_SOME = st.integers(0, 3)


def texts() -> st.SearchStrategy[str]:
    """Return a strategy of short texts, many of which look like markup."""
    return _TEXTS


@st.composite
def inline_runs(draw: st.DrawFn, *, calls: bool = True, depth: int = 2) -> Inlines:
    """Return a strategy of runs of inlines; a note call has the number 0 until all are known."""
    run = [_inline(draw, depth) for _ in range(draw(_NUMBERS[3]))]
    if calls and not draw(_SOME):
        run.append(NoteCall(0))
    return tuple(run)


def _inline(draw: st.DrawFn, depth: int) -> Inline:
    kind = draw(_INLINE if depth else _INLINE_LEAF)
    match kind:
        case "text":
            return Text(draw(_TEXTS))
        case "break":
            return LineBreak()
        case "gap":
            return Gap(draw(_TEXTS))
        case "link":
            return Link(draw(_ADDRESSES), text(draw(_TEXTS)))
    inner = tuple(_inline(draw, depth - 1) for _ in range(draw(_NUMBERS[2])))
    if kind == "span":
        return Span(inner, locale="kk")
    return Emphasis(inner) if kind == "emphasis" else Strong(inner)


def _block(draw: st.DrawFn, depth: int) -> Block:
    match draw(_BLOCK if depth else _BLOCK_LEAF):
        case "paragraph":
            return Paragraph(draw(inline_runs()))
        case "heading":
            return Heading(draw(_NUMBERS[2]) + 1, draw(inline_runs()))
        case "rule":
            return Rule()
        case "table":
            return _table(draw, draw(_NUMBERS[3]))
        case "group":
            return Group(draw(_ROLES), _several(draw, depth - 1))
        case _:
            items_ = tuple(ListItem(_several(draw, depth - 1)) for _ in range(draw(_NUMBERS[3])))
            return ListBlock(items_, ordered=draw(st.booleans()), start=draw(_NUMBERS[12]))


def _several(draw: st.DrawFn, depth: int) -> tuple[Block, ...]:
    return tuple(_block(draw, depth) for _ in range(draw(_NUMBERS[2])))


def _table(draw: st.DrawFn, width: int) -> Table:
    header, *rows = (
        tuple(draw(inline_runs()) for _ in range(width)) for _ in range(draw(_NUMBERS[3]))
    )
    return Table(header, tuple(rows), tuple(draw(_ALIGNS) for _ in range(width)))


def _numbered(one: Any, numbers: count[int]) -> Any:
    """Return a copy of a node in which the calls carry numbers in reading order."""
    if isinstance(one, NoteCall):
        return NoteCall(next(numbers))
    if isinstance(one, tuple):
        return tuple(_numbered(each, numbers) for each in one)
    if isinstance(one, Table):
        header = _numbered(one.header, numbers)
        return Table(header, _numbered(one.rows, numbers), one.aligns)
    for name in ("children", "blocks", "items"):
        if hasattr(one, name):
            inner = _numbered(getattr(one, name), numbers)
            return replace(one, **{name: inner})
    return one


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Return a strategy of letters: notes numbered in order of their calls, no wild pages."""
    numbers = count(1)
    subject = Heading(1, draw(inline_runs(calls=False)))
    drawn = (subject, *(_block(draw, 2) for _ in range(draw(_NUMBERS[4]))))
    blocks: tuple[Block, ...] = _numbered(drawn, numbers)
    called = next(numbers) - 1
    notes = tuple(Note(number, draw(inline_runs(calls=False))) for number in range(1, called + 1))
    return letter(blocks, notes, title=draw(_TEXTS).strip() or "A title")
