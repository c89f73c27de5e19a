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

from lentera.solar.bench.actions import Outcome, apply, can_replace_fuse
from lentera.solar.bench.evaluate import evaluate, measure
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.leads import (
    CONNECTOR_CHOICES,
    LEAD_CABLE,
    LEAD_CONNECTOR,
    LEAD_LENGTH,
    LEAD_LENGTHS,
)
from lentera.solar.bench.nets import Connections, connections, joined, net_of, nets
from lentera.solar.bench.protection import burns_first
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
from lentera.solar.bench.refusals import BenchError, Refusal
from lentera.solar.bench.settle import Settled, installation_of, settle
from lentera.solar.bench.sky import Sky, sun_at
from lentera.solar.bench.state import (
    SUN_PRESETS,
    Action,
    BenchState,
    Colour,
    Join,
    JoinedWire,
    PlugLamp,
    PullFuse,
    PutFuse,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetClock,
    SetCover,
    SetLead,
    SetSun,
    SetSwitch,
    StartOver,
)
from lentera.solar.bench.terminals import (
    EVERY_TERMINAL,
    KITS,
    TERMINALS,
    Part,
    Polarity,
    Terminal,
    terminals_of,
)
from lentera.solar.installation.nets import Net

__all__ = [
    "CONNECTOR_CHOICES",
    "EVERY_TERMINAL",
    "KITS",
    "LEAD_CABLE",
    "LEAD_CONNECTOR",
    "LEAD_LENGTH",
    "LEAD_LENGTHS",
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
    "PlugLamp",
    "Polarity",
    "PullFuse",
    "PutFuse",
    "Reading",
    "Refusal",
    "Remove",
    "ReplaceFuse",
    "ReplaceLamp",
    "SetClock",
    "SetCover",
    "SetLead",
    "SetSun",
    "SetSwitch",
    "Settled",
    "Sky",
    "SourceReading",
    "StartOver",
    "Terminal",
    "WireReading",
    "action_from_json",
    "action_to_json",
    "apply",
    "burns_first",
    "can_replace_fuse",
    "connections",
    "evaluate",
    "event_to_json",
    "from_json",
    "installation_of",
    "joined",
    "measure",
    "net_of",
    "nets",
    "settle",
    "sun_at",
    "terminals_of",
    "to_json",
]
