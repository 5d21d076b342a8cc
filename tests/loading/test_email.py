"""E-mail addresses: a simple form, whose link needs no escaping."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from urllib.parse import quote

import pytest

from tests.workspaces import BRIEF, WorkspaceFolder

Check = Callable[..., str]
WRITTEN = "office@example.org"
WRONG = (
    "office",
    "office@",
    "@example.org",
    "office@example",
    "office@@example.org",
    "a@b@example.org",
    "the office@example.org",
    "office@example.org ",
    "office@.example.org",
    "office@example..org",
    "office@example.org.",
    ".office@example.org",
    "Office <office@example.org>",
    "mailto:office@example.org",
    "office@example.org?subject=Reply",
    "office@example.org,press@example.org",
    "off%69ce@example.org",
    "office&press@example.org",
    "office#1@example.org",
    "office@example.org\u200b",
    "office@[192.0.2.1]",
)
RIGHT = (
    "office@example.org",
    "first.last+kz@mail.example.org",
    "o'neill@example.org",
    "office_1@xn--80aaxitdbjk.xn--p1ai",
    "office-kz@a.b",
)


@pytest.mark.parametrize("address", WRONG)
def test_what_is_no_address_is_told(address: str, check: Check) -> None:
    """Nobody could answer."""
    assert check(BRIEF, f"email: {WRITTEN}", f'email: "{address}"') == (
        f"{BRIEF}:10:18: error: “email” must be an e-mail address such as {WRITTEN}.\n"
        "    Write the address alone: one @, a dot behind it, no spaces, no brackets and no name "
        "before it."
    )


@pytest.mark.parametrize("address", RIGHT)
def test_an_address_leads_to_itself(address: str, workspace: WorkspaceFolder) -> None:
    """What a link would have to escape cannot stand in it."""
    workspace.replace(BRIEF, f"email: {WRITTEN}", f'email: "{address}"')
    assert workspace.told() == ""
    assert quote(address, safe="!$'()*+,;:@") == address
    workspace.build(deliveries=("council",), formats=("html",))
    page = workspace.read("out/spring/council.en.html")
    assert f'href="mailto:{address}"' in unescape(page)


def test_an_address_may_have_letters_of_any_script(check: Check) -> None:
    """Renderers write them as each format does."""
    assert check(BRIEF, f"email: {WRITTEN}", "email: почта@пример.рф") == ""
