"""What to do when no measurement tells two suspects apart: look, or ask the owner."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from lentera.rules import Saying


@dataclass(frozen=True, slots=True)
class Action:
    """Be a look or a question.

    Attributes
    ----------
    does : Saying
        What one does.
    shows : Mapping of str to Saying
        What one then sees or hears, by suspect; it says nothing of others.
    """

    id: str
    does: Saying
    shows: Mapping[str, Saying]


@cache
def actions() -> tuple[Action, ...]:
    """Give all actions."""
    text = files("lentera.solar.diagnosis").joinpath("actions.toml").read_text(encoding="utf-8")
    return tuple(
        Action(
            id_, Saying(**row["does"]), MappingProxyType({k: Saying(**v) for k, v in row["shows"].items()})
        )
        for id_, row in tomllib.loads(text).items()
    )


def action_apart(suspects: Collection[str]) -> Action | None:
    """Give the action that tells these suspects apart; None when none is known that tells of them all."""
    for action in actions():
        if len(suspects) > 1 and all(suspect in action.shows for suspect in suspects):
            return action
    return None
