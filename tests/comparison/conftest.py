"""The command line as a fixture, here too."""

from __future__ import annotations

from tests.cli.conftest import typed

__all__ = ["typed"]
