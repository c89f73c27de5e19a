"""Tell bench events and refusals in one short sentence each."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Final, Literal

from lentera.solar import parts
from lentera.solar.bench import EVERY_TERMINAL, BenchError, Event, Polarity
from lentera.solar.bench.sky import Sky, sky_name

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
    found = EVERY_TERMINAL.get(terminal)
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
        for row in EVERY_TERMINAL.values()
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
    return template.format(
        wire=event.wire,
        lamp=event.lamp,
        start=ends[0],
        end=ends[1],
        **_of_parts(event, language, spoken=spoken),
    )


def _of_parts(event: Event, language: Language, *, spoken: bool) -> dict[str, str]:
    """Word what an event says beside its wire, its lamp and its terminals."""
    amount = 0.0 if event.amount is None else event.amount
    minutes = round(amount * 60.0)
    colon = "." if language == "id" else ":"
    words = {
        "volts": "" if event.amount is None else number(amount, 1, language),
        "count": f"{amount:.0f}",
        "time": f"{minutes // 60:02d}{colon}{minutes % 60:02d}",
        "length": _measured(amount, "length", language, spoken=spoken),
        "fuse": "",
        "size": "",
        "connector": "",
        "sky": "" if event.sky is None else sky_name(amount, Sky(event.sky), language),
    }
    if event.fuse is not None:
        words["fuse"] = _name(parts.FUSES[event.fuse], language)
    if event.cable is not None:
        words["size"] = _measured(parts.CABLES[event.cable].area, "area", language, spoken=spoken)
    if event.connector is not None:
        words["connector"] = _name(parts.CONNECTORS[event.connector], language)
    return words


def _name(part: parts.FuseSpec | parts.ConnectorSpec, language: Language) -> str:
    return part.name_en if language == "en" else part.name


_UNITS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "area": {"id": ("mm²", "milimeter persegi"), "en": ("mm²", "square millimetres")},
    "length": {"id": ("m", "meter"), "en": ("m", "metres")},
}
"""Each unit as it is written and as it is spoken; a screen reader does not read the small two."""


def _measured(value: float, quantity: str, language: Language, *, spoken: bool) -> str:
    digits = number(value, 2, language).rstrip("0").rstrip(",.")
    return f"{digits} {_UNITS[quantity][language][spoken]}"


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
