"""A chart's fence and its CSV file become the model's chart; every mistake of both is told in one run, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter import model as m
from exporter.chart_data import ChartData
from exporter.diagnostics import Source
from exporter.reading.markdown.body import read_markdown
from exporter.reading.mistakes import Mistakes
from exporter.reading.pictures.assets import Pictures
from tests.reading.markdown.bodies import body, codes, told

WIDE = 'Harbour,Stone,Timber\nAlder,210,120.50\n"Brank, upper",31,52\n'
LONG = "Year,Coast,Tonnes\n2024,North,5\n2024,South,7\n2025,North,6\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "wide.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "long.csv").write_text(LONG, encoding="utf-8")
    return tmp_path


def fence(words: str = "", inside: str = "", **changes: str) -> str:
    """A chart of the wide file, some of its keys said otherwise; "" leaves one out."""
    keys = {"src": "wide.csv", "type": "bar", "x": "Harbour", "y": "Stone", "alt": "It shows."} | changes
    said = " ".join(f'{key}="{value}"' for key, value in keys.items() if value)
    return f"::: {{.chart {said}{words}}}\n{inside}:::\n"


def chart(text: str, project: Path) -> m.Chart:
    block = body(text, project).blocks[-1]
    assert isinstance(block, m.Chart)
    return block


def test_a_chart_has_the_files_own_words_and_the_numbers_in_them(project: Path) -> None:
    text = fence(
        type="grouped-bar", y="Stone,Timber", title="Cargo", unit="Tonnes", credit="The institute", inside="*Not* all.\n"
    )
    assert chart(text, project) == m.Chart(
        "g1",
        m.Span(1, 3, 1),
        "grouped-bar",
        "It shows.",
        ChartData(
            ("Harbour", "Stone", "Timber"),
            (("Alder", "210", "120.50"), ("Brank, upper", "31", "52")),
            ((210.0, 120.5), (31.0, 52.0)),
        ),
        "Cargo",
        "Tonnes",
        (m.Emphasis((m.Text("Not"),)), m.Text(" all.")),
        "The institute",
    )


def test_series_may_stand_below_each_other(project: Path) -> None:
    made = chart(fence(src="long.csv", type="line", x="Year", y="Tonnes", series="Coast"), project)
    assert made.data.head == ("Year", "North", "South")
    assert made.data.rows == (("2024", "5", "7"), ("2025", "6", ""))
    assert made.data.values == ((5.0, 7.0), (6.0, None))


def test_a_column_is_found_without_regard_to_case_and_one_whose_name_holds_a_comma_too(project: Path) -> None:
    (project / "wide.csv").write_text('Harbour,"Stone, gravel"\nAlder,1\n', encoding="utf-8")
    assert chart(fence(x="harbour", y="Stone, gravel"), project).data.head == ("Harbour", "Stone, gravel")


def test_numbers_are_read_in_the_language_of_the_release(project: Path) -> None:
    (project / "wide.csv").write_text("Harbour;Stone\nAlder;12,5\n", encoding="utf-8")
    mistakes = Mistakes(Source("a.md", fence()))
    (block,) = read_markdown(mistakes, 1, Pictures(project, project), "de").blocks
    assert isinstance(block, m.Chart)
    assert block.data.values == ((12.5,),)


def test_a_chart_may_stand_in_a_box_and_its_caption_may_call_a_note(project: Path) -> None:
    text = "::: callout\n" + fence(inside="A caption.[^a]\n") + ":::\n\n[^a]: A note.\n"
    (box,) = body(text, project).blocks
    assert isinstance(box, m.Callout)
    (inside,) = box.blocks
    assert isinstance(inside, m.Chart)
    assert inside.caption == (m.Text("A caption."), m.FootnoteReference("n1", 1))


def test_a_fence_may_go_on_over_several_lines(project: Path) -> None:
    text = fence().replace(" x=", "\n  x=").replace(" alt=", "\n\talt=")
    assert chart(text, project) == m.Chart("g1", m.Span(1, 4, 1), "bar", "It shows.", chart(fence(), project).data)
    assert codes(fence().replace(" x=", "\n\n  x="), project)[0] == "markdown.unreadable-fence"


# --- what is wrong on the fence --------------------------------------------------------------------------------------------


def test_every_key_that_is_missing_is_told(project: Path) -> None:
    assert codes("::: chart\n:::\n", project) == ["chart.missing-key"] * 5
    assert codes(fence(alt=""), project) == ["chart.missing-key"]


def test_a_missing_column_is_told_with_the_nearest_one_and_all_that_there_are(project: Path) -> None:
    (line,) = told(fence(y="Stones"), project)
    assert line.split("\n")[0] == "a.md:1:51: chart.missing-column: there is no column “Stones”"
    assert line.split("\n")[-1] == "  hint: Did you mean “Stone”? The file has “Harbour”, “Stone”, “Timber”."


def test_an_unknown_type_is_told_with_the_nearest_one(project: Path) -> None:
    (line,) = told(fence(type="stackedbar"), project)
    assert line.split("\n")[0] == "a.md:1:28: chart.unknown-type: “stackedbar” is no type of chart"
    assert line.split("\n")[-1] == "  hint: Did you mean “stacked-bar”?"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"src": "none.csv"}, "chart.missing-file"),
        ({"src": "../a.csv"}, "chart.outside"),
        ({"y": "Stone,Timber"}, "chart.too-many-series"),
        ({"type": "line", "series": "Timber", "y": "Stone,Timber"}, "chart.series-and-columns"),
        ({"type": "slope", "src": "long.csv", "x": "Tonnes", "y": "Year"}, "chart.slope"),
    ],
)
def test_what_the_fence_can_not_have_is_told_there(changes: dict[str, str], code: str, project: Path) -> None:
    assert codes(fence(**changes), project) == [code]


def test_a_column_that_is_there_twice_is_told(project: Path) -> None:
    (project / "wide.csv").write_text("Harbour,Stone,Stone\nAlder,1,2\n", encoding="utf-8")
    assert codes(fence(), project) == ["chart.column-twice"]


def test_a_key_that_means_nothing_is_a_warning(project: Path) -> None:
    assert codes(fence(' colour="red"'), project) == ["markdown.unknown-attribute"]


@pytest.mark.parametrize("inside", ["One.\n\nTwo.\n", "- a list\n", "![](a.png)\n"])
def test_a_chart_holds_one_paragraph_at_most(inside: str, project: Path) -> None:
    assert "chart.caption" in codes(fence(inside=inside), project) or "image.missing" in codes(fence(inside=inside), project)


def test_a_chart_in_a_note_is_told(project: Path) -> None:
    indented = "    " + fence().replace("\n", "\n    ")
    assert codes(f"Words.[^a]\n\n[^a]: Note.\n\n{indented}\n", project) == ["chart.in-note"]


# --- what is wrong in the file ---------------------------------------------------------------------------------------------


def test_all_mistakes_of_a_fence_and_of_its_file_are_told_in_one_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "wide.csv").write_text("Harbour;Stone;Timber\nAlder;many;-1\nBrank;;2\nAlder;3;4\n;5;6\n", encoding="utf-8")
    lines = [one.split("\n")[0] for one in told(fence(type="stacked-bar", y="Stone,Timber", alt=""), project)]
    assert lines == [
        "a.md:1:1: chart.missing-key: this chart has no “alt”",
        "wide.csv:2:7: chart.no-number: “many” is no number",
        "wide.csv:2:12: chart.negative: what is added up can't be below zero",
        "wide.csv:3:7: chart.empty-cell: what is added up needs every number",
        "wide.csv:4:1: chart.row-twice: “Alder” stands here a second time",
        "wide.csv:5:1: chart.no-label: this row says nothing under “Harbour”",
    ]


def test_a_mistake_shows_the_line_of_the_csv_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "wide.csv").write_text('Harbour,Stone\n"A, b", many\n', encoding="utf-8")
    assert told(fence(), project) == [
        "wide.csv:2:9: chart.no-number: “many” is no number\n"
        '  2 | "A, b", many\n'
        "    |         ^^^^\n"
        "  hint: Every cell of a column of numbers holds one, or nothing."
    ]


def test_a_mistake_in_a_file_that_two_charts_show_is_told_once(project: Path) -> None:
    (project / "wide.csv").write_text("Harbour,Stone\nAlder,many\n", encoding="utf-8")
    assert codes(fence() + "\n" + fence(), project) == ["chart.no-number"]


def test_a_pair_that_has_no_row_is_told_where_numbers_are_added_up(project: Path) -> None:
    text = fence(src="long.csv", type="area", x="Year", y="Tonnes", series="Coast")
    (line,) = told(text, project)
    wanted = "chart.empty-cell: “2025” has no row for “South”, and what is added up needs every number"
    assert line.split("\n")[0].split(": ", 1)[1] == wanted


@pytest.mark.parametrize(
    ("kind", "rows", "columns", "code"),
    [
        ("bar", 41, 1, "chart.too-many-rows"),
        ("bar", 5000, 1, "chart.too-many-rows"),
        ("line", 401, 1, "chart.too-many-rows"),
        ("line", 1, 1, "chart.too-few-rows"),
        ("line", 5, 7, "chart.too-many-series"),
        ("grouped-bar", 3, 5, "chart.too-many-series"),
        ("slope", 3, 2, "chart.slope"),
        ("slope", 2, 13, "chart.too-many-series"),
    ],
)
def test_more_than_can_be_seen_is_told(kind: str, rows: int, columns: int, code: str, project: Path) -> None:
    names = [f"c{number}" for number in range(columns)]
    lines = [",".join(["x", *names]), *(",".join([f"r{row}", *["1"] * columns]) for row in range(rows))]
    (project / "many.csv").write_text("\n".join(lines), encoding="utf-8")
    assert codes(fence(src="many.csv", type=kind, x="x", y=",".join(names)), project) == [code]


def test_columns_without_any_number_are_told(project: Path) -> None:
    (project / "wide.csv").write_text("Harbour,Stone\nAlder,\nBrank,\n", encoding="utf-8")
    assert codes(fence(), project) == ["chart.no-numbers"]
