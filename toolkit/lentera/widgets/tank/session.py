"""The water tank behind the screen: what hangs on the battery, and three questions on power."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from lentera.rules.seeds import seed_of
from lentera.solar.power import NAMES, UNITS, questions_of, read_answer
from lentera.solar.supply import CABLE_CHOICES, CHARGES, LOADS, cable_names, load_names, supply
from lentera.widgets.frame import frame_words
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.tank.view import Reading, charge_words, tank_view
from lentera.words import _, language

_LONGEST = 20
_EMPTY = MappingProxyType(dict.fromkeys(NAMES, ("", "")))


@dataclass(frozen=True)
class Tank:
    """Hold what is saved: charge [% of full], load and cable, the questions' seed and what was written."""

    seed: int
    charge: int = 100
    load: str = "lampu3"
    cable: str = CABLE_CHOICES[0]
    written: Mapping[str, tuple[str, str]] = field(default_factory=lambda: _EMPTY)

    @property
    def reading(self) -> Reading:
        """Return what a meter shows of this circuit."""
        return Reading.of(supply(self.charge, self.load, self.cable))


class TankSession(JudgedActivity[Tank]):
    """One learner's water tank, without any screen; without rules there are no questions."""

    screen = "tank"

    @cached_property
    def _seed(self) -> int:
        return seed_of(self.place.learner, self._file.task)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        code = language()
        return {
            **frame_words(_("Electricity as a water tank")),
            "judged": bool(self._rule_sets),
            "try_title": _("Turn and choose"),
            "charge": _("Charge of the battery"),
            "charges": {str(percent): charge_words(percent) for percent in CHARGES},
            "range": {"min": CHARGES[0], "max": CHARGES[-1], "step": CHARGES.step},
            "load": _("What hangs on the battery"),
            "loads": [[load, load_names()[load].in_language(code)] for load in LOADS],
            "cable": _("Cable to the load"),
            "cables": [[cable, cable_names()[cable].in_language(code)] for cable in CABLE_CHOICES],
            "limits": [
                _("The water is only a likeness. Electricity does not spill from an open cable."),
                _("The height of the water is the volts, not the charge of the battery."),
                _("All numbers are model values."),
            ],
            "limits_title": _("Keep in mind"),
            "questions_title": _("Three questions on power"),
            "sums": _("W = V × A. A = W ÷ V. You may use a calculator."),
            "question": [_("Question {n}").format(n=n) for n in range(1, len(NAMES) + 1)],
            "names": list(NAMES),
            "number": _("Your result"),
            "unit": _("Unit"),
            "pick_unit": _("Choose a unit"),
            "units": list(UNITS),
            "height": _("height of the water"),
            "at_load": _("at the load"),
            "flow": _("flow of the water"),
        }

    def _empty(self) -> Tank:
        return Tank(self._seed)

    def _read(self, content: Mapping[str, Any]) -> Tank:
        answer = read_answer(content)
        written = {
            name: (entry.number[:_LONGEST], entry.unit if entry.unit in UNITS else "")
            for name, entry in answer.entries.items()
        }
        state = Tank(answer.seed, written=MappingProxyType(written))
        chosen = content.get("tandon", {})
        if not isinstance(chosen, Mapping):
            raise ValueError("the answer's 'tandon' holds no choices; choose load and cable again")
        charge = chosen.get("isi", state.charge)
        load, cable = (
            str(chosen.get(key, old)) for key, old in (("beban", state.load), ("kabel", state.cable))
        )
        return _chosen(state, charge, load, cable)

    def _write(self, state: Tank) -> Mapping[str, Any]:
        return {
            "tandon": {"isi": state.charge, "beban": state.load, "kabel": state.cable},
            "benih": state.seed,
            "isian": {
                name: {"nilai": number, "satuan": unit} for name, (number, unit) in state.written.items()
            },
        }

    def _ready(self) -> str:
        return _("The tank is ready. Move the slider or choose a load.")

    def _back(self) -> str:
        return _("The tank is as you left it.")

    def _answer(self) -> Mapping[str, Any] | None:
        return self._write(self._state) if any(map(any, self._state.written.values())) else None

    def _act(self, message: Mapping[str, Any]) -> Line:
        state = self._state
        match message["do"]:
            case "charge":
                self._turn(_chosen(state, message["percent"], state.load, state.cable))
                return self._state.reading.told(charge_words(self._state.charge))
            case "load":
                self._turn(_chosen(state, state.charge, str(message["load"]), state.cable))
                return self._state.reading.told(load_names()[self._state.load].in_language(language()))
            case "cable":
                self._turn(_chosen(state, state.charge, state.load, str(message["cable"])))
                return self._state.reading.told_loss(cable_names()[self._state.cable].in_language(language()))
            case "set" if self._rule_sets:
                return Line.same(self._set(message["field"], message["value"]))
            case "check" if self._rule_sets:
                return self._check()
            case other:
                raise ValueError(f"the tank does not know {other!r}")

    def _turn(self, state: Tank) -> None:
        """Turn something on the tank; what a check has said about the questions stays true."""
        found = self._found
        self._become(state)
        self._found = found

    def _set(self, name: str, value: Mapping[str, Any]) -> str:
        number, unit = value["nilai"], value["satuan"]
        if name not in NAMES or not isinstance(number, str) or (unit != "" and unit not in UNITS):
            raise ValueError(f"{name!r} cannot be answered with {number!r} {unit!r}")
        written = MappingProxyType({**self._state.written, name: (number[:_LONGEST], unit)})
        self._become(replace(self._state, written=written))
        return _("Saved: {label}").format(label=_("Question {n}").format(n=NAMES.index(name) + 1))

    def _draw(self) -> dict[str, Any]:
        state = self._state
        return {
            "charge": state.charge,
            "load": state.load,
            "cable": state.cable,
            **tank_view(state.reading, state.load, state.cable),
            "questions": [question.text for question in questions_of(state.seed)] if self._rule_sets else [],
            "values": {
                name: {"nilai": number, "satuan": unit} for name, (number, unit) in state.written.items()
            },
            "check": self._found,
        }


def _chosen(state: Tank, charge: object, load: str, cable: str) -> Tank:
    """Return the tank with other choices; raise ValueError for what is not offered."""
    if not isinstance(charge, int) or isinstance(charge, bool):
        raise ValueError(f"charge is {charge!r}; give whole percent")
    supply(charge, load, cable)
    return replace(state, charge=charge, load=load, cable=cable)
