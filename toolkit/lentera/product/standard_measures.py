"""Read amounts as people write them: ``150``, ``0,15 kg``, ``1.500 g``."""

from dataclasses import dataclass
from typing import Final

UNITS: Final = {
    "g": ("g", 1.0),
    "kg": ("g", 1000.0),
    "ml": ("ml", 1.0),
    "l": ("ml", 1000.0),
    "menit": ("menit", 1.0),
    "jam": ("menit", 60.0),
}
"""Unit to its base unit, and how many of that it is."""

_OTHER_SPELLINGS: Final = {
    "gr": "g",
    "gram": "g",
    "kilo": "kg",
    "kilogram": "kg",
    "mililiter": "ml",
    "liter": "l",
    "lt": "l",
    "mnt": "menit",
}
_THOUSANDS: Final = 3


@dataclass(frozen=True)
class Amount:
    """Hold an amount in its base unit: g, ml or minutes."""

    value: float
    base: str


def read_number(text: str) -> float | None:
    """Read a number with a decimal comma or point and dots between thousands; None when it is none.

    A dot before exactly three digits stands between thousands, unless a lone 0 is before it.
    """
    plain = text.strip().replace(" ", "").replace("\u00a0", "")
    whole, comma, decimals = plain.partition(",")
    if comma:
        groups = whole.split(".")
    else:
        groups = plain.split(".")
        decimals = ""
        if len(groups) > 1 and (groups[0] in {"", "0"} or len(groups[-1]) != _THOUSANDS):
            *groups, decimals = groups
    if any(len(group) != _THOUSANDS for group in groups[1:]):
        return None
    digits = "".join(groups) + decimals
    if not digits.isascii() or not digits.isdecimal():
        return None
    return float(f"{''.join(groups) or '0'}.{decimals or '0'}")


def read_amount(text: str, unit: str) -> Amount | None:
    """Read an amount; a unit that is written behind the number counts before ``unit``."""
    plain = text.strip().rstrip(".")
    cut = len(plain)
    while cut and (plain[cut - 1].isalpha() or plain[cut - 1].isspace()):
        cut -= 1
    number, written = read_number(plain[:cut]), plain[cut:].strip().lower()
    known = _OTHER_SPELLINGS.get(written, written) or unit
    if number is None or known not in UNITS:
        return None
    base, factor = UNITS[known]
    return Amount(number * factor, base)
