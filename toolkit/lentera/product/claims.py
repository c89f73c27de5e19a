"""Words that must not stand on a label: a mark not held, a number of nobody, a promise of health.

Words are compared one by one with a list kept as data, so "halaman" is no "halal" and "H4LAL" is one.
"""

import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

_PATH: Final = Path(__file__).parent / "texts" / "claims.toml"
_LETTERS_FOR_DIGITS: Final = str.maketrans("0134578", "oieastb")
_LEAST_DIGITS: Final = 9
"""Digits behind MD, ML or P-IRT from which they are a number, not a measure."""
_NEAR: Final = 2
"""Words that may stand between the words of a phrase."""


class ClaimKind(StrEnum):
    """Tell what a word pretends."""

    HALAL = "halal"
    PERMIT = "permit"
    HEALTH = "health"


@dataclass(frozen=True)
class Claim:
    """Be a claim that was found: its kind and the words as they were written."""

    kind: ClaimKind
    words: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def words_of(text: str) -> list[tuple[str, str]]:
    """Split a text into words, each as it is compared and as it was written; ``H A L A L`` is one word."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    ).casefold()
    found: list[tuple[str, str]] = []
    run = ""
    for sign in [*plain, " "]:
        if sign.isalnum():
            run += sign
        elif run:
            found.append((_letters(run), run))
            run = ""
    return _joined(found)


def _letters(word: str) -> str:
    """Read digits between letters as the letters they stand for; numbers, and units behind one, stay."""
    if (
        word.isdecimal()
        or not any(sign.isalpha() for sign in word)
        or word[0].isdecimal()
        or word[-1].isdecimal()
    ):
        return word
    return word.translate(_LETTERS_FOR_DIGITS)


def _joined(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join letters that stand alone: ``h a l a l``, ``b p o m``, ``p irt``."""
    joined: list[tuple[str, str]] = []
    run = ""
    for word, written in [*words, ("  ", "")]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run == "p" and word.startswith("irt"):
            joined.append((f"p{word}", f"p-{written}"))
            run = ""
            continue
        if run:
            joined.append((run, run))
            run = ""
        if written:
            joined.append((word, written))
    return joined


def find_claim(text: str, *, halal: bool = False, permit: bool = False) -> Claim | None:
    """Return the first claim in a text, or None.

    Parameters
    ----------
    text : str
        What stands in one field.
    halal, permit : bool
        Whether a halal certificate, a P-IRT number is held: then its name may be written.
    """
    words = words_of(text)
    for index, (word, written) in enumerate(words):
        behind = words[index + 1][0] if index + 1 < len(words) else ""
        kind = _kind(word, behind, [one for one, _ in words[index : index + 2 + _NEAR]])
        allowed = {ClaimKind.HALAL: halal, ClaimKind.PERMIT: permit and word.startswith("pirt")}
        if kind is None or allowed.get(kind, False) or _denied(words, index, kind):
            continue
        return Claim(kind, written)
    return None


def _kind(word: str, behind: str, following: list[str]) -> ClaimKind | None:
    table = _table()
    if _begins(word, table["halal"]["stems"]):
        return ClaimKind.HALAL
    permit, health = table["permit"], table["health"]
    is_permit = word in permit["words"] or any(
        word.startswith(mark) and _is_long_number(word[len(mark) :] or behind) for mark in permit["marks"]
    )
    if is_permit:
        return ClaimKind.PERMIT
    promised = word in health["words"] or _begins(word, health["stems"])
    paired = any(
        word.startswith(first) and any(one.startswith(second) for one in following[1:])
        for first, second in health["pairs"]
    )
    return ClaimKind.HEALTH if promised or paired else None


def _begins(word: str, stems: list[str]) -> bool:
    return any(word.startswith(stem) for stem in stems)


def _is_long_number(word: str) -> bool:
    return word.isdecimal() and len(word) >= _LEAST_DIGITS


def _denied(words: list[tuple[str, str]], index: int, kind: ClaimKind) -> bool:
    """Tell whether an honest "not yet" stands before: ``belum bersertifikat halal``."""
    if kind is ClaimKind.HEALTH:
        return False
    denials = _table()["denials"]
    before = (word for word, _written in reversed(words[:index]))
    return next((word for word in before if word not in denials["between"]), "") in denials["words"]


def permit_fault(number: str) -> str | None:
    """Name what keeps a P-IRT number from being one; None when its shape is right.

    Whether the number is really hers cannot be known here.
    """
    plain = number.strip()
    for prefix in ("p-irt", "pirt", "no.", "no"):
        if plain.casefold().startswith(prefix):
            plain = plain[len(prefix) :].strip(" :.")
    digits = plain.replace("-", "").replace(".", "").replace(" ", "")
    if not digits:
        return "empty"
    if not (digits.isascii() and digits.isdecimal()):
        return "letters"
    table = _table()["permit"]
    if len(digits) < table["fewest_digits"]:
        return "short"
    if len(digits) > table["most_digits"]:
        return "long"
    if is_made_up(digits) or digits in table["samples"]:
        return "made_up"
    return "structure" if digits[0] == "0" or digits[1:3] == "00" else None


def is_made_up(digits: str) -> bool:
    """Tell whether digits follow a pattern that no office gives out: all alike, counting, repeating."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    if len(steps) <= 1 and steps <= {0, 1, 9}:
        return True
    return any(
        len(digits) >= 2 * period and all(sign == digits[at % period] for at, sign in enumerate(digits))
        for period in range(1, 6)
    )
