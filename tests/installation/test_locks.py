"""The lock files: every version pinned with hashes, and nothing about where it comes from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """Return the versions that a lock pins."""
    found = PINNED.findall((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"))
    assert len(found) > 20
    return dict(found)


@pytest.mark.parametrize("name", ["runtime", "test"])
def test_every_pin_has_its_hashes_and_no_line_an_address(name: str) -> None:
    """Each requirement is one version and at least one hash; no host, no option, no path."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    for block in blocks:
        assert PINNED.match(block), block
        assert "--hash=sha256:" in block
    assert not re.search(r"://|--index|--find-links|\.(org|com|io)\b|^/|\s/", text, re.MULTILINE)


def test_the_tests_lock_holds_all_of_the_runtime_one() -> None:
    """What is tested is what is shipped."""
    assert pins("runtime").items() <= pins("test").items()


def test_what_builds_the_package_is_locked_too() -> None:
    """The editable install then needs nothing from the network."""
    assert "hatchling" in pins("runtime")
