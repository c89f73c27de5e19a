"""A notebook of one cell, open in JupyterLab in real Chromium, with its cell run."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.pairs import MissingPeerError
from tests.widgets.serving import Notebooks, serve


@contextmanager
def run_in_lab(source: str, shown: str, height: int = 768) -> Iterator[tuple[Any, Notebooks]]:
    """Run a cell, wait until what it shows is there, and give the page and its server.

    Parameters
    ----------
    source : str
        What stands in the cell.
    shown : str
        Selector of what the cell shows.
    height : int
        Of the browser's window, in pixels.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise MissingPeerError("needs chromium: apt install chromium")
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as home,
        serve(Path(home)) as notebooks,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1366, "height": height})
        notebooks.write("ukur.ipynb", source)
        page.goto(notebooks.in_lab("ukur.ipynb"))
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        for _try in range(5):  # keys pressed before the kernel is there are lost
            page.locator(".jp-Cell").first.click(position={"x": 5, "y": 5})
            page.keyboard.press("Control+Enter")
            try:
                page.wait_for_selector(shown, timeout=15_000)
                break
            except Exception:  # noqa: BLE001, S112 - too early: press again
                continue
        yield page, notebooks
        browser.close()
