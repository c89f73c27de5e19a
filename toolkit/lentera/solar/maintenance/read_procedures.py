"""Read the procedures: the library of steps, the safety rules, and one table for each job."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from lentera.rules import Saying
from lentera.solar.maintenance.constraint import Before, Constraint, Never, NeverWhile, OnlyWhen
from lentera.solar.maintenance.procedure import Procedure, ProcedureError, SafetyRule
from lentera.solar.maintenance.step import Condition, Danger, Facts, Step, StepRole
from lentera.solar.parts import Certainty

_FILES: Final = ("procedures_a.toml", "procedures_b.toml")


@cache
def packaged(name: str) -> dict[str, Any]:
    """Read one of the data files beside this module."""
    return tomllib.loads(files("lentera.solar.maintenance").joinpath(name).read_text(encoding="utf-8"))


def saying(where: str, table: Mapping[str, Any], key: str) -> Saying:
    """Read a sentence in both languages; raise ProcedureError where one is missing."""
    pair = table.get(key)
    if not isinstance(pair, Mapping) or not pair.get("id") or not pair.get("en"):
        raise ProcedureError(f"{where}: write {key} = {{ id = …, en = … }}")
    return Saying(pair["id"], pair["en"])


@cache
def procedures() -> Mapping[str, Procedure]:
    """Give every packaged procedure by its id."""
    jobs: dict[str, Any] = {}
    groups: dict[str, list[str]] = {}
    for name in _FILES:
        content = packaged(name)
        jobs |= content["procedure"]
        groups |= content.get("group", {})
    return MappingProxyType(read_procedures(packaged("steps.toml"), packaged("safety.toml"), groups, jobs))


def procedure(name: str) -> Procedure:
    """Give a procedure.

    Raises
    ------
    ProcedureError
        When there is none of this name.
    """
    found = procedures().get(name)
    if found is None:
        raise ProcedureError(f"there is no procedure {name!r}; choose from {', '.join(sorted(procedures()))}")
    return found


def read_procedures(
    library: Mapping[str, Any],
    safety: Mapping[str, Any],
    groups: Mapping[str, list[str]],
    jobs: Mapping[str, Any],
) -> dict[str, Procedure]:
    """Join the tables to procedures.

    Parameters
    ----------
    library : mapping
        Tables ``step``, ``tool``, ``part`` and ``derived``.
    safety : mapping
        Table ``rule``.
    groups : mapping
        Names that stand for several steps or facts.
    jobs : mapping
        One table for each procedure.

    Raises
    ------
    ProcedureError
        When a name is unknown, needs go round in a circle, or a sentence or mark is missing.
    """
    return {name: _Reader(name, library, safety, groups).read(table) for name, table in jobs.items()}


class _Reader:
    """Read one procedure; knows where it is for its error sentences."""

    def __init__(
        self,
        where: str,
        library: Mapping[str, Any],
        safety: Mapping[str, Any],
        groups: Mapping[str, list[str]],
    ) -> None:
        self.where, self.library, self.safety, self.groups = where, library, safety, groups

    def read(self, table: Mapping[str, Any]) -> Procedure:
        steps = self._steps(table)
        self._refuse_circles(steps)
        facts = {fact for step in steps.values() for fact in step.sets | step.clears}
        start = frozenset(self._spread(table["start"]))
        rules = tuple(self._rule(row, steps, facts | start) for row in table["rules"])
        example = tuple(table["example"])
        self._known(example, steps, "a step")
        return Procedure(
            id=self.where,
            kits=tuple(table["kits"]),
            title=saying(self.where, table, "title"),
            steps=MappingProxyType(steps),
            rules=tuple(sorted(rules, key=lambda rule: rule.danger.rank)),
            start=Facts(start),
            goal=self._state(table["goal"], facts | start),
            example=example,
        )

    def _steps(self, table: Mapping[str, Any]) -> dict[str, Step]:
        needs = {name: frozenset(self._spread(before)) for name, before in table["steps"].items()}
        optional, traps = table["optional"], table["traps"]
        self._known(optional, needs, "a step")
        for before in needs.values():
            self._known(before, needs, "a step")
        roles = dict.fromkeys(needs, StepRole.REQUIRED) | dict.fromkeys(optional, StepRole.OPTIONAL)
        roles |= dict.fromkeys(traps, StepRole.TRAP)
        return {name: self._step(name, role, needs.get(name, frozenset())) for name, role in roles.items()}

    def _step(self, name: str, role: StepRole, needs: frozenset[str]) -> Step:
        self._known([name], self.library["step"], "a step")
        row = self.library["step"][name]
        self._known([row["part"]], self.library["part"], "a part")
        tools = tuple(row.get("tools", ()))
        self._known(tools, self.library["tool"], "a tool")
        return Step(
            id=name,
            text=saying(f"step {name}", row, "text"),
            part=row["part"],
            tools=tools,
            needs=needs,
            role=role,
            repeatable=row.get("repeatable", False),
            sets=frozenset(row.get("sets", ())),
            clears=frozenset(row.get("clears", ())),
        )

    def _rule(self, row: Mapping[str, Any], steps: Mapping[str, Step], facts: Iterable[str]) -> SafetyRule:
        name = row["rule"]
        self._known([name], self.safety["rule"], "a safety rule")
        words = self.safety["rule"][name]
        where = f"rule {name}"
        return SafetyRule(
            id=name,
            danger=Danger(words["danger"]),
            constraint=self._constraint(row, steps, facts),
            holds=saying(where, words, "holds"),
            says=saying(where, words, "says"),
            next=saying(where, words, "next"),
            reason=saying(where, words, "reason"),
            source=words["source"],
            mark=Certainty(words["mark"]),
        )

    def _constraint(
        self, row: Mapping[str, Any], steps: Mapping[str, Step], facts: Iterable[str]
    ) -> Constraint:
        listed = {key: self._spread(row[key]) for key in ("before", "never", "steps") if key in row}
        for names in listed.values():
            self._known(names, steps, "a step")
        form = frozenset(row) - {"rule"}
        if form == {"before", "steps"}:
            return Before(frozenset(listed["before"]), frozenset(listed["steps"]))
        if form == {"only_when", "steps"}:
            return OnlyWhen(self._state(row["only_when"], facts), frozenset(listed["steps"]))
        if form == {"never_while"}:
            return NeverWhile(self._state(row["never_while"], facts))
        if form == {"never"}:
            return Never(frozenset(listed["never"]))
        raise ProcedureError(
            f"{self.where}: rule {row['rule']} has {', '.join(sorted(form))}; "
            "give before and steps, only_when and steps, never_while, or never"
        )

    def _state(self, names: Iterable[str], facts: Iterable[str]) -> tuple[Condition, ...]:
        derived: Mapping[str, list[str]] = self.library["derived"]
        conditions = []
        for name in self._spread(names):
            plain = name.removeprefix("not ")
            means = self._state(derived[plain], facts) if plain in derived else ()
            if not means:
                self._known([plain], facts, "a fact")
            conditions.append(Condition(plain, plain == name, means))
        return tuple(conditions)

    def _spread(self, names: Iterable[str]) -> list[str]:
        """Put a group's members where its name stands."""
        return [member for name in names for member in self.groups.get(name, [name])]

    def _known(self, names: Iterable[str], known: Iterable[str], what: str) -> None:
        known = set(known)
        for name in names:
            if name not in known:
                raise ProcedureError(f"{self.where}: {name!r} is not {what} here; check its spelling")

    def _refuse_circles(self, steps: Mapping[str, Step]) -> None:
        open_steps = dict(steps)
        while ready := [name for name, step in open_steps.items() if not step.needs & open_steps.keys()]:
            for name in ready:
                del open_steps[name]
        if open_steps:
            raise ProcedureError(
                f"{self.where}: {', '.join(sorted(open_steps))} need each other; take one need out"
            )
