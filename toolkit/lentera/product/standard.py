"""A product's standard: what goes in, how much is in a pack, how far it may differ, and five packs weighed.

A service has a standard too: its steps and its minutes instead of ingredients and grams.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.product.standard_measures import UNITS, Amount, read_amount, read_number
from lentera.rules import Finding, RuleSet, Saying, load_rules, load_set, missed, right
from lentera.words import language, number, quantity

_PATH: Final = Path(__file__).parent / "texts" / "s07-standar.toml"

GOODS: Final = "barang"
SERVICE: Final = "jasa"
KINDS: Final = (GOODS, SERVICE)
PACKS: Final = 5
"""Packs, or times, of the test."""
MOST_PORTIONS: Final = 12
LONGEST: Final = 80
"""Letters in one field."""
_NO_MEASURE: Final = 1e15
"""Numbers from here on, and what is none, were written by no hand."""

SIZE_UNITS: Final = {GOODS: ("g", "kg", "ml", "l"), SERVICE: ("menit", "jam")}
PORTION_UNITS: Final = {GOODS: ("g", "kg", "ml", "l", "sendok", "gelas", "buah"), SERVICE: ("menit", "jam")}
"""Units that can be chosen; spoon, cup and piece are what people write first, and are told about."""
TOLERANCES: Final = ("jumlah", "persen")
METHODS: Final = {GOODS: ("nol", "isi", "kotor"), SERVICE: ("jam", "kira")}
"""Zero the scale with the empty pack, weigh what goes in, weigh pack and all; by the clock, or by guess."""
GROSS: Final = "kotor"
GUESSED: Final = "kira"
WIDEST: Final = {GOODS: 0.10, SERVICE: 0.25}
"""Widest tolerance, as a share: our own choice for teaching, not the law's."""

_FEWEST_PORTIONS: Final = 2
_SLIP: Final = (0.0005, 0.002)
"""A weight that is this share of the right one was written in kilograms."""
_LIKELY: Final = (1 / 3, 3.0)
"""A weight outside these shares of the right one was not read off a scale."""


@dataclass(frozen=True)
class Portion:
    """Be one ingredient, or one step of a service, as it is written."""

    name: str = ""
    amount: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Sheet:
    """Hold a standard as it stands in its fields, also unfinished."""

    kind: str = GOODS
    name: str = ""
    variant: str = ""
    portions: tuple[Portion, ...] = ()
    size: str = ""
    unit: str = ""
    tolerance: str = ""
    tolerance_kind: str = "jumlah"
    method: str = ""
    empty_pack: str = ""
    packs: tuple[str, ...] = ("",) * PACKS

    @property
    def amount(self) -> Amount | None:
        """Return what is in one pack, or how long the service takes; None when that is not readable."""
        unit = self.unit if self.unit in SIZE_UNITS[self.kind] else ""
        found = read_amount(self.size, unit)
        return found if found and found.value > 0 and self._fits(found.base) else None

    @property
    def base(self) -> str:
        """Return the unit in which packs are weighed."""
        amount = self.amount
        return amount.base if amount else UNITS[SIZE_UNITS[self.kind][0]][0]

    @property
    def allowed(self) -> float | None:
        """Return how far a pack may differ [base unit]; None when that is not readable."""
        amount = self.amount
        if amount is None:
            return None
        text = self.tolerance.strip().removeprefix("±").removeprefix("+/-").strip()
        share = read_number(text.removesuffix("%").removesuffix("persen"))
        if share is not None and (self.tolerance_kind == "persen" or text.endswith(("%", "persen"))):
            return amount.value * share / 100
        written = read_amount(text, amount.base)
        return written.value if written and written.base == amount.base else None

    def _fits(self, base: str) -> bool:
        return base in {UNITS[unit][0] for unit in SIZE_UNITS[self.kind]}

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        return {
            "jenis": self.kind,
            "nama": self.name,
            "varian": self.variant,
            "takaran": [
                {"bahan": one.name, "jumlah": one.amount, "satuan": one.unit} for one in self.portions
            ],
            "berat": self.size,
            "satuan": self.unit,
            "toleransi": self.tolerance,
            "jenis_toleransi": self.tolerance_kind,
            "cara": self.method,
            "kemasan_kosong": self.empty_pack,
            "timbangan": list(self.packs),
        }


def read_sheet(content: Mapping[str, Any]) -> Sheet:
    """Read an answer file's content; what was never written is empty.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    if not isinstance(content, Mapping) or not ({"nama", "berat", "timbangan"} & set(content)):
        raise ValueError("the answer is no standard sheet: it has no name, weight or packs; open it anew")
    kind = content.get("jenis", GOODS)
    if kind not in KINDS:
        raise ValueError(f"the kind of product is {kind!r}; choose one of {', '.join(KINDS)}")
    rows, packs = content.get("takaran", []), content.get("timbangan", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError("the recipe is no list of ingredients; write it again")
    if not isinstance(packs, list) or len(packs) > PACKS:
        raise ValueError(f"the packs are no list of up to {PACKS} weights; weigh them again")
    weights = [_text(one) for one in packs]
    return Sheet(
        kind=str(kind),
        name=_text(content.get("nama")),
        variant=_text(content.get("varian")),
        portions=tuple(
            Portion(
                _text(row.get("bahan")),
                _text(row.get("jumlah")),
                _one_of(row.get("satuan"), PORTION_UNITS[kind]),
            )
            for row in rows[:MOST_PORTIONS]
        ),
        size=_text(content.get("berat")),
        unit=_one_of(content.get("satuan"), SIZE_UNITS[kind]),
        tolerance=_text(content.get("toleransi")),
        tolerance_kind=_one_of(content.get("jenis_toleransi"), TOLERANCES) or TOLERANCES[0],
        method=_one_of(content.get("cara"), METHODS[kind]),
        empty_pack=_text(content.get("kemasan_kosong")),
        packs=(*weights, *[""] * (PACKS - len(weights))),
    )


def _text(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.10g}".replace(".", ",") if abs(value) < _NO_MEASURE else ""
    return value[:LONGEST] if isinstance(value, str) else ""


def _one_of(value: object, known: tuple[str, ...]) -> str:
    return value if isinstance(value, str) and value in known else ""


@dataclass(frozen=True)
class Pack:
    """Be one weighed pack: its place from 1, what is in it, and by how much it differs [base unit]."""

    place: int
    net: float
    off: float
    inside: bool | None


@dataclass(frozen=True)
class Weighing:
    """Tell what five packs show; mean and spread are None before the first."""

    packs: tuple[Pack, ...]
    base: str

    @property
    def mean(self) -> float | None:
        """Return the mean of what is in a pack [base unit]."""
        return sum(one.net for one in self.packs) / len(self.packs) if self.packs else None

    @property
    def spread(self) -> float | None:
        """Return the difference between the fullest and the emptiest pack [base unit]."""
        return max(one.net for one in self.packs) - min(one.net for one in self.packs) if self.packs else None

    @property
    def outside(self) -> tuple[Pack, ...]:
        """Return the packs that differ by more than is allowed."""
        return tuple(one for one in self.packs if one.inside is False)


def weigh(sheet: Sheet) -> Weighing:
    """Judge the packs whose weight is readable, less the empty pack where all was weighed together."""
    empty = read_amount(sheet.empty_pack, "g") if sheet.kind == GOODS and sheet.method == GROSS else None
    wanted, allowed = sheet.amount, sheet.allowed
    found = []
    for place, text in enumerate(sheet.packs, 1):
        written = read_amount(text, sheet.base)
        if written is None or written.base != sheet.base:
            continue
        net = written.value - (empty.value if empty else 0.0)
        off = net - wanted.value if wanted else 0.0
        inside = None if wanted is None or allowed is None else abs(off) <= allowed + 1e-9
        found.append(Pack(place, net, off, inside))
    return Weighing(tuple(found), sheet.base)


@cache
def _said() -> dict[str, Saying]:
    table = tomllib.loads(_PATH.read_text(encoding="utf-8"))["said"]
    return {name: Saying.of(pair) for name, pair in table.items()}


def said(name: str, **blanks: str) -> str:
    """Return one of the sheet's own phrases in the interface language."""
    return _said()[name].in_language(language(), blanks)


def as_amount(value: float, base: str) -> str:
    """Write an amount as a scale shows it: ``150 g``, ``147,5 g``."""
    rounded = round(value, 1)
    unit = "minutes" if base == "menit" and language() == "en" else base
    return quantity(rounded, unit, 0 if rounded == int(rounded) else 1)


def pack_words(pack: Pack, kind: str, base: str) -> str:
    """Tell of one pack whether it is within the tolerance: ``Bungkus 3 kurang 8 g.``."""
    which = said(f"pack_{kind}", n=str(pack.place))
    if pack.inside is None or abs(pack.off) < 0.05:  # noqa: PLR2004 - less than a scale shows
        return said("exact" if pack.inside else "no_limit", pack=which)
    by = as_amount(abs(pack.off), base)
    side = "under" if pack.off < 0 else "over"
    return said(f"{side}_{'inside' if pack.inside else 'outside'}", pack=which, by=by)


def _name(sheet: Sheet) -> Finding:
    if not sheet.name.strip():
        return missed("empty")
    return right() if any(sign.isalpha() for sign in sheet.name) else missed("no_words")


def _recipe(sheet: Sheet) -> Finding:
    rows = [one for one in sheet.portions if one.name.strip() or one.amount.strip()]
    suffix = "" if sheet.kind == GOODS else "_steps"
    if not rows:
        return missed(f"empty{suffix}")
    fault = next((found for found in map(_portion_fault, rows) if found is not None), None)
    if fault is None and len(rows) < _FEWEST_PORTIONS:
        fault = missed(f"one{suffix}", 0.5, what=rows[0].name.strip())
    return fault or right()


def _portion_fault(one: Portion) -> Finding | None:
    name, amount = one.name.strip(), read_amount(one.amount, one.unit)
    if not name:
        return missed("no_name", 0.25)
    if amount is None and read_number(one.amount) is None:
        return missed("no_amount", 0.25, what=name)
    if amount is None:
        return (
            missed("kitchen", 0.5, what=name, unit=one.unit)
            if one.unit
            else missed("no_unit", 0.5, what=name)
        )
    return None if amount.value > 0 else missed("no_amount", 0.25, what=name)


def _size(sheet: Sheet) -> Finding:
    which = "" if sheet.kind == GOODS else "_time"
    if not sheet.size.strip():
        return missed(f"empty{which}")
    amount = sheet.amount
    if amount is not None:
        return right(size=as_amount(amount.value, amount.base))
    number_there = read_number(sheet.size)
    if number_there is None:
        return missed(f"no_number{which}")
    return missed(
        f"no_number{which}" if number_there <= 0 else f"no_unit{which}", 0.5 if number_there else 0.0
    )


def _tolerance(sheet: Sheet) -> Finding:
    if not sheet.tolerance.strip():
        return missed("empty")
    amount, allowed = sheet.amount, sheet.allowed
    if amount is None:
        return missed("no_size")
    if allowed is None:
        return missed("no_number")
    if allowed <= 0:
        return missed("zero")
    widest = amount.value * WIDEST[sheet.kind]
    if allowed > widest + 1e-9:
        limit = as_amount(widest, amount.base)
        return missed("wide", 0.25, size=as_amount(amount.value, amount.base), limit=limit)
    return right(tolerance=as_amount(allowed, amount.base))


def _method(sheet: Sheet) -> Finding:
    if not sheet.method:
        return missed("empty" if sheet.kind == GOODS else "empty_time")
    if sheet.method == GUESSED:
        return missed("guessed")
    if sheet.method == GROSS:
        empty = read_amount(sheet.empty_pack, "g")
        if empty is None or empty.value <= 0 or empty.base != "g":
            return missed("gross", 0.5)
        amount = sheet.amount
        if amount and empty.value >= amount.value:
            return missed("heavy_pack", 0.5, empty=as_amount(empty.value, "g"))
    return right()


def _packs(sheet: Sheet) -> Finding:  # noqa: PLR0911 - one return for each mistake
    written = [(place, text) for place, text in enumerate(sheet.packs, 1) if text.strip()]
    suffix = "" if sheet.kind == GOODS else "_times"
    if not written:
        return missed(f"empty{suffix}")
    weighing = weigh(sheet)
    read = {one.place for one in weighing.packs}
    for place, text in written:
        if place not in read:
            return missed("no_number", 0.5 * len(read) / PACKS, n=str(place), written=text.strip())
    wanted = sheet.amount
    for one in weighing.packs:
        if one.net <= 0:
            return missed("nothing_in", 0.5, pack=said(f"pack_{sheet.kind}", n=str(one.place)))
        if wanted and _SLIP[0] <= one.net / wanted.value <= _SLIP[1]:
            return missed(
                "mixed", 0.5, written=sheet.packs[one.place - 1].strip(), grams=number(one.net * 1000)
            )
        if wanted and sheet.kind == GOODS and not _LIKELY[0] <= one.net / wanted.value <= _LIKELY[1]:
            pack, seen = said("pack_barang", n=str(one.place)), as_amount(one.net, weighing.base)
            size = as_amount(wanted.value, wanted.base)
            return missed("unlikely", 0.5, pack=pack, seen=seen, size=size)
    if len(weighing.packs) < PACKS:
        return missed(f"few{suffix}", len(weighing.packs) / (2 * PACKS), n=str(len(weighing.packs)))
    return right(told=" ".join(_told(sheet, weighing)))


def _told(sheet: Sheet, weighing: Weighing) -> list[str]:
    """Tell what the packs show; nobody loses points for an honest scale."""
    nets = [round(one.net, 3) for one in weighing.packs]
    amount, allowed = sheet.amount, sheet.allowed
    if sheet.kind == GOODS and len(set(nets)) == 1:
        return [said("all_the_same")]
    outside = weighing.outside
    if not outside:
        return [said(f"all_inside_{sheet.kind}")] if allowed is not None else []
    told = [pack_words(one, sheet.kind, weighing.base) for one in outside[:2]]
    all_over = len(outside) == PACKS and all(one.off > 0 for one in outside)
    if amount and all_over and sheet.kind == GOODS and sheet.method != GROSS:
        told = [said("all_over", by=as_amount((weighing.mean or 0.0) - amount.value, weighing.base))]
    return told


_CHECKS: Final = {
    "s07.standard.name": _name,
    "s07.standard.recipe": _recipe,
    "s07.standard.size": _size,
    "s07.standard.tolerance": _tolerance,
    "s07.standard.method": _method,
    "s07.standard.packs": _packs,
}

STANDARD: Final[RuleSet[Any]] = RuleSet(
    "s07-standar", "s07-standar", read_sheet, load_rules(_PATH, _CHECKS), load_set(_PATH)
)
"""Task ``s07-standar``: a sheet with weight, tolerance and five packs, 10 points."""
