"""The full reading table of a fault: eight test points in four situations, as a learner moves one meter about."""

import gc
from itertools import cycle
from statistics import median

from tests.benchmarks.pairs import PROCESSOR, MissingPeerError, Result, alternate
from tests.benchmarks.solve import EASY_OPTIONS
from tests.solar.spice import OPTIONS, Deck, NgSpice, deck_of, find_library

from lentera.solar.circuit import Solution, Voltmeter
from lentera.solar.faults import Situation, faults_of, reading_table
from lentera.solar.installation import Installation, circuit_of, kit_b

BUDGET = 20.0
"""What a table may take at most, so that a new reading follows the learner's gesture at once [ms]."""


def _kits_with_a_fault() -> list[Installation]:
    return [fault.apply(kit_b().installation) for fault in faults_of("b", real=False)]


def fault_table(turns: int = 140) -> Result:
    """Measure the tables of all faults in turn against the budget."""
    struck = _kits_with_a_fault()
    points = kit_b().test_points
    times = []
    for installation in struck:
        reading_table(installation, points)
    gc.collect()
    gc.disable()
    try:
        for _, installation in zip(range(turns), cycle(struck), strict=False):
            start = PROCESSOR()
            reading_table(installation, points)
            times.append(PROCESSOR() - start)
    finally:
        gc.enable()
    ours = median(times) * 1e3
    return Result("fault-table", ours, BUDGET, "the 20 ms a reading may take", "ms", 1.0, turns)


class _Tables:
    """Have ngspice solve what a table needs: each situation with its meter at one point after the other."""

    def __init__(self, library: NgSpice, struck: list[Installation]) -> None:
        self._library = library
        self._tables = [_decks(installation) for installation in struck]

    def __call__(self, turn: int) -> None:
        for deck in self._tables[turn % len(self._tables)]:
            self._library.load(deck.lines)
            self._library.command("op")
            self._library.drop()


def _decks(installation: Installation) -> list[Deck]:
    """Give the decks of an installation at rest; the reactions on the way there are ours alone."""
    decks = []
    for situation, seen in reading_table(installation, kit_b().test_points).items():
        for point in kit_b().test_points.values():
            circuit = circuit_of(seen.installation, situation.conditions)
            circuit.add(Voltmeter("meter", point.red, point.black))
            decks.append(_easy(circuit.solve(seen.solution)))
    return decks


def _easy(solution: Solution) -> Deck:
    deck = deck_of(solution)
    deck.lines[:] = [EASY_OPTIONS if line == OPTIONS else line for line in deck.lines]
    return deck


def fault_table_ngspice(turns: int = 70) -> Result:
    """Compare a table, reactions included, with ngspice's solves of the 32 circuits at rest."""
    library = find_library()
    if library is None:
        raise MissingPeerError("libngspice is missing; install libngspice0")
    struck = _kits_with_a_fault()
    points = kit_b().test_points
    ours, peer = alternate(
        lambda turn: reading_table(struck[turn % len(struck)], points),
        _Tables(library, struck),
        turns,
        clock=PROCESSOR,
    )
    peer_name = f"libngspice, {len(Situation) * len(points)} x reload, op, free"
    return Result("fault-table-ngspice", ours * 1e3, peer * 1e3, peer_name, "ms", 1.0, turns)


BENCHMARKS = {"fault-table": fault_table, "fault-table-ngspice": fault_table_ngspice}
