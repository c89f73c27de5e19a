"""What is saved of the workshop: the work on each case, the six of the task and those taken for practice."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.solar.diagnosis import Attempt, Kind, Reading, measurement_of, read_attempt
from lentera.solar.diagnosis.tasks import CASES
from lentera.solar.faults import Case, Situation, case

MOST_READINGS: Final = 60
"""Readings that one case keeps, looks among them."""
MOST_METERED: Final = 20
"""Measurements with the meter that one case takes; after that one begins it again."""
MOST_PRACTICE: Final = 12
"""Practice cases that are kept; the oldest goes first."""


@dataclass(frozen=True)
class Casework:
    """Be the work on one case.

    Attributes
    ----------
    situation : Situation
        The moment at which she looks and measures.
    way : str
        What the meter is set to: a `Kind`.
    red, black : str
        Screws that the probes touch; empty when they touch nothing.
    place : str
        What is measured where the probes have no say: a current, the lamp cable, a point of a kit of plugs.
    second : str
        A second cause, where she thinks that two things are wrong.
    found : bool
        Whether a check found part and cause right.
    best : mapping
        The attempt at that check; going on never takes it away.
    log : mapping
        The row for the service log; empty before it is begun.
    """

    code: str
    situation: Situation = Situation.NIGHT_ON
    way: str = Kind.VOLTS.value
    red: str = ""
    black: str = ""
    place: str = ""
    readings: tuple[Reading, ...] = ()
    part: str = ""
    cause: str = ""
    second: str = ""
    decision: str = ""
    hints: int = 0
    checks: int = 0
    found: bool = False
    best: Mapping[str, Any] = field(default_factory=dict)
    log: Mapping[str, Any] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """Return the case itself."""
        return case(self.code)

    @property
    def metered(self) -> int:
        """Count the measurements that took a meter."""
        return sum(measurement_of(self.case, one.measurement).kind is not Kind.LOOK for one in self.readings)

    @property
    def attempt(self) -> Attempt:
        """Return it as the rules read it."""
        return read_attempt(self.judged())

    def judged(self) -> dict[str, Any]:
        """Return what the rules judge."""
        return {
            "code": self.code,
            "readings": [{"measurement": one.measurement, "value": one.value} for one in self.readings],
            "part": self.part,
            "causes": [cause for cause in (self.cause, self.second) if cause],
            "decision": self.decision,
        }

    def begun_again(self) -> "Casework":
        """Return the case as it was handed over; what was found and written stays."""
        return Casework(
            self.code,
            hints=self.hints,
            checks=self.checks,
            found=self.found,
            best=self.best,
            log=self.log,
        )

    def to_content(self) -> dict[str, Any]:
        """Return it as it stands in the answer file."""
        content = self.judged() | {
            "saat": self.situation.value,
            "cara": self.way,
            "merah": self.red,
            "hitam": self.black,
            "tempat": self.place,
            "petunjuk": self.hints,
            "periksa": self.checks,
            "ketemu": self.found,
        }
        if self.second and not self.cause:
            content["kedua"] = True  # the one cause that is named stands in the second field
        if self.best:
            content["terbaik"] = dict(self.best)
        if self.log:
            content["servis"] = dict(self.log)
        return content

    @classmethod
    def from_content(cls, row: object) -> "Casework":
        """Read a case of an answer file; raise ValueError when it is none."""
        attempt = read_attempt(row)  # type: ignore[arg-type]
        if not isinstance(row, Mapping):
            raise ValueError(f"a case is {row!r}; expected a table")
        best, log = row.get("terbaik"), row.get("servis")
        if isinstance(best, Mapping):
            read_attempt({**best, "code": attempt.case.code})
        causes = (*attempt.causes, "", "")
        if row.get("kedua") is True and len(attempt.causes) == 1:
            causes = ("", *attempt.causes)
        return cls(
            attempt.case.code,
            Situation(row.get("saat", Situation.NIGHT_ON)),
            Kind(row.get("cara", Kind.VOLTS)).value,
            **{
                name: _text(row, key)
                for name, key in (("red", "merah"), ("black", "hitam"), ("place", "tempat"))
            },
            readings=attempt.readings[:MOST_READINGS],
            part=attempt.part,
            cause=causes[0],
            second=causes[1],
            decision="" if attempt.decision is None else attempt.decision.value,
            hints=_count(row, "petunjuk"),
            checks=_count(row, "periksa"),
            found=row.get("ketemu") is True,
            best=dict(best) if isinstance(best, Mapping) else {},
            log=dict(log) if isinstance(log, Mapping) else {},
        )


@dataclass(frozen=True)
class Shop:
    """Be the whole workshop.

    Attributes
    ----------
    cases : tuple of Casework
        The six of the task.
    practice : tuple of Casework
        Others, the newest last.
    tab : str
        What is open: the number of a case, or "lain" for practice.
    code : str
        The practice case that is open; empty before one is taken.
    level, kit : int, str
        What the next practice case is.
    """

    cases: tuple[Casework, ...]
    practice: tuple[Casework, ...] = ()
    tab: str = "1"
    code: str = ""
    level: int = 1
    kit: str = "b"

    @property
    def work(self) -> Casework | None:
        """Return the case that is open; None where practice is open and no case is taken yet."""
        if self.tab != OTHER:
            return self.cases[int(self.tab) - 1]
        return next((one for one in self.practice if one.code == self.code), None)

    def with_work(self, work: Casework) -> "Shop":
        """Return the workshop with that case in its new state."""
        return replace(
            self,
            cases=tuple(work if one.code == work.code else one for one in self.cases),
            practice=tuple(work if one.code == work.code else one for one in self.practice),
        )

    def opened(self, code: str) -> "Shop":
        """Return the workshop with a case of that code open; a new one is taken up for practice."""
        for number, one in enumerate(self.cases, start=1):
            if one.code == code:
                return replace(self, tab=str(number))
        kept = self.practice
        if all(one.code != code for one in kept):
            kept = (*kept, Casework(code))[-MOST_PRACTICE:]
        return replace(self, tab=OTHER, code=code, practice=kept)

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        return {
            "kasus": [one.to_content() for one in self.cases],
            "latihan": [one.to_content() for one in self.practice],
            "buka": self.tab,
            "kode": self.code,
            "tingkat": self.level,
            "kit": self.kit,
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Shop":
        """Read an answer file's content; raise ValueError when it holds no workshop."""
        rows, practice = content.get("kasus"), content.get("latihan", [])
        if not isinstance(rows, list) or len(rows) != CASES or not isinstance(practice, list):
            raise ValueError(f"the workshop has no list of {CASES} cases")
        cases = tuple(Casework.from_content(row) for row in rows)
        others = tuple(Casework.from_content(row) for row in practice[-MOST_PRACTICE:])
        codes = [one.code for one in (*cases, *others)]
        if len(set(codes)) < len(codes):
            raise ValueError("a case stands in the workshop twice")
        tab, level, kit = str(content.get("buka", "1")), content.get("tingkat"), content.get("kit")
        code = str(content.get("kode", ""))
        return cls(
            cases,
            others,
            tab if tab in TABS else "1",
            code if any(one.code == code for one in others) else "",
            level if level in PRACTICE_LEVELS else 1,
            kit if kit in PRACTICE_KITS else "b",
        )


OTHER: Final = "lain"
TABS: Final = (*(str(number) for number in range(1, CASES + 1)), OTHER)
PRACTICE_LEVELS: Final = (1, 2, 3)
PRACTICE_KITS: Final = ("b", "a")


def _text(row: Mapping[str, Any], key: str) -> str:
    found = row.get(key, "")
    return found if isinstance(found, str) else ""


def _count(row: Mapping[str, Any], key: str) -> int:
    found = row.get(key, 0)
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 0
