"""Which style each block takes, and its text."""

from __future__ import annotations

from generator.letter import (
    Block,
    Emphasis,
    Gap,
    Heading,
    Letter,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Rule,
    Strong,
    Table,
    Text,
)
from generator.render.word import render
from tests.render.paper_letters import compact_letter, roles_letter
from tests.render.sample_letters import (
    HOSTILE,
    group,
    hostile_letter,
    items,
    joint_letter,
    letter,
    lines,
    many_signatories,
    paragraph,
    text,
)
from tests.render.word.reading import Templates, W, WordFile

DOCUMENT = "word/document.xml"


def written(one: Letter | Block, *more: Block) -> WordFile:
    """Return the Word file of a letter, or of a letter of these blocks."""
    whole = one if isinstance(one, Letter) else letter((one, *more))
    return WordFile(render(whole, Templates()).data)


def test_roles_of_a_letter_are_styles() -> None:
    """The head of the joint letter: each group in the style of its role."""
    head = written(joint_letter()).paragraphs()[:12]
    assert head == [
        (
            "Letterhead First",
            (
                "International Partnership for Human Rights\n"
                "Kazakhstan International Bureau for Human Rights and Rule of Law"
            ),
        ),
        ("Letterhead Last", "Square de l’Aviation 7A, 1070 Brussels · office@example.org"),
        ("Reference Only", "Our reference: BRU-2026-01\nBrussels, 19 June 2026"),
        (
            "Addressee Column",
            (
                "His Excellency António Costa\nPresident of the European Council\n"
                "Rue de la Loi 175\n1048 Brussels\nBelgium"
            ),
        ),
        (
            "Addressee Column",
            (
                "Dr Ursula von der Leyen\nPresident of the European Commission\n"
                "Rue de la Loi 200\n1049 Brussels\nBelgium"
            ),
        ),
        (
            "Addressee Column",
            (
                "Her Excellency Kaja Kallas\n"
                "High Representative of the European Union for Foreign Affairs and "
                "Security Policy\nVice-President of the European Commission\n"
                "Rond-point Robert Schuman 9A\n1046 Brussels\nBelgium"
            ),
        ),
        ("Table After", ""),
        ("heading 1", "Re: Human rights in Kazakhstan and the visit of 22–23 June 2026"),
        (
            "Salutation Last",
            "Dear President Costa,\nDear President von der Leyen,\nDear Ms Kallas,",
        ),
        (
            "Body Text",
            (
                "on 22 and 23 June President Қасым-Жомарт Тоқаев will be in Brussels. We ask "
                "you to use the meeting to speak of those who cannot be there, and of what the "
                "European Union and Kazakhstan have both undertaken in their Enhanced Partnership "
                "and Co-operation Agreement."
            ),
        ),
        ("Body Text Lead", "We ask you to:"),
        (
            "Asks Number",
            (
                "raise, in public and in private, the cases of those imprisoned for what they "
                "said, and ask for their release;"
            ),
        ),
    ]


def test_a_recommendation_takes_the_style_of_the_innermost_role() -> None:
    """Ask, reasons, cases and commitments inside a recommendation."""
    styles = [style for style, _ in written(joint_letter()).paragraphs()]
    first = styles.index("heading 2")
    assert styles[first : first + 7] == [
        "heading 2",
        "Ask",
        "Reasons First",
        "Reasons",
        "Cases Bullet",
        "Cases Bullet",
        "Commitments",
    ]


def test_what_to_raise_stands_with_its_request() -> None:
    """One style for every numbered line inside a recommendation, another one outside."""
    raised = group("asks", items("first", "second"))
    file = written(raised, group("recommendation", raised, group("ask", paragraph("asked"))))
    assert file.paragraphs() == [
        ("Asks Number", "first"),
        ("Asks Number Last", "second"),
        ("Recommendation Asks Number", "first"),
        ("Recommendation Asks Number", "second"),
        ("Ask", "asked"),
    ]


def test_an_unknown_role_takes_the_style_around_it() -> None:
    """A new role needs neither Python nor a style."""
    file = written(
        group("a-new-role", paragraph("alone")),
        group("commitments", group("a-new-role", paragraph("within"))),
    )
    assert (
        file.paragraphs() == [("Body Text", "alone"), ("Commitments", "within"), ("Footer", "")][:2]
    )


def test_an_entry_goes_on_under_its_number() -> None:
    """Only the first paragraph of an entry has a number, also one inside a group."""
    entry = ListItem((paragraph("one"), paragraph("two"), items("deep", ordered=False)))
    grouped = ListItem((group("ask", paragraph("asked")), paragraph("more")))
    file = written(group("asks", ListBlock((entry, grouped), ordered=True)))
    assert file.paragraphs() == [
        ("Asks Number", "one"),
        ("Asks Continue", "two"),
        ("List Bullet", "deep"),
        ("Ask", "asked"),
        ("Asks Continue", "more"),
    ]
    assert [(level, words) for _, level, words in file.numbers()] == [
        (0, "one"),
        (1, "deep"),
        (0, "asked"),
    ]


def test_an_entry_without_a_first_paragraph_keeps_its_number() -> None:
    """A table, a list or nothing at all at the start of an entry."""
    table = Table((text("h"),), (), ("start",))
    entries = (ListItem((items("inner"),)), ListItem((table,)), ListItem(()), ListItem((Rule(),)))
    file = written(ListBlock(entries, ordered=True))
    assert [(level, words) for _, level, words in file.numbers()] == [
        (0, ""),
        (1, "inner"),
        (0, ""),
        (0, ""),
        (0, ""),
    ]


def test_hostile_text_comes_out_as_it_went_in() -> None:
    """In every place where text can stand, no matter what it looks like."""
    words = [words for _, words in written(hostile_letter()).paragraphs()]
    for number, each in enumerate(HOSTILE, start=1):
        assert f"{each}[{number}]" in words
        assert words.count(each) >= 5
        assert f"word{each}word" in words
        assert f"first\n{each}" in words


def test_every_space_is_kept() -> None:
    """Word drops spaces at the ends of a text that does not say so."""
    texts = list(written(hostile_letter()).part("word/document.xml").iter(f"{W}t"))
    assert "    four spaces before" in [each.text for each in texts]
    assert {each.get("{http://www.w3.org/XML/1998/namespace}space") for each in texts} == {
        "preserve"
    }


def test_strange_characters_do_no_harm() -> None:
    """What XML forbids goes; emoji, marks of direction and soft hyphens stay."""
    strange = "a\x00b\x08c\ud800d\ufffee 👩‍⚖️ \u202ertl\u202c soft\u00adhyphen \u00a0 end"
    file = written(Paragraph((Text(strange),)), Heading(2, (Text("\x0b"),)))
    assert file.paragraphs() == [
        ("Body Text", "abcde 👩‍⚖️ \u202ertl\u202c soft\u00adhyphen \u00a0 end"),
        ("heading 2", ""),
    ]


def test_emphasis_and_strength_are_character_styles() -> None:
    """Alone, one in the other, and in a link; a gap is seen."""
    file = written(
        Paragraph(
            (
                Emphasis(text("em")),
                Strong((Text("st"), Emphasis(text("both")))),
                Link("https://example.org", (Strong(text("link")),)),
                Gap("missing"),
                LineBreak(),
                Text("plain"),
            )
        )
    )
    assert file.runs() == [
        ("Emphasis", "em"),
        ("Strong", "st"),
        ("Strong Emphasis", "both"),
        ("Hyperlink Strong", "link"),
        ("Gap", "missing"),
        ("", "\n"),
        ("", "plain"),
    ]


def test_links_lead_only_where_a_letter_may() -> None:
    """Web and mail addresses, made proper; all else is mere text."""
    addresses = (
        "https://example.org/a b?c=ä&d=%zz#é",
        "https://мвд.рф/путь",
        "mailto:jane@example.org?subject=Hi",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://[broken",
        "//example.org",
    )
    file = written(*(paragraph(Link(each, text("words"))) for each in addresses))
    assert file.links() == [
        ("https://example.org/a%20b?c=%C3%A4&d=%25zz#%C3%A9", "words"),
        ("https://xn--b1aew.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C", "words"),
        ("mailto:jane@example.org?subject=Hi", "words"),
    ]
    assert [words for _, words in file.paragraphs()] == ["words"] * len(addresses)


def test_a_table_repeats_its_header_and_aligns_its_columns() -> None:
    """Named styles for each alignment, no direct formatting."""
    file = written(
        Table(
            (text("Year"), text("Deaths"), text("Share")),
            ((text("2025"), text("68"), text("75 %")),),
            ("start", "end", "center"),
        )
    )
    assert file.paragraphs() == [
        ("Table Heading", "Year"),
        ("Table Heading End", "Deaths"),
        ("Table Heading Center", "Share"),
        ("Table Text", "2025"),
        ("Table Text End", "68"),
        ("Table Text Center", "75 %"),
        ("Table After", ""),
    ]
    rows = list(file.part("word/document.xml").iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]


def test_a_table_is_described_to_who_cannot_see_it() -> None:
    """By the heading above it and its columns; what only stands in columns is no table."""
    table = Table((text("Year"), text("Deaths")), ((text("2025"), text("68")),), ("start", "end"))
    names = group("signatories", lines(*(f"No. {number}" for number in range(1, 14))))
    file = written(Heading(2, text("In custody")), table, names)
    said = [
        [each.find(f"{W}tblPr/{W}{name}") for name in ("tblCaption", "tblDescription")]
        for each in file.part("word/document.xml").iter(f"{W}tbl")
    ]
    found = [[None if each is None else each.get(f"{W}val") for each in two] for two in said]
    assert found == [["In custody", "Year, Deaths"], [None, None]]


def test_only_long_rows_break() -> None:
    """A row of a few words stays on its page."""
    rows = ((text("2025"),), (text("word " * 400),))
    file = written(Table((text("Year"),), rows, ("start",)))
    whole = [row.find(f"{W}trPr/{W}cantSplit") for row in file.part(DOCUMENT).iter(f"{W}tr")]
    assert [each is not None for each in whole] == [True, True, False]


def test_many_signatories_stand_in_columns() -> None:
    """Forty in a table without lines, row by row; few one below the other; lines as entries."""
    many = [each for each in written(many_signatories()).paragraphs() if "ADHR" in each[1]]
    assert [style for style, _ in many] == ["Signatories Column"] * 40
    assert many[0][1].endswith("(ADHR-1)")
    assert many[39][1].endswith("(ADHR-40)")

    few = written(group("signatories", lines("One", "Two")))
    assert few.paragraphs() == [("Signatories Last", "One\nTwo")]

    listed = written(group("signatories", lines(*(f"No. {number}" for number in range(1, 14)))))
    assert [words for _, words in listed.paragraphs()][:13] == [f"No. {n}" for n in range(1, 14)]


def test_only_named_styles_format() -> None:
    """No run and no paragraph says by itself how it looks."""
    for sample in (joint_letter, many_signatories, hostile_letter):
        file = written(sample())
        for name in ("word/document.xml", "word/footnotes.xml"):
            for properties in file.part(name).iter(f"{W}pPr", f"{W}rPr"):
                tags = {str(each.tag).removeprefix(W) for each in properties}
                assert tags <= {"pStyle", "numPr", "rStyle", "lang"}


def test_headings_and_rules_know_what_they_stand_in_and_after() -> None:
    """Each style is taken where the template has it; other headings keep their own."""
    file = written(roles_letter())
    found = file.paragraphs()
    assert ("Heading 1 After Kicker", "Every role there is") in found
    assert ("Occasion Heading 1", "Read aloud") in found
    assert ("Recommendations Heading 2", "Recommendations") in found
    assert ("Item Heading 3", "Report 1") in found
    assert ("Rule After Item", "") in found
    usual = written(Heading(1, text("a")), Heading(2, text("b")))
    assert usual.paragraphs() == [("heading 1", "a"), ("heading 2", "b")]


def test_every_role_has_its_style() -> None:
    """None of them is body text."""
    file = written(roles_letter())
    body = [words for style, words in file.paragraphs() if style in {"Body Text", "List Number"}]
    assert body == ["Calls on the authorities to act.", "Act."]


def test_in_a_compact_document_each_role_has_its_closer_style() -> None:
    """A role inside another may have a style of its own there, tables too."""
    found = list(dict.fromkeys(style for style, _ in written(compact_letter()).paragraphs()))
    assert found == [
        "Masthead First",
        "Compact Masthead Last",
        "Compact Heading 1",
        "Compact Summary First",
        "Compact Summary Last",
        "Compact",
        "Compact Heading 2",
        "Compact Say",
        "Compact Asks Number",
        "Compact Asks Number Last",
        "Compact Facts Bullet",
        "Compact Table Heading",
        "Compact Table Heading End",
        "Compact Table Text",
        "Compact Table Text End",
        "Table After",
        "Names",
        "Compact Names Bullet",
        "Compact Contact Only",
    ]
