"""A copied voice behind the screen: a story, three checks to try, and a plan that prints without the word."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lentera.widgets.activity import Activity
from lentera.widgets.facts import facts_told
from lentera.widgets.frame import frame_words
from lentera.widgets.line import Line
from lentera.widgets.printing import print_beside, sheet_words
from lentera.widgets.voice_card.plan import Plan
from lentera.widgets.voice_card.texts import (
    option_name,
    options,
    part_name,
    parts,
    stories,
    story,
    way,
    ways,
)
from lentera.words import _, addressed

FACTS = ("modus-suara-tiruan", "modus-akun-dibajak")
"""Ids of the facts beside it."""
_LINES = 3


class VoiceCardSession(Activity[Plan]):
    """One learner's look at copied voices and her family's plan, without any screen.

    Parameters
    ----------
    place, answer_name
        As for `Activity`.
    """

    screen = "voice_card"
    milestones = frozenset({"print"})

    _printed: Mapping[str, str] | None = None

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {
            **frame_words(_("Copied voices")),
            "mark": _("SIMULATION"),
            "intro": _("A voice or a face can be copied. Three checks protect a family."),
            "stories_title": _("Which story?"),
            "stories": [[name, story(name)["name"]] for name in stories()],
            "happens": _("What happens"),
            "what": _("What it is"),
            "feels": _("How it feels"),
            "ways": _("Three checks. Try them all."),
            "try": _("Try this check"),
            "follows": _("What follows:"),
            "facts": _("Good to know"),
            "plan": _("Our family's plan"),
            "never": _(
                "Agree on the word by mouth or sign. It is never typed here, never written on the card, "
                "never photographed."
            ),
            "parts": [
                {
                    "id": part,
                    "name": part_name(part),
                    "options": [[one, option_name(part, one)] for one in options(part)],
                }
                for part in parts()
            ],
            "print": _("Print the card"),
            "sheet": _("Card to print:"),
            "open_sheet": _("Open the card"),
            "listen": _("Listen"),
            "quiet": _("Stop listening"),
        }

    def _empty(self) -> Plan:
        return Plan(stories()[0])

    def _read(self, content: Mapping[str, Any]) -> Plan:
        return Plan.from_content(content)

    def _write(self, state: Plan) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Read the story. Then try a check.")

    def _back(self) -> str:
        return _("Your plan is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "story": lambda: self._open_story(message["story"]),
            "try": lambda: self._try(message["way"]),
            "plan": lambda: self._choose(message["part"], message["value"], on=message["on"]),
            "print": self._print,
        }
        return gestures[message["do"]]()

    def _open_story(self, name: str) -> Line:
        told = self._said(story(name)["happens"])
        self._become(replace(self._state, story=name))
        return Line.same(told)

    def _try(self, name: str) -> Line:
        told = self._said(way(name, self._state.story)["follows"])
        self._become(self._state.with_tried(name))
        return Line.same(told)

    def _choose(self, part: str, option: str, *, on: Any) -> Line:
        if not isinstance(on, bool):
            raise ValueError(f"a choice is made or taken back, not {on!r}")
        name = option_name(part, option)
        self._become(self._state.with_choice(part, option, on=on))
        told = _("In the plan: {name}. {tally}") if on else _("Out of the plan: {name}. {tally}")
        return Line.same(told.format(name=name, tally=self._tally()))

    def _tally(self) -> str:
        return _("{n} of {all} parts are decided.").format(n=self._state.complete, all=len(parts()))

    def _print(self) -> Line:
        line, self._printed = print_beside(self.place, "kata-keluarga", self._sheet())
        return line

    def _sheet(self) -> dict[str, Any]:
        return {
            **sheet_words(self.place, _("Our family's code word"), _("The word itself is not written here.")),
            "intro": _("Does a familiar voice or face ask for money? Stop. Check first."),
            "ways_title": _("Three checks"),
            "ways": [way(name, stories()[0])["name"] for name in ways()],
            "rows": [
                [part_name(part), [option_name(part, one) for one in self._state.chosen.get(part, ())]]
                for part in parts()
            ],
            "numbers": _("Old numbers we call back (write them by pen)"),
            "blank": _LINES,
            "never": _("Keep the word in your heads. Do not write it, type it or photograph it."),
        }

    def _said(self, text: str) -> str:
        return addressed(text, self.place.address)

    def _draw(self) -> dict[str, Any]:
        state = self._state
        tried = state.tried.get(state.story, ())
        told = {key: self._said(text) for key, text in story(state.story).items()}
        return {
            "story": state.story,
            "told": told,
            "script": " ".join(told[key] for key in ("happens", "what", "feels")),
            "ways": [
                {**{key: self._said(text) for key, text in way(name, state.story).items()}, "id": name}
                | ({} if name in tried else {"follows": ""})
                for name in ways()
            ],
            "chosen": {part: list(state.chosen.get(part, ())) for part in parts()},
            "tally": self._tally(),
            "facts": facts_told(FACTS, self.place.now().date()),
            "printed": self._printed,
        }
