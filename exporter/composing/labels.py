"""The words that templates add, by language: `templates/labels/<language>.yml`."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.composing.folders import TemplateFolders

FALLBACK = "en"


def load_labels(lang: str, folders: TemplateFolders) -> Mapping[str, str]:
    """The labels of a BCP 47 tag: `zh-Hant.yml`, then `zh.yml`, then English."""
    from ruamel.yaml import YAML

    parts = lang.split("-")
    names = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    for name in (*names, FALLBACK):
        if path := folders.find(f"labels/{name}.yml"):
            labels: dict[str, str] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
            return labels
    raise FileNotFoundError("labels/en.yml is missing from the packaged templates")
