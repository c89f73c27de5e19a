"""No page, style, script or notebook loads anything from the internet."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    path
    for folder in ("toolkit/lentera", "sessions", "grading")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".html", ".j2", ".tpl", ".js", ".css", ".svg", ".ipynb"} and path.is_file()
)
LOADS = re.compile(
    r"""(?ix)
    (?: \b(?:src|srcset|poster|data|action)\s*=\s*["']?\s* | url\(\s*["']? | @import\s+["'] | \bimport\s*\(?\s*["'] | \bfrom\s+["']
      | \bfetch\s*\(\s*["'`] | <link\b[^>]*\bhref\s*=\s*["']? | !\[[^\]]*\]\( )
    (?:https?:)?//
    """
)


@pytest.mark.parametrize(
    "line",
    [
        '<script src="https://example.org/a.js">',
        "@import '//example.org/a.css'",
        "background: url(http://example.org/a.png)",
        'import "https://example.org/a.js"',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        "![peta](https://example.org/a.png)",
    ],
)
def test_the_pattern_finds_a_load(line):
    assert LOADS.search(line)


@pytest.mark.parametrize(
    "line", ['<svg xmlns="http://www.w3.org/2000/svg">', '<a href="https://creativecommons.org">']
)
def test_the_pattern_leaves_names_and_links_alone(line):
    assert not LOADS.search(line)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_loaded_from_outside(path):
    found = LOADS.search(path.read_text(encoding="utf-8"))
    assert not found, found.group(0)
