"""The kit of a choice: one of the course, or the learner's own file beside her notebook."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lentera.solar.installation import (
    Battery,
    Installation,
    Kit,
    KitError,
    Lamp,
    UsbPort,
    kit_a,
    kit_b,
    read_kit,
)
from lentera.solar.lamp.arrange import dimmed
from lentera.solar.lamp.habits import Brightness
from lentera.widgets.days.choices import KitName
from lentera.widgets.days.texts import told
from lentera.words import language

FILE: Final = "kit.toml"
"""Name of the learner's own kit file."""
_MOST_FAULTS: Final = 5


@dataclass(frozen=True)
class Found:
    """Hold a kit, or why there is none.

    Attributes
    ----------
    version : str
        Changes whenever the kit may have changed.
    why : str
        One sentence; empty when there is a kit.
    faults : tuple of str
        What to mend in the file, one sentence each.
    """

    kit: Kit | None
    version: str
    why: str = ""
    faults: tuple[str, ...] = ()


class Shelf:
    """Give kits by name; the learner's file is read anew whenever it was changed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._own = Found(None, "", told("own_missing"))

    def find(self, name: KitName) -> Found:
        """Give a kit, or say why there is none."""
        if name is KitName.A:
            return Found(kit_a(), "a")
        if name is KitName.B:
            return Found(kit_b(usb=True), "b")
        return self._find_own()

    def has_own(self) -> bool:
        """Say whether the learner's file is there, whole or not."""
        return self._path.is_file()

    def _find_own(self) -> Found:
        try:
            stat = self._path.stat()
        except OSError:
            return Found(None, "", told("own_missing"))
        version = f"{stat.st_mtime_ns} {stat.st_size}"
        if self._own.version != version:
            try:
                self._own = Found(read_kit(self._path), version)
            except KitError as error:
                faults = tuple(fault.sentence for fault in error.faults[:_MOST_FAULTS])
                self._own = Found(None, version, told("own_broken"), faults)
            except OSError:
                return Found(None, "", told("own_missing"))
        return self._own


def name_of(kit: Kit) -> str:
    """Name a kit in the interface language."""
    return kit.name_en if language() == "en" else kit.name


def has_port(kit: Kit | None) -> bool:
    """Say whether a phone can charge on it."""
    return kit is not None and any(isinstance(unit, UsbPort) for unit in kit.installation.units.values())


def has_steps(kit: Kit | None) -> bool:
    """Say whether a lamp can be set brighter or dimmer."""
    if kit is None:
        return False
    lamps = {name: unit for name, unit in kit.installation.units.items() if isinstance(unit, Lamp)}
    return dimmed(lamps, Brightness.BRIGHT) != dimmed(lamps, Brightness.DIM)


def charged(installation: Installation, soc: float) -> Installation:
    """Give an installation with all its batteries at a state of charge, at rest."""
    units = {
        name: replace(unit, soc=soc, polarisation=0.0) if isinstance(unit, Battery) else unit
        for name, unit in installation.units.items()
    }
    return replace(installation, units=units)
