"""Tell bench events and refusals in one short sentence each."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Final, Literal

from lentera.solar.bench import TERMINALS, BenchError, Event, Polarity

Language = Literal["id", "en"]

_SENTENCES: Final[dict[str, dict[str, dict[str, str]]]] = tomllib.loads(
    files("lentera.solar").joinpath("sentences.toml").read_text(encoding="utf-8")
)


def number(value: float, decimals: int, language: Language) -> str:
    """Write a number with a decimal comma in Indonesian and the real minus sign."""
    text = f"{value:.{decimals}f}"
    if not float(text):
        text = text.removeprefix("-")
    if language == "id":
        text = text.replace(".", ",")
    return text.replace("-", "−")


def terminal_name(terminal: str, language: Language, *, spoken: bool = False) -> str:
    """Name a terminal as printed, or as spoken, where "BATERAI" and "Baterai" must differ by a word.

    An id that is not on the bench is given back as it is.
    """
    found = TERMINALS.get(terminal)
    if found is None:
        return terminal
    if language == "en":
        return found.spoken_en if spoken else found.name_en
    return found.spoken if spoken else found.name


def aloud(text: str, language: Language = "id") -> str:
    """Put spoken names where a sentence has printed ones: by ear "Panel +" and "PANEL +" are the same.

    Only names with a sign are changed; "lubang BATERAI" is told apart by its own word.
    """
    spoken = {
        name: terminal_name(row.id, language, spoken=True)
        for row in TERMINALS.values()
        if (name := terminal_name(row.id, language)) != terminal_name(row.id, language, spoken=True)
        and row.polarity is not Polarity.NONE
    }
    names = "|".join(re.escape(name) for name in sorted(spoken, key=len, reverse=True))

    def say(found: re.Match[str]) -> str:
        name = spoken[found["name"]]
        return found["start"] + (name[0].upper() + name[1:] if found["opens"] is not None else name)

    pattern = rf"(?P<start>(?P<opens>^|(?<=[.:?!] ))|\b)(?P<name>{names})"
    return re.sub(pattern, say, text)


def _tell(table: str, key: str, event: Event | None, language: Language, *, spoken: bool) -> str:
    template = _SENTENCES[table][key][language]
    if event is None:
        return template
    ends = [
        "" if terminal is None else terminal_name(terminal, language, spoken=spoken)
        for terminal in (event.start, event.end)
    ]
    volts = "" if event.amount is None else number(event.amount, 1, language)
    return template.format(wire=event.wire, lamp=event.lamp, start=ends[0], end=ends[1], volts=volts)


def sentence(event: Event, language: Language = "id", *, spoken: bool = False) -> str:
    """Tell one event.

    Parameters
    ----------
    language
        "id" or "en".
    spoken
        Use the terminals' spoken names, which a screen reader can tell apart.
    """
    return _tell("event", event.kind, event, language, spoken=spoken)


def story(events: Iterable[Event], language: Language = "id", *, spoken: bool = False) -> str:
    """Tell several events in order, in one line for a live region."""
    return " ".join(sentence(event, language, spoken=spoken) for event in events)


def refusal(error: BenchError, language: Language = "id", *, spoken: bool = False) -> str:
    """Tell why an action was refused."""
    return _tell("refusal", error.refusal, error.event, language, spoken=spoken)
