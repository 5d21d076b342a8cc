"""Letters of arbitrary sentences in six languages, each with what its typesetting does to words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from generator.language.cldr import direction, number, percent, script
from generator.language.dates import day, interval
from generator.language.typography import typeset
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
    Paragraph,
    Rule,
    Strong,
    Table,
    Text,
)
from tests.render.sample_letters import letter

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("people", "re-elected", "and/or", "prosecutor’s", "ill-", "2022."),
        "fr": ("l’homme", "aujourd’hui", "peut-être", "État", "M.", "dix"),
        "ru": ("человека", "кто-либо", "г.", "ст.", "ООН", "и"),
        "kk": ("Қасым-Жомарт", "адам", "құқығы", "№", "және", "ж."),
        "ar": ("حقوق", "الإنسان،", "كازاخستان؛", "حزيران/يونيو", "و", "كـــتاب؟"),
    }
)
HAN = (
    *("人权", "哈萨克斯坦", "年", "，", "。", "；", "、", "《", "》", "（", "）", "人“人”权", "第"),
    *("12", "2026", "CCPR/C/KAZ/CO/3", " NGO ", "ＵＮ", "人·人", "\u3000", " (IPHR) ", "75%"),
)
SIGNS = (
    *("–", "—", "-", "/", "&", "…", "•", "→", "22–23", "Brussels—Geneva", "word…word", "§\u00a05"),
    *("CCPR/C/KAZ/CO/3", "2022/2505(RSP)", "jane.doe@example.org", "(IPHR)", "[sic]", "snake_case"),
    *("https://example.org/a-b_(c)?d=e&f#g", "+32\u00a02\u00a0123", "non\u2011stop", "№\u202f5"),
)
ROLES = ("asks", "recommendation", "reasons", "cases", "signatories", "a-role-nobody-knows")


@dataclass
class Writer:
    """Writes arbitrary text in one language, and numbers the notes that it calls."""

    locale: str
    chance: random.Random
    notes: list[Note] = field(default_factory=list)

    def sentence(self) -> str:
        """Return words, numbers, signs and quotations as a letter in this language has them."""
        if self.locale == "zh":
            return "人" + "".join(self.chance.choices(HAN, k=self.chance.randint(1, 14))) + "权"
        value = self.chance.choice((7, 1_000, 12_345_678, 0.5, -3))
        start, end = date(2026, 6, 22), date(2026, 6, self.chance.choice((23, 30)))
        written = (
            *WORDS[self.locale] * 4,
            *SIGNS,
            *(number(value, self.locale), percent(0.755, self.locale)),
            *(day(start, self.locale), interval(start, end, self.locale)),
        )
        said = self.chance.choices(written, k=self.chance.randint(1, 12))
        last = self.chance.choice(WORDS[self.locale])
        mark = self.chance.choice((";", ":", "!", "?", "."))
        return typeset(f"{' '.join(said)}{mark} \"{last} '{last}'\": {last}", self.locale)

    def run(self, *, calls: bool = True) -> Inlines:
        """Return a sentence whose parts, cut anywhere, stand in different inlines."""
        children: list[Inline] = []
        for _ in range(self.chance.randint(1, 3)):
            children += [*self._cut(self.sentence()), *self.chance.choice(self._joints())]
        children.append(Text(self.sentence()))
        if calls and not self.chance.randrange(3):
            children.append(NoteCall(len(self.notes) + 1))
            self.notes.append(Note(len(self.notes) + 1, ()))
            self.notes[-1] = replace(self.notes[-1], children=self.run(calls=False))
        return tuple(children)

    def _cut(self, text: str) -> Iterator[Inline]:
        first, second = sorted(self.chance.randint(0, len(text)) for _ in range(2))
        inner = (Text(text[first:second]),)
        yield Text(text[:first])
        yield self.chance.choice(
            (Text(text[first:second]), Emphasis(inner), Strong(inner), Link("https://a.org", inner))
        )
        yield Text(text[second:])

    def _joints(self) -> tuple[Inlines, ...]:
        spaces = tuple((Text(each),) for each in (" ", "\t", "  "))
        named = (Text(" "), NoteReference(1) if self.notes else Gap(self.sentence()), Text(" "))
        return (*spaces, (LineBreak(),), named)

    def block(self, depth: int = 2) -> Block:
        """Return a block of any kind, groups and lists at most ``depth`` deep."""
        kinds = ("paragraph", "paragraph", "heading", "table", "rule", "group", "list")
        match self.chance.choice(kinds if depth else kinds[:-2]):
            case "heading":
                return Heading(self.chance.randint(2, 4), self.run())
            case "table":
                rows = tuple((self.run(), self.run()) for _ in range(3))
                return Table(rows[0], rows[1:], ("start", "end"))
            case "rule":
                return Rule()
            case "group":
                return Group(self.chance.choice(ROLES), self._blocks(depth))
            case "list":
                items = tuple(ListItem(self._blocks(depth)) for _ in range(3))
                return ListBlock(items, ordered=self.chance.random() < 0.5)
            case _:
                return Paragraph(self.run())

    def _blocks(self, depth: int) -> tuple[Block, ...]:
        return tuple(self.block(depth - 1) for _ in range(2))


def generated_letter(locale: str, seed: int) -> Letter:
    """Return a letter of a few pages with notes; the same for the same ``seed``."""
    writer = Writer(locale, random.Random(seed))  # noqa: S311 (any letter will do)
    blocks = (Paragraph(writer.run()), *(writer.block() for _ in range(8)))
    made = letter(blocks, tuple(writer.notes), locale=locale)
    return replace(made, direction=direction(locale), script=script(locale))
