"""The bench's solve against ngspice: its library in this process, and its command."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.pairs import PROCESSOR, WALL, MissingPeerError, Result, alternate
from tests.solar.benches import RIGHT
from tests.solar.spice import OPTIONS, Deck, NgSpice, deck_of, find_library

from lentera.solar.bench import BenchState, Join, Remove, SetCover, SetSwitch, apply
from lentera.solar.bench.settle import circuit_of
from lentera.solar.circuit import Solution

EASY_OPTIONS = ".options temp=27 tnom=27 gmin=1e-12 reltol=1e-6"
"""The tolerance of our own solver, where the oracle asks ngspice for more."""


def _lamp() -> BenchState:
    state = BenchState()
    for start, end in RIGHT:
        state = apply(state, Join(start, end)).state
    state = apply(state, SetCover(covered=False)).state
    return apply(state, SetSwitch(on=True)).state


def _edits() -> tuple[BenchState, BenchState]:
    """Give the lamp bench with and without the lead to the second lamp, both at rest."""
    whole = _lamp()
    return whole, apply(whole, Remove(9)).state


def _deck(state: BenchState) -> Deck:
    deck = deck_of(circuit_of(state).solve())
    deck.lines[:] = [EASY_OPTIONS if line == OPTIONS else line for line in deck.lines]
    return deck


def _ours(states: tuple[BenchState, ...]) -> Callable[[int], Solution]:
    """Build the circuit of the changed bench and solve it cold, to all volts and amperes."""
    return lambda turn: circuit_of(states[turn % len(states)]).solve()


def solve_edit(turns: int = 600) -> Result:
    """Compare a changed wiring's way to volts and amperes with reloading libngspice's deck and `op`."""
    library = find_library()
    if library is None:
        raise MissingPeerError("libngspice is missing; install libngspice0")
    states = _edits()
    decks = [_deck(state) for state in states]
    # Reading ngspice's results and freeing its circuit are left out of its time.
    ours, peer = alternate(_ours(states), _Reload(library, decks), turns, clock=PROCESSOR, tidy=library.drop)
    return Result("solve-edit", ours * 1e3, peer * 1e3, "libngspice reload + op", "ms", 1.0, turns)


SEVERAL = 10
"""Solves timed together against one process."""


class _Reload:
    def __init__(self, library: NgSpice, decks: list[Deck]) -> None:
        self._library, self._decks = library, decks

    def __call__(self, turn: int) -> None:
        deck = self._decks[turn % len(self._decks)]
        self._library.load(deck.lines)
        self._library.command("op")


def solve_ngspice_process(turns: int = 60) -> Result:
    """Compare the same with one run of the ngspice command."""
    command = shutil.which("ngspice")
    if command is None:
        raise MissingPeerError("ngspice is missing; install ngspice")
    states = _edits()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, state in enumerate(states):
            lines = _deck(state).lines
            path = Path(folder, f"{number}.cir")
            path.write_text("\n".join([*lines[:-1], ".op", ".end"]) + "\n", encoding="utf-8")
            paths.append(str(path))

        def process(turn: int) -> object:
            return subprocess.run([command, "-b", paths[turn % len(paths)]], capture_output=True, check=True)

        # A learner's edits follow each other; right after a process of another kind only the first one finds the
        # processor's caches cold.
        solve = _ours(states)
        several, peer = alternate(
            lambda turn: [solve(turn + k) for k in range(SEVERAL)], process, turns, clock=WALL
        )
    return Result(
        "solve-ngspice-process", several / SEVERAL * 1e3, peer * 1e3, "ngspice -b", "ms", 0.1, turns
    )


BENCHMARKS = {"solve-edit": solve_edit, "solve-ngspice-process": solve_ngspice_process}
