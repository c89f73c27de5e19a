"""A small course, a desk on it, and a browser."""

import pytest
from tests.lab.desks import make_content, start_desk

from lentera.course import content_root


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
