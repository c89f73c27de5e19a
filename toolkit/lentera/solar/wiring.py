"""The rules of the wired lamp: the eight connections, the safe order, the fuse in its place.

The rules look at wire nets (which terminals the leads join) and at the recorded history, never at one
fixed list of leads: a fuse or a switch turned round, leads chained over a neighbour's screw, either lamp,
panel or lamp second are all right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.solar.bench import (
    TERMINALS,
    BenchState,
    Polarity,
    burns_first,
    connections,
    from_json,
    joined,
    nets,
)
from lentera.words import language

_HERE = Path(__file__).parent

LAMPS: Final = ("lamp1", "lamp2")

_POLE_OF: Final = {
    "battery.plus": "controller.battery_plus",
    "battery.minus": "controller.battery_minus",
    "panel.plus": "controller.pv_plus",
    "panel.minus": "controller.pv_minus",
}
"""The controller's screw for each pole of a source."""

_CONTROLLER_PLUS: Final = frozenset({"controller.pv_plus", "controller.battery_plus", "controller.load_plus"})
_LAMP_PLUS: Final = frozenset(f"{lamp}.plus" for lamp in LAMPS)
_ENDS: Final = {"fuse": frozenset({"fuse.a", "fuse.b"}), "switch": frozenset({"switch.a", "switch.b"})}


def _is_short(net: frozenset[str]) -> bool:
    """Tell whether some part has both its poles in one net."""
    poles = {
        (row.part, row.polarity) for row in map(TERMINALS.__getitem__, net) if row.polarity != Polarity.NONE
    }
    return len(poles) > len({part for part, _pole in poles})


@dataclass(frozen=True)
class Wiring:
    """See a bench as its nets: every terminal with all that leads join to it."""

    state: BenchState
    net: Mapping[str, frozenset[str]]
    loop: Mapping[str, frozenset[str]]
    """The nets with fuse and switch counted as leads: where a current can go round."""

    @classmethod
    def of(cls, state: BenchState) -> "Wiring":
        """Work the nets of a bench out once."""
        loops = nets(state, fuse=True, switch=True)
        return cls(
            state,
            {terminal: net for net in nets(state) for terminal in net},
            {terminal: net for net in loops for terminal in net},
        )

    def without(self, lead: int) -> "Wiring":
        """See the bench with one lead taken off."""
        return Wiring.of(replace(self.state, wires=tuple(w for w in self.state.wires if w.id != lead)))

    def fault(self, terminal: str) -> str | None:
        """Name what is dangerous or pointless about the net of a terminal, or None."""
        net = self.net[terminal]
        if _is_short(net):
            return "short"
        if len({TERMINALS[name].polarity for name in net} - {Polarity.NONE}) > 1:
            return "reversed"
        if len(net & _CONTROLLER_PLUS) > 1 or {"panel.plus", "battery.plus"} <= net:
            return "bypass"
        if any(ends <= net for ends in _ENDS.values()):
            return "bridged"
        return None

    def other_end(self, terminal: str, part: str) -> str | None:
        """Return the far end of the fuse or of the switch whose one end is joined to a terminal."""
        ends = self.net[terminal] & _ENDS[part]
        return next(iter(_ENDS[part] - ends)) if len(ends) == 1 else None

    def elsewhere(self, terminal: str) -> str | None:
        """Return a controller screw that the terminal is joined to, or None."""
        screws = sorted(name for name in self.net[terminal] if name.startswith("controller."))
        return screws[0] if screws else None


def _name(terminal: str) -> str:
    row = TERMINALS[terminal]
    return row.name_en if language() == "en" else row.name


def _part(name: str) -> str:
    words = {"fuse": ("Sekering", "the fuse"), "switch": ("Sakelar", "the switch")}
    return words[name][language() == "en"]


def _pole(pole: str, wiring: Wiring) -> Finding:
    """Judge a pole that goes straight to its screw: battery minus, panel plus, panel minus."""
    screw = _POLE_OF[pole]
    names = {"a": _name(pole), "b": _name(screw)}
    fault = wiring.fault(pole)
    if screw in wiring.net[pole]:
        return missed(fault, **names) if fault else right()
    if fault in ("reversed", "short"):
        return missed(fault, **names)
    place = wiring.elsewhere(pole)
    if place is None:
        return missed("missing", **names)
    # The kit's controller joins its three minus screws inside, so the current does flow.
    share = 0.5 if place.endswith("_minus") and pole.endswith(".minus") else 0.0
    return missed("elsewhere", share, place=_name(place), **names)


def _into_part(terminal: str, part: str, beyond: frozenset[str], wiring: Wiring) -> Finding:
    """Judge a lead from a terminal into the fuse or the switch, and that nothing goes round it."""
    names = {"a": _name(terminal), "b": _part(part)}
    if fault := wiring.fault(terminal):
        return missed(fault, **names)
    round_it = wiring.net[terminal] & beyond
    far = wiring.other_end(terminal, part)
    if far is not None and (wiring.net[far] & beyond or not round_it):
        return right()
    if any(wiring.other_end(f"{name.split('.')[0]}.minus", part) for name in round_it & _LAMP_PLUS):
        return missed("on_minus", 0.5, **names)
    return missed("skipped" if round_it else "missing", **names)


def _out_of_fuse(wiring: Wiring) -> Finding:
    screw = "controller.battery_plus"
    names = {"a": _part("fuse"), "b": _name(screw)}
    if fault := wiring.fault(screw):
        return missed(fault, **names)
    far = wiring.other_end(screw, "fuse")
    if far is not None and wiring.elsewhere(far) is None:
        return right()
    if _is_short(wiring.loop["fuse.a"]) and not any(wiring.fault(end) for end in _ENDS["fuse"]):
        return missed("short", **names)
    places = [place for end in sorted(_ENDS["fuse"]) if (place := wiring.elsewhere(end)) not in (None, screw)]
    return missed("elsewhere", place=_name(str(places[0])), **names) if places else missed("missing", **names)


def _best_lamp(check: Callable[[str, Wiring], Finding], wiring: Wiring) -> Finding:
    """Judge either lamp: one lamp is asked for, the other is free play."""
    findings = [check(lamp, wiring) for lamp in LAMPS]
    return max(findings, key=lambda finding: (finding.holds, finding.share, finding.mistake != "missing"))


def _out_of_switch(lamp: str, wiring: Wiring) -> Finding:
    plus = f"{lamp}.plus"
    names = {"a": _part("switch"), "b": _name(plus)}
    if fault := wiring.fault(plus):
        return missed(fault, **names)
    if "controller.load_plus" in wiring.net[plus]:
        on_minus = wiring.other_end(f"{lamp}.minus", "switch") is not None
        return missed("on_minus", 0.5, **names) if on_minus else missed("skipped", **names)
    if wiring.other_end(plus, "switch"):
        return right()
    short = _is_short(wiring.loop["switch.a"]) and not any(wiring.fault(end) for end in _ENDS["switch"])
    return missed("short" if short else "missing", **names)


def _lamp_minus(lamp: str, wiring: Wiring) -> Finding:
    minus, screw = f"{lamp}.minus", "controller.load_minus"
    names = {"a": _name(screw), "b": _name(minus)}
    if fault := wiring.fault(minus):
        return missed(fault, **names)
    if screw in wiring.net[minus]:
        return right()
    far = wiring.other_end(minus, "switch")
    if far is not None and screw in wiring.net[far]:
        return missed("on_minus", 0.5, **names)
    place = wiring.elsewhere(minus)
    if place is not None:
        return missed("elsewhere", 0.5 if place.endswith("_minus") else 0.0, place=_name(place), **names)
    return missed("missing", **names)


def _only_the_fuse_is_out(state: BenchState) -> bool:
    """Tell whether the battery's leads are right and only the holder is empty."""
    return state.fuse is None and all(
        joined(state, f"battery.{pole}", f"controller.battery_{pole}") for pole in ("plus", "minus")
    )


def _battery_before_panel(state: BenchState) -> Finding:
    since = connections(state)
    fuse_out = _only_the_fuse_is_out(state)
    if since.panel_before_battery:
        return missed("panel_no_fuse" if fuse_out else "panel_first")
    if since.battery is None:
        return missed("no_fuse" if fuse_out else "no_battery")
    if since.panel is None:
        return missed("no_panel")
    return right()


def _battery_before_load(state: BenchState) -> Finding:
    since = connections(state)
    if since.battery is None:
        return missed("no_fuse" if _only_the_fuse_is_out(state) else "no_battery")
    lamps = [step for step in (since.lamp1, since.lamp2) if step is not None]
    if not lamps:
        return missed("no_load")
    return right() if min(lamps) > since.battery else missed("load_first")


def _fuse_in_plus(state: BenchState) -> Finding:
    wiring = Wiring.of(state)
    battery, screw = wiring.net["battery.plus"], wiring.net["controller.battery_plus"]
    if any(_ENDS["fuse"] <= net for net in (battery, screw)) or (
        _ENDS["fuse"] & battery and battery == screw
    ):
        return missed("bridged")
    far = wiring.other_end("battery.plus", "fuse")
    if far is None:
        return _fuse_elsewhere(wiring)
    if far not in screw:
        return missed("half", 0.4)
    if state.fuse is None:
        return missed("pulled", 0.6)
    if burns_first(state) is not None:
        return missed("too_large", 0.8)
    return missed("blown", 0.8) if state.fuse_blown else right()


def _fuse_elsewhere(wiring: Wiring) -> Finding:
    if wiring.other_end("battery.minus", "fuse") is not None:
        return missed("on_minus", 0.4)
    if any(len(wiring.net[end]) > 1 for end in _ENDS["fuse"]):
        return missed("far_away", 0.2)
    return missed("missing")


def read_bench(content: Mapping[str, Any]) -> BenchState:
    """Read the bench out of an answer file's content; raise ValueError when kit B is not there."""
    if not isinstance(content, Mapping) or "bench" not in content:
        raise ValueError("the answer holds no bench")
    state = from_json(content["bench"])
    if state.kit != "b":
        raise ValueError(f"the answer's bench is kit {state.kit}; these tasks are about kit b")
    return state


def finished_rounds(content: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """List the rounds that were finished before starting over."""
    rounds = content.get("rounds", ()) if isinstance(content, Mapping) else ()
    return [entry for entry in rounds if isinstance(entry, Mapping)] if isinstance(rounds, list) else []


def _read_wiring(content: Mapping[str, Any]) -> Wiring:
    return Wiring.of(read_bench(content))


def _set(task: str, parse: Any, checks: Mapping[str, Any]) -> RuleSet[Any]:
    path = _HERE / "texts" / f"{task}.toml"
    return RuleSet(task, "s06-rangkai", parse, load_rules(path, checks), load_set(path), finished_rounds)


Check = Callable[[Wiring], Finding]

_CHECKS: Final[Mapping[str, Check]] = {
    "s06.connection.battery-fuse": partial(
        _into_part, "battery.plus", "fuse", frozenset({"controller.battery_plus"})
    ),
    "s06.connection.fuse-controller": _out_of_fuse,
    "s06.connection.battery-minus": partial(_pole, "battery.minus"),
    "s06.connection.panel-plus": partial(_pole, "panel.plus"),
    "s06.connection.panel-minus": partial(_pole, "panel.minus"),
    "s06.connection.load-switch": partial(_into_part, "controller.load_plus", "switch", _LAMP_PLUS),
    "s06.connection.switch-lamp": partial(_best_lamp, _out_of_switch),
    "s06.connection.lamp-minus": partial(_best_lamp, _lamp_minus),
}


def _lead_behind(check: Check, wiring: Wiring) -> int | None:
    """Return the lead that is best taken off to get rid of a mistake, or None.

    Taking it off must leave the connection right or open. Of several such leads it is the one that leaves
    most other connections right, so that nobody is told to take a right lead off; of equals the latest.
    """
    best: tuple[int, int] | None = None
    for position, lead in enumerate(wiring.state.wires):
        rest = wiring.without(lead.id)
        left = check(rest)
        if left.holds or left.mistake == "missing":
            standing = sum(other(rest).holds for other in _CHECKS.values())
            best = max(best or (standing, position), (standing, position))
    return None if best is None else wiring.state.wires[best[1]].id


def _naming_the_lead(check: Check, wiring: Wiring) -> Finding:
    """Judge, and name the lead to take off where something is joined that should not be."""
    finding = check(wiring)
    if finding.holds or finding.mistake == "missing":
        return finding
    lead = _lead_behind(check, wiring)
    english = language() == "en"
    words = (
        ("that lead" if english else "kabel itu")
        if lead is None
        else f"{'lead' if english else 'kabel'} {lead}"
    )
    return replace(
        finding, details={**finding.details, "lead": words, "wire": "" if lead is None else str(lead)}
    )


CONNECTIONS: Final = _set(
    "s06-sambungan", _read_wiring, {name: partial(_naming_the_lead, check) for name, check in _CHECKS.items()}
)
"""Task ``s06-sambungan``: all eight connections."""

ORDER: Final = _set(
    "s06-urutan",
    read_bench,
    {
        "s06.order.battery-before-panel": _battery_before_panel,
        "s06.order.battery-before-load": _battery_before_load,
    },
)
"""Task ``s06-urutan``: the battery first, the panel never before it."""

FUSE: Final = _set("s06-sekering", read_bench, {"s06.fuse.in-battery-plus": _fuse_in_plus})
"""Task ``s06-sekering``: the fuse in the battery's plus lead."""
