"""The invented person a practice phrase is made for: nobody is ever asked for a real one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from lentera.rules.seeds import pick

SHORTEST_NAME: Final = 3
"""Letters of a name that can be told from a syllable of another word."""


@dataclass(frozen=True)
class Person:
    """Hold what others know of somebody, and a phrase must therefore not contain.

    Attributes
    ----------
    name, child, village, pet : str
        Names as people call them.
    born : date
        Day of birth.
    phone_end : str
        Last four digits of an invented number.
    """

    name: str
    child: str
    village: str
    pet: str
    born: date
    phone_end: str

    @property
    def own_words(self) -> tuple[str, ...]:
        """Return every way in which these data are typed, in small letters."""
        return tuple(dict.fromkeys((*self._names(), *self._dates(), self.phone_end)))

    def _names(self) -> Iterator[str]:
        for text in (self.name, self.child, self.village, self.pet):
            parts = [part.casefold() for part in text.split() if len(part) >= SHORTEST_NAME]
            yield from parts
            if len(parts) > 1:
                yield "".join(parts)

    def _dates(self) -> Iterator[str]:
        day, month, year = f"{self.born.day:02}", f"{self.born.month:02}", f"{self.born.year}"
        yield year
        for joint in ("", "-", "/", ".", " "):
            yield joint.join((day, month, year))
            yield joint.join((day, month, year[2:]))
            yield joint.join((year, month, day))
        yield f"{day}{month}"
        for joint in (" ", ""):
            yield f"{self.born.day}{joint}{MONTHS[self.born.month - 1]}"


MONTHS: Final = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
PEOPLE: Final = (
    Person("Rahma Wulandari", "Dika", "Bukit Raya", "Manis", date(1985, 5, 12), "4417"),
    Person("Yohana Lestari", "Mikael", "Tengin Baru", "Belang", date(1979, 8, 3), "2290"),
    Person("Sumarni", "Gilang", "Suka Raja", "Putih", date(1991, 1, 27), "7815"),
    Person("Made Artini", "Komang Ayu", "Argo Mulyo", "Bleki", date(1988, 10, 9), "3062"),
    Person("Halimah", "Naufal", "Semoi Dua", "Oyen", date(1974, 3, 18), "9540"),
    Person("Darmawan", "Tiara", "Wonosari", "Jago", date(1982, 12, 6), "6158"),
)
"""Invented people; neighbours get different ones."""


def person(seed: int) -> Person:
    """Return the person of a learner's seed."""
    return pick(seed, "orang", PEOPLE)
