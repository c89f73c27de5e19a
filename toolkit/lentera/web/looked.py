"""What a rule of pages looks at: a page, the site around it, and what the learner declared elsewhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from bs4 import Tag

from lentera.web.page import Page
from lentera.web.site import Site
from lentera.words import language

Found = TypeVar("Found")


@dataclass(frozen=True, eq=False)
class Looked:
    """Hold what every page rule gets.

    Attributes
    ----------
    site : Site
        The site the page belongs to: the links and pictures that exist.
    page : Page
        The page that is judged, as it was meant: a forgotten quote is told by the rules on tags alone.
    declared : mapping
        What the learner decided elsewhere, by name, such as the price worked out.
    """

    site: Site
    page: Page
    declared: Mapping[str, Any] = field(default_factory=dict)
    _found: dict[object, object] = field(default_factory=dict, repr=False)

    def once(self, search: Callable[["Looked"], Found]) -> Found:
        """Return what a search finds here; rules that need the same search share it.

        It is kept as long as this look: an edited page is looked at anew.
        """
        if search not in self._found:
            self._found[search] = search(self)
        return cast("Found", self._found[search])


def line_of(tag: Tag) -> str:
    """Return the line where a tag begins, as it is said; empty for a tag the browser put in itself."""
    return str(tag.sourceline) if tag.sourceline else ""


def places(lines: Sequence[int | str]) -> dict[str, str]:
    """Word where something was found: ``{baris}`` is the first line, ``{n}`` says how many there are.

    ``{n}`` is a sentence of its own with a space before it, and empty when there is one.
    """
    first = str(lines[0]) if lines else ""
    if len(lines) <= 1:
        return {"baris": first, "n": ""}
    said = (
        f" There are {len(lines)} like this."
        if language() == "en"
        else f" Ada {len(lines)} yang seperti ini."
    )
    return {"baris": first, "n": said}
