"""A small course, a desk on it, and a browser."""

import os
import shutil

import pytest
from tests.lab.desks import leaves, make_content, start_desk

from lentera.course import content_root

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def curriculum():
    """The real plan: the pages show its titles."""
    return content_root() / "curriculum"


@pytest.fixture
def content(tmp_path, curriculum):
    """A course root with one small session."""
    return make_content(tmp_path / "kursus", curriculum)


@pytest.fixture(scope="session")
def shared_desk(tmp_path_factory, curriculum):
    """One desk for the tests that only look."""
    folder = tmp_path_factory.mktemp("meja bersama")
    stick = folder / "STIK"
    stick.mkdir()
    desk = start_desk(folder / "meja", make_content(folder / "kursus", curriculum), drives=stick)
    yield desk
    desk.stop()


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; .ci/run installs it")
        pytest.skip("Chromium is not installed on this laptop")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A page on the smallest screen that is lent out; whatever leaves the laptop is noted."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.outside = []
    page.on("request", lambda request: page.outside.append(request.url) if leaves(request.url) else None)
    yield page
    context.close()
