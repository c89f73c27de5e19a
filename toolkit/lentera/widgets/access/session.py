"""How she likes to work, behind the screen: what is saved are the preferences of her desk, no answer file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.answers import AnswerNotSaved
from lentera.desk import TEXT_SIZES, THEMES, Preferences
from lentera.place import Place
from lentera.widgets.access import wording
from lentera.widgets.activity import Activity, Refused
from lentera.widgets.line import Doing, Line
from lentera.words import Address, _

MOST_STEPS: Final = 20
"""Earlier choices that can be gone back to."""
LONGEST_NAME: Final = 40
SWITCHES: Final = ("sound", "keys")

_FILE: Final = "preferensi.json"


@dataclass(frozen=True)
class Chosen:
    """Hold what is chosen, and what was chosen before, the newest last."""

    now: Preferences
    before: tuple[Preferences, ...] = ()

    def with_choice(self, now: Preferences) -> "Chosen":
        """Return another choice from which the way back leads here; a name that grows is one step."""
        if self.before and _same_but_name(now, self.now) and _same_but_name(self.before[-1], self.now):
            return Chosen(now, self.before)
        return Chosen(now, (*self.before, self.now)[-MOST_STEPS:])

    def one_back(self) -> "Chosen":
        """Return the choice before this one."""
        return Chosen(self.before[-1], self.before[:-1])


class AccessSession(Activity[Chosen]):
    """One learner's way of working, without any screen.

    Parameters
    ----------
    place : Place
        Whose desk it is; where there is none, choices are tried and not kept.
    """

    screen = "access"

    def __init__(self, place: Place) -> None:
        super().__init__(place, "pilih-akses")

    @property
    def look(self) -> dict[str, object]:
        """Return the look that is being tried; away from any desk it is not kept anywhere else."""
        chosen = self._state.now
        return {
            "theme": chosen.theme,
            "text_size": chosen.text_size,
            "keys": chosen.keys,
            "sound": chosen.sound,
        }

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return wording.access_words()

    def _empty(self) -> Chosen:
        return Chosen(self.place.preferences)

    def _read(self, content: Mapping[str, Any]) -> Chosen:
        return Chosen(Preferences.from_json(content))

    def _write(self, state: Chosen) -> Mapping[str, Any]:
        return {"address": state.now.address.value, "name": state.now.name, **self.look}

    def _ready(self) -> str:
        return _("Choose what helps. Each choice can be tried at once.")

    def _untouched(self) -> str:
        if self.place.desk is None:
            return _("This notebook is open outside your desk. Choices can be tried here. They are not kept.")
        return _("Each choice is kept on this laptop by itself.")

    def _open(self) -> None:
        self._show(Line.same(self._ready()), self._draw())

    def _take_in_other_notebook(self) -> None:
        """Go on from what was chosen on the home page or in another notebook meanwhile."""
        kept = self.place.preferences
        if self.place.desk is not None and kept != self._state.now:
            self._become(self._state.with_choice(kept))

    def _save(self, *, milestone: bool) -> None:  # noqa: ARG002 - preferences have no history
        desk = self.place.desk
        if desk is None:
            return
        if self._state.now == desk.preferences:
            return
        try:
            desk.set_preferences(self._state.now)
        except OSError as error:
            raise AnswerNotSaved(desk.private / _FILE, error) from error
        self._saved_at = self.place.now()

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "set": lambda: self._set(message["field"], message["value"]),
            "undo": self._undo,
            "reset": self._reset,
        }
        return gestures[message["do"]]()

    def _set(self, field: str, value: Any) -> Line:
        now = self._state.now
        changed = replace(now, **{field: _checked(field, value)})
        if changed != now:
            self._become(self._state.with_choice(changed))
        return Line.same(wording.told(field, changed))

    def _undo(self) -> Line:
        if not self._state.before:
            raise Refused(Line.same(self._no_way_back()))
        self._become(self._state.one_back())
        return Line.same(
            _("The last choice is taken back. {all}").format(all=wording.summary(self._state.now))
        )

    def _reset(self) -> Line:
        now = self._state.now
        plain = replace(Preferences(), address=now.address, name=now.name)
        if plain == now:
            raise Refused(Line.same(_("The look is as at the beginning already.")))
        self._become(self._state.with_choice(plain))
        return Line.same(_("As at the beginning. {all}").format(all=wording.summary(plain)))

    def _no_way_back(self) -> str:
        return _("There is no choice to take back yet.")

    def _draw(self) -> dict[str, Any]:
        now = self._state.now
        who = " ".join(part for part in (now.address.short, now.name) if part)
        return {
            "text_size": str(now.text_size),
            "theme": now.theme,
            "sound": "on" if now.sound else "off",
            "keys": "on" if now.keys else "off",
            "address": now.address.value,
            "name": now.name,
            "undo": Doing(bool(self._state.before), self._no_way_back()).to_json(),
            "hello": _("Good morning, {who}.").format(who=who) if who else _("Good morning."),
            "kept": self.place.desk is not None,
            "summary": wording.summary(now),
        }


def _same_but_name(one: Preferences, other: Preferences) -> bool:
    return replace(one, name=other.name) == other


def _checked(field: str, value: Any) -> Any:
    """Return a chosen value as preferences hold it; raise ValueError when it is not on offer."""
    if field == "name" and isinstance(value, str):
        return " ".join(value.split())[:LONGEST_NAME]
    offered: dict[str, Mapping[str, Any]] = {
        "text_size": {str(size): size for size in TEXT_SIZES},
        "theme": {theme: theme for theme in THEMES},
        "address": {address.value: address for address in Address},
        **{switch: {"on": True, "off": False} for switch in SWITCHES},
    }
    if field not in offered or value not in offered[field]:
        raise ValueError(f"{field!r} cannot be {value!r}; choose one that is on offer")
    return offered[field][value]
