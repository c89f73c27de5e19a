"""The learner's bench: join terminals, and read what really happens.

Examples
--------
>>> from lentera.solar.bench import BenchState, Join, apply, evaluate
>>> state, events = apply(BenchState(), Join("battery.plus", "fuse.a"))
>>> events[0].kind.value
'wire_joined'
>>> round(evaluate(state).battery.volts, 2)
12.6
"""

from lentera.solar.bench.actions import BenchError, Outcome, Refusal, apply, can_replace_fuse
from lentera.solar.bench.evaluate import evaluate, measure
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.nets import Connections, connections, joined, net_of, nets
from lentera.solar.bench.readings import (
    ControllerReading,
    Flow,
    LampCondition,
    LampReading,
    Reading,
    SourceReading,
    WireReading,
)
from lentera.solar.bench.record import action_from_json, action_to_json, event_to_json, from_json, to_json
from lentera.solar.bench.state import (
    SUN_PRESETS,
    Action,
    BenchState,
    Colour,
    Join,
    JoinedWire,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetCover,
    SetSun,
    SetSwitch,
    StartOver,
)
from lentera.solar.bench.terminals import TERMINALS, Part, Polarity, Terminal
from lentera.solar.installation.nets import Net

__all__ = [
    "SUN_PRESETS",
    "TERMINALS",
    "Action",
    "BenchError",
    "BenchState",
    "Colour",
    "Connections",
    "ControllerReading",
    "Event",
    "EventKind",
    "Flow",
    "Join",
    "JoinedWire",
    "LampCondition",
    "LampReading",
    "Net",
    "Outcome",
    "Part",
    "Polarity",
    "Reading",
    "Refusal",
    "Remove",
    "ReplaceFuse",
    "ReplaceLamp",
    "SetCover",
    "SetSun",
    "SetSwitch",
    "SourceReading",
    "StartOver",
    "Terminal",
    "WireReading",
    "action_from_json",
    "action_to_json",
    "apply",
    "can_replace_fuse",
    "connections",
    "evaluate",
    "event_to_json",
    "from_json",
    "joined",
    "measure",
    "net_of",
    "nets",
    "to_json",
]
