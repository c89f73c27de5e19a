"""The rules of checked news: two verdicts that hold, each with the source that decides."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.course.scenarios import News, Verdict
from lentera.literacy.bank import bank
from lentera.literacy.news.looking import CHECK, Look, Looks, drawn, read_looks
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right

_PATH: Final = Path(__file__).parent.parent / "texts" / "s02-periksa-kabar.toml"
_VERDICT: Final = 0.5
"""Share of a piece of news that its verdict earns; the source earns the rest."""
_UNCHECKED: Final = 0.25
"""Share that a right verdict earns while nothing was checked: it may be luck."""
COUNT: Final = 2
"""How many pieces of news count, whichever come out best."""


def judge_look(news: News, look: Look) -> Finding:
    """Judge one piece of news: the check, then the verdict, then the source."""
    known = {"news": news.name}
    if not look.verdict:
        return missed("not_decided" if look != Look() else "not_begun", **known)
    holds = look.verdict == news.verdict
    if CHECK not in look.steps:
        return missed("unchecked", _UNCHECKED if holds else 0.0, **known)
    source = _source(news, look)
    said = news.replies[Verdict(look.verdict)]
    if not holds:
        return missed("verdict", source.share, **known, says=said)
    if not source.holds:
        return missed(source.mistake or "", _VERDICT, **known, **source.details, right=said)
    return right(**known, right=said, source=source.details["says"])


def _source(news: News, look: Look) -> Finding:
    """Judge the source by itself, out of its own half."""
    if not look.source:
        return missed("no_source")
    source = news.source(look.source)
    if not source.decides:
        return missed(f"source_{source.kind.replace('-', '_')}", says=source.reply)
    return Finding(1 - _VERDICT, None, {"says": source.reply})


def _ranked(looks: Looks) -> list[Finding]:
    """Return the findings, the best first; among equals what was begun comes before the rest.

    News she has worked on counts also where a later release would draw another four for her.
    """
    worked_on = [bank().news[name] for name in looks.by_news if not bank().news[name].origin.village]
    counted = {news.id: news for news in (*drawn(looks.seed), *worked_on)}
    found = [judge_look(news, looks.by_news.get(news.id, Look())) for news in counted.values()]
    return sorted(found, key=lambda one: (-one.holds, -one.share, one.mistake == "not_begun"))


def _judge(place: int, looks: Looks) -> Finding:
    return _ranked(looks)[place]


CHECKED: Final[RuleSet[Any]] = RuleSet(
    "s02-periksa-kabar",
    "s02-kabar",
    read_looks,
    load_rules(_PATH, {f"s02.news.{place + 1}": partial(_judge, place) for place in range(COUNT)}),
    load_set(_PATH),
)
"""Task ``s02-periksa-kabar``: two pieces of news, 10 points each, 5 for the verdict and 5 for the source."""
