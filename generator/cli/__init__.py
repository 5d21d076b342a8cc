"""The command line: it reads the environment and the clock, and turns outcomes into exit codes.

Importing this loads nothing else, so that Ctrl-C ends quietly from the first moment on.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``brief`` with ``arguments`` and return its exit code."""
    try:
        from generator.cli.boundary import run

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130
