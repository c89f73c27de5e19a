"""What came of putting statements together."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class MergeResult:
    """Tell what a merge did.

    Attributes
    ----------
    added : int
        Statements that were new.
    already : int
        Statements the log had.
    conflicts : tuple of UUID
        Statements whose id the log has with other content. They are left out and the log keeps its own: an id
        is made once, so such a statement was changed on its way.
    """

    added: int
    already: int
    conflicts: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class ImportResult:
    """Tell what reading a file of statements did.

    Attributes
    ----------
    merged : MergeResult
        What came of the readable lines.
    unreadable : mapping of int to str
        Line number, from 1, to why it could not be read; a stick pulled too early cuts the last line.
    """

    merged: MergeResult
    unreadable: dict[int, str] = field(default_factory=dict)
