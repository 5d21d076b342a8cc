"""One start of LibreOffice for all sample letters and those that the project ships."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.letter import Letter
from generator.render.word import render
from tests.render.sample_letters import SAMPLES
from tests.render.word.reading import Templates
from tests.render.word.samples import OWN_SAMPLES
from tests.support.shared import shared
from tests.workspaces import WorkspaceFolder

Pages = list[str]
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pages]:
    """Return the text of each page of each letter, as LibreOffice lays it out.

    The samples go by their names, the letters of the project by ``shipped-`` and theirs.
    """
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("needs LibreOffice Writer (soffice) and poppler-utils (pdftotext)")
    return shared(tmp_path_factory, "word", _converted)


def _converted(folder: Path) -> Mapping[str, Pages]:
    samples: Mapping[str, Callable[[], Letter]] = {**SAMPLES, **OWN_SAMPLES}
    for name, sample in samples.items():
        (folder / f"{name}.docx").write_bytes(render(sample(), Templates()).data)
    built = WorkspaceFolder(ROOT).build(folder / "out", formats=("docx",), locales=("en",)).built
    shipped = {f"shipped-{each.brief}-{each.delivery}": each.path for each in built}
    for name, path in shipped.items():
        shutil.copy(path, folder / f"{name}.docx")
    files = sorted(str(path) for path in folder.glob("*.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=240)
    return {name: _pages(folder / f"{name}.pdf") for name in (*samples, *shipped)}


def _pages(pdf: Path) -> Pages:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return done.stdout.decode().split("\f")[:-1]
