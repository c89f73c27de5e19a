"""Read every scenario of the course and of the village into one bank."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from lentera.course.faults import CourseError, Fault, Severity
from lentera.course.load import parse_toml
from lentera.course.reader import Reader
from lentera.course.scenarios.calls import Call, read_call
from lentera.course.scenarios.messages import (
    Message,
    MessageKind,
    Sign,
    read_kind,
    read_message,
    read_sign,
)
from lentera.course.scenarios.news import News, read_news
from lentera.course.scenarios.origin import Origin
from lentera.course.scenarios.payments import Payment, Reason, read_payment, read_reason

SCENARIO_FOLDER: Final = "curriculum/scenarios"
VILLAGE_FOLDER: Final = f"{SCENARIO_FOLDER}/desa"
"""Where a trainer puts scenarios of her own village; any file name ending in .toml."""

_READERS: Final[Mapping[str, Callable[[Reader, Origin], Any]]] = {
    "tanda": read_sign,
    "jenis": read_kind,
    "pesan": read_message,
    "kabar": read_news,
    "telepon": read_call,
    "alasan": read_reason,
    "bayar": read_payment,
}
"""Table of a file to the function that reads one row of it."""


@dataclass(frozen=True)
class Bank:
    """Hold all scenarios by id, in the order of files and places.

    Attributes
    ----------
    signs, kinds : mapping
        What messages refer to.
    messages : mapping of str to Message
        Those of the course first, then those of the village.
    news : mapping of str to News
        In the same order.
    calls : mapping of str to Call
        In the same order.
    reasons, payments : mapping
        What payments refer to, and the payments, in the same order.
    """

    signs: Mapping[str, Sign] = field(default_factory=dict)
    kinds: Mapping[str, MessageKind] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    news: Mapping[str, News] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    payments: Mapping[str, Payment] = field(default_factory=dict)

    @property
    def ours(self) -> tuple[Message, ...]:
        """Return the messages of the course: every laptop has them, so marks rest on these alone."""
        return tuple(one for one in self.messages.values() if not one.origin.village)


def load_bank(root: Path) -> Bank:
    """Read the scenarios below a course root; a village's file with a fault is left out, not the lesson.

    Raises
    ------
    CourseError
        When a scenario of the course itself has a fault.
    """
    bank, faults = read_bank(root)
    errors = [one for one in faults if one.severity is Severity.ERROR]
    if any(not one.file.startswith(f"{VILLAGE_FOLDER}/") for one in errors):
        raise CourseError(tuple(sorted(errors)))
    if not errors:
        return bank
    spoilt = {one.file for one in errors}
    kept, _again = _read(root, [path for path in _files(root) if _name(root, path) not in spoilt])
    return kept


def read_bank(root: Path) -> tuple[Bank, list[Fault]]:
    """Read what can be read, and every fault beside it."""
    return _read(root, _files(root))


def _files(root: Path) -> list[Path]:
    """List the files: those of the course before those of the village."""
    found = sorted((root / SCENARIO_FOLDER).rglob("*.toml"))
    return sorted(found, key=lambda path: _name(root, path).startswith(f"{VILLAGE_FOLDER}/"))


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _read(root: Path, paths: Iterable[Path]) -> tuple[Bank, list[Fault]]:
    faults: list[Fault] = []
    found: dict[str, dict[str, Any]] = {name: {} for name in _READERS}
    readers: list[tuple[Reader, Any]] = []
    for path in paths:
        file = _name(root, path)
        village = file.startswith(f"{VILLAGE_FOLDER}/")
        table = parse_toml(root, file, faults)
        if table is None:
            continue
        reader = Reader(table, file, faults)
        for name, build in _READERS.items():
            for row in reader.tables(name, optional=True):
                one = build(row, Origin(file, row.path, village=village))
                _take(found[name], one, row)
                readers.append((row, one))
        reader.finish()
    bank = Bank(
        found["tanda"],
        found["jenis"],
        found["pesan"],
        news=found["kabar"],
        calls=found["telepon"],
        reasons=found["alasan"],
        payments=found["bayar"],
    )
    for row, one in readers:
        _refer(row, one, bank)
    return bank, faults


def _take(known: dict[str, Any], one: Any, row: Reader) -> None:
    if one.id in known:
        row.note("duplicate_id", "id", id=one.id)
    known.setdefault(one.id, one)


def _refer(row: Reader, one: Any, bank: Bank) -> None:
    """Note what a scenario refers to and nobody knows."""
    if isinstance(one, Payment):
        _refer_to_reasons(row, one, bank)
    if not isinstance(one, Message):
        return
    if one.kind and one.kind not in bank.kinds:
        row.note("scenario_unknown", "jenis", value=one.kind, choices=", ".join(bank.kinds))
    for key, signs in (("tanda", one.signs), ("pengecoh", one.decoys)):
        for sign in signs:
            if sign not in bank.signs:
                row.note("scenario_unknown", key, value=sign, choices=", ".join(bank.signs))
    kind = bank.kinds.get(one.kind)
    if kind is not None and not kind.scam and one.decision == "bahaya":
        row.note("message_honest_danger", "putusan", what=kind.name)


def _refer_to_reasons(row: Reader, one: Payment, bank: Bank) -> None:
    for key, names in (("alasan", one.reasons), ("pengecoh", one.decoys)):
        for name in names:
            if name not in bank.reasons:
                row.note("scenario_unknown", key, value=name, choices=", ".join(bank.reasons))
