"""A learner's folder, and a real Notebook 7 in a real Chromium."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from tests.widgets.serving import Notebooks, serve

from lentera.desk import Desk, Preferences
from lentera.place import Place
from lentera.words import Address

WITA = timezone(timedelta(hours=8))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace of a learner who is called Bu."""
    desk = Desk.open(tmp_path / "meja")
    desk.set_learner("SM-07")
    desk.set_preferences(Preferences(address=Address.IBU, name="Rahma"))
    return desk


@pytest.fixture
def place(desk: Desk) -> Place:
    """The folder of session 6 on that desk, with a clock that goes on one minute at each look."""
    folder = desk.session_folder("s06")
    folder.mkdir()
    ticks = iter(range(100_000))
    start = datetime(2026, 11, 22, 9, 0, tzinfo=WITA)
    return Place(folder, desk, lambda: start + timedelta(minutes=next(ticks)))


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebooks]:
    """Start `jupyter notebook` once, on a workspace of its own."""
    with serve(tmp_path_factory.mktemp("rumah")) as running:
        yield running


@pytest.fixture
def screen(browser: Any) -> Iterator[Any]:
    """Open activities without a notebook, in any of `screens.MODES`; errors in the page fail the test."""
    from tests.widgets import screens

    opened: list[Any] = []

    def go(activity: Any, mode: str = "terang") -> Any:
        opened.append(screens.open_screen(browser, activity, mode))
        return opened[-1]

    yield go
    for one in opened:
        one.page.context.close()
    assert [text for one in opened for text in one.broken] == []
