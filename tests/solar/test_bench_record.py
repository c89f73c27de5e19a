"""Writing a bench down and reading it back; everything that does not fit is refused with its place."""

import json
from dataclasses import replace

import pytest
from tests.solar.benches import BATTERY, RIGHT, join, lit

from lentera.solar.bench import (
    BenchState,
    Colour,
    Join,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetCover,
    SetSun,
    SetSwitch,
    StartOver,
    action_from_json,
    action_to_json,
    apply,
    event_to_json,
    from_json,
    to_json,
)

ACTIONS = [
    Join("battery.plus", "fuse.a", Colour.MINUS),
    Remove(3),
    SetSwitch(on=True),
    SetCover(covered=False),
    SetSun(200.0),
    ReplaceFuse(),
    ReplaceLamp(2),
    StartOver(),
]

BENCHES = [
    BenchState(),
    lit(),
    apply(lit(), Remove(2)).state,
    join(("battery.plus", "fuse.a"), ("fuse.b", "battery.minus")),
    replace(join(*BATTERY), lamp2_dead=True, panel="ks20", battery="lifepo4", soc=0.25),
    apply(lit(), StartOver()).state,
]


@pytest.mark.parametrize("bench", BENCHES)
def test_a_bench_comes_back_as_it_was(bench):
    assert from_json(json.loads(json.dumps(to_json(bench)))) == bench


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_comes_back_as_it_was(action):
    assert action_from_json(json.loads(json.dumps(action_to_json(action)))) == action


def test_the_written_form_is_small_and_readable():
    written = to_json(join(("battery.plus", "fuse.a")))
    assert written["wires"] == [{"id": 1, "start": "battery.plus", "end": "fuse.a", "colour": "plus"}]
    assert written["history"] == [{"do": "join", "start": "battery.plus", "end": "fuse.a", "colour": "plus"}]
    assert written["controller"] == {"charge": "off", "load": "off", "held": 0.0}


def test_an_event_leaves_out_what_it_does_not_say():
    _, events = apply(BenchState(), Join("battery.plus", "fuse.a"))
    assert event_to_json(events[0]) == {
        "kind": "wire_joined",
        "wire": 1,
        "start": "battery.plus",
        "end": "fuse.a",
    }


def changed(path, value):
    document = to_json(lit())
    place = document
    for key in path[:-1]:
        place = place[key]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return document


FAULTS = [
    (("version",), 2, "version: this reader knows 1"),
    (("version",), ..., "version: missing"),
    (("wires",), {}, "wires: expected a list"),
    (("wires", 2, "start"), "moon", r"wires\[2\].start: 'moon' is not a terminal"),
    (("wires", 2, "id"), "3", r"wires\[2\].id: expected a whole number"),
    (("wires", 2, "id"), True, r"wires\[2\].id: expected a whole number"),
    (("wires", 2, "id"), 0, r"wires\[2\].id: wire numbers start at 1"),
    (("wires", 2, "colour"), "blue", r"wires\[2\].colour: 'blue' is not one of plus, minus"),
    (("wires", 0, "end"), "battery.plus", r"wires\[0\]: both ends"),
    (("wires", 0, "extra"), 1, r"wires\[0\].extra: not expected"),
    (("wires", 0), 7, r"wires\[0\]: expected an object, found 7"),
    (("wires", 0, "end"), "fuse.b", "wires: the history leads to"),
    (("history",), [], "wires: the history leads to 0 wires"),
    (("history", 0, "do"), "explode", r"history\[0\].do: 'explode' is not an action"),
    (("history", 11, "on"), 1, r"history\[11\].on: expected true or false"),
    (("switch_on",), "yes", "switch_on: expected true or false"),
    (("sun",), float("nan"), "sun: expected a number"),
    (("sun",), 5000, "sun is 5000"),
    (("soc",), -0.1, "soc is -0.1"),
    (("panel",), "ks99", "panel 'ks99' is not in the catalogue"),
    (("lamps_dead",), [True], "lamps_dead: expected two values"),
    (("controller", "charge"), "fast", "controller.charge: 'fast' is not one of off, bulk"),
    (("standing", 0, "kind"), "rain", r"standing\[0\].kind: 'rain' is not one of"),
    (("surprise",), 1, "surprise: not expected"),
]


@pytest.mark.parametrize(("path", "value", "text"), FAULTS)
def test_a_fault_is_refused_with_its_place(path, value, text):
    with pytest.raises(ValueError, match=text):
        from_json(changed(path, value))


@pytest.mark.parametrize("document", [None, [], "text", 3])
def test_what_is_no_bench_at_all_is_refused(document):
    with pytest.raises(ValueError, match="bench: expected an object"):
        from_json(document)


def test_history_replays_to_the_same_bench():
    state = lit(*RIGHT)
    replayed = BenchState()
    for action in state.history:
        replayed = apply(replayed, action).state
    assert replayed == state
