"""The Word file says what the letter says, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from generator.letter import (
    Block,
    Emphasis,
    Inlines,
    Letter,
    Link,
    NoteCall,
    Span,
    Strong,
    inlines_of,
    plain_text,
)
from generator.render.word import render
from tests.render.sample_letters import SAMPLES, letters
from tests.render.word.reading import Templates, WordFile
from tests.render.word.samples import OWN_SAMPLES


def said(children: Inlines) -> str:
    """Return the text of a run of inlines, note calls as ``[1]``."""
    parts = []
    for child in children:
        if isinstance(child, NoteCall):
            parts.append(f"[{child.number}]")
        elif isinstance(child, Emphasis | Strong | Link | Span):
            parts.append(said(child.children))
        else:
            parts.append(plain_text((child,)))
    return "".join(parts)


def spoken_lines(texts: Iterator[str]) -> list[str]:
    """Return all lines that are not empty."""
    return [line for text in texts for line in text.split("\n") if line]


def runs(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the text of each run of inlines."""
    return (said(run) for block in blocks for run in inlines_of(block))


def assert_same_text(whole: Letter) -> None:
    """Compare a letter with its Word file, notes included."""
    file = WordFile(render(whole, Templates()).data)
    assert spoken_lines(text for _, text in file.paragraphs()) == spoken_lines(runs(whole.blocks))
    assert file.notes() == [(note.number, said(note.children)) for note in whole.notes]


@pytest.mark.parametrize("name", [*SAMPLES, *OWN_SAMPLES])
def test_samples_say_the_same(name: str) -> None:
    """The letters built by hand."""
    assert_same_text({**SAMPLES, **OWN_SAMPLES}[name]())


@settings(deadline=None, max_examples=60)
@given(letters())
def test_any_letter_says_the_same(whole: Letter) -> None:
    """Random ones, with notes, lists and tables in each other."""
    assert_same_text(whole)
