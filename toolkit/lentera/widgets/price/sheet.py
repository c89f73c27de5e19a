"""What is saved of the price screen: her own product, and the exercise beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.product.money import Number, read_count, read_percent, read_rupiah
from lentera.product.price_answer import MOST_COSTS, Mode, Sums, read_sums
from lentera.product.price_exercise import GROUPS, exercise_of
from lentera.words import number, rupiah

RESULTS: Final = ("hpp", "harga", "impas")
"""The three results, as the answer file names them."""
OWN_FIELDS: Final = ("nama", "bungkus", "margin", "tetap", *RESULTS)
MOST_OLD: Final = 5
"""Earlier exercises that are kept: the best one counts."""
LONGEST: Final = 60

_READERS: Final = {
    "bungkus": read_count,
    "margin": read_percent,
    "tetap": read_rupiah,
    "hpp": read_rupiah,
    "harga": read_rupiah,
    "impas": read_count,
    "jumlah": read_rupiah,
}
_MONEY: Final = {"tetap", "hpp", "harga", "jumlah"}

Value = str | int | float


@dataclass(frozen=True)
class Row:
    """Be one row of her cost list."""

    group: str
    name: str = ""
    amount: Value = ""


FIRST_ROWS: Final = tuple(Row(group) for group in GROUPS)


@dataclass(frozen=True)
class Sheet:
    """Hold what is saved.

    Attributes
    ----------
    mode : Mode
        What is on the screen: the exercise or her own product.
    own : tuple of (str, value)
        Name, packs, margin, fixed costs and the three results of her own product.
    tried : tuple of (str, value)
        The three results of the exercise.
    old : tuple of mapping
        Earlier exercises, newest last.
    shown : tuple of str
        Ways of working out that were opened, as ``mode result``.
    """

    seed: int
    mode: Mode = Mode.EXERCISE
    rows: tuple[Row, ...] = FIRST_ROWS
    own: tuple[tuple[str, Value], ...] = (("margin", 30),)
    tried: tuple[tuple[str, Value], ...] = ()
    old: tuple[tuple[tuple[str, Value], ...], ...] = ()
    shown: tuple[str, ...] = ()

    @property
    def sums(self) -> Sums:
        """Return the numbers as the rules read them."""
        return read_sums(to_content(self))

    def value(self, field: str) -> Value:
        """Return what stands in a field of the mode that is on the screen."""
        own = field not in RESULTS or self.mode is Mode.OWN
        return dict(self.own if own else self.tried).get(field, "")

    def with_value(self, field: str, written: str) -> "Sheet":
        """Return the sheet with one field filled in."""
        if field not in OWN_FIELDS:
            raise ValueError(f"there is no field {field!r}")
        value = kept(field, written)
        if field in RESULTS and self.mode is Mode.EXERCISE:
            return replace(self, tried=_put(self.tried, field, value))
        return replace(self, own=_put(self.own, field, value))


def _put(pairs: tuple[tuple[str, Value], ...], name: str, value: Value) -> tuple[tuple[str, Value], ...]:
    """Put a value in; an empty field is no value, as in the answer file."""
    return tuple(sorted((key, one) for key, one in {**dict(pairs), name: value}.items() if one != ""))


def read_field(field: str, written: object) -> Number:
    """Read what stands in a field that holds a number."""
    return _READERS[field](written)


def kept(field: str, written: object) -> Value:
    """Return what is saved of a field: the number where it can be read, else the words as they stand."""
    if field == "nama" or field not in _READERS:
        return str(written)[:LONGEST]
    found = read_field(field, written)
    if found.value is None:
        return str(written)[:LONGEST]
    return int(found.value) if float(found.value).is_integer() else found.value


def as_shown(field: str, value: Value) -> str:
    """Write a saved value as its field shows it."""
    if isinstance(value, str):
        return value
    if field in _MONEY:
        return rupiah(value)
    return number(value, 0 if float(value).is_integer() else len(f"{value:g}".partition(".")[2]))


def to_content(sheet: Sheet) -> dict[str, Any]:
    """Return the answer file's content."""
    own = dict(sheet.own)
    return {
        "mode": sheet.mode.value,
        "nama": own.get("nama", ""),
        "biaya": [{"nama": row.name, "golongan": row.group, "jumlah": row.amount} for row in sheet.rows],
        **{field: own.get(field, "") for field in OWN_FIELDS if field != "nama"},
        "latihan": {"benih": sheet.seed, **dict(sheet.tried)},
        "latihan_lama": [dict(one) for one in sheet.old],
        "dibuka": list(sheet.shown),
    }


def from_content(content: Mapping[str, Any], steps: tuple[str, ...]) -> Sheet:
    """Read an answer file's content.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    read_sums(content)  # refuses what the rules could not read either
    tried = content.get("latihan")
    if not isinstance(tried, Mapping):
        raise ValueError("the answer has no 'latihan'; open the exercise again")
    seed: Any = tried.get("benih")
    exercise_of(seed)  # refuses what is no seed
    rows = content.get("biaya", [])
    opened, old = content.get("dibuka", []), content.get("latihan_lama", [])
    return Sheet(
        seed,
        Mode(content.get("mode", Mode.OWN)),
        tuple(
            Row(row["golongan"], str(row.get("nama", ""))[:LONGEST], kept("jumlah", row.get("jumlah", "")))
            for row in rows[:MOST_COSTS]
        ),
        tuple(
            sorted(
                (field, kept(field, content[field])) for field in OWN_FIELDS if content.get(field, "") != ""
            )
        ),
        _results(tried),
        tuple(_old(one) for one in old if isinstance(one, Mapping)) if isinstance(old, list) else (),
        tuple(step for step in steps if isinstance(opened, list) and step in opened),
    )


def _results(tried: Mapping[str, Any]) -> tuple[tuple[str, Value], ...]:
    found = [(field, kept(field, tried[field])) for field in RESULTS if tried.get(field, "") != ""]
    return tuple(sorted(found))


def _old(one: Mapping[str, Any]) -> tuple[tuple[str, Value], ...]:
    seed: Any = one.get("benih")
    exercise_of(seed)
    return (("benih", seed), *_results(one))
