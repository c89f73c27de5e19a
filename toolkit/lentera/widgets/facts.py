"""Facts that can expire, as screens tell them: with the day of looking up, unsure ones as a question."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from lentera.course import CourseError, Fact, content_root, load_course
from lentera.widgets.dates import long_date
from lentera.words import _


@cache
def _facts() -> Mapping[str, Fact]:
    try:
        return load_course(content_root()).facts
    except (OSError, CourseError):
        return {}


def facts_told(names: Iterable[str], today: date) -> list[str]:
    """Return facts in whole sentences; one that is unsure, old or over is told as something to ask about.

    Parameters
    ----------
    names : iterable of str
        Ids of ``facts.toml``; one that the course does not have is left out.
    today : date
        The learner's calendar day.
    """
    told = []
    for fact in (_facts()[name] for name in names if name in _facts()):
        ask = fact.ask_first(today)
        said = _("Ask first: {fact} (looked up: {day})") if ask else _("{fact} (looked up: {day})")
        told.append(said.format(fact=fact.text, day=long_date(fact.checked_on)))
    return told
