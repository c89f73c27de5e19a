"""What the trainer reads of her class: the grid and who needs help, or one learner's sessions."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from lentera.classroom.class_folder import ClassFolder
from lentera.classroom.errors import ClassroomError
from lentera.course import content_root, load_course
from lentera.progress import Table, class_view, help_table, learner_view, needs_help
from lentera.tasks import RULE_SETS
from lentera.words import _, language

if TYPE_CHECKING:
    from typing import Any

    from lentera.rules import Rule

_BLANK: Final = re.compile(r"\{(?![sS]apaan\})\w+\}")
"""What a rule fills in from one answer; the trainer reads of many."""


def class_tables(classroom: ClassFolder, learner: str | None = None) -> list[Table]:
    """Return the class grid and the help list, or the sessions of one learner.

    Raises
    ------
    ClassroomError
        When the learner is not on the class list, or the list is empty.
    """
    course = load_course(content_root())
    learners = sorted(classroom.learners())
    if learner is not None and learner not in learners:
        raise ClassroomError(
            _("The code {code} is not in the class list.").format(code=learner),
            _("Look at peserta.csv, or add the code with: lentera learner add {code}.").format(code=learner),
        )
    with classroom.open_log() as log:
        statements = list(log.statements())
    if learner is not None:
        return [learner_view(statements, course, learner).to_table()]
    needs = needs_help(statements, learners)
    return [class_view(statements, course, learners), help_table(needs, course, describe_mistake)]


def describe_mistake(rule_id: str, mistake: str) -> str:
    """Return the sentence a learner reads for a mistake; its id when the rule is not known here."""
    rule = _rules().get(rule_id)
    if rule is None or mistake not in rule.mistakes:
        return mistake
    return _BLANK.sub("…", rule.mistakes[mistake].says.in_language(language()))


def _rules() -> Mapping[str, "Rule[Any]"]:
    return {rule.id: rule for rules in RULE_SETS.values() for rule in rules.rules}
