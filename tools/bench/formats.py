"""All outputs of a sample, beside the same formats by pandoc."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.bench.comparisons import Comparison
from tools.bench.processes import Command, Side

BIN = Path(sys.executable).parent
PRESSROOM = str(BIN / "pressroom")


def comparisons(sample: Path) -> tuple[Comparison, ...]:
    """What is compared, and the targets."""
    build = (PRESSROOM, "build", str(sample), "--out", "{out}")
    bare = Side("python -c pass", ((sys.executable, "-c", "pass"),))
    docx, web, pdf = (
        pandoc(sample, "docx"),
        pandoc(sample, "html", "--standalone"),
        pandoc(sample, "pdf", f"--pdf-engine={BIN / 'weasyprint'}"),
    )
    word_and_email = Side("pressroom build --to word,email", ((*build, "--to", "word,email"),))
    everything = Side("pressroom build", (build,))
    return (
        Comparison(Side("pressroom --version", ((PRESSROOM, "--version"),)), bare, {"wall": 10}),
        Comparison(Side("pressroom --help", ((PRESSROOM, "--help"),)), bare, {"wall": 10}),
        Comparison(word_and_email, Side("pandoc: docx, html", (docx, web)), {"wall": 2}),
        Comparison(everything, Side("pandoc: docx, html, pdf (WeasyPrint)", (docx, web, pdf)), {"wall": 0.75}),
        Comparison(everything, Side("pandoc: docx, html, typst; typst: pdf", (docx, web, *through_typst(sample)))),
    )


def pandoc(sample: Path, form: str, *options: str) -> Command:
    """The call that makes one format of a sample, with its pictures."""
    import pypandoc  # only `make bench` installs it

    paths = ("--resource-path", str(sample.parent), str(sample), "--output", f"{{out}}/story.{form}")
    return (pypandoc.get_pandoc_path(), *options, *paths)


def through_typst(sample: Path) -> tuple[Command, Command]:
    """pandoc's typst output, and typst's PDF of it. Pictures are unpacked beside it, where typst looks for them.

    Without `--standalone`: the template of pandoc 3.9 leaves keywords unquoted, and typst refuses one of two words.
    """
    return (
        pandoc(sample, "typ", "--to=typst", "--extract-media={out}"),
        (sys.executable, "-c", COMPILE, "{out}/story.typ", "{out}/story.pdf"),
    )


COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
