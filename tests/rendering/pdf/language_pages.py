"""The pages of a language: `tests/golden/languages/<tag>.md`, set for an institute with a name in that language."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from exporter.brand import Brand, Institution
from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders
from exporter.reading.content_file import read_release
from exporter.rendering.job import Job
from tests import samples

FOLDER = Path(__file__).parents[2] / "golden" / "languages"
INSTITUTES = {
    "ar": "معهد الساحل",
    "de": "Küsteninstitut",
    "fr": "Institut du littoral",
    "he": "מכון החוף",
    "hi": "तट अनुसंधान संस्थान",
    "ja": "沿岸研究所",
    "ko": "연안연구소",
    "zh": "海岸研究所",
    "zh-Hant": "海岸研究所",
}


def language_job(tag: str, of: Brand | None = None) -> Job:
    """The job of a language's release; nothing may be said about it on the way."""
    path = FOLDER / f"{tag}.md"
    brand = replace(of or samples.brand(), logo=None, institution=Institution(INSTITUTES[tag]))
    data = path.read_bytes()
    reading = read_release(path.name, data, FOLDER, brand)
    assert (reading.value is not None, reading.diagnostics) == (True, ())
    assert reading.value is not None
    composed = compose(reading.value, brand, "pdf", TemplateFolders.of_project(None))
    assert (composed.value is not None, composed.diagnostics) == (True, ())
    assert composed.value is not None
    return Job(reading.value, brand, composed.value, samples.MOMENT, text=data.decode("utf-8"))
