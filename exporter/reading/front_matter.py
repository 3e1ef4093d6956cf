"""The front matter of a content file: YAML into checked values, with the place of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from msgspec import Struct

from exporter.brand import Brand
from exporter.diagnostics import Result, Source
from exporter.language import direction_of
from exporter.model import Boilerplate, FrontMatter, Span, WordFields
from exporter.reading.front_matter_keys import KEYS
from exporter.reading.kind_keys import check_kind
from exporter.reading.mistakes import Mistakes
from exporter.reading.pictures.assets import Pictures
from exporter.reading.spot import Spot
from exporter.reading.word_keys import merged
from exporter.reading.yaml.reader import read_yaml
from exporter.reading.yaml.shapes import At, Reading, read_keys
from exporter.reading.yaml.tree import Scalar, YamlMap

LONGEST_WAIT = dt.timedelta(days=60)  # between the date of a release and the end of its embargo


class FrontMatterReading(Struct, frozen=True):
    """`fields` are the places in the content file by field id (`contact.0.name`); defaults of the brand have none."""

    meta: FrontMatter
    fields: tuple[tuple[str, Span], ...]


def read_front_matter(
    source: Source, text: str, first_line: int, brand: Brand, pictures: Pictures
) -> Result[FrontMatterReading]:
    """The front matter `text`, which begins at line `first_line` of `source`; the value is None when it has an error."""
    tree = read_yaml(source, text, first_line)
    mistakes = Mistakes(source)
    mistakes.found += tree.diagnostics
    reading = Reading(mistakes, "front-matter", dict(brand.boilerplates), pictures)
    root = tree.value or YamlMap((), Spot(first_line), broken=True)
    values = read_keys(root, KEYS, At(reading, "", Scalar("", False, Spot(first_line))))
    if root.get("title") is None and not root.broken:
        hint = "Write the headline: title: …"
        mistakes.error("front-matter.missing-key", "the release has no “title”", Spot(first_line), hint)
    if not mistakes.has_errors:
        check_kind(front_matter(values, brand).kind, values, root, mistakes)
    if mistakes.has_errors:
        return Result(None, mistakes.in_order())
    meta = front_matter(values, brand)
    _check_embargo(meta, root, mistakes)
    return Result(FrontMatterReading(meta, tuple(reading.fields)), mistakes.in_order())


def front_matter(values: Mapping[str, object], brand: Brand) -> FrontMatter:
    """The front matter of a release that gives `values`, the brand's defaults filled in.

    A direction that only the brand gives holds for its own language alone.
    """
    filled = dict(brand.defaults) | dict(values)
    if "dir" not in values and ("lang" in values or "dir" not in filled):
        filled["dir"] = direction_of(str(filled.get("lang", "en")))
    if filled.get("boilerplate") == Boilerplate(""):
        del filled["boilerplate"]
    own = values.get("word")
    filled["word"] = merged(brand.word, own if isinstance(own, WordFields) else None)
    build: Callable[..., FrontMatter] = FrontMatter
    return build(**filled)


def _check_embargo(meta: FrontMatter, root: YamlMap, mistakes: Mistakes) -> None:
    """Warn when the date and the end of the embargo, in its own offset, do not fit together."""
    end, day = root.get("embargo"), root.get("date")
    if meta.embargo is None or meta.date is None or end is None or day is None:
        return
    last = meta.embargo.date()
    if meta.date > last:
        fact = f"the release is dated {meta.date}, after the end of its embargo"
        mistakes.warning("front-matter.embargo-date", fact, day.spot, f"The embargo ends on {last}; is one of them wrong?")
    elif last - meta.date > LONGEST_WAIT:
        days = (last - meta.date).days
        fact = f"the embargo ends {days} days after the release's date, {meta.date}"
        mistakes.warning("front-matter.embargo-date", fact, end.spot, "Is the year right?")
