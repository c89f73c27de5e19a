"""What can be wrong with a kit file, told in one sentence each."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from lentera.rules import Saying
from lentera.words import language

_SENTENCES: Final[dict[str, dict[str, str]]] = tomllib.loads(
    files("lentera.solar.installation.kits").joinpath("faults.toml").read_text(encoding="utf-8")
)
KINDS: Final = tuple(_SENTENCES)
"""Every kind of fault."""

_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class KitFault:
    """Report one fault of a kit file.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    path : str
        The place in the file, such as ``lead.panel_plus.length``.
    details : Mapping
        What fills the blanks of the sentence.
    """

    kind: str
    path: str
    details: Mapping[str, str | Saying] = field(default_factory=lambda: MappingProxyType({}))

    def told(self, tongue: str) -> str:
        """Tell it in "id" or "en"."""
        blanks = {
            name: word.in_language(tongue) if isinstance(word, Saying) else word
            for name, word in self.details.items()
        }
        return _SENTENCES[self.kind][tongue].format(path=self.path, **blanks)

    @property
    def sentence(self) -> str:
        """Tell it in the interface language."""
        return self.told("en" if language() == "en" else "id")


class KitError(ValueError):
    """Report a kit file that cannot be used, with every fault found in it.

    Its text is the first fault in English, for a log; a trainer reads `faults`.
    """

    def __init__(self, faults: Iterable[KitFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults[0].told("en"))


class Notes:
    """Collect the faults of one file."""

    def __init__(self) -> None:
        self.faults: list[KitFault] = []

    def note(self, kind: str, path: str, **details: str | Saying) -> None:
        """Note a fault."""
        self.faults.append(KitFault(kind, path, MappingProxyType(details)))

    def unknown_key(self, path: str, key: str, known: Iterable[str]) -> None:
        """Note a key that nothing reads, with the nearest one that is read."""
        names = tuple(known)
        near = get_close_matches(key, names, 1)
        if near:
            self.note("unknown_key_near", path, near=near[0])
        else:
            self.note("unknown_key", path, known=", ".join(names))

    def not_a_choice(self, path: str, value: object, known: Iterable[object]) -> None:
        """Note a value that is not one of those there are."""
        names = tuple(str(name) for name in known)
        near = get_close_matches(str(value), names, 1)
        choices = ", ".join(names)
        if near:
            self.note("not_a_choice_near", path, value=shown(value), near=near[0], known=choices)
        else:
            self.note("not_a_choice", path, value=shown(value), known=choices)

    def wrong_type(self, path: str, value: object, expected: Saying) -> None:
        """Note a value of another type."""
        self.note("wrong_type", path, value=shown(value), expected=expected)


def shown(value: object, unit: str = "") -> str:
    """Write a value of the file as it stands there, a long one cut short."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, str):
        text = f'"{value}"'
    else:
        text = str(value)
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"{text} {unit}".rstrip()
