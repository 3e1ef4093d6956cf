"""Laws of edits, over generated words and edits of all sample files: done as wanted, or refused; never something else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.merging.runs import Run, Runs, normal, same, text_of
from exporter.merging.source.edits import Delete, Edit, Fresh, Insert, Move, Replace
from exporter.merging.source.pieces import field_runs, leaves, own_runs
from exporter.model import Release
from tests.merging.source.sources import FILES, edited, reader

LAWS = settings(deadline=None, max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
WORDS = st.text("ab1 " + SIGNS + "日本“”مر\u00a0", min_size=1, max_size=8)
PLAIN_WORDS = st.lists(st.text("abcdéß日本語مرح0123456789", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)
STRESS = st.fixed_dictionaries({"bold": st.booleans(), "italic": st.booleans()})
OTHER = st.sampled_from([{"code": True}, {"link": "https://harbour.example/a_(b)"}])
RUNS = st.lists(st.builds(lambda text, form: Run(text, **form), WORDS, STRESS | OTHER), min_size=1, max_size=5).map(normal)
ROLES = ("body", "heading_2", "bullet_1", "bullet_2", "number_1", "quote", "pull_quote", "callout", "code_block")


@cache
def release_of(file: Path) -> Release:
    release = reader(file)(file.read_bytes())
    assert release is not None
    return release


@cache
def piece_runs(file: Path) -> dict[str, Runs]:
    release = release_of(file)
    runs = {leaf.block.id + key: own for leaf in leaves(release) for key, own in own_runs(leaf.block).items() if own}
    return {name: own for name, own in (runs | field_runs(release)).items() if not name.startswith("g")}


def places() -> st.SearchStrategy[tuple[Path, str]]:
    return st.sampled_from(FILES).flatmap(lambda file: st.tuples(st.just(file), st.sampled_from(sorted(piece_runs(file)))))


@LAWS
@given(places(), RUNS)
def test_words_are_written_so_that_they_read_back_or_refused(place: tuple[Path, str], runs: Runs) -> None:
    file, name = place
    data = file.read_bytes()
    spliced = edited(data, [Replace(name, runs)], file=file)
    if spliced.refused:
        assert spliced.data == data
        return
    release = reader(file)(spliced.data)
    assert release is not None
    for other, own in _now(release).items():
        wanted = runs if other == name else piece_runs(file).get(other, ())
        assert same(wanted, own) or ("." in other and text_of(wanted).split() == text_of(own).split())


def _now(release: Release) -> dict[str, Runs]:
    runs = {leaf.block.id + key: own for leaf in leaves(release) for key, own in own_runs(leaf.block).items() if own}
    return {name: own for name, own in (runs | field_runs(release)).items() if not name.startswith("g")}


@LAWS
@given(places(), PLAIN_WORDS)
def test_plain_words_are_never_refused(place: tuple[Path, str], text: str) -> None:
    file, name = place
    if name.endswith(".email"):
        text = "desk@harbour.example"
    spliced = edited(file.read_bytes(), [Replace(name, (Run(text),))], file=file)
    assert [refusal.reason for refusal in spliced.refused] == []


@st.composite
def block_edits(draw: st.DrawFn) -> tuple[Path, list[Edit]]:
    file = draw(st.sampled_from(FILES))
    body = [leaf.block.id for leaf in leaves(release_of(file)) if not leaf.note]
    free = draw(st.permutations(body))
    edits: list[Edit] = []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(("insert", "delete", "move")))
        name, behind = free[number], draw(st.sampled_from(body))
        if kind == "insert":
            edits.append(Insert(behind, (Fresh(draw(st.sampled_from(ROLES)), (Run(f"New {number}"),)),)))
        elif kind == "delete":
            edits.append(Delete(name))
        elif name != behind:
            edits.append(Move((name,), behind))
    return file, edits


@LAWS
@given(block_edits())
def test_blocks_read_back_in_the_order_that_was_asked_for(case: tuple[Path, list[Edit]]) -> None:
    file, edits = case
    spliced = edited(file.read_bytes(), edits, file=file)
    assert len(spliced.done) + len(spliced.refused) == len(edits)
    release = reader(file)(spliced.data)
    assert release is not None
    found = [_words(own_runs(leaf.block)) for leaf in leaves(release) if not leaf.note]
    assert found == _expected(file, spliced.done)


def _words(runs: dict[str, Runs]) -> str:
    return "|".join(text_of(own) for own in runs.values())


def _expected(file: Path, edits: Sequence[Edit]) -> list[str]:
    """The words of the leaf blocks, by a model that knows nothing of Markdown: lists of words behind each block."""
    texts = {leaf.block.id: _words(own_runs(leaf.block)) for leaf in leaves(release_of(file)) if not leaf.note}
    order = list(texts)
    behind: dict[str, list[str]] = {}
    moved: dict[str, str] = {}
    gone = {edit.id for edit in edits if isinstance(edit, Delete)}
    for edit in edits:
        if isinstance(edit, Insert):
            home = behind.setdefault(_anchor(edit.after, moved), [])
            home += [text_of(fresh.runs) for fresh in edit.paragraphs]
        elif isinstance(edit, Move):
            behind.setdefault(_anchor(edit.after, moved), []).extend(f"\0{name}" for name in edit.ids)
            moved |= {name: f"\0{name}" for name in edit.ids}
    return list(_flat(order, texts, behind, gone, moved))


def _anchor(name: str, moved: dict[str, str]) -> str:
    return moved.get(name, name)


def _flat(
    order: Sequence[str], texts: dict[str, str], behind: dict[str, list[str]], gone: set[str], moved: dict[str, str]
) -> list[str]:
    found: list[str] = []
    for name in order:
        own = name.removeprefix("\0")
        if own in texts:
            if own not in gone and (name not in moved):
                found.append(texts[own])
            found += _flat(behind.get(name, []), texts, behind, gone, moved)
        else:
            found.append(name)
    return found
