"""Days on a label: when a batch was made, its code, and until when it is good."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

SHELF_UNITS: Final = ("hari", "minggu", "bulan")
MOST_BATCHES_A_DAY: Final = 99
_YEARS: Final = (2020, 2099)
_CODE_DATE: Final = 6


@dataclass(frozen=True)
class ShelfLife:
    """Be how long a product stays good: ``3 bulan``."""

    count: int
    unit: str


@dataclass(frozen=True)
class BatchCode:
    """Be a batch's code: the line's letter, the batch of that day, the day it was made."""

    line: str
    number: int
    made: date

    def __str__(self) -> str:
        return f"{self.line}{self.number}-{self.made:%d%m%y}"


def read_day(text: str) -> date | None:
    """Read a day as fields hold it, ``2026-11-22``; None when it is none, or not of these years."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if _YEARS[0] <= day.year <= _YEARS[1] else None


def as_printed(day: date) -> str:
    """Write a day as it stands on a label: ``22 02 2027``."""
    return f"{day:%d %m %Y}"


def best_before(made: date, life: ShelfLife) -> date:
    """Return the day before which a batch is best used; a shorter month's last day where it has no such day.

    Raises
    ------
    ValueError
        When the shelf life is no positive number of days, weeks or months.
    """
    if life.count <= 0 or life.unit not in SHELF_UNITS:
        raise ValueError(f"the shelf life is {life.count} {life.unit}; give 1 or more hari, minggu or bulan")
    if life.unit != "bulan":
        return made + timedelta(days=life.count * (7 if life.unit == "minggu" else 1))
    months = made.month - 1 + life.count
    year, month = made.year + months // 12, months % 12 + 1
    return date(year, month, min(made.day, monthrange(year, month)[1]))


def read_code(text: str) -> BatchCode | None:
    """Read a code such as ``A1-221126``; None when it is not of that shape or names no day."""
    head, dash, day = text.strip().upper().replace(" ", "").partition("-")
    if not dash or len(day) != _CODE_DATE or not (day.isascii() and day.isdecimal()):
        return None
    line, number = head[:1], head[1:]
    if not ("A" <= line <= "Z" and number.isascii() and number.isdecimal()):
        return None
    if not 0 < int(number) <= MOST_BATCHES_A_DAY:
        return None
    try:
        made = date(2000 + int(day[4:]), int(day[2:4]), int(day[:2]))
    except ValueError:
        return None
    return BatchCode(line, int(number), made)
