"""Quotation marks and spaces: what a writer types, and what a reader sees."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.language.cldr import languages
from generator.language.typography import rules, separators, typeset
from generator.markup.inline import sentence_inlines
from generator.markup.tokens import Tokens
from tests.language.support import shown

# What becomes of "a 'b' c": CLDR's delimiters or the Publications Office's, as the table says.
QUOTED = {
    "ar": "”a ’b‘ c“",
    "az": "“a ‘b’ c”",
    "be": "«a „b“ c»",
    "bg": "„a „b“ c“",
    "cs": "„a~‚b‘ c“",
    "da": "»a »b« c«",
    "de": "„a ‚b‘ c“",
    "el": "«a “b” c»",
    "en": "“a ‘b’ c”",
    "es": "«a “b” c»",
    "et": "„a ‚b‘ c“",
    "fi": "”a ’b’ c”",
    "fr": "«~a “b” c~»",
    "ga": "“a ‘b’ c”",
    "hr": "„a ‚b’ c”",
    "hu": "„a »b« c”",
    "hy": "«a «b» c»",
    "it": "«a “b” c»",
    "ka": "„a «b» c“",
    "kk": "«a “b” c»",
    "ky": "«a „b“ c»",
    "lt": "„a „b“ c“",
    "lv": "“a ‘b’ c”",
    "mt": "“a ‘b’ c”",
    "nl": "“a ‘b’ c”",
    "pl": "„a~«b» c”",
    "pt": "«a “b” c»",
    "ro": "„a «b» c”",
    "ru": "«a „b“ c»",
    "sk": "„a~‚b‘ c“",
    "sl": "„a ‚b‘ c“",
    "sv": "”a ’b’ c”",
    "tg": "«a „b“ c»",
    "tk": "“a “b” c”",
    "uk": "«a „b“ c»",
    "uz": "“a ‘b’ c”",
    "zh": "“a ‘b’ c”",
}

# Language, what is typed, what is set. "~" stands for a no-break space, "¬" for a narrow one; ‹0›
# is the token of a name.
SET = [
    # apostrophes
    ("en", "They don't; ‹0›'s and the defendants' lawyers, in the '90s", None),
    ("en", "It's 'so', said O'Neil", "It’s “so”, said O’Neil"),
    ("fr", "l'État et l'*autre*, aujourd'hui", "l’État et l’*autre*, aujourd’hui"),
    ("uk", "об'єкт", "об’єкт"),
    ("mt", "l-liġi ta' Malta", "l-liġi ta’ Malta"),
    ("uz", "o'zbek bog' ma'no", "o‘zbek bog‘ ma’no"),
    # nesting, neighbours, markup
    ("en", '"a \'b "c" d\' e"', "“a ‘b “c” d’ e”"),
    ("en", '"**Bold** and *\'x\'*", ("y")', "“**Bold** and *‘x’*”, (“y”)"),
    ("en", '"‹0›" and "2026"', "“‹0›” and “2026”"),
    ("en", "“kept 'inner' kept”", "“kept ‘inner’ kept”"),
    ("ru", "«внешние 'внутренние'»", "«внешние „внутренние“»"),
    ("de", 'Er sagte: "Nein!"', "Er sagte: „Nein!“"),
    ("zh", "他说\"你好'世界'吗\"。", "他说“你好‘世界’吗”。"),
    ("en", 'one " alone, and 6" more', None),
    # what no rule touches
    ("en", '\\"kept\\" \\\'', '\\"kept\\" \\\''),
    ("en", '[a \'b\'](https://x.org/\'y\'_("z")?q="1" "t")', None),
    ("en", "https://x.org/l'etat?a=\"b", None),
    ("fr", "https://x.org/a:b;c?d!e à 15:00, CAT/C/KAZ/CO/4", None),
    ("fr", '<a href="x"> &amp; &nbsp;', None),
    # French spaces
    ("fr", "Quoi? Non! Si; or: «mot» « mot »", "Quoi¬? Non¬! Si¬; or~: «~mot~» «~mot~»"),
    ("fr", 'Il dit: "oui"! Vraiment ?!', "Il dit~: «~oui~»¬! Vraiment¬?!"),
    ("fr", "**Gras**: *suite*? (?) [lien](https://x.org): fin", None),
    # numbers and their units, days and months
    ("en", "on 22 June 2026, June 22, 5 million, 73 %, 10 000 km", None),
    ("en", "10 % of ‹0› million in May 2026", "10~% of ‹0›~million in May 2026"),
    ("fr", "le 1er janvier 2026, 22 juin, 5 millions", "le 1er~janvier 2026, 22~juin, 5~millions"),
    ("de", "am 22. Juni 2026", "am 22.~Juni 2026"),
    ("es", "el 22 de junio de 2026", "el 22~de junio de 2026"),
    ("ru", "22 июня 2026 г. и 5 млн тенге", "22~июня 2026¬г. и 5~млн тенге"),
    ("kk", "2026 ж. 22 маусым", "2026¬ж. 22~маусым"),
    ("lt", "2026 m. birželio 22 d.", "2026~m. birželio~22~d."),
    ("hu", "2026. június 22.", "2026. június~22."),
    # initials, titles, abbreviations, short words, dashes
    (
        "en",
        "Dr J. A. Smith, art. 5, para. 7 and No. 3",
        "Dr~J.~A.~Smith, art.~5, para.~7 and No.~3",
    ),
    ("ru", "А. С. Пушкин — поэт, г. Алматы, ст. 5, № 7, § 2", None),
    ("fr", "M. Dupont, art. 5, n° 7", "M.~Dupont, art.~5, n°~7"),
    ("ka", "ვ. ჩხაიძე", "ვ.~ჩხაიძე"),
    ("cs", "v Praze a v Brně", "v~Praze a~v~Brně"),
    ("en", "in a word – no", "in a word – no"),
]
EXPECTED = {
    "They don't; ‹0›'s and the defendants' lawyers, in the '90s": (
        "They don’t; ‹0›’s and the defendants’ lawyers, in the ’90s"
    ),
    '[a \'b\'](https://x.org/\'y\'_("z")?q="1" "t")': (
        '[a “b”](https://x.org/\'y\'_("z")?q="1" "t")'
    ),
    "**Gras**: *suite*? (?) [lien](https://x.org): fin": (
        "**Gras**~: *suite*¬? (?) [lien](https://x.org)~: fin"
    ),
    "on 22 June 2026, June 22, 5 million, 73 %, 10 000 km": (
        "on 22~June 2026, June~22, 5~million, 73~%, 10~000~km"
    ),
    "А. С. Пушкин — поэт, г. Алматы, ст. 5, № 7, § 2": (
        "А.~С.~Пушкин~— поэт, г.~Алматы, ст.~5, №~7, §~2"
    ),
}
"""What is set of long texts; of all others without an expectation, the very same."""


def tokened(text: str) -> str:
    """Return ``text`` with the token of a name in the place of ‹0›."""
    return text.replace("‹", "\ue000").replace("›", "\ue001")


@pytest.mark.parametrize("locale", QUOTED)
def test_quotation_marks(locale: str) -> None:
    """The outer pair, and the inner one inside."""
    assert shown(typeset("\"a 'b' c\"", locale)) == QUOTED[locale]


def test_every_language_has_its_marks_and_their_source() -> None:
    """The table knows all languages, and says where their marks come from."""
    assert set(QUOTED) == set(languages())
    assert all(rules(locale)["source"] for locale in languages())


@pytest.mark.parametrize(("locale", "typed", "expected"), SET)
def test_what_is_set(locale: str, typed: str, expected: str | None) -> None:
    """Quotation marks and spaces, and nothing else."""
    wanted = expected or EXPECTED.get(typed, typed)
    assert shown(typeset(tokened(typed), locale)) == tokened(wanted)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ar", ("، ", "؛ ", ": ", ".", " ")),
        ("zh", ("，", "；", "：", "。", "")),
        ("el", (", ", "· ", ": ", ".", " ")),
        ("hy", (", ", "; ", ": ", "։", " ")),
        ("fr", (", ", "¬; ", "~: ", ".", " ")),
        ("ru", (", ", "; ", ": ", ".", " ")),
    ],
)
def test_separators(locale: str, expected: tuple[str, ...]) -> None:
    """Between the parts of a note, after a label, at the end of a note, and between sentences."""
    assert tuple(map(shown, separators(locale).values())) == expected


_SIGNS = "\"'«»“”„‘’‚*_ \n\t:;!?.,()[]\\—–-%§№\u00a0\u202f"
_WORDS = "22 5 June июня juin г. ж. art. J. А. v o mot слово ]( http://a <a > \ue0000\ue001"
_PIECES = st.sampled_from([*_SIGNS, *_WORDS.split(" ")])
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)
_LOCALES = st.sampled_from(sorted(QUOTED))
_FREE = re.compile(r"[\s\"'«»“”„‘’‚]")


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _LOCALES)
def test_setting_twice_is_setting_once(text: str, locale: str) -> None:
    """What is set stays as it is."""
    once = typeset(text, locale)
    assert typeset(once, locale) == once


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _LOCALES)
def test_nothing_but_spaces_and_marks_changes(text: str, locale: str) -> None:
    """Every letter, digit, sign of markup and token stays, in its order."""
    assert _FREE.sub("", typeset(text, locale)) == _FREE.sub("", text)


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _LOCALES)
@example("*:*", "fr")
@example("mot **;** mot", "fr")
@example('"*:*', "fr")
@example("**mot** : mot", "fr")
def test_links_and_markup_stay(text: str, locale: str) -> None:
    """A set text is read as the same markup."""
    tokens = Tokens()
    tokens.keep(())
    before = sentence_inlines(text.replace("\n", " "), tokens)
    after = sentence_inlines(typeset(text.replace("\n", " "), locale), tokens)
    assert [type(each) for each in after] == [type(each) for each in before]


@pytest.mark.parametrize(
    "piece", ["](a", '"', "'a ", " ", "<a", "](((", "!", "*", "\\", "«", "J. "]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    """A hundred thousand signs of any kind take a moment, in French too, which has most rules."""
    start = time.perf_counter()
    typeset(piece * (100_000 // len(piece)) + "x", "fr")
    assert time.perf_counter() - start < 5
