"""One LibreOffice for all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.merging.office.copies import built, project
from tests.merging.office.writer import Office, programs


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    try:
        soffice, python = programs()
    except LookupError as missing:
        pytest.skip(str(missing))
    desk = Office(soffice, python)
    yield desk
    desk.remove()


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The Word copies of the releases, by name."""
    return built(project(tmp_path_factory.mktemp("releases")))
