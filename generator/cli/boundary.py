"""The one place where outcomes become exit codes, and faults become a short message."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress

import click

from generator import __version__
from generator.cli.exits import DONE, FAULT, INTERRUPTED, PROBLEMS
from generator.cli.group import brief
from generator.cli.output import finish, speak_utf8, tell


def run(arguments: Sequence[str]) -> int:
    """Run one command; return 0, 1, 2, 3 or 130 and never raise."""
    speak_utf8()
    debug = "--debug" in arguments or bool(os.environ.get("BRIEF_DEBUG"))
    if debug:
        _show_faults()
    try:
        code = brief.main(list(arguments), prog_name="brief", standalone_mode=False)
    except click.Abort as abort:
        code = _fault(abort, debug=debug) if isinstance(abort.__cause__, EOFError) else INTERRUPTED
    except KeyboardInterrupt:
        code = INTERRUPTED
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        code = error.exit_code
    except SystemExit as stop:
        code = _stopped(stop)
    except OSError as error:
        code = _refused_by_the_system(error, debug=debug)
    except Exception as error:  # noqa: BLE001 (this is the boundary)
        code = _fault(error, debug=debug)
    finish()
    return code if isinstance(code, int) else DONE


def _stopped(stop: SystemExit) -> int:
    """Return the code of a completion; else Click stops where nobody reads on: no failure."""
    completing = "_BRIEF_COMPLETE" in os.environ
    return stop.code if completing and isinstance(stop.code, int) else DONE


def _refused_by_the_system(error: OSError, *, debug: bool) -> int:
    """Say what the operating system refused: a full disk, a missing right."""
    if error.strerror is None:
        return _fault(error, debug=debug)
    if debug:
        _show(error)
    where = f"{error.filename}: " if isinstance(error.filename, str) else ""
    tell(f"brief: {where}{error.strerror}")
    return PROBLEMS


def _fault(error: BaseException, *, debug: bool) -> int:
    """Ask for a report, without the exception's own words: they may quote what is not public."""
    if debug:
        _show(error)
    tell(
        "brief: this is a fault of the program, not of your files"
        f" ({type(error).__name__}{_where(error)}).\n"
        f"    Please report it with this line, the version ({__version__}) and what you typed.\n"
        "    With BRIEF_DEBUG=1 before the command you see where it happened; read that before you"
        " pass it on, as it may quote your files."
    )
    return FAULT


def _show_faults() -> None:
    """Print the traceback of a fault that a build tells as a problem."""
    import logging

    logging.basicConfig(format="%(message)s")
    logging.getLogger("generator").setLevel(logging.DEBUG)


def _show(error: BaseException) -> None:
    """Print the traceback."""
    import traceback

    traceback.print_exception(error)


def _where(error: BaseException) -> str:
    """Return the file and line of the program where ``error`` arose."""
    from generator.problems import arisen

    module, line = arisen(error)
    return f" in {module}, line {line}" if line else ""
