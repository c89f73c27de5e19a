"""Add up a year: where the sun's energy went, when there was light."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.installation import Battery
from lentera.solar.lamp import scan as loop
from lentera.solar.lamp.cell import rest_energy
from lentera.solar.lamp.habits import MINUTES
from lentera.solar.lamp.result import Sums, YearResult
from lentera.solar.lamp.steps import Steps
from lentera.solar.lamp.sweep import Array
from lentera.solar.lamp.table import Table
from lentera.solar.weather import Weather

WEEK: Final = 7
APART: Final = ("light", "dark", "full", "cut_off")
YEAR: Final = 12
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Accounts:
    """Hold the steps of a year with what the loop found for each: current [A], emf [V], charge, mode."""

    weather: Weather
    steps: Steps
    table: Table
    battery: Battery
    sun: Array
    amps: Array
    emf: Array
    soc: Array
    mode: Whole

    @property
    def which(self) -> Whole:
        """Give the table that held in each step."""
        return np.where(self.mode % 4 == loop.ON, self.steps.state, len(self.steps.states))

    def in_the_dark(self, answers: Array, chosen: Whole, volts: Array) -> Array:
        """Look up what depends on state and volts alone, for some steps; see `Table.volts`."""
        which, found = self.which[chosen], np.zeros(len(chosen))
        for state, (axis, row) in enumerate(zip(self.table.volts, answers, strict=True)):
            if row.any():
                here = np.flatnonzero(which == state)
                found[here] = np.interp(volts[chosen[here]], axis, row)
        return found

    def by_sun(self, answers: Array, chosen: Whole) -> Array:
        """Look up what depends on state, irradiance and emf, for some steps."""
        _, suns, nodes = answers.shape
        sun = self.sun[chosen]
        row = sun.astype(np.int64)
        place = (self.emf[chosen] - self.table.emf[0]) / (self.table.emf[1] - self.table.emf[0])
        cell = np.clip(place.astype(np.int64), 0, nodes - 2)
        return _between(answers, (self.which[chosen] * suns + row) * nodes + cell, sun - row, place - cell)

    def held_volts(self, path: Array, chosen: Whole) -> Array:
        """Look up the panels' volts while the controller lets only `path` pass [A], for some steps."""
        table, sun = self.table, self.sun[chosen]
        row = sun.astype(np.int64)
        up = sun - row
        full = table.full[row] * (1.0 - up) + table.full[row + 1] * up
        place = table.held_place(path / full)
        nodes = table.held.shape[1]
        cell = np.minimum(place.astype(np.int64), nodes - 2)
        return _between(table.held, row * nodes + cell, up, place - cell)

    def power(self) -> dict[str, Array]:
        """Give the power of each step by the name of its sum [W]; `lit` is above 0 where no lamp is dim."""
        table, battery, amps = self.table, self.battery, self.amps
        volts = table.screw[0] * self.emf + table.screw[1] * amps
        panel, possible, path = np.zeros_like(amps), np.zeros_like(amps), np.zeros_like(amps)
        sunny = np.flatnonzero(self.sun > 0.0)
        possible[sunny] = panel[sunny] = np.maximum(self.by_sun(table.panel, sunny), 0.0)
        drain = self.in_the_dark(table.drain, sunny, volts)
        path[sunny] = np.maximum(table.batteries * (amps[sunny] + drain), 0.0)
        phone = np.zeros_like(amps)
        charging = np.flatnonzero(np.abs(table.phone).max(axis=(1, 2))[self.which])
        phone[charging] = self.by_sun(table.phone, charging)
        held = np.flatnonzero(self.mode >= loop.HOLDING)
        if table.efficiency:
            panel[held] = path[held] * volts[held] / table.efficiency
        else:
            panel[held] = path[held] * self.held_volts(path[held], held)
        panel[held] += np.where(table.beside[self.which[held]], phone[held], 0.0)
        everywhere = np.arange(len(amps))
        lamps, own, loads, lit = (
            self.in_the_dark(answers, everywhere, volts)
            for answers in (table.lamps, table.own, table.cables, table.lit)
        )
        posts = table.batteries * amps * (self.emf + amps * (battery.spec.resistance + battery.extra))
        cables = loads * volts + table.panel_cable * path**2 + table.batteries * table.battery_cable * amps**2
        return {
            "possible": np.maximum(possible, panel),
            "panel": panel,
            "battery_in": np.maximum(posts, 0.0),
            "battery_out": np.maximum(-posts, 0.0),
            "lamps": lamps * volts,
            "phone": phone,
            "cables": cables,
            "controllers": panel - lamps * volts - phone - cables - posts,
            "own_use": own * volts,
            "lit": lit,
        }


def _between(grid: Array, corner: Whole, up: Array, along: Array) -> Array:
    """Interpolate between four corners of a grid, of which `corner` is the first, counted flat."""
    flat, width = grid.ravel(), grid.shape[-1]
    near = flat[corner] * (1.0 - along) + flat[corner + 1] * along
    far = flat[corner + width] * (1.0 - along) + flat[corner + width + 1] * along
    between: Array = near + up * (far - near)
    return between


def _came(values: NDArray[np.bool_]) -> Array:
    """Mark the steps at which something became so."""
    return np.concatenate([[False], values[1:] & ~values[:-1]]).astype(float)


def result_of(accounts: Accounts, last: tuple[float, ...], broken: tuple[str, ...]) -> YearResult:
    """Add up a year; `last` is what the loop gave at its end."""
    steps, mode, table = accounts.steps, accounts.mode, accounts.table
    hours = steps.length / 60.0
    day = steps.first // MINUTES
    days = np.searchsorted(day, np.arange(accounts.weather.days))
    wanted = steps.wanted[steps.state]
    stage = mode // 4 % 4
    power = accounts.power()
    lit = (mode % 4 == loop.ON) & (power.pop("lit") > 0.0)
    each = {name: watts * hours for name, watts in power.items()}
    each |= {
        "light": (wanted & lit) * steps.length,
        "dark": (wanted & ~lit) * steps.length,
        "full": _came(stage == loop.ABSORPTION),
        "cut_off": _came(mode % 4 == loop.LOW),
    }
    by_day = {name: np.add.reduceat(values, days) for name, values in each.items()}
    of_day = accounts.weather.months() - 1
    by_month = {name: np.bincount(of_day, values, YEAR) for name, values in by_day.items()}
    worst = np.convolve(by_day["dark"], np.ones(min(WEEK, len(by_day["dark"]))), "valid")
    known = accounts.battery.spec.capacity * accounts.battery.health
    total = {name: float(values.sum()) for name, values in by_day.items()}
    charge = accounts.amps * hours
    final, _, gassing, leaked, refused = last
    stored = rest_energy(accounts.battery.spec, final) - rest_energy(
        accounts.battery.spec, accounts.battery.soc
    )
    stored *= known * table.batteries
    return YearResult(
        total=_sums(total),
        months=tuple(
            _sums({name: float(values[month]) for name, values in by_month.items()}) for month in range(YEAR)
        ),
        daily_light=tuple((by_day["light"] / 60.0).tolist()),
        daily_lowest=tuple(np.minimum.reduceat(accounts.soc, days).tolist()),
        worst_week=(int(worst.argmax()), float(worst.max()) / 60.0),
        final_charge=final,
        lowest_charge=float(accounts.soc.min()),
        stored=stored,
        battery_loss=total["battery_in"] - total["battery_out"] - stored,
        charge_in=float(charge[charge > 0.0].sum()),
        charge_out=float(-charge[charge < 0.0].sum()),
        gassing=gassing * known,
        self_discharge=leaked * known,
        refused=refused * known,
        broken=broken,
    )


def _sums(of: Mapping[str, float]) -> Sums:
    """Put sums together; light and dark come in minutes, and whole minutes add up exactly."""
    energy = {name: value for name, value in of.items() if name not in APART}
    return Sums(
        light=of["light"] / 60.0,
        dark=of["dark"] / 60.0,
        full=int(of["full"]),
        cut_off=int(of["cut_off"]),
        **energy,
    )
