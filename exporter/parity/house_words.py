"""What a house's Word template says itself, around the text of the release: part of what the Word copy must say.

Read from the template's own bytes, not from what was written, and filled here; so that a copy is held against both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.composing.segments import Segment
from exporter.parity import docx_reader
from exporter.rendering.job import Job
from exporter.rendering.word.house.slots import filled, slot_words

MARK = re.compile(r"\{\{-?\s*body\s*-?\}\}")


def around(job: Job, own: Sequence[Segment]) -> Sequence[Segment]:
    """The segments of the page, between the words that stand before and after `{{ body }}` in the template, if any."""
    template = job.release.meta.word.template
    if template is None:
        return own
    parts = MARK.split(docx_reader.read(template.data).flow)
    if len(parts) != 2:
        return own
    words = slot_words(job)
    before, after = (Segment("", filled(part, words)) for part in parts)
    return (before, *own, after)
