"""Letters built by hand, and a strategy of random ones, for the tests of every renderer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from hypothesis import strategies as st

from generator.letter import (
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
            draft=draft,
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
            draft='DRAFT </style> "\\',
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


def texts() -> st.SearchStrategy[str]:
    """Return a strategy of short texts, many of which look like markup."""
    words = st.text(_ALPHABET, min_size=1, max_size=12)
    return st.one_of(words, st.sampled_from(HOSTILE), st.tuples(words, words).map(" ".join))


# A call is drawn without its number, which depends on all that stands before it.
_UNNUMBERED = NoteCall(0)


def inline_runs(*, calls: bool = True) -> st.SearchStrategy[Inlines]:
    """Return a strategy of runs of inlines; a note call has the number 0."""
    plain: st.SearchStrategy[Inline] = texts().map(Text)
    leaf: st.SearchStrategy[Inline] = st.one_of(
        plain, plain, st.just(LineBreak()), texts().map(Gap)
    )

    def nested(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
        run = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            run.map(Emphasis),
            run.map(Strong),
            run.map(lambda children: Span(children, locale="kk")),
            st.builds(
                Link,
                st.sampled_from(["https://example.org/a_(b)?c=d&e", "mailto:a@example.org"]),
                plain.map(lambda one: (one,)),
            ),
        )

    single = st.recursive(leaf, nested, max_leaves=4)
    if calls:
        single = st.one_of(single, single, single, st.just(_UNNUMBERED))
    return st.lists(single, min_size=1, max_size=5).map(tuple)


def _tables() -> st.SearchStrategy[Block]:
    cell = inline_runs()

    def of_width(width: int) -> st.SearchStrategy[Block]:
        row = st.tuples(*[cell] * width)
        return st.builds(
            Table,
            header=row,
            rows=st.lists(row, max_size=2).map(tuple),
            aligns=st.tuples(*[st.sampled_from(["start", "center", "end"])] * width),
        )

    return st.integers(1, 3).flatmap(of_width)


def _blocks() -> st.SearchStrategy[Block]:
    leaf: st.SearchStrategy[Block] = st.one_of(
        inline_runs().map(Paragraph),
        inline_runs().map(Paragraph),
        st.builds(Heading, st.integers(2, 3), inline_runs()),
        _tables(),
        st.just(Rule()),
    )

    def nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
        several = st.lists(inner, min_size=1, max_size=3).map(tuple)
        item = several.map(ListItem)
        roles = st.sampled_from(["asks", "recommendation", "reasons", "cases", "signatories"])
        return st.one_of(
            st.builds(Group, roles, several),
            st.builds(
                ListBlock,
                st.lists(item, min_size=1, max_size=3).map(tuple),
                ordered=st.booleans(),
                start=st.integers(1, 12),
            ),
        )

    return st.recursive(leaf, nested, max_leaves=6)


def _numbered(one: object, numbers: count[int]) -> object:
    """Return a copy of a node in which the calls carry numbers in reading order."""
    if isinstance(one, NoteCall):
        return NoteCall(next(numbers))
    if isinstance(one, tuple):
        return tuple(_numbered(each, numbers) for each in one)
    if isinstance(one, Table):
        header = _numbered(one.header, numbers)
        return Table(header, _numbered(one.rows, numbers), one.aligns)  # type: ignore[arg-type]
    for name in ("children", "blocks", "items"):
        if hasattr(one, name):
            inner = _numbered(getattr(one, name), numbers)
            return replace(one, **{name: inner})  # type: ignore[type-var]
    return one


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Return a strategy of letters: notes numbered in order of their calls, no wild pages."""
    subject = Heading(1, draw(inline_runs(calls=False)))
    numbers = count(1)
    drawn = (subject, *draw(st.lists(_blocks(), min_size=1, max_size=4)))
    blocks: tuple[Block, ...] = _numbered(drawn, numbers)  # type: ignore[assignment]
    called = next(numbers) - 1
    notes = tuple(Note(number, draw(inline_runs(calls=False))) for number in range(1, called + 1))
    return letter(blocks, notes, title=draw(texts().filter(str.strip)))
