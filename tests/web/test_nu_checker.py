"""The Nu HTML checker and ours on the same pages."""

import pytest
from tests.web.nu import errors_of, need_nu
from tests.web.pages import cases

from lentera.web.checking import check_page

pytestmark = pytest.mark.oracle

PAGES = {name: case for name, case in cases().items() if not case.large}


@pytest.fixture(scope="module")
def invalid(tmp_path_factory):
    """What the checker has to say, by the name of a page; one run for all."""
    command = need_nu()
    folder = tmp_path_factory.mktemp("nu")
    paths = {f"{place}.html": name for place, name in enumerate(PAGES)}
    for path, name in paths.items():
        (folder / path).write_bytes(PAGES[name].content)
    return {paths[path]: said for path, said in errors_of(command, [folder / path for path in paths]).items()}


@pytest.mark.parametrize("name", PAGES)
def test_the_checker_agrees_on_what_is_valid(invalid, name):
    assert (name not in invalid) is PAGES[name].valid, invalid.get(name)


@pytest.mark.parametrize("name", PAGES)
def test_what_the_checker_refuses_is_refused_here(invalid, name):
    if name in invalid:
        assert not check_page(PAGES[name].site, "coba.html").holds


def test_some_pages_are_valid_and_some_are_not(invalid):
    assert 30 < len(invalid) < len(PAGES) - 30
