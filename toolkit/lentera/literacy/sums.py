"""Read sums of money as people write them, in digits and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

THOUSANDS: Final = 3
"""Digits of a group of thousands."""
_UNITS: Final = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_PARTS_OF_ONE: Final = {"setengah": Fraction(1, 2), "seperempat": Fraction(1, 4)}
_TENS: Final = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_TIMES: Final = {"puluh": 10, "ratus": 100}
_ONE_OF: Final = {"seribu": 1_000, "sejuta": 1_000_000}
SCALES: Final = {
    **dict.fromkeys(("ribu", "rb", "rbu", "rebu", "rib", "ribuan", "k"), 1_000),
    **dict.fromkeys(("juta", "jt", "jutaan"), 1_000_000),
}
_SMALLEST_REST: Final = 100
"""Below it a number behind thousands counts something else: "satu juta, dua HP"."""


def words_of(text: str) -> list[str]:
    """Split a text into its words and rows of digits, in small letters; a mark stands alone."""
    return list(_tokens(text.lower()))


def _tokens(text: str) -> Iterator[str]:
    held, kind = "", ""
    for sign in text:
        now = "letter" if sign.isalpha() else "digit" if sign.isdecimal() and sign.isascii() else ""
        if now != kind or not now:
            if held:
                yield held
            held = ""
            if not now and not sign.isspace():
                yield sign
        if now:
            held += sign
        kind = now
    if held:
        yield held


def read_sums(text: str) -> tuple[int, ...]:
    """Read sums of money: "Rp450.000", "450 ribu", "1,25 juta", "1 juta 250 ribu", "empat ratus ribu"."""
    # A comma with a space behind it parts two sums; without one it belongs to a number.
    tokens = words_of(text.replace(", ", " ; ").replace(". ", " ; "))
    found, at = [], 0
    while at < len(tokens):
        value, end = sum_at(tokens, at)
        if end > at:
            found.append(value)
        at = max(end, at + 1)
    return tuple(found)


@dataclass
class _Sum:
    """Add up one sum: what is finished, hundreds and tens, and the number that waits for its scale."""

    total: Fraction = Fraction(0)
    group: Fraction = Fraction(0)
    unit: Fraction | None = None
    scale: int = 0
    spelt: bool = True

    @property
    def rest(self) -> Fraction:
        return self.group + (self.unit or 0)

    def scaled(self, scale: int, times: Fraction) -> bool:
        """Finish what waits at a scale; a scale that is not smaller than the last begins another sum."""
        if not times or (self.scale and scale >= self.scale):
            return False
        self.total, self.group, self.unit = self.total + times * scale, Fraction(0), None
        self.scale, self.spelt = scale, True
        return True

    def take(self, word: str) -> bool:
        """Take a word in; tell whether it belongs to the sum."""
        if word in SCALES:
            return self.scaled(SCALES[word], self.rest)
        if word in _ONE_OF:
            return not self.rest and self.scaled(_ONE_OF[word], Fraction(1))
        if word in _PARTS_OF_ONE:
            self.unit = (self.unit or 0) + _PARTS_OF_ONE[word]
        elif word in {"belas", *_TIMES} and self.unit:
            self.group += self.unit + 10 if word == "belas" else self.unit * _TIMES[word]
            self.unit = None
        elif word in _UNITS and self.unit is None:
            self.unit = Fraction(_UNITS[word])
        elif word in _TENS and self.unit is None:
            self.group += _TENS[word]
        else:
            return False
        return True


def sum_at(tokens: list[str], at: int) -> tuple[int, int]:
    """Read one sum that begins at a word; return it and where it ends, or the same place for none."""
    held, begin, kept = _Sum(), at, (0, at)
    while at < len(tokens):
        if tokens[at].isdecimal():
            if held.unit is not None:
                break
            held.unit, at = _digits_at(tokens, at)
            held.spelt = False
            continue
        before = held.scale
        if not all(held.take(word) for word in _apart(tokens[at])):
            break
        at += 1
        if held.scale != before:
            kept = (int(held.total), at)
    if not held.scale or (held.spelt and held.rest >= _SMALLEST_REST):
        kept = (int(held.total + held.rest), at)
    return kept if kept[0] else (0, begin)


def _apart(word: str) -> list[str]:
    """Part a number in words that stand together: "limapuluh"."""
    for unit in _UNITS:
        rest = word.removeprefix(unit)
        if rest != word and rest in {"belas", *_TIMES, *SCALES}:
            return [unit, rest]
    return [word]


def _digits_at(tokens: list[str], at: int) -> tuple[Fraction, int]:
    """Read a number in digits: 450.000, 450,000, 450 000, 1,25."""
    whole, end = tokens[at], at + 1
    money = at > 0 and tokens[at - 1] == "rp"
    for mark in (".", ","):
        while tokens[end : end + 1] == [mark] and _is_thousands(tokens[end + 1 : end + 2]):
            if mark == "," and "".join(tokens[end + 2 : end + 3]) in SCALES:
                break
            whole, end = whole + tokens[end + 1], end + 2
    while _is_thousands(tokens[end : end + 1]) and (money or tokens[end] == "000"):
        whole, end = whole + tokens[end], end + 1
    value = Fraction(int(whole))
    if tokens[end : end + 1] in (["."], [","]) and "".join(tokens[end + 1 : end + 2]).isdecimal():
        share = tokens[end + 1]
        return value + Fraction(int(share), 10 ** len(share)), end + 2
    return value, end


def _is_thousands(token: list[str]) -> bool:
    return bool(token) and token[0].isdecimal() and len(token[0]) == THOUSANDS
