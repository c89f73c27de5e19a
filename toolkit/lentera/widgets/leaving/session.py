"""Leaving a laptop, behind the screen: steps in an order, how the laptop stands after each, and a check."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from lentera.literacy.leaving import STEPS, after, offered, read_steps, step_name, told
from lentera.rules.seeds import as_seed, seed_of
from lentera.widgets.facts import facts_told
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.leaving.wording import leaving_words
from lentera.widgets.line import Line
from lentera.widgets.ordering import added, dropped, moved, steps_view
from lentera.words import _


@dataclass(frozen=True)
class Left:
    """Hold what is saved: the seed of the offer's order, and the chosen steps."""

    seed: int
    steps: tuple[str, ...] = ()


class LeavingSession(JudgedActivity[Left]):
    """One learner's way of leaving a laptop, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s01-kunci``.
    """

    screen = "leaving"

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        today = self.place.now().date()
        return {**leaving_words(), "two_facts": facts_told(["sandi-dua-langkah"], today)}

    def _empty(self) -> Left:
        return Left(seed_of(self.place.learner, "s01-kunci"))

    def _read(self, content: Mapping[str, Any]) -> Left:
        return Left(as_seed(content.get("benih")), read_steps(content))

    def _write(self, state: Left) -> Mapping[str, Any]:
        return {"benih": state.seed, "langkah": list(state.steps)}

    def _ready(self) -> str:
        return _("Six steps are on offer. Choose the first one.")

    def _back(self) -> str:
        return _("Your steps are as you left them.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "add": lambda: self._add(message["action"]),
            "drop": lambda: self._drop(message["at"]),
            "move": lambda: self._move(message["at"], message["by"]),
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _add(self, step: Any) -> Line:
        if step not in STEPS:
            raise ValueError(f"there is no step {step!r}")
        self._put(added(self._state.steps, step))
        count = len(self._state.steps)
        return Line.same(_("Step {n}: {text}").format(n=count, text=f"{step_name(step)} {self._stands()}"))

    def _drop(self, number: Any) -> Line:
        self._put(dropped(self._state.steps, number))
        return Line.same(_("Step {n} removed.").format(n=number + 1))

    def _move(self, number: Any, by: Any) -> Line:
        steps, to = moved(self._state.steps, number, by)
        self._put(steps)
        return Line.same(_("Step {n} now: {text}").format(n=to + 1, text=step_name(steps[to])))

    def _put(self, steps: tuple[str, ...]) -> None:
        self._become(replace(self._state, steps=steps))

    def _stands(self) -> str:
        return told(after(self._state.steps))

    def _draw(self) -> dict[str, Any]:
        steps = self._state.steps
        return {
            "actions": [
                {"id": step, "text": step_name(step), "taken": step in steps}
                for step in offered(self._state.seed)
            ],
            "steps": steps_view(steps, step_name),
            "no_steps": "" if steps else _("No step yet. Choose the first one."),
            "scenes": [_scene(steps[:count]) for count in range(len(steps) + 1)],
            "check": self._found,
        }


def _scene(steps: tuple[str, ...]) -> dict[str, Any]:
    """Return how the laptop looks after some steps: for the picture, and in words."""
    laptop = after(steps)
    title = (
        _("After step {n}: {text}").format(n=len(steps), text=step_name(steps[-1]))
        if steps
        else _("At first")
    )
    return {"title": title, "text": told(laptop), "looks": asdict(laptop)}
