"""The rules of the house: which way imports point, where each library lives, what stands where."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]

# A package may import those that stand before it, and none after it. Below "library" it is the
# order of the design; "letter" is the format-neutral document, which needs nothing, so that markup
# can make it and renderers can take it; "selection" reads placeholders, and "checks" names, as the
# letters will have them, and ask "language" which locales there are.
ORDER = (
    "__version__",
    "problems",
    "templating",
    "pictures",
    "fonts",
    "model",
    "schema",
    "yamlfiles",
    "loading",
    "library",
    "mail",
    "letter",
    "charts",
    "language",
    "markup",
    "selection",
    "checks",
    "catalogues",
    "compose",
    "installation",
    "render",
    "inspection",
    "output",
    "signing",
    "building",
    "verification",
    "comparison",
    "explain",
    "scaffold",
    "cli",
    "reference",
    "__main__",
)

# Pairs that the order would allow and the design does not: renderers know letters only, and
# what happens before a letter knows nothing of files and formats.
APART = {
    "render": {"model", "library", "loading", "selection", "compose", "yamlfiles", "markup"},
    "letter": {"problems", "model", "yamlfiles"},
    "markup": {"model", "library", "loading", "yamlfiles", "problems"},
    "language": {"library", "loading", "selection", "yamlfiles", "markup"},
    "compose": {"library", "yamlfiles", "checks"},
    "output": {"model", "library", "selection", "compose", "letter"},
}

# Where each library of others is imported; a library has one home, or a reason for each more.
HOMES = {
    "asn1crypto": {"signing"},
    "babel": {"language"},
    "click": {"cli", "reference"},  # the reference is read from the commands
    "docx": {"render.word"},
    "fontTools": {"fonts"},
    "jinja2": {"templating", "compose", "explain", "render"},  # the sandbox, and what fills it in
    "lxml": {"render.word"},
    "markdown_it": {"markup"},
    "markupsafe": {"compose", "render"},  # comes with Jinja
    "mdit_py_plugins": {"markup"},
    "openpyxl": {"catalogues"},
    "pikepdf": {"inspection"},
    "polib": {"catalogues"},
    "pyhanko": {"signing", "verification"},
    "pyhanko_certvalidator": {"signing"},
    "PIL": {"charts"},  # comes with matplotlib
    "numpy": {"charts"},  # the same
    "matplotlib": {"charts"},
    "pydantic": {"model", "loading", "reference"},  # the records, their mistakes, their keys
    "pydantic_core": {"model"},
    "pydyf": {"render.pdf"},  # comes with WeasyPrint, which writes files with it
    "pyphen": {"render"},
    "resvg_py": {"render.word"},
    "rich": {"cli"},
    "uharfbuzz": {"fonts"},
    "watchfiles": {"cli"},
    "weasyprint": {"render"},
    "yaml": {"yamlfiles"},
}

LONGEST_MODULE = 260
SPEAKING_IN_DATA = (
    "selection",
    "compose",
    "checks",
    "building",
    "render",
    "markup",
    "language",
    "catalogues",
    "letter",
)


@dataclass(frozen=True)
class Module:
    """A module of the generator: its name without ``generator.``, and its text."""

    name: str
    text: str

    @property
    def package(self) -> str:
        """Return the first part of the name."""
        return self.name.partition(".")[0]

    def tree(self) -> ast.Module:
        """Return the module parsed."""
        return ast.parse(self.text)


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    """Return every module of the generator."""
    return list(read_modules(ROOT / "generator"))


def read_modules(folder: Path) -> Iterator[Module]:
    """Yield the modules below a folder."""
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield Module(name or "__version__", path.read_text(encoding="utf-8"))


def imported(module: Module) -> Iterator[str]:
    """Yield the full name of everything that a module imports, wherever in it."""
    for node in ast.walk(module.tree()):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}: imports are absolute"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def upward(modules: list[Module]) -> list[str]:
    """Return every import that points the wrong way."""
    wrong = []
    for module in modules:
        for name in imported(module):
            first, _, rest = name.partition(".")
            target = rest.partition(".")[0]
            if first != "generator" or target == module.package:
                continue
            early = target in ORDER and ORDER.index(target) < ORDER.index(module.package)
            if not early or target in APART.get(module.package, ()):
                wrong.append(f"{module.name} imports {name}")
    return wrong


def strangers(modules: list[Module]) -> list[str]:
    """Return every import of a library outside its home."""
    wrong = []
    for module in modules:
        for name in imported(module):
            library = name.partition(".")[0]
            if library == "generator" or library in sys.stdlib_module_names:
                continue
            homes = HOMES.get(library, set())
            if not any(f"{module.name}.".startswith(f"{home}.") for home in homes):
                wrong.append(f"{module.name} imports {library}")
    return wrong


def test_every_module_is_seen(modules: list[Module]) -> None:
    """The rules below are not about an empty folder."""
    assert len(modules) > 90
    assert {module.package for module in modules} == set(ORDER)
    assert sum(1 for module in modules for _ in imported(module)) > 600


def test_imports_point_one_way(modules: list[Module]) -> None:
    """From the command line down to the problems, never back."""
    assert upward(modules) == []


def test_each_library_has_one_home(modules: list[Module]) -> None:
    """And every library in the table is used there."""
    assert strangers(modules) == []
    used = {name.partition(".")[0] for module in modules for name in imported(module)}
    assert set(HOMES) <= used


def test_the_rules_see_what_breaks_them() -> None:
    """A wrong arrow, a wrong home and an unknown package are found."""
    assert upward([Module("problems", "from generator.cli import main")]) == [
        "problems imports generator.cli.main"
    ]
    assert upward([Module("render.x", "def f():\n    from generator.library import Library")])
    assert upward([Module("compose.x", "import generator.nowhere")])
    assert upward([Module("compose.x", "from generator.selection.choose import choose")]) == []
    assert strangers([Module("selection.x", "import yaml")]) == ["selection.x imports yaml"]
    assert strangers([Module("markup.x", "import requests")]) == ["markup.x imports requests"]
    assert strangers([Module("render.html_page", "import docx")])


def test_no_module_takes_the_name_of_another_library(modules: list[Module]) -> None:
    """Neither the standard library's nor a dependency's: a reader should know which is meant."""
    taken = {*sys.stdlib_module_names, *HOMES}
    named = {part for module in modules for part in module.name.split(".")}
    ours = {"schema", "init", "list", "new"}  # commands, named as the user types them
    assert sorted(named & taken - ours) == []


def test_modules_are_short(modules: list[Module]) -> None:
    """So that each can be read at one sitting."""
    lengths = {module.name: module.text.count("\n") for module in modules}
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}
    assert median(lengths.values()) < 130


# --- literals -------------------------------------------------------------------

_WORDS = re.compile(r"[A-Za-z]{2,}(?:[ ,]+[A-Za-z’']+){3,}")
_ENGLISH = re.compile(r"\b(?:a|an|and|as|for|has|in|is|it|no|not|of|the|to|we|you)\b")
_MACHINE = re.compile(r"/(?:home|root|Users|work|tmp)/|[A-Za-z]:\\\\")
_REGISTRY = re.compile(r"pypi\.org|pythonhosted|index-url|registry\.|proxy\.")


def sentences(module: Module) -> Iterator[str]:
    """Yield the string literals with four words in a row, docstrings and raised faults aside."""
    tree = module.tree()
    aside = {id(each) for each in _docstrings(tree)}
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) and id(node) not in aside else None
        if isinstance(value, str) and _WORDS.search(value) and _ENGLISH.search(value):
            yield f"{module.name}: {value}"


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the strings that stand alone, as docstrings of modules, functions and constants do."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def test_what_readers_read_is_data(modules: list[Module]) -> None:
    """The words of letters, problems and reasons stand in templates and TOML, not in Python."""
    found = [
        each
        for module in modules
        if module.package in SPEAKING_IN_DATA
        for each in sentences(module)
    ]
    assert found == []
    assert list(sentences(Module("x", 'a = "We ask you to raise this"')))
    assert not list(sentences(Module("x", '"""We ask you to raise this."""')))


def test_no_path_of_a_machine_and_no_registry(modules: list[Module]) -> None:
    """Neither belongs in a program that others install elsewhere."""
    machine = [module.name for module in modules if _MACHINE.search(module.text)]
    registry = [module.name for module in modules if _REGISTRY.search(module.text)]
    assert machine == []
    assert registry == []
    locks = [path for path in (ROOT / "requirements").glob("*") if path.suffix in (".txt", ".lock")]
    assert locks
    for path in locks:
        assert not _REGISTRY.search(path.read_text(encoding="utf-8")), path.name


def test_only_entry_points_read_the_clock_and_the_environment(modules: list[Module]) -> None:
    """Each stage below is a function of its arguments."""
    reading = re.compile(
        r"date\.today|datetime\.now|time\.time\(|os\.environ|os\.getenv|locale\.setlocale|Path\.cwd"
    )
    below = ORDER[: ORDER.index("scaffold")]
    free = {"installation", "fonts"}  # the set-up reads what the machine has
    found = [
        f"{module.name}: {match[0]}"
        for module in modules
        if module.package in below and module.package not in free
        for match in reading.finditer(code_of(module))
    ]
    assert found == []


def code_of(module: Module) -> str:
    """Return the module's code without docstrings and comments."""
    return ast.unparse(_Bare().visit(module.tree()))


class _Bare(ast.NodeTransformer):
    """Takes strings that stand alone out of a tree."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Return the statement, or nothing in the place of a docstring."""
        alone = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return ast.copy_location(ast.Pass(), node) if alone else node


PASSED_OVER = {"build", "dist", "node_modules", "venv", "CVS", "_darcs"}
"""Folders that pytest, and other tools with it, take for generated and do not enter."""


def test_no_folder_has_a_name_that_tools_pass_over() -> None:
    """A folder of tests called ``build`` is never run, and nothing says so."""
    folders = [path for top in ("generator", "tests") for path in (ROOT / top).rglob("*")]
    names = {path.name for path in folders if path.is_dir()}
    assert len(names) > 20
    assert not names & PASSED_OVER
