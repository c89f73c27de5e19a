"""Read typed values out of a parsed TOML file and note every fault on the way."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar

from lentera.course.faults import Fault, fault
from lentera.words import language

Choice = TypeVar("Choice", bound=StrEnum)

_KINDS = {
    bool: {"id": "true atau false", "en": "true or false"},
    str: {"id": "teks", "en": "a text"},
    int: {"id": "bilangan bulat", "en": "a whole number"},
    float: {"id": "bilangan", "en": "a number"},
    date: {"id": "tanggal", "en": "a date"},
    time: {"id": "jam", "en": "a time"},
    list: {"id": "daftar", "en": "a list"},
    dict: {"id": "tabel", "en": "a table"},
}

_DAYS = (date(2000, 1, 1), date(2100, 1, 1))
"""Dates outside are slips of the hand, and reckoning on from them may leave the calendar."""


class Reader:
    """Walk one table of a TOML file; wrong and missing values become faults, reading goes on.

    A value that cannot be read is replaced by a stand-in of the right type, so that one pass finds all
    faults. The objects built from stand-ins are thrown away: the loader raises when there is any fault.
    """

    def __init__(self, table: Mapping[str, Any], file: str, faults: list[Fault], path: str = "") -> None:
        self.file = file
        self.path = path
        self.faults = faults
        self._table = table
        self._used: set[str] = set()

    def key(self, name: str) -> str:
        """Return the full place of a key in the file."""
        return f"{self.path}.{name}" if self.path else name

    def note(self, kind: str, name: str, **details: object) -> None:
        """Note a fault at one key of this table."""
        self.faults.append(fault(kind, self.file, self.key(name), **details))

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text that is not empty; with a default it may be absent."""
        value: str = self._value(name, str, "", default)
        if default is None and name in self._table and isinstance(value, str) and not value.strip():
            self.note("empty", name)
        return value

    def whole(self, name: str, least: int = 1, most: int | None = None) -> int:
        """Return a whole number; with an upper limit, one within the limits."""
        value: int = self._value(name, int, least, None)
        if most is not None and not least <= value <= most:
            self.note("out_of_range", name, value=value, least=least, most=most)
            return least
        return value

    def number(self, name: str) -> float:
        """Return a number, whole or not."""
        value = self._value(name, float, 0.0, None)
        return float(value)

    def day(self, name: str) -> date:
        """Return a date of this century; `date.min` stands for one that does not read."""
        value: date = self._value(name, date, date.min, None)
        if date.min < value < _DAYS[0] or value > _DAYS[1]:
            self.note("out_of_range", name, value=value, least=_DAYS[0], most=_DAYS[1])
            return date.min
        return value

    def optional_day(self, name: str) -> date | None:
        """Return a date, or None when the key is absent."""
        return self.day(name) if name in self._table else None

    def moment(self, name: str) -> time:
        """Return a time of day."""
        value: time = self._value(name, time, time.min, None)
        return value

    def flag(self, name: str) -> bool:
        """Return true or false."""
        self._used.add(name)
        value = self._table.get(name)
        if name not in self._table:
            self.note("missing_key", name)
        elif not isinstance(value, bool):
            self._wrong_type(name, bool)
        return value is True

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        """Return one member of an enum."""
        value = self.text(name)
        return self._member(value, name, choices)

    def holds_choice(self, name: str, choices: type[Choice]) -> bool:
        """Tell whether an entry is one of the members, so that nothing more is said of one that is not."""
        return self._table.get(name) in list(choices)

    def choices(self, name: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """Return a list of enum members."""
        return tuple(self._member(value, name, choices) for value in self.texts(name))

    def texts(self, name: str, *, optional: bool = False) -> tuple[str, ...]:
        """Return a list of texts."""
        values: list[Any] = self._value(name, list, [], [] if optional else None)
        if not optional and name in self._table and values == []:
            self.note("empty", name)
        good = []
        for index, value in enumerate(values):
            if isinstance(value, str) and value.strip():
                good.append(value)
            else:
                self._wrong_type(f"{name}[{index}]", str)
        return tuple(good)

    def table(self, name: str) -> "Reader":
        """Return a reader of a table inside this one."""
        value = self._value(name, dict, {}, None)
        # A table that is not there is one fault; its keys are not reported as missing too.
        faults = self.faults if isinstance(self._table.get(name), dict) else []
        return Reader(value, self.file, faults, self.key(name))

    def tables(self, name: str, *, optional: bool = False) -> Iterator["Reader"]:
        """Yield a reader of each table in a list of tables."""
        values: list[Any] = self._value(name, list, [], [] if optional else None)
        for index, value in enumerate(values):
            if isinstance(value, dict):
                yield Reader(value, self.file, self.faults, f"{self.key(name)}[{index}]")
            else:
                self._wrong_type(f"{name}[{index}]", dict)

    def named_tables(self) -> Iterator[tuple[str, "Reader"]]:
        """Yield the name and a reader of each table in this one."""
        for name in self._table:
            yield name, self.table(name)

    def mapping(self, name: str, read: Callable[["Reader", str], Any]) -> dict[str, Any]:
        """Return a table whose values all have one type, read by `read`."""
        inner = self.table(name)
        values = {key: read(inner, key) for key in inner.names()}
        inner.finish()
        return values

    def names(self) -> tuple[str, ...]:
        """Return the keys of this table."""
        return tuple(self._table)

    def finish(self) -> None:
        """Note every key that nothing has read: usually a misspelt one."""
        for name in self._table:
            if name not in self._used:
                self.note("unknown_key", name)

    def _member(self, value: str, name: str, choices: type[Choice]) -> Choice:
        try:
            return choices(value)
        except ValueError:
            if value:
                self.note("not_a_choice", name, value=value, choices=", ".join(choices))
            return next(iter(choices))

    def _value(self, name: str, kind: type, stand_in: Any, default: Any) -> Any:
        self._used.add(name)
        if name not in self._table:
            if default is None:
                self.note("missing_key", name)
                return stand_in
            return default
        value = self._table[name]
        accepted = (int, float) if kind is float else kind
        # TOML's true is an int to Python, and a date with a time is a date.
        if (
            isinstance(value, bool)
            or not isinstance(value, accepted)
            or (kind is date and type(value) is not date)
        ):
            self._wrong_type(name, kind)
            return stand_in
        return value

    def _wrong_type(self, name: str, kind: type) -> None:
        tongue = "en" if language() == "en" else "id"
        self.note("wrong_type", name, expected=_KINDS[kind][tongue])
