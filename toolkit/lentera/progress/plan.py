"""What the views need to know of the course, however it is written down."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class TaskPlan(Protocol):
    """Describe a task: what to do, and how it is marked.

    ``grading`` is ``auto``, ``observed`` or ``manual``; ``points`` add to 100.
    """

    @property
    def id(self) -> str: ...  # noqa: D102 - said by the class
    @property
    def title(self) -> str: ...  # noqa: D102 - said by the class
    @property
    def text(self) -> str: ...  # noqa: D102 - said by the class
    @property
    def points(self) -> float: ...  # noqa: D102 - said by the class
    @property
    def grading(self) -> str: ...  # noqa: D102 - said by the class


class SessionPlan(Protocol):
    """Describe a session and its tasks, in the order they are done."""

    @property
    def id(self) -> str: ...  # noqa: D102 - said by the class
    @property
    def title(self) -> str: ...  # noqa: D102 - said by the class
    @property
    def label(self) -> str: ...  # noqa: D102 - said by the class
    @property
    def tasks(self) -> Sequence[TaskPlan]: ...  # noqa: D102 - said by the class


class CoursePlan(Protocol):
    """Describe a course or one learner's way through it: sessions by id, in teaching order."""

    @property
    def sessions(self) -> Mapping[str, SessionPlan]: ...  # noqa: D102 - said by the class
