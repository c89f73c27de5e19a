"""Plus and minus behind the screen: each chosen place is saved before it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from lentera.solar.knowing import COMPONENTS, MINUS, PLUS, read_poles
from lentera.widgets.frame import frame_words
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.parts.cards import marks, shuffled
from lentera.widgets.parts.printed import printed_words
from lentera.words import _, language

Places = Mapping[str, Mapping[str, str]]
"""Component to pole to the chosen place."""

_NONE: Places = MappingProxyType({name: MappingProxyType({PLUS: "", MINUS: ""}) for name in COMPONENTS})


@dataclass(frozen=True)
class Pointed:
    """Hold what is saved: where plus and minus were shown."""

    places: Places = field(default_factory=lambda: _NONE)


class PolesSession(JudgedActivity[Pointed]):
    """One learner's search for plus and minus on five parts, without any screen."""

    screen = "parts"

    @cached_property
    def _rows(self) -> tuple[str, ...]:
        return shuffled(self.place, self._file.task, tuple(COMPONENTS))

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        code = language()
        return {
            **frame_words(_("Plus and minus")),
            "kind": "poles",
            "judged": bool(self._rule_sets),
            "intro": _("Read or feel the marks of each part. Then choose the place of plus and of minus."),
            "pole_names": {PLUS: _("Plus is at"), MINUS: _("Minus is at")},
            "pick": _("Choose a place"),
            "rows": [
                {
                    "id": name,
                    "name": COMPONENTS[name].name.in_language(code),
                    "marks": marks()[name].in_language(code),
                    "places": [
                        [place, said.in_language(code)] for place, said in COMPONENTS[name].places.items()
                    ],
                }
                for name in self._rows
            ],
            "printed": printed_words(),
        }

    def _empty(self) -> Pointed:
        return Pointed()

    def _read(self, content: Mapping[str, Any]) -> Pointed:
        rows = read_poles(content)
        return Pointed(MappingProxyType({name: MappingProxyType(row) for name, row in rows.items()}))

    def _write(self, state: Pointed) -> Mapping[str, Any]:
        return {"kutub": {name: dict(row) for name, row in state.places.items()}}

    def _ready(self) -> str:
        return _("Ready. Start with the first part.")

    def _back(self) -> str:
        return _("Your choices are as you left them.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        match message["do"]:
            case "point":
                return Line.same(self._point(message["part"], message["pole"], message["place"]))
            case "check" if self._rule_sets:
                return self._check()
            case other:
                raise ValueError(f"the poles do not know {other!r}")

    def _point(self, part: str, pole: str, chosen: str) -> str:
        component = COMPONENTS[part]
        if pole not in (PLUS, MINUS) or (chosen != "" and chosen not in component.places):
            raise ValueError(f"no place {chosen!r} can be chosen for {pole!r} of {part!r}")
        row = MappingProxyType({**self._state.places[part], pole: chosen})
        self._become(Pointed(MappingProxyType({**self._state.places, part: row})))
        code = language()
        name = component.name.in_language(code)
        if not chosen:
            return _("{part}: no place chosen for {pole}.").format(part=name, pole=pole)
        where = component.places[chosen].in_language(code)
        return _("{part}: {pole} at {where}.").format(part=name, pole=pole, where=where)

    def _tally(self) -> str:
        chosen = sum(bool(place) for row in self._state.places.values() for place in row.values())
        return _("{n} of {all} chosen.").format(n=chosen, all=2 * len(COMPONENTS))

    def _draw(self) -> dict[str, Any]:
        return {
            "places": {name: dict(row) for name, row in self._state.places.items()},
            "tally": self._tally(),
            "check": self._found,
        }
