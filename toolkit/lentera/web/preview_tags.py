"""What a preview writes of a page: tags, attributes, and what it names as left out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """Name what a preview leaves out."""

    PROGRAM = "program"
    FRAME = "frame"
    MEDIA = "media"
    OUTSIDE = "outside"
    FORWARD = "forward"
    PICTURE = "picture"
    LONG = "long"
    DEEP = "deep"


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


VOID: Final = frozenset({"br", "col", "hr", "img", "input", "wbr"})
SHOWN: Final = VOID | _names(
    """
    a abbr address article aside b bdi bdo big blockquote button caption center cite code colgroup data
    dd del details dfn dialog div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6
    header hgroup i ins kbd label legend li main mark menu meter nav ol optgroup option output p pre
    progress q rp rt ruby s samp search section select small span strike strong sub summary sup table
    tbody td textarea tfoot th thead time tr tt u ul var
    """
)
"""Tags that are written as they are."""
GONE: Final[Mapping[str, Kind | None]] = {
    "script": Kind.PROGRAM,
    "noscript": None,
    "template": None,
    "title": None,
    "style": None,
    "link": None,
    "base": Kind.OUTSIDE,
    "meta": None,
    "head": None,
    "iframe": Kind.FRAME,
    "frame": Kind.FRAME,
    "frameset": Kind.FRAME,
    "object": Kind.FRAME,
    "embed": Kind.FRAME,
    "applet": Kind.PROGRAM,
    "portal": Kind.FRAME,
    "svg": Kind.PROGRAM,
    "math": None,
    "video": Kind.MEDIA,
    "audio": Kind.MEDIA,
    "source": None,
    "track": None,
    "area": None,
    "canvas": Kind.PROGRAM,
}
"""Tags that go with all that is in them; other unknown tags go alone."""
ANYWHERE: Final = _names("class dir hidden id lang role title align bgcolor")
"""Attributes that any tag keeps, besides ``style`` and those of ARIA."""
OF_TAG: Final[Mapping[str, frozenset[str]]] = {
    tag: _names(names)
    for tag, names in {
        "img": "alt width height border",
        "td": "colspan rowspan headers valign width height",
        "th": "colspan rowspan headers scope valign width height",
        "table": "border cellpadding cellspacing width",
        "col": "span width",
        "colgroup": "span",
        "ol": "start type reversed",
        "ul": "type",
        "li": "value type",
        "font": "color size face",
        "input": "type value placeholder checked disabled min max step size maxlength",
        "textarea": "rows cols placeholder disabled",
        "select": "disabled multiple size",
        "option": "value selected disabled",
        "optgroup": "label",
        "button": "disabled type",
        "label": "for",
        "details": "open",
        "dialog": "open",
        "meter": "value min max low high optimum",
        "progress": "value max",
        "time": "datetime",
        "hr": "size width color",
    }.items()
}
"""Attributes that one tag keeps besides those."""
