"""The address of a letter to one reader stands in the window of an envelope."""

from __future__ import annotations

import pytest

from generator.letter import Block, Heading
from generator.render.word import render
from tests.render.sample_letters import group, letter, lines, paragraph, text
from tests.render.word.offices import office_template
from tests.render.word.reading import Templates, W, WordFile
from tests.render.word.test_look import css

MILLIMETRE = 1440 / 25.4


def written(*blocks: Block, template: bytes | None = None) -> WordFile:
    """Return the Word file of these blocks."""
    return WordFile(render(letter(blocks), Templates(template)).data)


def head(senders: int, *addresses: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the head of a letter from so many organisations."""
    return (
        group("letterhead", lines(*(f"Organisation {number}" for number in range(senders)))),
        group("reference", paragraph("Our reference: A-1"), paragraph("Brussels, 1 June 2026")),
        group("addressees", *(group("addressee", lines(*each)) for each in addresses)),
        Heading(1, text("Re: the matter")),
    )


def space(file: WordFile, style: str, edge: str) -> int:
    """Return a space of a style, in twentieths of a point."""
    found = file.style(style).find(f"{W}pPr/{W}spacing")
    return 0 if found is None else int(str(found.get(f"{W}{edge}", "0")))


@pytest.mark.parametrize(("senders", "before"), [(1, 558), (2, 292), (3, 26), (4, 0)])
def test_the_reference_begins_where_the_window_does(senders: int, before: int) -> None:
    """14 mm below a margin of 22: a line of the letterhead takes 266, its rule 110 of that."""
    file = written(*head(senders, ("Ms Doe", "1 Road", "Town")))
    assert [style for style, _ in file.paragraphs()][:4] == [
        "Letterhead Only",
        "Reference First",
        "Reference Last",
        "Addressee Last",
    ]
    assert space(file, "Reference First", "before") == before
    begins = 22 * MILLIMETRE + senders * 266 + 110 + before - 140
    assert senders == 4 or begins == pytest.approx(36 * MILLIMETRE, abs=1)


def test_the_subject_stands_below_the_window() -> None:
    """However short the address: it has the height of the PDF's, and the space of a subject."""
    height = css(".addressees:has(> .addressee:only-child)", "min-block-size")[0] * MILLIMETRE
    for address in (("Ms Doe",), ("Ms Doe", "1 Road", "Town", "Country")):
        file = written(*head(2, address))
        below = space(file, "Addressee Last", "after")
        assert len(address) * 268 + below - 260 == pytest.approx(height, abs=1)


def test_several_addresses_and_letterheads_of_offices_need_no_window() -> None:
    """Nor has a document without an address one."""
    two = written(*head(1, ("Ms Doe",), ("Mr Roe",)))
    office = written(*head(1, ("Ms Doe",)), template=office_template())
    none = written(*head(1)[:2])
    assert "Reference First" not in office.style_names().values()
    for file in (two, none):
        assert space(file, "Reference First", "before") == 0
        assert space(file, "Addressee Last", "after") == 180
