"""Faults of the course content: what happened, where, and what to do next."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from lentera.words import language

_SENTENCES = Path(__file__).with_name("faults.toml")


class Severity(StrEnum):
    """Tell how much a fault matters.

    An `ERROR` must be repaired before teaching. A `WARNING` should be looked at. `MISSING` is planned content
    that is not written yet: told every time, but it is no fault of what is there. Only errors make
    ``lentera course check`` end with exit code 1.
    """

    ERROR = "error"
    WARNING = "warning"
    MISSING = "missing"


@dataclass(frozen=True, order=True)
class Fault:
    """Report one fault of the course content.

    Attributes
    ----------
    file, key : str
        Path below the course root, and the place inside it, such as ``tasks[2].points``.
    severity : Severity
        How much it matters.
    kind : str
        Stable name of the kind of fault.
    message, next_step : str
        What happened and what to do next, in the reader's language.
    """

    file: str
    key: str
    severity: Severity
    kind: str
    message: str
    next_step: str


class CourseError(ValueError):
    """Report a course that cannot be used, with every fault found in it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        lines = [f"{fault.file}: {fault.key}: {fault.message} {fault.next_step}" for fault in faults]
        super().__init__("\n".join([f"The course content has faults ({len(faults)}):", *lines]))


@cache
def _sentences() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_SENTENCES.read_text(encoding="utf-8"))


def fault(kind: str, file: str, key: str = "", **details: object) -> Fault:
    """Word a fault of a known kind.

    Parameters
    ----------
    kind : str
        A table of ``faults.toml``.
    file, key : str
        Path below the course root, and the place inside it.
    **details : object
        Values for the sentence's blanks.
    """
    table = _sentences()[kind]
    tongue = "en" if language() == "en" else "id"
    return Fault(
        file=file,
        key=key,
        severity=Severity(table["severity"]),
        kind=kind,
        message=table["says"][tongue].format(**details),
        next_step=table["next"][tongue].format(**details),
    )


def fault_kinds() -> tuple[str, ...]:
    """Return the names of all kinds of fault."""
    return tuple(_sentences())
