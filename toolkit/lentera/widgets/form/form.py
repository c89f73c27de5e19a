"""A form described as data: what is asked, in which shape, and what is said about an answer."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Name the shape of a field."""

    MEASURE = "measure"
    CHOICE = "choice"
    CHECKS = "checks"
    TEXT = "text"


@dataclass(frozen=True)
class Option:
    """Be one thing to choose or tick; `reply` is said about it when the form is checked."""

    id: str
    text: str
    reply: str = ""
    right: bool = False


@dataclass(frozen=True)
class Field:
    """Ask one thing.

    Attributes
    ----------
    id : str
        Stable name in the answer file.
    kind : Kind
        Number with unit, one of several, several of several, or a few words.
    label, help : str
        The question, and what helps to answer it.
    options : tuple of Option
        Units, choices or items to tick.
    """

    id: str
    kind: Kind
    label: str
    help: str = ""
    options: tuple[Option, ...] = ()

    def empty(self) -> dict[str, Any]:
        """Return the value of a field nobody has touched."""
        match self.kind:
            case Kind.MEASURE:
                return {"nilai": "", "satuan": ""}
            case Kind.CHOICE:
                return {"pilihan": ""}
            case Kind.CHECKS:
                return {"butir": []}
            case Kind.TEXT:
                return {"teks": ""}

    def read(self, value: object) -> dict[str, Any]:
        """Return a value in the field's shape; what does not fit becomes empty."""
        given = value if isinstance(value, Mapping) else {}
        known = {option.id for option in self.options}
        match self.kind:
            case Kind.MEASURE:
                written = _short(given.get("nilai"), 20)
                return {"nilai": written, "satuan": _one_of(known, given.get("satuan"))}
            case Kind.CHOICE:
                return {"pilihan": _one_of(known, given.get("pilihan"))}
            case Kind.CHECKS:
                ticked = given.get("butir")
                ticked = ticked if isinstance(ticked, list) else []
                return {"butir": [option.id for option in self.options if option.id in ticked]}
            case Kind.TEXT:
                return {"teks": _short(given.get("teks"), 400)}

    def is_answered(self, value: Mapping[str, Any]) -> bool:
        """Tell whether something stands in the field."""
        return value != self.empty()

    def to_json(self) -> dict[str, Any]:
        """Return the field as the screen draws it; what is right is not told."""
        row = asdict(self)
        row["options"] = [{"id": option.id, "text": option.text} for option in self.options]
        return row


@dataclass(frozen=True)
class Note:
    """Say something about one field's answer: already right, not right yet, or simply heard."""

    kind: str
    text: str


Judge = Callable[[Mapping[str, Any]], Mapping[str, Note]]
"""Turn an answer file's content into the notes of its fields."""


@dataclass(frozen=True)
class Form:
    """Describe a whole form.

    Attributes
    ----------
    answer : str
        Name of the answer file.
    title, intro : str
        Heading and one or two sentences.
    fields : tuple of Field
        In the order they are asked.
    judge : callable or None
        What is said about each field on "Periksa"; None when only a person marks it.
    closing : str
        What is said when every field is answered.
    """

    answer: str
    title: str
    intro: str
    fields: tuple[Field, ...]
    judge: Judge | None = None
    closing: str = ""


def _short(value: object, longest: int) -> str:
    return value[:longest] if isinstance(value, str) else ""


def _one_of(known: Collection[str], value: object) -> str:
    return value if isinstance(value, str) and value in known else ""
