"""The set-up script, run in a copy of the project on a machine made of stand-ins."""

import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PDF_LIBRARIES = (
    "libgobject-2.0.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 "
    "libharfbuzz.so.0 libharfbuzz-subset.so.0 libfontconfig.so.1"
)
TOOLS = "sh dirname basename grep sed sort tr cut cat cmp mkdir rm env"

# A Python that makes virtual environments holding itself, and writes down what else it is asked.
PYTHON = """#!/bin/sh
case "$*" in
--version) echo "Python {version}" ;;
*version_info*) [ {new_enough} = yes ] ;;
*ensurepip*) [ -e {folder}/has-venv ] ;;
"-c import pip") ;;
"-m venv .venv") mkdir -p .venv/bin && cat "$0" >.venv/bin/python && chmod +x .venv/bin/python ;;
*) echo "python $*" >>{folder}/log ;;
esac
"""


@dataclass(frozen=True)
class Machine:
    """A folder that is the whole path of a machine, and a project on it."""

    folder: Path
    project: Path

    def command(self, name: str, script: str) -> None:
        """Put a command on the path."""
        file = self.folder / "bin" / name
        file.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    def python(self, version: str = "3.12.1", *, name: str = "python3", venv: bool = True) -> None:
        """Put a Python on the path."""
        new_enough = "yes" if version >= "3.11" else "no"
        script = PYTHON.format(version=version, new_enough=new_enough, folder=self.folder)
        self.command(name, script)
        if venv:
            (self.folder / "has-venv").touch()

    def libraries(self, names: str) -> None:
        """Make the loader know these libraries."""
        self.command("ldconfig", f"for name in {names}; do echo $name; done")

    def apt(self, effect: str = ":") -> None:
        """Put an apt-get on the path, which does this when asked to install."""
        log = f'echo "apt-get $*" >>{self.folder}/log'
        self.command("apt-get", f'{log}\ncase "$*" in *install*) {effect} ;; esac')

    def log(self) -> list[str]:
        """Return what was asked of the stand-ins, and forget it."""
        file = self.folder / "log"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines

    def setup(self, *steps: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script."""
        return subprocess.run(
            ["/bin/sh", "generator/installation/setup.sh", *steps],
            cwd=self.project,
            env={"PATH": str(self.folder / "bin"), **environment},
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine with the plainest tools, run by root, with nothing to set up yet."""
    made = Machine(tmp_path, project=tmp_path / "project")
    (tmp_path / "bin").mkdir()
    for tool in TOOLS.split():
        (tmp_path / "bin" / tool).symlink_to(str(shutil.which(tool)))
    made.command("id", "echo 0")
    made.command("chmod", f'exec {shutil.which("chmod")} "$@"')
    made.libraries("libc.so.6")
    for part in ("pyproject.toml", "requirements", "generator/installation", "generator/fonts"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (made.project / part).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / part, made.project / part)
    return made


def test_apt_brings_only_what_is_missing_and_only_once(machine: Machine) -> None:
    """A second run finds the libraries there and asks nobody."""
    there = PDF_LIBRARIES.replace("libharfbuzz-subset.so.0 ", "")
    machine.libraries(there)
    machine.apt(f"echo 'echo {PDF_LIBRARIES}' >{machine.folder}/bin/ldconfig")
    assert machine.setup("system-pdf").returncode == 0
    update, install = machine.log()
    assert update.endswith("update")
    assert install.endswith("--no-install-recommends libharfbuzz-subset0")
    assert machine.setup("system-pdf").stderr == ""
    assert machine.log() == []


def test_sudo_only_when_not_root(machine: Machine) -> None:
    """Root needs none; others are asked for it."""
    machine.apt()
    machine.command("sudo", f'echo "sudo $*" >>{machine.folder}/log')
    machine.setup("system-pdf")
    assert not [line for line in machine.log() if line.startswith("sudo")]
    machine.command("id", "echo 1000")
    machine.setup("system-pdf")
    assert [line for line in machine.log() if line.startswith("sudo env")]


def test_without_a_package_manager_only_pdf_is_given_up(machine: Machine) -> None:
    """What is missing is said by name, and the set-up goes on."""
    done = machine.setup("system-pdf")
    assert done.returncode == 0
    assert "Missing: libfontconfig.so.1 libgobject-2.0.so.0" in done.stderr
    assert "PDF cannot be built, all else can" in done.stderr


def test_when_the_package_manager_fails_the_command_is_named(machine: Machine) -> None:
    """Without rights or network a person can still do it by hand."""
    machine.apt("exit 100")
    done = machine.setup("system-test")
    assert done.returncode == 0
    assert "Still missing: pdftotext soffice" in done.stderr
    assert "apt-get install libreoffice-writer-nogui poppler-utils" in done.stderr


def test_the_environment_is_made_and_filled_only_once(machine: Machine) -> None:
    """The second run asks no registry; a changed lock is installed."""
    machine.python()
    assert machine.setup("locked-runtime").returncode == 0
    locked, editable = machine.log()
    assert "--require-hashes -r requirements/runtime.txt" in locked
    assert "--no-deps --no-build-isolation --editable ." in editable
    second = machine.setup("locked-runtime")
    assert (second.stderr, machine.log()) == ("", [])
    with (machine.project / "requirements/runtime.txt").open("a") as lock:
        lock.write("# changed\n")
    machine.setup("locked-runtime")
    assert len(machine.log()) == 2


def test_the_tests_lock_holds_the_runtime_one(machine: Machine) -> None:
    """After `make test`, `make briefs` has nothing to install."""
    machine.python()
    machine.setup("locked-test")
    assert "-r requirements/test.txt" in machine.log()[0]
    machine.setup("locked-runtime")
    assert machine.log() == []


def test_a_moved_project_is_installed_anew(machine: Machine) -> None:
    """The command's first line names the folder it was made in."""
    machine.python()
    machine.setup("locked-runtime")
    machine.log()
    moved = replace(machine, project=machine.folder / "moved")
    machine.project.rename(moved.project)
    assert moved.setup("locked-runtime").returncode == 0
    assert len(machine.log()) == 2


def test_an_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    """As after an upgrade of the system."""
    machine.python()
    machine.setup("locked-runtime")
    machine.log()
    python = machine.project / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3.10")
    done = machine.setup("locked-runtime")
    assert "making it anew" in done.stderr
    assert len(machine.log()) == 2


def test_a_python_without_venv_gets_its_own_package(machine: Machine) -> None:
    """Debian divides Python: the interpreter alone cannot make an environment."""
    machine.python("3.10.4", name="python3", venv=False)
    machine.python("3.12.1", name="python3.12", venv=False)
    machine.apt(f": >{machine.folder}/has-venv")
    assert machine.setup("locked-runtime").returncode == 0
    assert [line for line in machine.log() if line.endswith("python3.12-venv")]


def test_too_old_a_python_stops_with_its_version(machine: Machine) -> None:
    """Nothing is installed over a person's head: another Python is theirs to choose."""
    machine.python("3.10.4")
    machine.apt()
    done = machine.setup("locked-runtime")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed; python3 is: Python 3.10.4" in done.stderr
    assert machine.log() == []


def test_another_python_can_be_named(machine: Machine) -> None:
    """As in `make briefs PYTHON=…`."""
    machine.python("3.10.4")
    machine.python("3.13.0", name="own")
    assert machine.setup("locked-runtime", PYTHON="own").returncode == 0


def test_without_python_and_package_manager_it_stops(machine: Machine) -> None:
    """Nothing can be done, and it says so."""
    done = machine.setup("locked-runtime")
    assert done.returncode == 1
    assert "Missing: ensurepip python3" in done.stderr


def test_a_failed_installation_is_tried_again(machine: Machine) -> None:
    """Only what was done to the end is remembered."""
    machine.python()
    machine.setup("locked-runtime")
    machine.log()
    shutil.rmtree(machine.project / ".venv/stamps")
    failing = machine.project / ".venv/bin/python"
    failing.write_text(failing.read_text().replace("*) echo", "*) exit 1; echo"))
    assert machine.setup("locked-runtime").returncode != 0
    assert not (machine.project / ".venv/stamps/runtime").exists()


def test_the_fonts_are_made_once(machine: Machine) -> None:
    """They follow the lock and the code that makes them."""
    machine.python()
    machine.setup("locked-runtime", "fonts")
    assert machine.log()[-1] == "python -m generator.fonts"
    machine.setup("locked-runtime", "fonts")
    assert machine.log() == []


def test_an_unknown_step_is_refused(machine: Machine) -> None:
    """A misspelt step in the Makefile must not pass for one that is done."""
    assert machine.setup("font").returncode == 1
