"""What neglect does to a lamp: dirt, shade, corroded joints, by the days since each task was done."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from lentera.solar.maintenance.read_procedures import packaged
from lentera.solar.maintenance.schedule import ScheduleError, schedule
from lentera.solar.panel import Shade

if TYPE_CHECKING:
    from lentera.solar.installation import Installation, Panel

_LAMP: Final = re.compile(r"lamp\d+")

MONTH: Final = 30.0
"""Days of the months in which growth is told [days]."""


@dataclass(frozen=True, slots=True)
class Climate:
    """Describe the place and its past days.

    Attributes
    ----------
    rain : tuple of float
        Rain of each past day [mm], today last; days before the first count as dry.
    by_the_sea : bool
        Salt in the air: corrosion is faster.
    flooded : bool
        The battery has cells that can be topped up; sealed ones lose no water here.
    """

    rain: tuple[float, ...] = ()
    by_the_sea: bool = False
    flooded: bool = False

    def __post_init__(self) -> None:
        for day, millimetres in enumerate(self.rain):
            if not (isfinite(millimetres) and millimetres >= 0.0):
                raise ScheduleError(f"rain of day {day} is {millimetres} mm; give a number from 0 up")


@dataclass(frozen=True, slots=True)
class Neglect:
    """Tell what neglect has come to; all are model values.

    Attributes
    ----------
    soiling : float
        Share of the light that dirt takes, 0 to 1.
    shade : float
        Share of the panel in the shade of plants, 0 to 1.
    joints : mapping of str to float
        What corrosion and loose screws have added [ohm], by the lead's name; a worn switch counts with the
        lead behind it.
    holder : float
        What the fuse holder has added [ohm].
    water : float
        Share of a flooded battery's spare water that is gone, 0 to 1.
    """

    soiling: float
    shade: float
    joints: Mapping[str, float]
    holder: float
    water: float

    def apply(self, installation: "Installation") -> "Installation":
        """Lay the neglect over an installation, on top of what is wrong with it already.

        Every panel and every fuse holder gets it; a lead that the installation does not have is passed over,
        and the leads of further lamps age as those of the first.
        Shares of light multiply, resistances add up. The shadow of plants wanders over the day, so its share
        is taken from the light of the whole panel; one that stands still on a few cells takes much more.
        Missing water is not in the circuit.

        Parameters
        ----------
        installation : Installation
            Of the kit that the neglect was worked out for, as it stands.

        Returns
        -------
        Installation
            With less light on its panels, and joints and fuse holders of more resistance [ohm]; all are model
            values.
        """
        # The calendar and the service log open without the circuit and its numpy.
        from lentera.solar.installation import FuseHolder, Panel  # noqa: PLC0415

        units = dict(installation.units)
        for name, unit in units.items():
            if isinstance(unit, Panel):
                units[name] = _in_shade(replace(unit, soiling=_both(unit.soiling, self.soiling)), self.shade)
            elif isinstance(unit, FuseHolder):
                units[name] = replace(unit, holder=unit.holder + self.holder)
        leads = tuple(
            replace(lead, joint=lead.joint + self.joints.get(_LAMP.sub("lamp1", lead.name), 0.0))
            for lead in installation.leads
        )
        return replace(installation, units=units, leads=leads)


def conditions_after(
    days_since: Mapping[str, float], climate: Climate | None = None, kit: str = "b"
) -> Neglect:
    """Work out what neglect has done.

    Dust follows Kimber's model: it grows by a fixed share each day; a day of heavy rain takes it off and
    keeps the air clean for some days. Bird droppings grow too and only washing takes them off. Shade,
    joints, holder and water grow evenly up to a limit. Rates are in ``neglect.toml`` with marks.

    Parameters
    ----------
    days_since : mapping of str to float
        Days since each task of the schedule was last done [days]; one that is left out is just done.
    climate : Climate, optional
        Rain and place; dry days inland where it is left out.
    kit : str
        ``a`` or ``b``.

    Raises
    ------
    ScheduleError
        When a task is not in the kit's schedule, or its days are negative or no number.

    References
    ----------
    A. Kimber et al., "The Effect of Soiling on Large Grid-Connected Photovoltaic Systems in California and
    the Southwest Region of the United States", IEEE 4th World Conference on Photovoltaic Energy Conversion
    (2006), doi:10.1109/WCPEC.2006.279690.
    """
    climate = climate or Climate()
    tasks = schedule(kit).tasks
    for task, days in days_since.items():
        if task not in tasks:
            raise ScheduleError(f"{task!r} is not a task of kit {kit}; choose from {', '.join(tasks)}")
        if not (isfinite(days) and days >= 0.0):
            raise ScheduleError(f"days since {task} is {days}; give a number from 0 up")
    processes = {name: row for name, row in packaged("neglect.toml")["process"].items() if kit in row["kits"]}

    def grown(name: str) -> float:
        row = processes.get(name)
        return 0.0 if row is None else _grown(row, days_since.get(row["task"], 0.0), climate)

    dust = _dust(processes["dust"], days_since.get(processes["dust"]["task"], 0.0), climate)
    joints: dict[str, float] = {}
    for name, row in processes.items():
        for lead in row.get("leads", ()):
            joints[lead] = joints.get(lead, 0.0) + grown(name)
    return Neglect(
        soiling=_both(dust, grown("droppings")),
        shade=grown("shade"),
        joints=MappingProxyType(joints),
        holder=grown("holder"),
        water=grown("water") if climate.flooded else 0.0,
    )


def _both(one: float, other: float) -> float:
    """Give the share of the light that two things take, one behind the other."""
    return 1.0 - (1.0 - one) * (1.0 - other)


def _in_shade(panel: "Panel", share: float) -> "Panel":
    if not share:
        return panel
    if panel.shade.cells:
        # It has a shadow on some of its cells already, and a panel has only one shadow.
        return replace(panel, soiling=_both(panel.soiling, share))
    light = 1.0 if panel.shade.cells is not None else panel.shade.transmission
    return replace(panel, shade=Shade(None, light * (1.0 - share)))


def _grown(row: Mapping[str, Any], days: float, climate: Climate) -> float:
    rate = row["per_day"]["value"] if "per_day" in row else row["per_month"]["value"] / MONTH
    faster = row["by_the_sea"]["value"] if climate.by_the_sea and "by_the_sea" in row else 1.0
    return float(min(rate * faster * days, row["limit"]["value"]))


def _dust(row: Mapping[str, Any], days: float, climate: Climate) -> float:
    """Step through the days since the panel was washed, rain before that still keeps the air damp."""
    damp = int(row["damp_days"]["value"])
    known = len(climate.rain)
    heavy = [day for day in range(known) if climate.rain[day] > row["rain_cleans"]["value"]]
    whole = int(days)
    # A day counts as dusty when no heavy rain fell on it or on the days just before it.
    last_clean = max((day + damp - 1 for day in heavy), default=known - 1 - whole)
    dusty = max(0, min(whole, known - 1 - last_clean))
    part = days - whole if dusty == whole else 0.0
    return float(min(row["per_day"]["value"] * (dusty + part), row["limit"]["value"]))
