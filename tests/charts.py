"""Charts made by hand: one of every type and of what is hard to set, with invented numbers."""

from __future__ import annotations

from math import sin

from exporter import model as m
from exporter.chart_data import ChartData, ChartType
from tests import samples


def chart(kind: ChartType, head: tuple[str, ...], *rows: tuple[object, ...]) -> m.Chart:
    """A chart of these columns; "" is a cell without a number."""
    words = tuple(tuple(str(cell) for cell in row) for row in rows)
    values = tuple(tuple(None if cell == "" else float(cell) for cell in row[1:]) for row in words)
    return m.Chart("g1", samples.span(10), kind, "What it shows.", ChartData(head, words, values))


HARBOURS = ("Alder", "Brank & Sons", "Ø-Havn", "Cove")
LONG = ("The Harbour Authority of Port Alder and the Outer Isles", "Brank & Sons, timber merchants since 1871", "Ø-Havn")
THREE = ("Year", "Building material", "Timber", "Grain and feed")

GALLERY: dict[str, m.Chart] = {
    "four bars": chart("bar", ("Harbour", "Tonnes"), *zip(HARBOURS, (410, 88, 223, 31), strict=True)),
    "one bar": chart("bar", ("Harbour", "Tonnes"), ("Alder", 410.5)),
    "twenty bars": chart("bar", ("Harbour", "Tonnes"), *((f"Harbour {n}", 1200 - n * 57) for n in range(20))),
    "long labels": chart("bar", ("Harbour", "Tonnes"), *zip(LONG, (1410000, -880000, 223000), strict=True)),
    "a word wider than its column": chart("bar", ("H", "T"), ("Donaudampfschifffahrtsgesellschaft" * 2, 3), ("Elbe", 2)),
    "below zero": chart("bar", ("Harbour", "Change"), *zip(HARBOURS, (4.1, -8.8, 2.2, -3.1), strict=True)),
    "all below zero": chart("bar", ("Harbour", "Change"), ("Alder", -4), ("Brank", -8)),
    "nothing but zero": chart("bar", ("Harbour", "Change"), ("Alder", 0), ("Brank", 0)),
    "bars over years": chart("bar", ("Year", "Tonnes"), *((1990 + n, 20 + n + 5 * sin(n)) for n in range(36))),
    "groups": chart("grouped-bar", ("Harbour", "2015", "2025"), ("Alder", 210, 410), ("Brank", 120, -88), ("Cove", 3, "")),
    "lying groups": chart("grouped-bar", ("H", "A", "B", "C", "D"), *((f"Harbour {n}", 5, n, 2 * n, 6) for n in range(8))),
    "stacks": chart("stacked-bar", THREE, ("Alder", 210, 120, 80), ("Brank", 31, 52, 5)),
    "lying stacks": chart("stacked-bar", THREE, *((name, 210, 120, 80) for name in LONG)),
    "six in a stack": chart("stacked-bar", ("H", *"ABCDEF"), *((f"Harbour {n}", 30, 20, 10, 8, 5, n) for n in range(7))),
    "one line": chart("line", ("Year", "Tonnes"), *((2000 + n, round(9 + n / 7, 2)) for n in range(26))),
    "lines that end close": chart("line", THREE, *((2000 + n, 50 + n, 75, 75 + n / 99) for n in range(26))),
    "six lines": chart(
        "line", ("Year", *"ABCDEF"), *((2015 + n, *(9 + j + sin(n + j) for j in range(6))) for n in range(9))
    ),
    "gaps": chart("line", ("Year", "A", "B"), (2000, 1, 2), (2001, "", 3), (2002, 3, ""), (2003, 4, 5), (2004, -2, "")),
    "odd years": chart("line", ("Year", "A"), *((2005 + 2 * n, n) for n in range(11))),
    "months": chart("line", ("Month", "A"), *((f"2024-{n:02}", 100 + n) for n in range(1, 13))),
    "days": chart("line", ("Day", "A"), ("2024-03-01", 1), ("2024-03-15", 3), ("2024-04-20", 2)),
    "quarters": chart("line", ("Quarter", "A"), *((f"Q{1 + n % 4} {2020 + n // 4}", n) for n in range(16))),
    "areas": chart("area", THREE, *((1995 + n, 50 + n * 2, 60 - n, 20 + n) for n in range(30))),
    "dots": chart("dot", ("Harbour", "Tonnes"), *((name, 40 * n) for n, name in enumerate(HARBOURS, 1))),
    "dots in rows": chart("dot", ("Harbour", "2005", "2025"), *((name, 40 + n, 60 - n) for n, name in enumerate(LONG))),
    "slopes": chart("slope", ("Year", *HARBOURS, "Dune"), (2015, 210, 120, 118, 40, 41), (2025, 410, 88, 223, 42, "")),
}


def charted() -> m.Release:
    """A short release with two charts, the first with all that can be said of one."""
    first = GALLERY["stacks"]
    said = m.Chart(
        "g1",
        samples.span(12),
        first.type,
        "Alder moves more than half of all timber.",
        first.data,
        "Alder leads in timber",
        "Thousand tonnes",
        (m.Text("Ferries are "), m.Emphasis(samples.text("left out")), m.Text(".")),
        "Harbour Institute",
    )
    second = m.Chart("g2", samples.span(16), "line", "It grew.", GALLERY["odd years"].data)
    body = (
        m.Paragraph("p1", samples.span(10), samples.text("Text before the charts.")),
        said,
        second,
        m.Paragraph("p2", samples.span(20), samples.text("Text after the charts.")),
    )
    return m.Release("content/charted.md", "charted", "0" * 64, samples.meta(), body)
