"""Read days and times as people write them, and see what is too real for a practice draft."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lentera.literacy.report_cases import MONTHS, WEEKDAYS
from lentera.literacy.sums import SCALES, THOUSANDS, sum_at, words_of

_DAY_PARTS: Final = {
    "subuh": range(3, 7),
    "pagi": range(4, 12),
    "siang": range(10, 16),
    "sore": range(14, 20),
    "petang": range(16, 20),
    "malam": range(17, 24),
}
_VAGUE: Final = {"kemarin", "kemaren", "tadi", "barusan", "lusa", "sekarang"}
_CLOCK: Final = {"jam", "pukul", "pkl"}
_HOURS, _MINUTES, _NOON, _MONTH_DAYS = 24, 60, 12, 31
_SHORTEST_MONTH: Final = 3
_REAL_PLACES, _REAL_DIGITS = 10, 6
"""A row so long with so many digits may be somebody's number, account or card; stories have x for most."""
_YEARS: Final = (1900, 2100)
_TELEPHONE_DIGITS: Final = 7
_LONGEST_STORY_RUN: Final = 3
"""Digits that stand together in a number of a story, all others of it being x."""
_SECRETS: Final = {"otp", "pin", "sandi", "password", "cvv", "kode"}
_SECRET_DIGITS: Final = range(3, 9)
_NEAR: Final = 3
_INSIDE: Final = frozenset(".-/_")
_BETWEEN: Final = frozenset(" .-/_()")
_WIDEST_GAP: Final = 3


@dataclass(frozen=True)
class When:
    """Hold what a text says about the time; None or empty where it says nothing."""

    day: int | None = None
    month: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str = ""
    vague: bool = False

    @property
    def dated(self) -> bool:
        """Tell whether there is a day of a month."""
        return self.day is not None and self.month is not None

    @property
    def timed(self) -> bool:
        """Tell whether there is a time or a part of the day."""
        return self.hour is not None or bool(self.part)

    def fits_hour(self, hour: int) -> bool:
        """Tell whether what is said of the time fits an hour of the day."""
        if self.part and hour not in _DAY_PARTS[self.part]:
            return False
        return self.hour is None or hour == self.hour or (bool(self.part) and hour == self.hour + _NOON)


def read_when(text: str) -> When:
    """Read day and time: "Senin, 3 November, jam 09.12", "3-11-2026 pagi", "3/11 9:12"."""
    tokens, said = _plain(words_of(text)), When()
    used: set[int] = set()
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        if token in _DAY_PARTS:
            said = replace(said, part=token)
        elif token in _VAGUE:
            said = replace(said, vague=True)
        elif _weekday(token) is not None and not before.isdecimal():
            said = replace(said, weekday=_weekday(token))
        elif _month(token) is not None and before.isdecimal() and 1 <= int(before) <= _MONTH_DAYS:
            said = replace(said, day=int(before), month=_month(token))
            used |= {at - 1, at}
        elif _month(token) is not None and not said.dated and _is_day_behind(tokens[at + 1 : at + 4]):
            said = replace(said, day=int(tokens[at + 1]), month=_month(token))
            used |= {at, at + 1}
    said, used = _day_in_digits(tokens, said, used)
    return _clock_in(tokens, said, used)


def _plain(tokens: list[str]) -> list[str]:
    """Write numbers in digits, and "3 bulan 11" as 3-11, for those who read on."""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        value, end = (0, at) if tokens[at].isdecimal() else sum_at(tokens, at)
        following = tokens[at + 1 : at + 2]
        if end > at:
            found.append(str(value))
        elif tokens[at] != "bulan" or not found or not found[-1].isdecimal() or not following:
            found.append(tokens[at])
        elif following[0].isdecimal() and 1 <= int(following[0]) <= len(MONTHS):
            found.append("-")
        elif _month(following[0]) is None:
            found.append(tokens[at])
        at = max(end, at + 1)
    return found


def _is_day_behind(tokens: list[str]) -> bool:
    """Tell whether a day stands behind a month, as in "November 3", and no time of day."""
    if not tokens or not tokens[0].isdecimal() or not 1 <= int(tokens[0]) <= _MONTH_DAYS:
        return False
    return not (len(tokens) > len(("day", "mark")) and tokens[1] in ".:" and tokens[2].isdecimal())


def _day_in_digits(tokens: list[str], said: When, used: set[int]) -> tuple[When, set[int]]:
    """Read a day as 3-11-2026, 3/11 or 2026-11-03; a dot parts a day only where a year follows."""
    if said.dated:
        return said, used
    for at in range(len(tokens) - 2):
        first, mark, second = tokens[at : at + 3]
        if not (first.isdecimal() and second.isdecimal() and mark in "-/."):
            continue
        third = tokens[at + 4] if tokens[at + 3 : at + 4] == [mark] and len(tokens) > at + 4 else ""
        if mark == "." and not third.isdecimal():
            continue
        if len(first) == len("2026") and third.isdecimal():
            first = third
        if 1 <= int(first) <= _MONTH_DAYS and 1 <= int(second) <= len(MONTHS):
            end = at + (5 if third.isdecimal() else 3)
            return replace(said, day=int(first), month=int(second)), {*used, *range(at, end)}
    return said, used


def _clock_in(tokens: list[str], said: When, used: set[int]) -> When:
    """Read a time as 09.12, 9:12, "jam 0912" or "jam 9"; digits of the date are no time."""
    for at, token in enumerate(tokens):
        if at in used or not token.isdecimal():
            continue
        named = bool(at) and tokens[at - 1] in _CLOCK
        if named and len(token) == len("0912") and int(token[:2]) < _HOURS and int(token[2:]) < _MINUTES:
            return replace(said, hour=int(token[:2]), minute=int(token[2:]))
        if int(token) >= _HOURS:
            continue
        follows = tokens[at + 1 : at + 3]
        whole = len(follows) == len(("mark", "minutes")) and follows[0] in ".:" and follows[1].isdecimal()
        if whole and at + 2 not in used and len(follows[1]) == len("12") and int(follows[1]) < _MINUTES:
            return replace(said, hour=int(token), minute=int(follows[1]))
        if named:
            return replace(said, hour=int(token))
        if tokens[max(at - 2, 0) : at] in [[name, "setengah"] for name in _CLOCK] and int(token):
            return replace(said, hour=int(token) - 1, minute=_MINUTES // 2)
    return said


def _weekday(token: str) -> int | None:
    names = [name.lower() for name in WEEKDAYS]
    token = {"jum": "jumat", "jumaat": "jumat", "ahad": "minggu"}.get(token, token)
    return names.index(token) if token in names else None


def _month(token: str) -> int | None:
    token = {"nopember": "november", "pebruari": "februari", "agust": "agustus", "agt": "agustus"}.get(
        token, token
    )
    if len(token) < _SHORTEST_MONTH:
        return None
    found = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(token)]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Masked:
    """Hold a text with what was too real covered by x, and what it looked like; empty when nothing was."""

    text: str
    looked_like: str = ""


def masked(text: str) -> Masked:
    """Cover long rows of digits, and short ones beside a word such as OTP; days, sums and story numbers stay.

    ``looked_like`` is ``nomor`` for a row of at least ten digits, ``rahasia`` for a code.
    """
    looked_like = ""
    signs = list(text)
    for start, end in _number_rows(text):
        row = text[start:end]
        secret = _is_secret(text, start, end, str.isdecimal)
        if secret or _is_real(text[:start], row):
            looked_like = looked_like or ("rahasia" if secret else "nomor")
            signs[start:end] = ["x" if sign.isdecimal() else sign for sign in row]
    return Masked("".join(signs), looked_like)


def covered(text: str) -> str:
    """Tell what `masked` has covered in a text: ``nomor``, ``rahasia``, or nothing."""
    for start, end in _number_rows(text):
        if _is_secret(text, start, end, "xX".__contains__):
            return "rahasia"
        together = 0
        for begin, stop in _chunks(text[start:end]):
            chunk = [sign for sign in text[start:end][begin:stop] if sign.isalnum()]
            together = together + len(chunk) if all(sign in "xX" for sign in chunk) else 0
            if together >= _TELEPHONE_DIGITS:
                return "nomor"
    return ""


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where digits stand together, or x for digits; one dot, dash or stroke inside belongs to it."""

    def counts(at: int) -> bool:
        if not 0 <= at < len(text):
            return False
        beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
        cross = text[at] in "xX" and not any(sign.isalpha() and sign not in "xX" for sign in beside)
        return text[at].isdecimal() or cross

    at = 0
    while at < len(text):
        end = at
        while counts(end) or (end > at and text[end : end + 1] in _INSIDE and counts(end + 1)):
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _number_rows(text: str) -> Iterator[tuple[int, int]]:
    """Yield where one number may stand: chunks with little between them, unless one is whole by itself."""
    row: tuple[int, int] | None = None
    for start, end in _chunks(text):
        gap = text[row[1] : start] if row else ""
        alone = _is_whole(text[start:end]) or (row is not None and _is_whole(text[slice(*row)]))
        if row and not alone and len(gap) <= _WIDEST_GAP and not set(gap) - _BETWEEN:
            row = (row[0], end)
            continue
        if row:
            yield row
        row = (start, end)
    if row:
        yield row


def _is_whole(chunk: str) -> bool:
    """Tell whether a chunk is a day with its year, a sum in thousands, or a number of a story."""
    digits, crosses = sum(sign.isdecimal() for sign in chunk), sum(sign in "xX" for sign in chunk)
    parts = chunk.split(".")
    sum_of_money = len(parts) > 1 and all(len(one) == THOUSANDS for one in parts[1:])
    in_thousands = sum_of_money and 0 < len(parts[0]) <= THOUSANDS and not chunk.startswith("0")
    day = len([one for one in words_of(chunk) if one.isdecimal()]) == len(("day", "month", "year"))
    return 0 < digits < crosses or (day and _is_day(chunk)) or (in_thousands and digits < _REAL_PLACES)


def _is_real(before: str, row: str) -> bool:
    """Tell whether a row may be somebody's number: long, with more digits together than a story leaves."""
    signs = [sign for sign in row if sign.isalnum()]
    digits = sum(sign.isdecimal() for sign in signs)
    runs = [len(one) for one in words_of(row) if one.isdecimal()]
    # A telephone is known by its beginning: what is typed slowly is not saved up to its tenth digit.
    telephone = row.startswith(("08", "628")) and runs[0] > _LONGEST_STORY_RUN
    if telephone and digits == len(signs) >= _TELEPHONE_DIGITS and not _is_day(row):
        return True
    if len(signs) < _REAL_PLACES or digits < _REAL_DIGITS or _is_day(row) or _is_money(before, row):
        return False
    return digits == len(signs) or max(runs) > _LONGEST_STORY_RUN


def _is_secret(text: str, start: int, end: int, hidden: Callable[[str], bool]) -> bool:
    """Tell whether a short row stands behind a word such as OTP; a year, a sum or a time does not count."""
    row = text[start:end].replace(" ", "")
    if len(row) not in _SECRET_DIGITS or not all(hidden(sign) for sign in row):
        return False
    before, behind = words_of(text[:start]), words_of(text[end:])[:1]
    if before[-1:] == ["rp"] or (before and _month(before[-1]) is not None):
        return False
    return _after_secret(before) and not set(behind) & set(SCALES)


def _after_secret(before: list[str]) -> bool:
    near = before[-_NEAR:]
    return any(word.removesuffix(end) in _SECRETS for word in near for end in ("", "nya", "ku", "mu"))


def _is_day(row: str) -> bool:
    """Tell whether a row is a day, with a time behind it or not: one year, and short numbers beside it."""
    parts = [part for part in words_of(row) if part.isdecimal()]
    years = [part for part in parts if len(part) == len("2026") and _YEARS[0] <= int(part) < _YEARS[1]]
    short = all(len(part) < THOUSANDS for part in parts if part not in years)
    return len(years) == 1 and short


def _is_money(before: str, row: str) -> bool:
    return words_of(before)[-1:] == ["rp"] and all(len(part) <= THOUSANDS for part in row.split("."))
