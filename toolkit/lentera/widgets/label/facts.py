"""Facts on labels that can expire: each with the day it was looked up, unsure ones as a question."""

from functools import cache
from typing import Final

from lentera.course import CourseError, content_root, load_course
from lentera.widgets.service_log.dates import long_date
from lentera.words import _

_OF_ELEMENT: Final = {
    "name": ("label-unsur", "label-bagian-utama"),
    "halal": ("halal-gratis", "halal-wajib"),
    "permit": ("pirt-dasar", "pirt-nomor", "pirt-masa"),
}


@cache
def _facts() -> dict[str, tuple[str, str, bool]]:
    try:
        known = load_course(content_root()).facts
    except (OSError, CourseError):
        return {}
    return {name: (one.text, long_date(one.checked_on), one.ask_first) for name, one in known.items()}


def facts_of(element: str) -> list[str]:
    """Return what is known of an element, in whole sentences; nothing where the course is not there."""
    told = []
    for name in _OF_ELEMENT.get(element, ()):
        if name not in _facts():
            continue
        text, day, ask_first = _facts()[name]
        said = _("Ask first: {fact} (looked up: {day})") if ask_first else _("{fact} (looked up: {day})")
        told.append(said.format(fact=text, day=day))
    return told
