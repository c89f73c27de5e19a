"""What the whole run shares: one browser (Playwright refuses a second one in the same process), and a reader of PDF."""

import faulthandler
import os
import re
import shutil
import subprocess
import sys

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# Without these Chromium looks for Google's hosts at every start and fails slowly on a laptop without internet.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LONGEST = 600
"""Seconds after which a test is taken for hung; the longest takes two minutes on a busy laptop."""
OWN = re.compile(r"(https?|wss?)://(127\.0\.0\.1|localhost)[:/]|data:|blob:|about:")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """End a worker whose test hangs: xdist then names that test, and the others go on in a new worker.

    Some calls of Playwright wait for ever when Chromium does not answer.
    """
    if item.get_closest_marker("soak"):
        return (yield)
    faulthandler.dump_traceback_later(LONGEST, exit=True, file=sys.__stderr__)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


def missing(program):
    """Fail in CI, where `.ci/run` installs everything; skip on a laptop."""
    if os.environ.get("CI"):
        pytest.fail(f"{program} is missing; .ci/run installs it")
    pytest.skip(f"{program} is not installed on this laptop")


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    if CHROMIUM is None:
        missing("Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A page on the smallest screen that is lent out; whatever leaves the laptop is noted in `outside`."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.outside = []
    page.on("request", lambda request: None if OWN.match(request.url) else page.outside.append(request.url))
    yield page
    context.close()


@pytest.fixture
def text_of(tmp_path):
    """Read a PDF as a person who copies its text, or as ``pdftotext`` is told to."""
    if shutil.which("pdftotext") is None:
        missing("pdftotext (poppler-utils)")

    def read(pdf, *how):
        path = tmp_path / "dicetak.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", *how, path, "-"], capture_output=True, check=True)
        return " ".join(done.stdout.decode("utf-8").split())

    return read
