"""The rules of the group access: everybody can read the page, hear it and find her way."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from bs4 import Tag

from lentera.rules import Finding, Rule, load_rules, missed, right
from lentera.web.access import (
    fault_of_field,
    fault_of_picture,
    links_of,
    shortened,
    told,
    too_small,
    unreadable,
)
from lentera.web.cascade import TextLook
from lentera.web.looked import Looked, line_of, places

_PATH: Final = Path(__file__).parent / "texts" / "access.toml"

_ODD_LANGUAGES: Final = frozenset({"indonesia", "indonesian", "ind", "in", "bahasa", "ina", "indo", "idn"})
_LEAST_ZOOM: Final = 2.0


def _first(found: list[tuple[str, Tag]], details: Mapping[str, str] | None = None) -> Finding:
    """Tell the first fault of a kind with its line, and how many there are like it."""
    if not found:
        return right()
    code = found[0][0]
    lines = [line_of(tag) for kind, tag in found if kind == code]
    return missed(code, 0.0, **(details or {}), **places(lines))


def _language(looked: Looked) -> Finding:
    html = next(iter(looked.page.tags("html")), None)
    written = str(html.attrs.get("lang") or "").strip().lower() if html is not None else ""
    line = line_of(html) if html is not None else ""
    if not written:
        return missed("missing", baris=line or "1", n="")
    if written in _ODD_LANGUAGES:
        return missed("odd", baris=line or "1", n="", ditulis=written)
    main = written.split("-")[0]
    if not (2 <= len(main) <= 3 and main.isascii() and main.isalpha()):  # noqa: PLR2004 - codes of languages
        return missed("odd", baris=line or "1", n="", ditulis=written)
    return right()


def _zoom(looked: Looked) -> Finding:
    for tag in looked.page.tags("meta"):
        if str(tag.attrs.get("name") or "").lower() != "viewport":
            continue
        pairs = (
            one.partition("=") for one in str(tag.attrs.get("content") or "").replace(";", ",").split(",")
        )
        said = {name.strip().lower(): value.strip().lower() for name, _sign, value in pairs}
        if said.get("user-scalable") in {"no", "0"}:
            return missed("shut", **places([line_of(tag)]))
        if _number(said.get("maximum-scale", "")) < _LEAST_ZOOM:
            return missed("narrow", **places([line_of(tag)]))
    return right()


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return _LEAST_ZOOM


def _alt(looked: Looked) -> Finding:
    declared: Any = looked.declared.get("hiasan")
    decorative = (
        frozenset(str(one) for one in declared) if isinstance(declared, list | tuple) else frozenset()
    )
    found = []
    for tag in looked.page.tags("img"):
        fault = fault_of_picture(tag, decorative, looked.page)
        if fault is not None:
            found.append((fault, tag))
    file = shortened(str(found[0][1].attrs.get("src") or "")) if found else ""
    return _first(found, {"berkas": file or "?"})


def _labels(looked: Looked) -> Finding:
    found = []
    for tag in looked.page.tags("input", "select", "textarea"):
        fault = fault_of_field(tag, looked.page)
        if fault is not None:
            found.append((fault, tag))
    return _first(found)


def _links(looked: Looked) -> Finding:
    found = [(link.fault, link.tag) for link in links_of(looked.page) if link.fault is not None]
    if not found:
        return right()
    first = next(link for link in links_of(looked.page) if link.fault is not None)
    return _first(found, {"teks": shortened(first.name)})


def _contrast(looked: Looked) -> Finding:
    found = unreadable(looked.site, looked.page)
    if not found:
        return right()
    lines = [line_of(text.tag) for text in found]
    return missed(kind_of_low(found[0]), 0.0, **told(found[0]), **places(lines))


def kind_of_low(text: TextLook) -> str:
    """Tell which way a text with too little contrast is mended: darker letters, or lighter ones."""
    ground = text.ground or text.colour
    return "low" if text.colour.luminance <= ground.luminance else "low_on_dark"


def _size(looked: Looked) -> Finding:
    found = too_small(looked.site, looked.page)
    if not found:
        return right()
    lines = [line_of(text.tag) for text in found]
    return missed("small", 0.0, **told(found[0]), **places(lines))


def _tables(looked: Looked) -> Finding:
    found = [
        ("heads", table)
        for table in looked.page.tags("table")
        if str(table.attrs.get("role") or "") not in {"presentation", "none"}
        and table.find("td") is not None
        and table.find("th") is None
    ]
    return _first(found)


RULES: Final[tuple[Rule[Looked], ...]] = load_rules(
    _PATH,
    {
        "access.language": _language,
        "access.alt": _alt,
        "access.labels": _labels,
        "access.links": _links,
        "access.tables": _tables,
        "access.contrast": _contrast,
        "access.size": _size,
        "access.zoom": _zoom,
    },
)
