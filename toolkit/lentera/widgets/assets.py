"""Put the static files of the widgets together: one module and one stylesheet, as anywidget loads them."""

from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"

_MODULES = {
    "bench": ("dom.js", "bench/parts.js", "bench/routes.js", "bench/board.js", "bench/bench.js"),
    "form": ("dom.js", "form.js"),
}
"""Files of each module in the order they are joined; only the last one exports."""


@cache
def module(name: str) -> str:
    """Return the ES module of a widget: ``bench`` or ``form``."""
    return "\n".join((STATIC / part).read_text(encoding="utf-8") for part in _MODULES[name])


@cache
def stylesheet() -> str:
    """Return the one stylesheet of all widgets and pages, scoped under ``.lentera``."""
    return (STATIC / "lentera.css").read_text(encoding="utf-8")
