"""Read JSON values of a written bench, naming the place in every complaint."""

from collections.abc import Callable, Container, Mapping
from sys import float_info
from typing import Final, TypeVar

from lentera.solar.bench.terminals import EVERY_TERMINAL
from lentera.solar.parts.bounds import Bound

T = TypeVar("T")


class Reader:
    """Read one JSON object, naming the place in every complaint."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, Mapping):
            raise ValueError(f"{place or 'bench'}: expected an object, found {_found(value)}")
        self._value = value
        self._place = place
        self._asked: set[str] = set()

    def place(self, key: str) -> str:
        """Give the path of a key."""
        return f"{self._place}.{key}" if self._place else key

    def raw(self, key: str) -> object:
        """Give a value as it stands."""
        self._asked.add(key)
        if key not in self._value:
            raise ValueError(f"{self.place(key)}: missing")
        return self._value[key]

    def has(self, key: str) -> bool:
        """Say whether a key is there."""
        return key in self._value

    def flag(self, key: str) -> bool:
        """Read true or false."""
        return read_flag(self.raw(key), self.place(key))

    def text(self, key: str) -> str:
        """Read a text."""
        value = self.raw(key)
        if not isinstance(value, str):
            raise ValueError(f"{self.place(key)}: expected text, found {_found(value)}")
        return value

    def whole(self, key: str) -> int:
        """Read a whole number."""
        value = self.raw(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"{self.place(key)}: expected a whole number, found {_found(value)}")
        return value

    def number(self, key: str) -> float:
        """Read a finite number."""
        value = self.raw(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= float_info.max:
            raise ValueError(f"{self.place(key)}: expected a number, found {_found(value)}")
        return float(value)

    def choice(self, key: str, read: Callable[[str], T], choices: Mapping[str, object] | type) -> T:
        """Read one of a set of words."""
        value = self.text(key)
        try:
            return read(value)
        except ValueError:
            allowed = ", ".join(str(choice) for choice in choices)  # type: ignore[union-attr]
            raise ValueError(f"{self.place(key)}: {value!r} is not one of {allowed}") from None

    def terminal(self, key: str) -> str:
        """Read a terminal id."""
        value = self.text(key)
        if value not in EVERY_TERMINAL:
            raise ValueError(f"{self.place(key)}: {value!r} is not a terminal of the bench")
        return value

    def part(self, key: str, known: Container[str]) -> str:
        """Read the name of a part of the catalogue."""
        value = self.text(key)
        if value not in known:
            raise ValueError(f"{self.place(key)}: {value!r} is not in the catalogue")
        return value

    def within(self, key: str, bound: Bound) -> float:
        """Read a number within its limits."""
        value = self.number(key)
        bound.refuse(self.place(key), value, ValueError)
        return value

    def items(self, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        """Read a list."""
        value = self.raw(key)
        if not isinstance(value, list):
            raise ValueError(f"{self.place(key)}: expected a list, found {_found(value)}")
        return tuple(read(item, f"{self.place(key)}[{n}]") for n, item in enumerate(value))

    def done(self) -> None:
        """Refuse keys that nobody asked for."""
        left = sorted(str(key) for key in self._value if key not in self._asked)
        if left:
            raise ValueError(f"{self.place(left[0])}: not expected here")


def _found(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " ..."


_LONGEST: Final = 40


def read_flag(value: object, place: str) -> bool:
    """Read true or false; raise ValueError with the place when it is neither."""
    if not isinstance(value, bool):
        raise ValueError(f"{place}: expected true or false, found {_found(value)}")
    return value
