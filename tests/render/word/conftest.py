"""One start of LibreOffice for all sample letters and those that the project ships."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from generator.building import BuildResult
from generator.letter import Letter
from generator.render.word import render
from tests.building.conftest import shipped  # noqa: F401 (a fixture)
from tests.render.sample_letters import SAMPLES
from tests.render.word.reading import Templates
from tests.render.word.samples import OWN_SAMPLES
from tests.support.office import converted_all
from tests.support.shared import shared

Pages = list[str]


@pytest.fixture(scope="session")
def converted(
    shipped: BuildResult,  # noqa: F811 (the fixture)
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Pages]:
    """Return the text of each page of each letter, as LibreOffice lays it out.

    The samples go by their names, the letters of the project by ``shipped-`` and theirs.
    """
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("needs LibreOffice Writer (soffice) and poppler-utils (pdftotext)")
    return shared(tmp_path_factory, "word", partial(_converted, shipped))


def _converted(built: BuildResult, folder: Path) -> Mapping[str, Pages]:
    samples: Mapping[str, Callable[[], Letter]] = {**SAMPLES, **OWN_SAMPLES}
    files = [folder / f"{name}.docx" for name in samples]
    for file, sample in zip(files, samples.values(), strict=True):
        file.write_bytes(render(sample(), Templates()).data)
    for each in built.built:
        if each.format == "docx":
            name = f"shipped-{each.brief}-{each.delivery}.docx"
            files.append(Path(shutil.copy(each.path, folder / name)))
    return {each.stem: _pages(each) for each in converted_all(files, "pdf")}


def _pages(pdf: Path) -> Pages:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return done.stdout.decode().split("\f")[:-1]
