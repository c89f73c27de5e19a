"""A learner's own house and what she worked out for it, as the answer file holds them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from lentera.course import content_root, load_course
from lentera.solar.sizing.sums import Chemistry, Load, Numbers, SizingError

MOST_ROWS: Final = 12
"""Rows of loads that one house may have."""

_NUMBER: Final = re.compile(r"\d{1,6}([.,]\d{1,10})?")
"""As many decimals as a calculator shows."""


@cache
def teaching_numbers() -> Numbers:
    """Return the course's one set of numbers."""
    return Numbers.of(load_course(content_root()).kit)


def written_number(text: str) -> float | None:
    """Return a number as people write it, with a decimal comma or point; None when it is none."""
    text = text.strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one load as it is written: what it is, and the three numbers as text."""

    kind: str
    watts: str = ""
    count: str = ""
    hours: str = ""

    @property
    def load(self) -> Load | None:
        """Return it as a load; None while a number is missing or cannot be true."""
        watts, count, hours = (written_number(text) for text in (self.watts, self.count, self.hours))
        if watts is None or count is None or hours is None:
            return None
        try:
            return Load(self.kind, watts, int(count) if count.is_integer() else -1, hours)
        except SizingError:
            return None


@dataclass(frozen=True)
class House:
    """Hold the loads and the answers of one house.

    Attributes
    ----------
    rows : tuple of Row
    chemistry : Chemistry or None
        Kind of battery she chose.
    written : mapping of str to str
        Her numbers and sizes by the name of the field (`FIELDS`), as text.
    """

    rows: tuple[Row, ...] = ()
    chemistry: Chemistry | None = None
    written: Mapping[str, str] = field(default_factory=dict)

    @property
    def loads(self) -> tuple[Load, ...]:
        """Return the rows that are whole."""
        return tuple(load for row in self.rows if (load := row.load) is not None)

    @property
    def energy(self) -> float:
        """Return the energy of one day that follows from the rows [Wh]; 0 without one."""
        return sum(load.energy for load in self.loads)

    def number(self, name: str) -> float | None:
        """Return one of her numbers, or None."""
        return written_number(self.written.get(name, ""))

    @property
    def energies(self) -> tuple[float, ...]:
        """Return the energies that panel and battery may rest on [Wh]: the true one, and the one she wrote.

        Who adds up wrongly and goes on rightly has one thing to mend, not three.
        """
        own = self.number("energi")
        return tuple(dict.fromkeys(value for value in (self.energy, own) if value))

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        return {
            "beban": [
                {"jenis": row.kind, "watt": row.watts, "banyak": row.count, "jam": row.hours}
                for row in self.rows
            ],
            "baterai": "" if self.chemistry is None else self.chemistry.value,
            "isian": dict(self.written),
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "House":
        """Read it back.

        Raises
        ------
        ValueError
            When there is no house in the content, or its shape is not that of `to_content`.
        """
        if not isinstance(content, Mapping):
            raise ValueError("the answer holds no house")
        rows, chemistry = content.get("beban"), content.get("baterai", "")
        written = content.get("isian", {})
        if not isinstance(rows, list) or len(rows) > MOST_ROWS or not isinstance(written, Mapping):
            raise ValueError("the answer holds no house")
        if chemistry not in ("", *Chemistry):
            raise ValueError(f"baterai is {chemistry!r}; it is one of {', '.join(Chemistry)} or empty")
        return cls(
            tuple(_row(row) for row in rows),
            Chemistry(chemistry) if chemistry else None,
            {name: str(written[name]) for name in FIELDS if name in written},
        )


def _row(row: object) -> Row:
    if not isinstance(row, Mapping):
        raise ValueError("a row of beban is no object")
    return Row(*(str(row.get(key, "")) for key in ("jenis", "watt", "banyak", "jam")))


FIELDS: Final = (
    "energi",
    "panel_hitung",
    "panel_beli",
    "baterai_hitung",
    "baterai_beli",
    "kabel_panjang",
    "kabel_arus",
    "kabel_luas",
    "sekering",
)
"""Fields of `House.written`, in the order of the steps."""
