"""Whatever the offices are: written as a table, they are the same as written in YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading.columns import COLUMNS, LISTS, LOCALE
from generator.loading.load import load_file
from generator.loading.workspace import WorkspaceFile
from generator.model.base import Record
from generator.model.kinds import KINDS, kind_of
from generator.problems import Problem
from tests.tables import CAPTIONS, row, table

LOCALES = ("en", "ru", "zh-Hans")
LETTERS = "aÄж中,;\t\"'|=+-@#:{}[]&*!%  \u00a0"

texts = (
    st.text(LETTERS, min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: text and "|" not in text.split())
)
lines = st.lists(texts, min_size=1, max_size=3)
forms = st.fixed_dictionaries({"block": lines, "salutation": texts, "closing": texts})


def by_locale(values: st.SearchStrategy[Any], least: int) -> st.SearchStrategy[Any]:
    """Return a strategy for values by locale."""
    return st.dictionaries(st.sampled_from(LOCALES), values, min_size=least)


holders = st.fixed_dictionaries(
    {"checked_on": st.dates().map(str), "forms": by_locale(forms, 1)},
    optional={
        "names": by_locale(texts, 1),
        "from": st.dates().map(str),
        "to": st.dates().map(str),
        "source": st.sampled_from(["https://example.org/a,b;c", "http://example.org/?q=\"'"]),
    },
)
offices = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True),
            "rank": st.integers(-9, 99).map(str),
            "titles": by_locale(texts, 1),
            "holders": holders.map(lambda holder: [holder]),
        },
        optional={
            "postal": by_locale(lines, 1),
            "country": st.sampled_from(["NO", "KZ"]),
            "email": st.just("office@example.org"),
            "body": st.just("a_body"),
            "audience": st.just("eu"),
            "unreviewed": st.lists(st.sampled_from(LOCALES), min_size=1, unique=True),
        },
    ),
    min_size=1,
    max_size=4,
)


def cells_of(office: Mapping[str, Any], bar: str) -> dict[str, str]:
    """Return an office as the cells of its row."""
    cells = {}
    for pattern, path in COLUMNS.items():
        for locale in LOCALES if LOCALE in path else ("",):
            value: Any = office
            for key in (locale if each == LOCALE else each for each in path):
                value = value[key] if key == 0 else (value or {}).get(key)
            if value is not None:
                listed = pattern.partition(".")[0] in LISTS
                caption = pattern.replace(LOCALE, locale)
                cells[caption] = bar.join(value) if listed else value
    return cells


def loaded(name: str, text: str) -> tuple[list[Record | None], list[Problem]]:
    """Return the records that a file gives, and its problems."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.parent.mkdir(parents=True)
        path.write_bytes(text.encode())
        kind = kind_of(name)
        assert kind in KINDS
        found, problems = load_file(WorkspaceFile(path, name, Path(folder), kind, own=True))
    entries = found.entries if found else ()
    return [each.record for each in entries if each.kind == "office"], problems


@settings(deadline=None)
@given(
    offices,
    st.sampled_from([" | ", "\n", "\r\n", "\n\n", " |  "]),
    st.sampled_from(",;\t"),
    st.sampled_from(["", "\ufeff"]),
)
def test_offices_are_the_same_in_a_table(
    written: list[dict[str, Any]], bar: str, separator: str, mark: str
) -> None:
    """With every sign that separates cells, lines and files in the texts themselves."""
    rows = [cells_of(office, bar) for office in written]
    captions = sorted({caption for each in rows for caption in each})
    in_yaml, wrong = loaded("briefs/directory/offices.yaml", json.dumps({"offices": written}))
    in_table, wrong_too = loaded(
        "briefs/directory/some.csv", mark + table(rows, captions=captions, separator=separator)
    )
    assert (wrong, wrong_too) == ([], [])
    assert in_table == in_yaml
    assert all(each is not None for each in in_table)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(CAPTIONS), unique=True, max_size=4),
    st.lists(st.sampled_from(CAPTIONS), unique=True, max_size=4),
)
def test_no_row_is_left_out_silently(without: list[str], empty: list[str]) -> None:
    """Whatever columns and cells lack, a row that is no office has a problem."""
    captions = [each for each in CAPTIONS if each not in without]
    text = table(
        [
            {key: cell for key, cell in row(1).items() if key in captions},
            {key: "" if key in empty else row(2)[key] for key in captions},
        ],
        captions=captions,
    )
    found, problems = loaded("briefs/directory/some.csv", text)
    sound = [each for each in found if each is not None]
    needed = {*CAPTIONS} - {"country", "email", "audience"}
    assert len(sound) == (0 if needed & {*without} else 1 if needed & {*empty} else 2)
    assert bool(problems) == (len(sound) < 2)
    assert {each.rule for each in problems} <= {"column-missing", "cell-empty"}
