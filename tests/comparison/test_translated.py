"""A letter in another language: what to change is its translation."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.building.test_languages import bilingual
from tests.cli.support import Typed
from tests.comparison.editing import Edited
from tests.workspaces import WorkspaceFolder

__all__ = ["bilingual"]

CATALOGUE = "locales/fr/LC_MESSAGES/{}.po"


def test_the_place_is_the_entry_of_the_catalogue(
    typed: Typed,
    bilingual: WorkspaceFolder,
) -> None:
    """Of a sentence in the content's, of a wording in that of the documents."""
    assert typed("build --delivery council --locale fr --to docx").code == 0
    out = bilingual.root / "output"
    (record,) = (out / ".internal/spring/origins").iterdir()
    origins = json.loads(record.read_text(encoding="utf-8"))["origins"]
    sentence = next(each for each in origins if each["id"] == "press-sealed")
    back = shutil.copy(out / "spring/council.fr.docx", bilingual.root / "back.docx")
    file = Edited(Path(back))
    end = sentence["text"][-12:]
    file.replace(sentence["text"], f"{sentence['text'][:-12]} vraiment {end}")
    ask = next(each for each in origins if each["context"] == "We respectfully ask you to:")
    file.replace(ask["text"], ask["text"].replace(" ", " vraiment ", 1))
    wording, said = typed("diff back.docx --json").json()["changes"]
    assert (said["id"], said["locale"], said["file"]) == (
        "press-sealed",
        "fr",
        CATALOGUE.format("content"),
    )
    lines = bilingual.read(said["file"]).splitlines()[said["line"] - 1 :]
    assert 'msgctxt "press-sealed.statement"' in lines[:6]
    assert (wording["id"], wording["locale"], wording["kind"]) == (None, "fr", "changed")
    assert wording["file"] == CATALOGUE.format("documents")
