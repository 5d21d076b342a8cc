"""The table of system packages, and the commands made from it."""

import os
import shutil
from collections.abc import Callable

import pytest

from generator import installation

_CALC = "/usr/lib/libreoffice/program/libsclo.so"
PURPOSES = ("python", "pdf", "test")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend to be a machine with these commands and libraries, as root or not."""

    def pretend(*there: str, root: bool = True) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: name if name in there else None)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
        signs = dict.fromkeys(("command", "file", "library", "module"), lambda name: name in there)
        monkeypatch.setattr(installation, "_is_there", signs)

    return pretend


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_need_has_a_package_for_every_manager(purpose: str) -> None:
    """No line of the table is cut short."""
    for need in installation.needs(purpose):
        assert need.kind in {"command", "file", "library", "module"}
        assert set(need.packages) == {"apt-get", "dnf", "apk", "brew"}
        assert all(need.packages.values())


def test_an_unknown_purpose_is_a_mistake_of_the_caller() -> None:
    """A misspelt purpose must not look like one that needs nothing."""
    with pytest.raises(KeyError):
        installation.needs("pfd")


def test_this_machine_has_what_these_tests_run_with() -> None:
    """The signs are true where everything was installed."""
    assert installation.missing("python") == ()
    assert installation.missing("pdf") == ()


@pytest.mark.parametrize(
    ("manager", "user", "command"),
    [
        ("apt-get", "root", "apt-get install libfontconfig1"),
        ("apt-get", "anyone", "sudo apt-get install libfontconfig1"),
        ("dnf", "anyone", "sudo dnf install fontconfig"),
        ("apk", "root", "apk add fontconfig"),
        ("brew", "anyone", "brew install fontconfig"),
    ],
)
def test_the_remedy_brings_only_what_is_missing(
    machine: Callable[..., None], manager: str, user: str, command: str
) -> None:
    """One command for the package manager that is there, with sudo only when not root."""
    libraries = [name for need in installation.needs("pdf") for name in need.names]
    machine(manager, *(name for name in libraries if "fontconfig" not in name), root=user == "root")
    assert installation.missing("pdf") == ("libfontconfig.so.1",)
    assert installation.remedy("pdf") == command


def test_a_package_that_brings_two_libraries_is_named_once(machine: Callable[..., None]) -> None:
    """Fedora's pango holds both of Pango's libraries."""
    machine("dnf")
    assert installation.remedy("pdf") == "dnf install glib2 pango harfbuzz fontconfig"


def test_without_a_package_manager_the_remedy_names_the_things(
    machine: Callable[..., None],
) -> None:
    """A person on another system learns what to look for."""
    machine()
    assert installation.remedy("test") == "install soffice, libsclo.so, pdftotext for this system"


def test_asked_although_nothing_seems_missing_it_names_all(machine: Callable[..., None]) -> None:
    """WeasyPrint failed all the same, so the whole set is worth installing."""
    machine("apt-get", "soffice", _CALC, "pdftotext")
    assert installation.missing("test") == ()
    wanted = "libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils"
    assert installation.remedy("test") == f"apt-get install {wanted}"
