"""What the verbs share: where the notebook stands, what its tasks are, and no traceback for a learner."""

import os
from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from lentera.course import Session, Task
    from lentera.place import Place
    from lentera.rules import Check, RuleSet
    from lentera.widgets.activity import Activity
    from lentera.widgets.activity_widget import ActivityWidget

Given = ParamSpec("Given")
Result = TypeVar("Result")


def calmly(verb: Callable[Given, Result]) -> Callable[Given, Result | None]:
    """Give the learner a sentence where Python would give a traceback; the trainer finds that in the log.

    While marks are given nobody sees what a verb shows, so it shows nothing and loads nothing.
    """

    @wraps(verb)
    def tried(*args: Given.args, **kwargs: Given.kwargs) -> Result | None:
        if os.environ.get("LENTERA_GRADING"):
            return None
        try:
            return verb(*args, **kwargs)
        except Exception:  # noqa: BLE001 - whatever happens, no learner sees a traceback
            from lentera.words import _  # noqa: PLC0415 - see `kelas`

            note_trouble()
            print(_("This part cannot be opened now. Your answers are safe. Call the trainer."))  # noqa: T201 - the learner reads it
            return None

    return tried


def note_trouble() -> None:
    """Keep the error that is being handled for the trainer."""
    from lentera.place import Place  # noqa: PLC0415 - see `kelas`

    Place.here().note_trouble()


def here() -> "Place":
    """Return the place of the running notebook."""
    from lentera.place import Place  # noqa: PLC0415 - see `kelas`

    return Place.here()


def rule_sets() -> "Mapping[str, RuleSet[Any]]":
    """Return the rules of every task that is marked automatically."""
    from lentera.tasks import RULE_SETS  # noqa: PLC0415 - see `kelas`

    return RULE_SETS


def session(name: str) -> "Session":
    """Return the session a task, an answer or a session id belongs to."""
    from lentera.course import content_root, load_course  # noqa: PLC0415 - see `kelas`

    return load_course(content_root()).sessions[name.split("-", maxsplit=1)[0]]


def task(name: str) -> "Task":
    """Return a task of the curriculum."""
    return session(name).task(name)


def judged(answer: str) -> "tuple[list[RuleSet[Any]], dict[str, float]]":
    """Return the rules that read an answer, in the order of the curriculum, and the points of their tasks."""
    rules = rule_sets()
    tasks = [one for one in session(answer).tasks if one.answer == answer and one.id in rules]
    return [rules[one.id] for one in tasks], {one.id: float(one.points) for one in tasks}


def show(activity: "Activity[Any]") -> "ActivityWidget":
    """Return the widget of an activity."""
    from lentera.widgets import activity_widget  # noqa: PLC0415 - see `kelas`

    return activity_widget.show(activity)


def best(place: "Place", name: str) -> "Check":
    """Judge the best round of a task's answer."""
    from lentera.rules import Check  # noqa: PLC0415 - see `kelas`

    rules = rule_sets()[name]
    return Check((rules.best(place.content(rules)),))


def by_hand() -> str:
    """Say that a trainer marks a task."""
    from lentera.words import _  # noqa: PLC0415 - see `kelas`

    return _("The trainer marks this task. Not marked yet.")
