"""How clouds pass during a day: the clear-sky index minute by minute."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.weather.shares import meet

Array = NDArray[np.float64]
States = NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class CloudModel:
    """Hold the states of the sky.

    Attributes
    ----------
    names : tuple of str
    lowest, highest, drift : (states,) array
        Clear-sky index of a state, and how far it changes slowly.
    index : (knots,) array
        Clear-sky index of a whole day.
    share : (knots, states) array
        Share of such a day in each state.
    exchange : (states, states) array
        How readily two states follow each other at full share of the second [1/min]; symmetric.
    limit : float
        Highest clear-sky index of any minute.
    knot : int
        Minutes between knots of the slow drift.
    """

    names: tuple[str, ...]
    lowest: Array
    highest: Array
    drift: Array
    index: Array
    share: Array
    exchange: Array
    limit: float
    knot: int

    def shares_of(self, day_index: Array) -> Array:
        """Give the share of each state, (days, states), for days of these clear-sky indices."""
        columns = [np.interp(day_index, self.index, column) for column in self.share.T]
        return np.stack(columns, axis=1)

    def transitions(self, shares: Array) -> Array:
        """Give the probability of each next minute's state, (days, from, to).

        The probability to leave for a state is the exchange rate times that state's share of the day.
        With symmetric rates the chain is reversible: share i x rate ij x share j is the same in both
        directions. So it keeps the shares exactly, and a state lasts long on days that are full of it.
        """
        chances = self.exchange * shares[:, None, :]
        stay = np.arange(len(self.names))
        chances[:, stay, stay] = 1.0 - chances.sum(axis=2)
        return chances


def _model() -> CloudModel:
    text = files("lentera.solar.weather").joinpath("clouds.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    states = table["state"]
    names = tuple(state["name"] for state in states)
    return CloudModel(
        names=names,
        lowest=np.array([state["lowest"]["value"] for state in states]),
        highest=np.array([state["highest"]["value"] for state in states]),
        drift=np.array([state["drift"]["value"] for state in states]),
        index=np.array(table["share"]["index"]["value"]),
        share=np.array([table["share"][name]["value"] for name in names]).T,
        exchange=np.array([table["exchange"][name]["value"] for name in names]),
        limit=table["limit"]["index"]["value"],
        knot=table["limit"]["knot"]["value"],
    )


CLOUDS: Final = _model()


def sky_states(chances: Array, transitions: Array, shares: Array) -> States:
    """Run the chain of each day, all days side by side.

    Parameters
    ----------
    chances : (days, minutes) array
        From 0 to 1.
    transitions : (days, states, states) array
    shares : (days, states) array
        Chances of the first minute.
    """
    days, minutes = chances.shape
    reached = transitions.cumsum(axis=2)[:, :, :-1].reshape(-1, shares.shape[1] - 1)
    first_row = np.arange(days) * shares.shape[1]
    states = np.empty((minutes, days), dtype=np.int8)
    by_minute = np.ascontiguousarray(chances.T)[:, :, None]
    state = (by_minute[0] >= shares.cumsum(axis=1)[:, :-1]).sum(axis=1)
    for minute in range(minutes):
        state = (by_minute[minute] >= reached[first_row + state]).sum(axis=1)
        states[minute] = state
    return states.T


def clear_sky_index(
    day_index: Array, minutes: int, rng: np.random.Generator, model: CloudModel = CLOUDS
) -> Array:
    """Draw the clear-sky index of every minute of some days.

    After J. Munkhammar and J. Widén, "An N-state Markov-chain mixture distribution model of the clear-sky
    index", Solar Energy 173 (2018) 487-495, doi:10.1016/j.solener.2018.07.056: a Markov chain over states
    of the sky, a uniform distribution in each. Theirs has dozens of narrow states trained on measurements
    and draws anew each minute; ours has four wide ones with assumed numbers (`clouds.toml`), so a level
    is drawn once for each visit, drifts slowly and has soft edges. A model value: the ramps look right,
    but nobody has compared them with Sepaku's sky.

    Parameters
    ----------
    day_index : (days,) array
        Clear-sky index of each whole day.

    Returns
    -------
    (days, minutes) array
        From 0 to the model's limit, not yet scaled to the day.
    """
    days = len(day_index)
    shares = model.shares_of(day_index)
    states = sky_states(rng.random((days, minutes)), model.transitions(shares), shares)
    starts = np.ones((days, minutes), dtype=bool)
    np.not_equal(states[:, 1:], states[:, :-1], out=starts[:, 1:])
    visit = np.cumsum(starts.ravel()).reshape(days, minutes) - 1
    level = rng.random(int(visit[-1, -1]) + 1)[visit]
    level *= (model.highest - model.lowest)[states]
    level += model.lowest[states]
    knots = rng.standard_normal((days, minutes // model.knot + 2))
    before, part = np.divmod(np.arange(minutes), model.knot)
    weight = part / model.knot
    drift = knots[:, before] * (1.0 - weight) + knots[:, before + 1] * weight
    level += drift * model.drift[states]
    soft = level.copy()
    soft[:, 1:-1] = 0.25 * level[:, :-2] + 0.5 * level[:, 1:-1] + 0.25 * level[:, 2:]
    return np.asarray(np.clip(soft, 0.01, model.limit - 0.01))


def minute_ghi(
    clear: Array, daily_ghi: Array, rng: np.random.Generator, step: int = 1, model: CloudModel = CLOUDS
) -> Array:
    """Cloud the clear sky of each day so that the day keeps its irradiation.

    Parameters
    ----------
    clear : (days, minutes) array
        Clear-sky irradiance [W/m²].
    daily_ghi : (days,) array
        [kWh/m²].

    Returns
    -------
    (days, minutes) array
        Irradiance on the level, never above the model's limit times the clear sky [W/m²].
    """
    energy = clear.sum(axis=1) * (step / 60_000.0)
    index = clear_sky_index(daily_ghi / energy, clear.shape[1], rng, model)
    brightest = clear * model.limit
    bent = meet(index / model.limit, brightest, daily_ghi * (60_000.0 / step))
    return np.minimum(brightest, bent * brightest)
