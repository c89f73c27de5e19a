"""Read money, counts and percentages as people write them, and ask where two meanings are possible.

``7.500``, ``7,500``, ``Rp 7500`` and ``7,5 ribu`` are all seven thousand five hundred. ``7.5`` is not read as
either of its meanings: who writes it is asked.
"""

import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

LARGEST: Final = 10**12
"""Larger amounts [Rp] are slips of the finger."""

_FACTORS: Final = {"ribu": 1_000, "rb": 1_000, "k": 1_000, "juta": 1_000_000, "jt": 1_000_000}
_PREFIXES: Final = ("rp.", "rp", "idr")
_ENDINGS: Final = (",-", ".-", ",–", "rupiah")
_SIGNS: Final = ("-", "−", "–")
_GROUP: Final = 3
_WHOLE_DIGITS: Final = 4


class Unread(StrEnum):
    """Say why a number could not be read."""

    EMPTY = "empty"
    UNCLEAR = "unclear"
    SHORT = "short"
    NEGATIVE = "negative"
    LARGE = "large"


@dataclass(frozen=True)
class Number:
    """Hold a number as it was read.

    Attributes
    ----------
    value : float or None
        None when it could not be read.
    why : Unread or None
        What keeps it from being read.
    guess : int
        What it probably means where the reader has to ask [Rp].
    """

    value: float | None = None
    why: Unread | None = None
    guess: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written."""
        return self.why is Unread.EMPTY


EMPTY: Final = Number(why=Unread.EMPTY)


def read_rupiah(written: object) -> Number:
    """Read an amount of money as whole rupiah.

    Parameters
    ----------
    written : object
        Text, or a number from an answer file.
    """
    if isinstance(written, int | float):
        return _plain(written)
    if not isinstance(written, str):
        return Number(why=Unread.UNCLEAR)
    text = unicodedata.normalize("NFKC", written).casefold().strip()
    negative = text.startswith(_SIGNS)
    text = text.lstrip("".join(_SIGNS)).strip()
    for prefix in _PREFIXES:
        if text.startswith(prefix):
            text = text[len(prefix) :].strip()
            break
    negative = negative or text.startswith(_SIGNS)
    for ending in _ENDINGS:
        text = text.removesuffix(ending).strip()
    factor = 1
    for word, times in _FACTORS.items():
        if text.endswith(word):
            text, factor = text.removesuffix(word).strip(), times
            break
    if not text:
        return EMPTY if factor == 1 and not negative else Number(why=Unread.UNCLEAR)
    if negative:
        return Number(why=Unread.NEGATIVE)
    return _in_words(text, factor) if factor > 1 else _in_digits(text)


def read_count(written: object) -> Number:
    """Read how many: a part of one keeps its comma, so that the reader can be told to round."""
    if isinstance(written, str):
        text = unicodedata.normalize("NFKC", written).casefold()
        for word in ("bungkus", "buah", "pcs", "kali"):
            text = text.strip().removesuffix(word)
        text = text.strip()
        head, sign, tail = text.replace(",", ".").rpartition(".")
        if sign and f"{head}{tail}".isdecimal() and text.isascii() and head and len(tail) not in {0, _GROUP}:
            return Number(float(f"{head}.{tail}"))  # a calculator shows 85.7142857
        return read_rupiah(text)
    return _plain(written, whole=False) if isinstance(written, int | float) else Number(why=Unread.UNCLEAR)


def read_percent(written: object) -> Number:
    """Read a percentage; ``0,3`` is not taken for 30: who writes it is asked."""
    if isinstance(written, int | float):
        found = _plain(written, whole=False)
    elif isinstance(written, str):
        text = unicodedata.normalize("NFKC", written).casefold().strip()
        if not text:
            return EMPTY
        negative = text.startswith(_SIGNS)
        text = text.removesuffix("persen").removesuffix("%").strip().replace(",", ".")
        if negative:
            return Number(why=Unread.NEGATIVE)
        if text.count(".") > 1 or not text.replace(".", "").isdecimal() or not text.isascii():
            return Number(why=Unread.UNCLEAR)
        found = Number(float(text))
    else:
        return Number(why=Unread.UNCLEAR)
    if found.value is not None and 0 < found.value < 1:
        return Number(why=Unread.SHORT, guess=round(found.value * 100))
    return found


def _plain(value: float, *, whole: bool = True) -> Number:
    if isinstance(value, bool) or value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return Number(why=Unread.UNCLEAR)
    if value < 0:
        return Number(why=Unread.NEGATIVE)
    if value > LARGEST:
        return Number(why=Unread.LARGE)
    return Number(round(value) if whole else value)


def _in_words(text: str, factor: int) -> Number:
    """Read what stands before "ribu" or "juta": a comma or dot before it is a decimal one."""
    head, sign, tail = text.replace(",", ".").rpartition(".")
    digits = f"{head}{tail}"
    if not digits.isdecimal() or not digits.isascii() or (sign and len(tail) >= _GROUP):
        return Number(why=Unread.UNCLEAR)
    return _rounded(Decimal(f"{head}.{tail}" if sign and head else digits) * factor)


def _in_digits(text: str) -> Number:  # noqa: PLR0911 - one return for each way of writing
    plain = " ".join(text.split()).replace(" ", ".").replace("'", ".").replace("_", ".")
    marks = [sign for sign in plain if sign in ".,"]
    groups = plain.replace(",", ".").split(".")
    if not all(group.isdecimal() and group.isascii() for group in groups):
        return Number(why=Unread.UNCLEAR)
    if not marks:
        return _rounded(Decimal(groups[0]))
    grouped = 0 < len(groups[0]) <= _GROUP and all(len(group) == _GROUP for group in groups[1:])
    if grouped and len(set(marks)) == 1:
        return Number(why=Unread.UNCLEAR) if groups[0].startswith("0") else _rounded(Decimal("".join(groups)))
    head, tail = groups[:-1], groups[-1]
    thousands = all(len(group) == _GROUP for group in head[1:]) and len(head[0]) <= _GROUP
    one_mark_before = len(set(marks[:-1])) == 1 and marks[-1] != marks[0]
    if len(head) > 1 and thousands and one_mark_before:
        return _rounded(Decimal(f"{''.join(head)}.{tail}"))
    if len(head) == 1 and len(head[0]) >= _WHOLE_DIGITS:  # a calculator shows 7142.857142
        return _rounded(Decimal(f"{head[0]}.{tail}"))
    if len(head) == 1 and len(tail) < _GROUP:
        return Number(why=Unread.SHORT, guess=int(Decimal(f"{head[0]}.{tail}") * 1000))
    return Number(why=Unread.UNCLEAR)


def _rounded(value: Decimal) -> Number:
    if value > LARGEST:
        return Number(why=Unread.LARGE)
    return Number(int(value.to_integral_value(ROUND_HALF_UP)))
