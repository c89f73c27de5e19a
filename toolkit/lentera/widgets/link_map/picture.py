"""Where the sheets of the link map lie and how the lines between them run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lentera.web.links import LinkMap, Use
from lentera.web.site import is_page

WIDTH: Final = 860
SHEET: Final = (176, 76)
"""Width and height of a sheet."""
MOST_PAGES: Final = 12
MOST_MISSING: Final = 4
_PER_ROW: Final = 4
_GAP: Final = 64
_EDGE: Final = 22
"""Room around the picture."""
_REACH: Final = 0.75
"""Share of the way to its handles that a curve swings out."""


@dataclass(frozen=True)
class Sheet:
    """Be one sheet: a page, or a page that is not there."""

    name: str
    x: float
    y: float
    there: bool = True


def layout(found: LinkMap) -> dict[str, Any]:
    """Lay out the pages in rows, by how many links they are away from the first page."""
    pages = found.pages[:MOST_PAGES]
    missing = _missing(found)
    rows = _rows(found, pages, missing)
    sheets: dict[str, Sheet] = {}
    for number, row in enumerate(rows):
        y = _EDGE + number * (SHEET[1] + _GAP)
        step = WIDTH / len(row)
        for place, name in enumerate(row):
            sheets[name] = Sheet(name, round(step * (place + 0.5) - SHEET[0] / 2, 1), y, name in pages)
    height = 2 * _EDGE + len(rows) * SHEET[1] + max(0, len(rows) - 1) * _GAP
    return {
        "width": WIDTH,
        "height": height if rows else 0,
        "sheet": list(SHEET),
        "sheets": [{"name": one.name, "x": one.x, "y": one.y, "there": one.there} for one in sheets.values()],
        "lines": _lines(found, sheets, rows),
        "more": max(0, len(found.pages) - MOST_PAGES),
    }


def _missing(found: LinkMap) -> list[str]:
    """Return what links of pages name and do not reach, as files."""
    dead = [
        link.target
        for link in found.dead
        if link.use is Use.LEADS and is_page(link.target) and link.target not in found.pages
    ]
    return list(dict.fromkeys(dead))[:MOST_MISSING]


def _rows(found: LinkMap, pages: Sequence[str], missing: Sequence[str]) -> list[list[str]]:
    """Sort the sheets into rows of at most four: by distance from the first page, then the lonely ones."""
    depth: dict[str, int] = {}
    for beginning in (pages[:1], pages, missing):
        below = max(depth.values(), default=-1) + 1
        waiting = [page for page in beginning if page not in depth]
        depth |= dict.fromkeys(waiting, below)
        while waiting:
            page = waiting.pop(0)
            named = {link.target for link in found.of(page) if link.use is Use.LEADS and not link.alive}
            after = [*sorted(found.leads_to(page) & set(pages)), *(one for one in missing if one in named)]
            fresh = [one for one in after if one not in depth]
            depth |= dict.fromkeys(fresh, depth[page] + 1)
            waiting += fresh
    rows: list[list[str]] = []
    for level in sorted(set(depth.values())):
        rows += _cut([one for one in (*pages, *missing) if depth.get(one) == level])
    return rows


def _cut(names: Sequence[str]) -> list[list[str]]:
    return [list(names[start : start + _PER_ROW]) for start in range(0, len(names), _PER_ROW)]


def _lines(
    found: LinkMap, sheets: Mapping[str, Sheet], rows: Sequence[Sequence[str]]
) -> list[dict[str, Any]]:
    """Return one line for each pair of sheets that are linked, with its ends and whether it arrives."""
    place = {name: (number, at) for number, row in enumerate(rows) for at, name in enumerate(row)}
    ways = {
        (page, other): True for page in found.pages for other in found.leads_to(page) if page != other
    } | {
        (link.source, link.target): False
        for link in found.dead
        if link.use is Use.LEADS and link.target in sheets and not sheets[link.target].there
    }
    lines = []
    for (start, end), arrives in ways.items():
        if start not in sheets or end not in sheets or ((end, start) in ways and start > end):
            continue
        both = (end, start) in ways
        lines.append(
            {
                "d": _path(sheets[start], sheets[end], place[start], place[end]),
                "from": start,
                "to": end,
                "both": both,
                "arrives": arrives,
            }
        )
    return lines


def _path(start: Sheet, end: Sheet, here: tuple[int, int], there: tuple[int, int]) -> str:
    """Return the way of a line from the edge of one sheet to the edge of the other."""
    width, height = SHEET
    if here[0] == there[0]:
        left, right = sorted((start, end), key=lambda one: one.x)
        forward = start is left
        if abs(here[1] - there[1]) == 1:
            ends = [(left.x + width, left.y + height / 2), (right.x, right.y + height / 2)]
            (x1, y1), (x2, y2) = ends if forward else ends[::-1]
            return f"M{x1:g} {y1:g}L{x2:g} {y2:g}"
        # Past the sheets between them, underneath.
        low = left.y + height
        ends = [(left.x + width * 0.7, low), (right.x + width * 0.3, low)]
        (x1, y1), (x2, y2) = ends if forward else ends[::-1]
        return f"M{x1:g} {y1:g}Q{(x1 + x2) / 2:g} {low + _GAP:g} {x2:g} {y2:g}"
    down = start.y < end.y
    shift = (end.x - start.x) * 0.12
    limit = width * 0.36
    shift = max(-limit, min(limit, shift))
    x1, x2 = start.x + width / 2 + shift, end.x + width / 2 - shift
    y1, y2 = (start.y + height, end.y) if down else (start.y, end.y + height)
    if abs(here[0] - there[0]) > 1:
        # Around the rows between them, on the nearer side.
        left = start.x + end.x + width < WIDTH
        x1, x2 = (start.x, end.x) if left else (start.x + width, end.x + width)
        y1, y2 = start.y + height / 2, end.y + height / 2
        far = min(x1, x2) if left else max(x1, x2)
        side = round(far + ((_EDGE / 2 if left else WIDTH - _EDGE / 2) - far) / _REACH, 1)
        return f"M{x1:g} {y1:g}C{side:g} {y1:g} {side:g} {y2:g} {x2:g} {y2:g}"
    return f"M{x1:g} {y1:g}L{x2:g} {y2:g}"
