"""`pressroom schema`: the JSON Schema of the front matter on standard output."""

from __future__ import annotations

import argparse
import json

from exporter.reading.schema import front_matter_schema


def run(options: argparse.Namespace) -> int:
    """Print the schema; always succeeds."""
    print(json.dumps(front_matter_schema(), indent=2, ensure_ascii=False))
    return 0
