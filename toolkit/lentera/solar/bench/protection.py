"""Whether the fuse protects the leads behind it."""

from typing import Final

from lentera.solar.bench.state import BenchState
from lentera.solar.parts import CABLES, FUSES, CableSpec, FuseSpec

_OF_THE_PANEL: Final = frozenset({"panel.plus", "panel.minus", "controller.pv_plus", "controller.pv_minus"})
_FUSING: Final = 1.45
"""What a fuse may pass for ever, in times the ampacity of the cable behind it (IEC 60364-4-43)."""


def _protects(fuse: FuseSpec, cable: CableSpec) -> bool:
    # The second half keeps out what is no fuse: a bare wire passes nearly twice what it seems to be made for.
    return fuse.rating <= cable.ampacity and fuse.holds * fuse.rating <= _FUSING * cable.ampacity


def burns_first(state: BenchState) -> int | None:
    """Give the number of the thinnest lead when it bears less than the fuse, or None when it is protected.

    A lead between panel and controller does not count: the panel gives no more than its own short-circuit
    current. A fuse that no lead touches is told when one does.
    """
    if state.fuse is None or not any(end.startswith("fuse.") for wire in state.wires for end in wire.pair):
        return None
    behind = [wire for wire in state.wires if not wire.pair <= _OF_THE_PANEL]
    thinnest = min(behind, key=lambda wire: CABLES[wire.cable].ampacity)
    return None if _protects(FUSES[state.fuse], CABLES[thinnest.cable]) else thinnest.id
