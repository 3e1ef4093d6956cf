"""What holds for the repository as a whole."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_MODULE = 400  # lines
LONGEST_FUNCTION = 60
LONGEST_LINE = 125  # characters
# The first parts of the codes of diagnostics.
AREAS = "file|front-matter|markdown|yaml|image|brand|labels|template|pdf|word|email|parity|output|build|project|story|chart"
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "common", "misc"}

HOST = re.compile(r"https?://(?:[^\s/@]*@)?(?P<host>[a-z0-9-]+(?:[.][a-z0-9-]+)+)")
# Whose names stand here: namespaces, standards and manuals. Others are reserved names (RFC 2606).
KNOWN_HOSTS = re.compile(
    r"schemas[.](openxmlformats[.]org|microsoft[.]com)|purl[.]oclc[.]org|www[.](verapdf|aiim|npes|color)[.]org|(ns[.]adobe|iso|www[.]w3|purl|json-schema|pandoc|commonmark|semver|keepachangelog)[.](org|com)"
    r"|posit-dev[.]github[.]io|cffi[.]readthedocs[.]io|git-lfs[.]github[.]com|(.+[.])?(example|test|invalid)|example[.]org"
)
DEVELOPERS_PATHS = re.compile(r"(?<![\w.}-])/(?:home|Users|root|work|tmp|opt)/[\w.]")
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
NAMED_FILE = re.compile(r"`(?P<path>(?:exporter|tests|tools|docs)/[\w./-]*(?:[.]\w+|/))`")
NAMED_MODULE = re.compile(r"`(?P<path>[\w/]+[.]py)`")
PINNED = re.compile(r"(?P<name>[a-z0-9][a-z0-9.-]*)==\S+(?: ; [^\\]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+")


def tracked_files() -> list[Path]:
    """What git tracks, or would; in an unpacked archive every file outside of what .gitignore names."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout, so nothing tells which files are the repository's")
    return [path for name in listed if name and (path := ROOT / name).is_file()]


def texts() -> dict[str, str]:
    """Name → text of every tracked text file."""
    found: dict[str, str] = {}
    for path in tracked_files():
        data = path.read_bytes()
        if b"\0" not in data:
            found[str(path.relative_to(ROOT))] = data.decode("utf-8")
    assert len(found) > 50, found
    return found


def modules() -> dict[str, str]:
    return {name: text for name, text in texts().items() if name.endswith(".py")}


def pages() -> dict[str, str]:
    """The documentation: Markdown outside of samples and test cases."""
    found = {
        name: text for name, text in texts().items() if name.endswith(".md") and not name.startswith(("content/", "tests/"))
    }
    assert found
    return found


def places(pattern: re.Pattern[str], files: dict[str, str]) -> list[str]:
    """`file:line: what matched`, for every match."""
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def test_every_address_is_of_a_standard_or_a_manual_or_reserved_so_no_registry_is_named() -> None:
    found = {match["host"] for text in texts().values() for match in HOST.finditer(text)}
    assert [host for host in found if not KNOWN_HOSTS.fullmatch(host)] == []


def test_no_file_names_a_path_of_a_developers_machine() -> None:
    assert places(DEVELOPERS_PATHS, texts()) == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = {name: lines for name, text in modules().items() if (lines := text.count("\n")) > LONGEST_MODULE}
    assert long == {}


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [
        f"{name}:{node.lineno}: {node.name}"
        for name, text in modules().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_has_a_name_that_says_what_it_holds() -> None:
    assert [name for name in modules() if Path(name).stem in NAMES_THAT_SAY_NOTHING] == []


def test_every_error_that_is_ignored_has_its_reason_beside_it() -> None:
    code = {name: text for name, text in modules().items() if ROOT / name != Path(__file__)}
    ignored = places(re.compile(r"# (?:type: ignore|noqa).*"), code)
    assert ignored
    assert [one for one in ignored if not re.search(r"(?:ignore\[[\w,-]+\]|noqa: [A-Z]+[0-9]+)  [(#]", one)] == []


def test_every_module_of_the_package_says_in_its_first_line_what_it_is_for() -> None:
    silent = [
        name
        for name, text in modules().items()
        if name.startswith(("exporter/", "tools/")) and text.strip() and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_no_line_of_the_documentation_is_longer_than_a_line_of_code() -> None:
    long = [
        f"{name}:{number}"
        for name, text in pages().items()
        for number, line in enumerate(text.splitlines(), 1)
        if len(line) > LONGEST_LINE and not line.startswith(("|", "    "))  # tables and code are as they are
    ]
    assert long == []


def links() -> list[tuple[str, Path, str]]:
    """Every link inside the repository: how it is told to a person, the file that it names, and the heading or ""."""
    found = []
    for name, text in pages().items():
        for match in LINK.finditer(without_code(text)):
            path, _, heading = match["target"].partition("#")
            if ":" not in path:
                page = ROOT / name
                found.append((f"{name}: {match['target']}", page.parent / path if path else page, heading))
    return found


def without_code(text: str) -> str:
    """A Markdown text without its code blocks, fenced or indented, and code spans."""
    text = re.sub(r"^(```+|~~~+).*?^\1", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^(?: {4}|\t).*$", "", text, flags=re.MULTILINE)
    return re.sub(r"`[^`\n]+`", "", text)


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    assert [told for told, path, _ in links() if not path.exists()] == []


def test_every_link_to_a_heading_names_one_that_is_there() -> None:
    assert [told for told, path, heading in links() if heading and path.is_file() and heading not in anchors(path)] == []


def anchors(page: Path) -> set[str]:
    """The ids that a forge gives to a page's headings."""
    text = without_code(page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_file_that_the_documentation_names_is_there() -> None:
    gone = [
        f"{name}: {match['path']}"
        for name, text in pages().items()
        if name != "CHANGELOG.md"
        for match in NAMED_FILE.finditer(text)
        if not (ROOT / match["path"]).exists()
    ]
    assert gone == []


def test_every_module_that_the_documentation_names_by_the_end_of_its_path_is_there() -> None:
    paths = [f"/{name}" for name in modules()]
    gone = [
        f"{name}: {match['path']}"
        for name, text in pages().items()
        for match in NAMED_MODULE.finditer(text)
        if not any(path.endswith(f"/{match['path']}") for path in paths)
    ]
    assert gone == []


def test_every_kind_of_diagnostic_is_told_in_some_test() -> None:
    code = re.compile(rf'"(?P<code>(?:{AREAS})[.][a-z0-9-]+)"')
    codes = {
        match["code"] for name, text in modules().items() if name.startswith("exporter/") for match in code.finditer(text)
    }
    tests = "\n".join(text for name, text in texts().items() if name.startswith("tests/"))
    assert len(codes) > 50
    assert sorted(one for one in codes if one not in tests) == []


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs/decisions/README.md"])
def test_a_page_that_a_newcomer_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_every_decision_is_in_the_index_by_its_title() -> None:
    folder = ROOT / "docs/decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    titles = {
        path.name: path.read_text("utf-8").split("\n")[0][2:] for path in folder.glob("*.md") if path.name != "README.md"
    }
    assert titles
    assert [name for name, title in titles.items() if f"- [{title}]({name})" not in index] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"])
def test_every_requirement_is_pinned_by_hash_and_names_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    left = re.sub(r"^ *#.*\n", "", PINNED.sub("", text), flags=re.MULTILINE)
    assert PINNED.search(text)
    assert left == ""


def test_the_development_pins_agree_with_the_pins_that_users_get() -> None:
    users, developers = (pins(ROOT / name) for name in ("requirements.txt", "requirements-dev.txt"))
    assert users.items() - developers.items() == set()


def pins(path: Path) -> dict[str, str]:
    """Distribution → version."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_every_library_that_we_stand_on_has_its_row_among_the_decisions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["validate"]]
    names = [re.split(r"[<>=;\[ ]", requirement)[0] for requirement in wanted]
    page = (ROOT / "docs/decisions/dependencies.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    assert sorted(rows[1:]) == sorted(names)
