"""The fixed words of the news to check."""

from typing import Any

from lentera.course.scenarios import Passing, Shape, Verdict
from lentera.widgets.frame import frame_words
from lentera.words import _


def news_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("STOP cards")),
        "simulation": _("SIMULATION"),
        "intro": _("Read the news. Take the four steps. Then decide. Two pieces of news count."),
        "cards_label": _("News to check"),
        "check": _("Check this news"),
        "next_card": _("Next news"),
        "practice": _("News of your own village, for practice"),
        "listen": _("Listen"),
        "quiet": _("Stop"),
        "shapes": {
            Shape.GROUP: _("Group message"),
            Shape.POSTER: _("Poster with a picture"),
            Shape.VIDEO: _("Words of a video"),
            Shape.PAGE: _("News on a web page"),
        },
        "address": _("Address of the page"),
        "picture": _("Picture of the news"),
        "picture_says": _("In the picture:"),
        "steps_title": _("Four steps"),
        "steps": [
            [step, step[0].upper(), name, step_questions()[step]] for step, name in step_names().items()
        ],
        "taken": _("step opened"),
        "sources_help": _("Ask a source. Then decide which one settles it."),
        "ask": _("Ask this source"),
        "facts_title": _("Where news can be checked"),
        "verdict": _("Your verdict on this news"),
        "verdicts": [
            [Verdict.TRUE, verdict_names()[Verdict.TRUE], _("the source confirms it"), "safe"],
            [Verdict.UNCLEAR, verdict_names()[Verdict.UNCLEAR], _("wait for the source"), "doubt"],
            [Verdict.FALSE, verdict_names()[Verdict.FALSE], _("the source denies it"), "danger"],
        ],
        "source": _("Which source decides?"),
        "source_later": _("Open the step Prove it. Then choose here."),
        "pass": _("Pass it on?"),
        "passings": [[way, name] for way, name in passing_names().items()],
    }


def step_names() -> dict[str, str]:
    """Return the four steps by name; in Indonesian their first letters spell STOP."""
    return {
        "setop": _("Stop first"),
        "telusuri": _("Trace it"),
        "obrolkan": _("Others you trust"),
        "periksa": _("Prove it"),
    }


def step_questions() -> dict[str, str]:
    """Return what each step asks."""
    return {
        "setop": _("What feeling does it press?"),
        "telusuri": _("Who sent it, from where, and when?"),
        "obrolkan": _("What do people you trust say?"),
        "periksa": _("What do the sources say?"),
    }


def verdict_names() -> dict[Verdict, str]:
    """Return the verdicts by name."""
    return {
        Verdict.TRUE: _("It is true"),
        Verdict.UNCLEAR: _("Not clear yet"),
        Verdict.FALSE: _("It is false"),
    }


def passing_names() -> dict[Passing, str]:
    """Return the ways of dealing with news by name."""
    return {
        Passing.YES: _("Yes, pass it on"),
        Passing.ASK: _("Ask first"),
        Passing.NO: _("No, it stops here"),
    }
