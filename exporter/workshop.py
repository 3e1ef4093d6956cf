"""One channel of one release, from the model to proven files: composing → rendering → parity."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exporter.composing.compose import Composer
from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic, Source
from exporter.orders import Order, Product
from exporter.parity.check import check_channel
from exporter.rendering.job import Job
from exporter.rendering.renderers import render, warm_up


class Workshop:
    """Makes products; its templates stay compiled from one order to the next.

    It imports a channel's library at once for `channels`, else at the first order.
    """

    def __init__(self, folders: TemplateFolders, cache: Path | None, channels: Sequence[str] = ()) -> None:
        self.composer = Composer(folders, cache)
        for channel in channels:
            warm_up(channel)

    def __call__(self, order: Order) -> Product:
        """Make one product; the first stage with an error is the last."""
        composed = self.composer.compose(order.release, order.brand, order.channel, order.labels, order.drawings)
        if composed.value is None or _stops(order, composed.diagnostics):
            return Product(order.channel, diagnostics=composed.diagnostics)
        folders, text = self.composer.folders, order.text
        job = Job(order.release, order.brand, composed.value, order.moment, folders, order.target, text, order.origin)
        rendered = render(order.channel, job)
        said = (*composed.diagnostics, *rendered.diagnostics)
        if rendered.value is None or _stops(order, said):
            return Product(order.channel, diagnostics=said)
        parity = check_channel(job, Source(order.release.file, order.text), rendered.value)
        return Product(order.channel, rendered.value, parity, (*said, *parity.diagnostics))


def _stops(order: Order, diagnostics: Sequence[Diagnostic]) -> bool:
    return any(diagnostic.is_error or order.strict for diagnostic in diagnostics)
