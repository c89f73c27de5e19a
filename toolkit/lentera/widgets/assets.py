"""Put the static files of the widgets together: one module and one stylesheet each, as anywidget loads them.

The sources are plain ES modules that import one another, so node and editors understand them as they stand.
anywidget takes one piece of text, so the modules are joined in the order of their imports.
"""

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

_IMPORT = re.compile(r"^import\s*\{[^}]*\}\s*from\s*\"(\.{1,2}/[^\"]+)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|function|class)\b)", re.MULTILINE)


@cache
def module(name: str) -> str:
    """Return the ES module of a widget, such as ``bench``: its entry and all that it imports.

    Raises
    ------
    ValueError
        When a module exports a default that is not the entry's, or imports in a way that cannot be joined.
    """
    joined: dict[Path, str] = {}
    _join(HERE / name / f"{name}.js", joined, ())
    return "\n".join(joined.values())


def _join(path: Path, joined: dict[Path, str], above: tuple[Path, ...]) -> None:
    """Add a module after everything it imports; each file comes in once."""
    if path in above:
        raise ValueError(f"{path.name}: imports lead back to it; move what both need into a file of its own")
    if path in joined:
        return
    source = path.read_text(encoding="utf-8")
    for found in _IMPORT.finditer(source):
        _join((path.parent / found.group(1)).resolve(), joined, (*above, path))
    plain = _EXPORT.sub("", _IMPORT.sub("", source))
    if re.search(r"^import\b", plain, re.MULTILINE):
        raise ValueError(f'{path.name}: write imports as: import {{ a, b }} from "./file.js";')
    if above and "export default" in plain:
        raise ValueError(f"{path.name}: only the entry of a widget has a default export")
    joined[path] = plain


@cache
def stylesheet(name: str = "") -> str:
    """Return the shared stylesheet, scoped under ``.lentera``, and that of one widget after it."""
    sheets = [HERE / "shared" / "lentera.css"]
    if name:
        sheets += sorted((HERE / name).glob("*.css"))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
