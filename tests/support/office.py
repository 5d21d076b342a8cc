"""LibreOffice without a screen: opens a file and saves it as another kind."""

from __future__ import annotations

import subprocess
from pathlib import Path

CALC = Path("/usr/lib/libreoffice/program/libsclo.so")
"""The part of LibreOffice that knows spreadsheets."""


def converted(path: Path, kind: str) -> Path:
    """Save ``path`` as ``kind``, such as ``fods``, beside it; return the new file."""
    profile = path.parent / "profile"
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation=file://{profile}"),
            *("--convert-to", kind, "--outdir", str(path.parent), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return path.with_suffix(f".{kind.partition(':')[0]}")
