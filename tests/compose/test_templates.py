"""Templates: what they may say, what is refused at which line, and that they cannot break out."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest

from generator.compose.pieces import letters
from generator.templating import Sandbox
from tests.workspaces import WorkspaceFolder, as_told

TEMPLATE = "templates/letter.md.j2"
HEAD = """\
{{ page_lines(page_number="", running_title="", draft="", notes="Sources") }}

# {{ subject }}

"""


def told(workspace: WorkspaceFolder, body: str) -> str:
    """Return what is told of a template, or the text of the letter it makes."""
    workspace.write(TEMPLATE, HEAD + body)
    result = workspace.build(deliveries=("council",))
    if result.problems:
        assert not workspace.built()
        return as_told(result.problems)
    text = result.built[0].path.read_text(encoding="utf-8")
    return text.partition("# Ruritania: courts and the press\n\n")[2].rstrip("\n")


def nested(body: str, depth: int) -> str:
    """Return loops in loops over three recommendations."""
    return "{% for r in recommendations %}" * depth + body + "{% endfor %}" * depth


def refused(rule: str) -> str:
    """Return the message of a kind of problem, up to its first field."""
    return {
        "attribute": "error: The template gives an attribute other than lang and dir.",
        "markup": "error: The template makes a picture, raw HTML or code, which a letter cannot",
        "endless": "error: The template does not end, or makes more than a letter can hold.",
        "missing": "error: There is no template “",
        "joins": "error: The template joins texts with “~”.",
        "fault": "error: The template cannot be filled in: ",
    }[rule]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Plain **bold** and *italic*.", "Plain **bold** and _italic_."),
        ("[a]{lang=kk} [b]{dir=rtl}", "a b"),
        ("[a](https://example.org)", "[a](https://example.org)"),
        ("[https://example.org](https://example.org)", "<https://example.org>"),
        ("::: anything\nx\n:::", "x"),
        ("{{ reference }}, {{ date }}", "SPRING-1, 2\u00a0March 2026"),
        ("{{ _('To {name}', name=reference) }}", "To SPRING-1"),
        (
            "{% macro bold(x) %}**{{ x }}**{% endmacro %}{{ _('To {x}', x=bold(reference)) }}",
            "To **SPRING-1**",
        ),
        ("{% for r in recommendations %}{{ r.position }} {% endfor %}", "1 2 3"),
        ("{% for r in recommendations %}{{ paragraph_letter() }} {% endfor %}", "A B C"),
        ("{% for r in recommendations %}{{ loop.index + 1 }} {% endfor %}", "2 3 4"),
    ],
)
def test_what_a_template_may_say(body: str, expected: str, workspace: WorkspaceFolder) -> None:
    """Order, wording and roles, as CommonMark."""
    assert told(workspace, body) == expected


def test_recitals_go_on_after_z() -> None:
    """As in the resolutions of the European Parliament."""
    assert list(islice(letters(), 24, 29)) == ["Y", "Z", "AA", "AB", "AC"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("-\n- b\n-", "- b"),
        ("- {{ '' }}\n\nb", "b"),
        ("- ::: x\n  :::\n\nb", "b"),
        ("{{ '' }}\n\nb", "b"),
        ("**{{ '' }}**\n\nb", "b"),
        ("| a | b |\n|---|---|\n\nb", "b"),
        (":::: x\n::: y\n:::\n::::\n\nb", "b"),
        ("[](https://example.org)", "<https://example.org>"),
        ("[{{ ' ' }}](https://example.org)", "<https://example.org>"),
        ("[](mailto:a@example.org)", "[a@example.org](mailto:a@example.org)"),
        ("| a | b |\n|---|---|\n| | |", "| a | b |\n| --- | --- |\n|  |  |"),
    ],
)
def test_what_says_nothing_is_left_out(
    body: str, expected: str, workspace: WorkspaceFolder
) -> None:
    """A loop over nothing leaves nothing behind; a link without words shows where it leads."""
    assert told(workspace, body) == expected


def test_a_paragraph_that_only_calls_a_note_says_something(workspace: WorkspaceFolder) -> None:
    """The note is there."""
    item = "recommendations[2].evidence[0]"
    assert told(workspace, f"**{{% call note({item}) %}}A source{{% endcall %}}**") == (
        "**[^1]**\n\n## Sources\n\n[^1]: A source"
    )


@pytest.mark.parametrize(
    "body",
    [
        "[a]{.red}",
        "[a]{ #here}",
        "[a]{style=color:red}",
        "[a]{onclick=x}",
        "[a]{dir=up}",
        "[a](https://example.org){.red}",
        "[a](https://example.org){onclick=x}",
    ],
)
def test_attributes_other_than_lang_and_dir(body: str, workspace: WorkspaceFolder) -> None:
    """How a role looks is not said in a template."""
    assert refused("attribute") in told(workspace, body)


@pytest.mark.parametrize(
    "body",
    [
        "![a](b.png)",
        "<b>x</b>",
        "<script>x</script>",
        "<!-- x -->",
        "<div>\nx\n</div>",
        "`code`",
        "```\ncode\n```",
        "~~~\ncode\n~~~",
        "> quotation",
    ],
)
def test_markup_that_a_letter_cannot_carry(body: str, workspace: WorkspaceFolder) -> None:
    """Pictures, HTML and code are refused, not passed over."""
    assert refused("markup") in told(workspace, body)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("\n{{ nothing }}", f"{TEMPLATE}:6:1: {refused('fault')}'nothing' is undefined"),
        ("{{ r.ask }}", f"{TEMPLATE}:5:1: {refused('fault')}'r' is undefined"),
        ("{{ meeting.nam }}", f"{TEMPLATE}:5:1: {refused('fault')}'dict object' has no attribute"),
        ("\n\n{% if %}", f"{TEMPLATE}:7:1: {refused('fault')}Expected an expression"),
        ("{{ 1 / 0 }}", f"{TEMPLATE}:5:1: {refused('fault')}division by zero"),
        ("{{ title | upper }}", f"{TEMPLATE}:5:1: {refused('fault')}No filter named 'upper'"),
        ("{{ recommendations }}", f"{TEMPLATE}:5:1: {refused('fault')}list"),
        (nested("", 22), f"{refused('fault')}too many statically nested blocks"),
        ("{{ subject ~ title }}", f"{TEMPLATE}:5:1: {refused('joins')}"),
    ],
)
def test_a_fault_is_told_at_its_line(body: str, reason: str, workspace: WorkspaceFolder) -> None:
    """An undefined name is an error, not a gap."""
    assert reason in told(workspace, body)


def test_a_fault_in_an_imported_template_is_told_there(workspace: WorkspaceFolder) -> None:
    """The line is that of the file in which it stands."""
    workspace.write("templates/_own.md.j2", "{% macro m() %}\n\n{{ nothing }}{% endmacro %}")
    body = "{% from '_own.md.j2' import m with context %}{{ m() }}"
    assert told(workspace, body).startswith("templates/_own.md.j2:3:1: error:")


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''.__class__ }}",
        "{{ lines.__globals__ }}",
        "{{ note.__self__ }}",
        "{{ _.__func__.__globals__ }}",
        "{{ ().__class__.__bases__[0].__subclasses__() }}",
        "{{ addressees.__class__.__mro__ }}",
        "{{ self.__dict__ }}",
        "{{ title.inlines }}",
        "{{ reference.inlines }}",
        "{{ 'x'.format }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ themes.append(1) }}",
        "{{ meeting.update({}) }}",
        "{{ meeting.clear() }}",
        "{{ title | attr('inlines') }}",
        "{{ recommendations | map(attribute='__class__') | list | first }}",
        "{{ recommendations | map(attribute='evidence.0.citations.0._book') | first }}",
        "{{ recommendations[0].evidence[0].citations[0]._book }}",
        "{{ range(3) }}",
        "{{ cycler('a') }}",
        "{{ namespace() }}",
        "{{ lipsum() }}",
        "{{ config }}",
    ],
)
def test_a_template_cannot_look_behind_what_it_is_given(
    body: str, workspace: WorkspaceFolder
) -> None:
    """Neither Python's attributes nor the content behind the pieces."""
    found = told(workspace, body)
    assert f"{TEMPLATE}:5:1: {refused('fault')}" in found


@pytest.mark.parametrize("name", ["../letter.yaml", "/etc/passwd", "os", "letter.yaml/../x"])
def test_templates_come_from_their_folder_only(name: str, workspace: WorkspaceFolder) -> None:
    """No path leads out of it."""
    assert refused("missing") in told(workspace, f"{{% include '{name}' %}}")


@pytest.mark.parametrize(
    "body",
    [
        "{% for a in 'x' * 10000000000 %}{% endfor %}",
        "{{ 'x' * 10000000000 }}",
        "{{ [1] * 10000000000 }}",
        "{{ 10 ** 10000000 }}",
        "{{ '%10000000000d' % 1 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro m(a) %}{% set b %}{{ a }}{{ a }}{% endset %}{{ m(b) }}{% endmacro %}{{ m('x') }}",
        "{% macro m(a) %}{{ m(a + a) }}{% endmacro %}{{ m([1, 2]) }}",
        nested("", 19),
        nested("word ", 19),
        "{% set x = 'word ' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
        "{% set x %}word{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
        "{% set a = [1] %}{% set b = [1] %}"
        + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
        + "{% if a == b %}{% endif %}",
        "{% set a = (1,) %}" + "{% set a = (a, a) %}" * 40 + "{{ [a] | unique | list | length }}",
        "{% set f = subject %}" + "{% set f = joined([f, f], comma) %}" * 40,
        "{% set f = subject %}" + "{% set f = lines([f, f]) %}" * 40,
        "{% set f = subject %}" + "{% set f = _('{a} {a}', a=f) %}" * 40,
    ],
)
def test_an_endless_template_stops(body: str, workspace: WorkspaceFolder) -> None:
    """In time, in memory, printing or silent."""
    assert refused("endless") in told(workspace, body)


@pytest.mark.parametrize("text", ["\\ud800", "\\x00", "\\ufffe"])
def test_characters_that_no_letter_can_carry(text: str, workspace: WorkspaceFolder) -> None:
    """They are told at their line, not where a letter is written."""
    found = told(workspace, f"\n{{{{ '{text}' }}}}")
    assert found.startswith(
        f"{TEMPLATE}:6:1: error: There is a character here that no letter can carry"
    )


def test_tokens_of_a_template_stand_for_nothing(workspace: WorkspaceFolder) -> None:
    """The characters that tokens are made of are refused in templates."""
    found = told(workspace, "\ue0000\ue001")
    assert "There is a character here that no letter can carry" in found


def test_not_utf8(workspace: WorkspaceFolder) -> None:
    """A template in another encoding is told, not guessed."""
    workspace.write(TEMPLATE, b"# a\n\n\xe4")
    told = as_told(workspace.build().problems)
    assert told.startswith(f"{TEMPLATE}:3:1: error: The file is not UTF-8 text: the byte 0xE4")


def test_a_workspace_without_an_own_template_uses_the_shipped_one(
    workspace: WorkspaceFolder,
) -> None:
    """The package brings it; the workspace's own wins, as above."""
    assert len(workspace.build().built) == 2


def test_a_template_is_compiled_once(
    workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many letters are made of it; with another text it is another template."""
    compiled: list[str] = []
    compiling = Sandbox.compile

    def noted(sandbox: Sandbox, source: Any, name: str, *rest: Any) -> Any:
        compiled.append(name)
        return compiling(sandbox, source, name, *rest)

    monkeypatch.setattr(Sandbox, "compile", noted)
    for body in ("Only here.", "Only here.", "And there."):
        assert told(workspace, body) == body
    assert compiled == ["letter.md.j2", "letter.md.j2"]
