"""Steps that are put in order: one more, one less, one place earlier or later."""

from collections.abc import Callable, Sequence
from typing import Any

from lentera.widgets.activity import Refused
from lentera.widgets.line import Doing, Line
from lentera.words import _


def ordering_words() -> dict[str, str]:
    """Return the words of `makeActions` and `makeSteps` of ``shared/ordering.js``."""
    return {
        "add": _("Choose"),
        "taken": _("step chosen"),
        "up": _("Earlier"),
        "down": _("Later"),
        "drop": _("Remove the step"),
    }


def added(steps: Sequence[str], step: str) -> tuple[str, ...]:
    """Return the steps with one more; raise `Refused` when it is there already."""
    if step in steps:
        raise Refused(Line.same(_("This step is in your list already.")))
    return (*steps, step)


def dropped(steps: Sequence[str], number: Any) -> tuple[str, ...]:
    """Return the steps without the one at an index; raise ValueError when there is none."""
    at = index(number, len(steps))
    return (*steps[:at], *steps[at + 1 :])


def moved(steps: Sequence[str], number: Any, by: Any) -> tuple[tuple[str, ...], int]:
    """Return the steps with one moved by a place, and where it is now; raise `Refused` at an end."""
    at = index(number, len(steps))
    if by not in (-1, 1) or isinstance(by, bool):
        raise ValueError(f"a step cannot move by {by!r}")
    to = at + by
    if not 0 <= to < len(steps):
        raise Refused(Line.same(_("This step is at the end already.")))
    order = list(steps)
    order[at], order[to] = order[to], order[at]
    return tuple(order), to


def steps_view(steps: Sequence[str], text_of: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return the chosen steps as `makeSteps` of ``shared/ordering.js`` shows them."""
    end = _("This step is at the end already.")
    return [
        {
            "id": step,
            "text": text_of(step),
            "up": Doing(at > 0, end).to_json(),
            "down": Doing(at < len(steps) - 1, end).to_json(),
        }
        for at, step in enumerate(steps)
    ]


def index(number: Any, count: int) -> int:
    """Return an index of a message; raise ValueError when there is nothing at it."""
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < count:
        raise ValueError(f"there is no number {number!r}; give one from 0 to {count - 1}")
    return number
