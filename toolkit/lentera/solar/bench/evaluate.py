"""Read the settled bench and tell what is new."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from lentera.solar.bench.look import look
from lentera.solar.bench.news import news
from lentera.solar.bench.plugs import POLES
from lentera.solar.bench.readings import Reading
from lentera.solar.bench.settle import circuit_of, settle
from lentera.solar.bench.standing import standing
from lentera.solar.bench.state import BenchState
from lentera.solar.bench.terminals import terminals_of
from lentera.solar.circuit import UnknownTerminalError, Voltmeter


def evaluate(state: BenchState, without: Iterable[str] = ()) -> Reading:
    """Solve the bench, let it react, and read it.

    Parameters
    ----------
    state
        The bench; it is not changed. `Reading.state` is the settled one.
    without
        Units to lift off for a what-if, in kit B "fuse", "battery", "panel", "switch", "lamp1", "lamp2",
        "controller".

    Raises
    ------
    ValueError
        When `without` names something else.
    """
    # Readings do not depend on the past, so undo and redo find them in the cache.
    past = state.history
    reading = _evaluate(replace(state, history=()) if past else state, frozenset(without))
    return replace(reading, state=replace(reading.state, history=past)) if past else reading


@lru_cache(maxsize=256)
def _evaluate(state: BenchState, lifted: frozenset[str]) -> Reading:
    settled = settle(state, lifted)
    reading = look(settled, lifted)
    stands = standing(reading)
    events = (*settled.broken, *news(state.standing, stands, reading))
    told = tuple(event if event.amount is None else replace(event, amount=None) for event in stands)
    return replace(reading, state=replace(settled.state, standing=told), events=events)


def measure(state: BenchState, red: str, black: str) -> float:
    """Read a multimeter between two terminals [V]: 10 megohm, so a dead terminal reads 0.

    In kit A the red probe touches the plus of a socket and the black one the minus; both at one socket read
    what it gives.

    Raises
    ------
    UnknownTerminalError
        When a probe is on no terminal of the bench.
    """
    for probe in (red, black):
        if probe not in terminals_of(state.kit):
            raise UnknownTerminalError(f"terminal {probe!r} is not on the bench; see terminals_of")
    if state.kit == "a":
        red, black = POLES[red][0], POLES[black][1]
    if red == black:
        return 0.0
    circuit = circuit_of(evaluate(state).state)
    circuit.add(Voltmeter("meter", red, black))
    return circuit.solve().between(red, black)
