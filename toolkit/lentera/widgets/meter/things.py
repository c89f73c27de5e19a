"""What lies on the table to be measured: the loose parts of kit B, or the kit as it is installed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from lentera.solar.installation import Conditions, Installation, kit_b

FUSES: Final = ("in", "blown", "out")
"""How the fuse in its holder can be."""


class Thing(StrEnum):
    """Name what is measured."""

    LOOSE = "lepas"
    DAY = "siang"
    NIGHT = "malam"


@dataclass(frozen=True, slots=True)
class Things:
    """Hold what lies on the table.

    Attributes
    ----------
    thing : Thing
        Loose parts in the sun, or the installed kit by day or by night.
    switch_on, covered : bool
        Lamp switch, and the cloth on the panel.
    fuse : str
        "in", "blown" or "out".
    lamp_dead : bool
        Whether too large a current has broken the lamp.
    """

    thing: Thing = Thing.LOOSE
    switch_on: bool = True
    covered: bool = False
    fuse: str = "in"
    lamp_dead: bool = False

    @property
    def is_installed(self) -> bool:
        """Say whether the leads are on."""
        return self.thing is not Thing.LOOSE

    @property
    def installation(self) -> Installation:
        """Give it as an installation."""
        return _installation(self)

    @property
    def conditions(self) -> Conditions:
        """Give the weather."""
        return Conditions(irradiance=0.0) if self.thing is Thing.NIGHT else Conditions()

    def after(self, installation: Installation) -> "Things":
        """Give it with what measuring broke."""
        fuse, lamp = installation.unit("fuse"), installation.unit("lamp1")
        blown = self.fuse if self.fuse == "out" else ("blown" if getattr(fuse, "blown", False) else "in")
        return replace(self, fuse=blown, lamp_dead=bool(getattr(lamp, "open", False)))

    def to_json(self) -> dict[str, Any]:
        """Return it as it stands in an answer file."""
        return {
            "benda": self.thing.value,
            "sakelar": self.switch_on,
            "kain": self.covered,
            "sekering": self.fuse,
            "lampu_rusak": self.lamp_dead,
        }

    @classmethod
    def from_json(cls, table: object) -> "Things":
        """Read it from an answer file; raise ValueError when it is nothing to measure."""
        if not isinstance(table, Mapping):
            raise ValueError(f"what is measured is {table!r}; expected a table")
        try:
            fuse = str(table["sekering"])
            if fuse not in FUSES:
                raise ValueError(f"sekering is {fuse!r}; choose one of {', '.join(FUSES)}")
            switch_on, covered, dead = (bool(table[key]) for key in ("sakelar", "kain", "lampu_rusak"))
            return cls(Thing(table["benda"]), switch_on=switch_on, covered=covered, fuse=fuse, lamp_dead=dead)
        except KeyError as error:
            raise ValueError(f"what is measured lacks {error}") from error


@lru_cache(maxsize=32)
def _installation(things: Things) -> Installation:
    made = kit_b().installation
    changes: dict[str, dict[str, Any]] = {
        "switch": {"on": things.switch_on},
        "panel": {"covered": things.covered},
        "fuse": {"blown": things.fuse == "blown"},
        "lamp1": {"open": things.lamp_dead},
    }
    for name, change in changes.items():
        unit: Any = made.unit(name)
        made = made.with_unit(name, replace(unit, **change))
    if things.fuse == "out":
        made = made.without_unit("fuse")
    return made if things.is_installed else replace(made, leads=())
