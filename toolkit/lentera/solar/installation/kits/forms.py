"""Fill dataclasses from the tables of a kit file, noting every fault on the way."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from math import inf, isnan
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from lentera.rules import Saying
from lentera.solar.installation.kits.faults import Notes, shown
from lentera.solar.parts.bounds import Bound, bounds_of

NONE: Final = "none"
"""How a file says that an optional number is left away."""

_NUMBER: Final = Saying("sebuah angka", "a number")
_WHOLE: Final = Saying("bilangan bulat", "a whole number")
_TEXT: Final = Saying("teks dalam tanda kutip", "a text in quotes")
_YES_NO: Final = Saying("true atau false", "true or false")
_LIST: Final = Saying("daftar angka dalam kurung siku", "a list of numbers in square brackets")
TABLE: Final = Saying("sebuah tabel", "a table")

T = TypeVar("T")


class _Bad:
    """Stand for a value that was noted as a fault."""


BAD: Final = _Bad()


def wanted(bound: Bound) -> Saying:
    """Say in both languages what to give instead of a number outside."""
    low, high = f"{bound.low:g}", f"{bound.high:g}"
    if bound.low == -inf:
        told = "angka biasa"
    elif bound.high == inf:
        told = f"angka mulai dari {low}" if bound.low_allowed else f"angka di atas {low}"
    else:
        told = f"angka {low} sampai {high}"
    return Saying(told, bound.wanted)


@cache
def hints_of(cls: Any) -> Mapping[str, Any]:
    """Give the types of the fields of a dataclass."""
    return get_type_hints(cls)


def plain(value: Any) -> Any:
    """Give the number of a `{ value, mark }` table, anything else as it is."""
    if isinstance(value, Mapping) and "value" in value and set(value) <= {"value", "mark"}:
        return value["value"]
    return value


def decode(hint: Any, value: Any, path: str, notes: Notes, bound: Bound | None = None) -> Any:
    """Read one value as its type says; `BAD` when it was noted as a fault."""
    value = plain(value)
    if get_origin(hint) in {Union, UnionType}:
        if value == NONE:
            return None
        hint = next(option for option in get_args(hint) if option is not NoneType)
    if get_origin(hint) is tuple:
        return _numbers(get_args(hint)[0], value, path, notes)
    if isinstance(hint, type) and is_dataclass(hint):
        return fill(hint, value, path, notes)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return choice(value, {str(member): member for member in hint}, path, notes)
    return _simple(hint, value, path, notes, bound)


_SIMPLE: Final[Mapping[Any, tuple[Any, Saying]]] = {
    bool: (bool, _YES_NO),
    str: (str, _TEXT),
    int: (int, _WHOLE),
    float: (int | float, _NUMBER),
}


def _simple(hint: Any, value: Any, path: str, notes: Notes, bound: Bound | None) -> Any:
    accepted, expected = _SIMPLE[hint]
    # To Python TOML's true is a whole number.
    if not isinstance(value, accepted) or (isinstance(value, bool) and hint is not bool):
        notes.wrong_type(path, value, expected)
        return BAD
    if hint is float and bound is None and isnan(value):
        notes.wrong_type(path, value, _NUMBER)
        return BAD
    if bound is not None and not bound.holds(value):
        notes.note("out_of_range", path, value=shown(value, bound.unit), expected=wanted(bound))
        return BAD
    return float(value) if hint is float else value


def _numbers(hint: Any, value: Any, path: str, notes: Notes) -> Any:
    if not isinstance(value, list | tuple):
        notes.wrong_type(path, value, _LIST)
        return BAD
    found = [decode(hint, item, f"{path}[{position}]", notes) for position, item in enumerate(value)]
    return BAD if BAD in found else tuple(found)


def choice(value: Any, known: Mapping[str, T], path: str, notes: Notes) -> T | _Bad:
    """Give what a name of the file stands for."""
    if isinstance(value, str) and value in known:
        return known[value]
    notes.not_a_choice(path, value, known)
    return BAD


def table(value: Any, path: str, notes: Notes) -> Mapping[str, Any]:
    """Give a table; anything else is noted and counts as empty."""
    if isinstance(value, Mapping):
        return value
    notes.wrong_type(path, value, TABLE)
    return {}


def fill(
    cls: type[T],
    value: Any,
    path: str,
    notes: Notes,
    *,
    given: Mapping[str, Any] | None = None,
) -> T | _Bad:
    """Make a dataclass from a table whose keys are its fields.

    Parameters
    ----------
    given
        Fields that are known already and may not stand in the table.
    """
    before = len(notes.faults)
    rows = table(value, path, notes)
    kind: Any = cls
    known = {field.name: field for field in fields(kind) if field.init}
    done = dict(given or {})
    for key in rows:
        if key not in known or key in done:
            notes.unknown_key(f"{path}.{key}", key, [name for name in known if name not in done])
    for name, field in known.items():
        if name in done:
            continue
        if name in rows:
            bound = bounds_of(kind).get(name)
            done[name] = decode(hints_of(kind)[name], rows[name], f"{path}.{name}", notes, bound)
        elif field.default is MISSING and field.default_factory is MISSING:
            notes.note("missing_key", f"{path}.{name}")
    if len(notes.faults) > before:
        return BAD
    return attempt(lambda: cls(**done), path, notes)


def attempt(make: Callable[[], T], path: str, notes: Notes, kind: str = "refused") -> T | _Bad:
    """Make something from numbers that are each in order but may not fit together."""
    try:
        return make()
    except ValueError as refused:
        notes.note(kind, path, reason=str(refused))
        return BAD


def one_of(rows: Mapping[str, Any], keys: Iterable[str], path: str, notes: Notes) -> str | None:
    """Give the one of several keys that is there; note when there are more."""
    found = [key for key in keys if key in rows]
    if len(found) > 1:
        notes.note("choose_one", path, known=", ".join(found))
    return found[0] if found else None
