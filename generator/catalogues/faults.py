"""What is wrong with a translation, whoever made it: judged beside its source alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from generator.language.cldr import cases, has_numbered_months
from generator.language.plurals import gettext_rule, is_of_one_number
from generator.letter import Emphasis, Inlines, Link, Strong
from generator.markup.inline import sentence_inlines
from generator.markup.placeholders import Placeholder, PlaceholderError, parts
from generator.markup.tokens import Tokens
from generator.model.naming import PERSON_FORMS

_FORMS = ("short", "full", "count", "period", "counted_by", *PERSON_FORMS)
"""What a placeholder may ask for in any language, beside a grammatical case."""
_SAYING = ("period", "counted_by")
"""Forms that say something of a figure, which a translation says too."""
_MARKUP = re.compile(r"[*_\[\\]")
_GROUPED = re.compile(r"(?<=\d)[ ,.’'\u00a0\u202f\u066c](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+")
_MONTHS = frozenset(str(each) for each in range(1, 13))
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ue000\ue001\ufffd-\uffff\ud800-\udfff]"
)
"""Control characters, those that turn a whole line round, and what stands for no character."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the rule it breaks, and what its message is filled in with."""

    rule: str
    fields: dict[str, Any]


def faults(source: str, plural: str | None, texts: tuple[str, ...], locale: str) -> Iterator[Fault]:
    """Yield what is wrong with ``texts`` as the translation of ``source`` into ``locale``."""
    rule = gettext_rule(locale)
    wanted = rule.count if plural is not None else 1
    if len(texts) != wanted:
        yield Fault("translation-plural", {"wanted": wanted, "found": len(texts)})
        return
    for number, text in enumerate(texts):
        said = plural is not None and is_of_one_number(locale, rule.categories[number])
        yield from _in_one(plural or source, text, locale, number_said=said)


def _in_one(source: str, text: str, locale: str, *, number_said: bool) -> Iterator[Fault]:
    """Yield what is wrong with one text; ``number_said``: its plural form is of one number only."""
    refused = _REFUSED.search(text)
    if refused:
        yield Fault("translation-character", {"code": f"U+{ord(refused[0]):04X}"})
        return
    try:
        found = [each for each in parts(text) if isinstance(each, Placeholder)]
        wanted = [each for each in parts(source) if isinstance(each, Placeholder)]
    except PlaceholderError as error:
        yield Fault("translation-brace", {"text": text[max(0, error.offset - 10) :][:24]})
        return
    yield from _placeholders(wanted, found, locale, number_said=number_said)
    if _MARKUP.search(source) or _MARKUP.search(text):
        yield from _markup(source, text)
    before, after = _numbers(source), _numbers(text)
    if has_numbered_months(locale):
        after -= _MONTHS - before
    if before != after:
        lost, added = ", ".join(sorted(before - after)), ", ".join(sorted(after - before))
        yield Fault("translation-number", {"lost": lost or "–", "added": added or "–"})


def _placeholders(
    wanted: list[Placeholder], found: list[Placeholder], locale: str, *, number_said: bool
) -> Iterator[Fault]:
    """Yield a fault for each placeholder that is lost, added, or asks for a form there is not."""
    names, have = [each.name for each in wanted], [each.name for each in found]
    for name in dict.fromkeys(names):
        if name not in have and not (number_said and name == "n"):
            yield Fault("translation-placeholder-lost", {"name": name})
    for each in dict.fromkeys(wanted):
        if each.form in _SAYING and each not in found and each.name in have:
            yield Fault("translation-placeholder-lost", {"name": f"{each.name}:{each.form}"})
    for each in dict.fromkeys(found):
        if each.name not in names:
            near = get_close_matches(each.name, names, n=1, cutoff=0.6)
            yield Fault(
                "translation-placeholder-added",
                {"name": each.name, "nearest": next(iter(near), None)},
            )
        elif each.form and each.form not in (*cases(locale), *_FORMS):
            forms = ", ".join((*cases(locale), *_FORMS))
            yield Fault("translation-form", {"name": each.name, "form": each.form, "forms": forms})


def _markup(source: str, text: str) -> Iterator[Fault]:
    """Yield a fault where emphasis or links are not those of the source."""
    wanted, found = _shape(source), _shape(text)
    for address in (wanted["links"] - found["links"]) | (found["links"] - wanted["links"]):
        yield Fault("translation-link", {"address": address})
    if wanted["marks"] != found["marks"]:
        yield Fault("translation-markup", {})


def _shape(text: str) -> dict[str, Counter[str]]:
    """Return how often each kind of markup, and each link, stands in a text."""
    bare = "".join("x" if isinstance(each, Placeholder) else each for each in parts(text))
    shape: dict[str, Counter[str]] = {"marks": Counter(), "links": Counter()}
    _count(sentence_inlines(bare, Tokens()), shape)
    return shape


def _count(inlines: Inlines, shape: dict[str, Counter[str]]) -> None:
    for each in inlines:
        match each:
            case Link(address=address):
                shape["links"][address] += 1
            case Emphasis() | Strong():
                shape["marks"][type(each).__name__] += 1
            case _:
                continue
        _count(each.children, shape)


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text that stand in digits, whatever digits these are."""
    bare = "".join(" " if isinstance(each, Placeholder) else each for each in parts(text))
    return frozenset(
        "".join(str(unicodedata.digit(c)) for c in each)
        for each in _DIGITS.findall(_GROUPED.sub("", bare))
    )


def without_values(fault: Fault) -> Fault:
    """Return a fault that quotes nothing: of a text that is not public."""
    shown = ("name", "nearest", "form", "forms", "wanted", "found", "code")
    return Fault(
        fault.rule, {key: each if key in shown else "…" for key, each in fault.fields.items()}
    )
