"""`pressroom schema`: the JSON Schema of the front matter on standard output."""

from __future__ import annotations

import argparse
import json

from exporter.reading.schema import front_matter_schema
from exporter.streams import has_every_letter


def run(options: argparse.Namespace) -> int:
    """Print the schema; always succeeds."""
    print(json.dumps(front_matter_schema(), indent=2, ensure_ascii=not has_every_letter()))
    return 0
