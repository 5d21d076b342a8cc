"""The table of formats loads no library before a file is made."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.render.formats import FORMATS
from tests.render.sample_letters import russian_letter
from tests.render.support import Templates

HEAVY = ("weasyprint", "docx", "lxml", "jinja2", "markupsafe", "fontTools")
LOADED = f"""
import sys
import generator.render.formats
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_the_table_is_light() -> None:
    """A command that makes no file does not wait for what makes files."""
    run = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True, text=True)
    assert run.stdout == "[]\n"


def test_the_formats() -> None:
    """The names of formats are those of the command line; each has its suffix."""
    assert {name: each.suffix for name, each in FORMATS.items()} == {
        "pdf": ".pdf",
        "docx": ".docx",
        "html": ".html",
        "md": ".md",
        "eml": ".eml",
    }


@pytest.mark.parametrize(
    ("name", "beginning"), [("html", b"<!DOCTYPE html>"), ("md", b"> A "), ("eml", b"X-Un")]
)
def test_a_format_makes_its_file(name: str, beginning: bytes) -> None:
    """The function of a format is found where the table says."""
    made = FORMATS[name].render(russian_letter(), Templates())
    assert made.data.startswith(beginning)
    assert made.pages is None
