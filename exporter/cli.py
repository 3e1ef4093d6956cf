"""The command line: parsing and exit codes, no logic.

Exit status 0: all is built; 1: something is wrong with a file; 2: the call is wrong.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from exporter import __version__
from exporter.errors import Refused, UsageError
from exporter.streams import give_up_output, open_streams
from exporter.target import PDF_STANDARDS

FINE, FAILED, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command `pressroom`; returns its exit status."""
    gc.set_threshold(50_000)  # imports make many objects and hardly any garbage
    open_streams()
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()  # here, where a full disk or a reader that has left can still be told
    except UsageError as error:
        print(f"pressroom: {error}", file=sys.stderr)
        return USAGE
    except Refused as refused:
        from exporter.terminal import draw

        for diagnostic in refused.diagnostics:
            print(draw(diagnostic, colour=sys.stderr.isatty()), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("pressroom: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        give_up_output()
        return FINE
    except OSError as error:
        give_up_output()
        return _machine_refuses(error)
    except Exception as error:
        return _our_fault(error)


def _run(arguments: Sequence[str] | None) -> int:
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return USAGE
    from exporter import commands

    return commands.COMMANDS[options.command](options)


def _machine_refuses(error: OSError) -> int:
    """Tell of a disk that is full, a folder that can't be written, and the like."""
    if "PRESSROOM_TRACEBACK" in os.environ:
        raise error
    place = f"{error.filename}: " if error.filename else ""
    print(f"pressroom: {place}{(error.strerror or str(error)).lower()}", file=sys.stderr)
    print("  hint: Is there room on the disk, and may you read and write there?", file=sys.stderr)
    return FAILED


def _our_fault(error: Exception) -> int:
    """Tell of a mistake that is Pressroom's own; the traceback is for those who ask for it."""
    if "PRESSROOM_TRACEBACK" in os.environ:
        raise error
    print(f"pressroom: this is a mistake of Pressroom itself: {type(error).__name__}: {error}", file=sys.stderr)
    print("  hint: Please report it; PRESSROOM_TRACEBACK=1 shows where it happened.", file=sys.stderr)
    return FAILED


def make_parser() -> argparse.ArgumentParser:
    """The parser of every command; docs/command-line.md is checked against it."""
    parser = argparse.ArgumentParser(
        prog="pressroom",
        description="One content file, a branded PDF brief, an editable Word copy and a press email that cannot disagree.",
    )
    parser.add_argument("--version", action="version", version=f"pressroom {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_init(commands)
    _add_new(commands)
    _add_build(commands)
    _add_check(commands)
    _add_template(commands)
    _add_merge(commands)
    _add_validate(commands)
    _add_schema(commands)
    return parser


Commands = argparse._SubParsersAction  # argparse has no public name for it


def _add_init(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("init", help="make a new project", description="Make a new project in a folder.")
    command.add_argument("folder", type=Path, metavar="DIR", help="the project's folder; made when it is not there")


def _add_new(commands: Commands[argparse.ArgumentParser]) -> None:
    text = "Make a content file with every key explained, in content/."
    command = commands.add_parser("new", help="make a new content file", description=text)
    command.add_argument("headline", metavar="HEADLINE", help="the headline, in quotes")
    command.add_argument("--lang", default="en", metavar="TAG", help="the language, a BCP 47 tag such as ja (default: en)")


def _add_build(commands: Commands[argparse.ArgumentParser]) -> None:
    text = "Build content files into PDF, Word and email, and prove that they say the same."
    command = commands.add_parser("build", help="build content files", description=text)
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="content files or folders (default: content/)")
    command.add_argument("--to", default="", metavar="CHANNELS", help="only these: pdf,word,email (default: all)")
    command.add_argument("--out", type=Path, metavar="DIR", help="the folder for outputs (default: the project's build/)")
    command.add_argument("--strict", action="store_true", help="warnings fail the build too")
    text = "what PDFs conform to: ua-1 = PDF/UA-1 and PDF/A-3a (default), ua-2 = PDF/UA-2 and PDF/A-4f"
    command.add_argument("--pdf-standard", choices=PDF_STANDARDS, default="ua-1", help=text)
    command.add_argument("--print", action="store_true", help="a PDF for the printing house too: bleed, crop marks, PDF/X-4")
    text = "a Word copy for outsiders: without what leads its edits back into the content file"
    copy = command.add_mutually_exclusive_group()
    copy.add_argument("--final", action="store_const", dest="copy", const="final", default="editing", help=text)
    text = "the content file's notes (<!-- … -->) as comments in the Word copy"
    copy.add_argument("--comments", action="store_const", dest="copy", const="comments", help=text)
    command.add_argument("--watch", action="store_true", help="build again whenever a file changes, until Ctrl-C")
    command.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines")


def _add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    text = "Check whether Word files can be used by everybody: descriptions, headings, tables, contrast, links, languages."
    command = commands.add_parser("check", help="check the accessibility of Word files", description=text)
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE.docx", help="Word files, of Pressroom or not")
    command.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines")


def _add_template(commands: Commands[argparse.ArgumentParser]) -> None:
    text = "Tell what a Word template of the house lacks, and what becomes of a release in it."
    command = commands.add_parser("template", help="examine a Word template of the house", description=text)
    command.add_argument("action", choices=("check",), help="what to do with it")
    command.add_argument("file", type=Path, metavar="FILE", help="a .dotx or .docx")
    command.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines")


def _add_merge(commands: Commands[argparse.ArgumentParser]) -> None:
    text = "Show what an edited Word copy changes, and put it into its content file with --write."
    command = commands.add_parser("merge", help="an edited Word copy back into its content file", description=text)
    command.add_argument("copy", type=Path, metavar="EDITED.docx", help="a Word copy that was built here")
    command.add_argument("--write", action="store_true", help="write the content file (default: only show)")
    text = "the content file (default: by the copy's own record)"
    command.add_argument("--source", type=Path, metavar="FILE.md", help=text)
    command.add_argument("--comments", action="store_true", help="comments become notes in the content file")
    text = "take tracked changes, or only what was changed without tracking (default: accept)"
    command.add_argument("--track-changes", choices=("accept", "original"), default="accept", help=text)
    command.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines")


def _add_validate(commands: Commands[argparse.ArgumentParser]) -> None:
    text = "Check PDFs by the standards that they promise, with veraPDF (pip install 'pressroom[validate]')."
    command = commands.add_parser("validate", help="check PDFs by their standards", description=text)
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE.pdf", help="PDFs, of Pressroom or not")
    command.add_argument("--standard", default="", metavar="NAMES", help="other standards, with commas, such as ua1,3a")


def _add_schema(commands: Commands[argparse.ArgumentParser]) -> None:
    text = "Print the JSON Schema of the front matter, for editors that check YAML as you type."
    commands.add_parser("schema", help="print the JSON Schema of the front matter", description=text)
