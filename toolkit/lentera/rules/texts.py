"""The words of rules, kept as data in two languages."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lentera.rules.rule import Finding, Rule


class RuleTextError(ValueError):
    """Report a rule file that lacks a sentence, a check or a weight."""


class MistakeKind(StrEnum):
    """Tell how a mistake ranks when one thing must be told first; the members stand in that order."""

    DANGER = "danger"
    UNDO = "undo"
    IMPROVE = "improve"
    UNFINISHED = "unfinished"


@dataclass(frozen=True)
class Saying:
    """Hold one sentence in Indonesian and in English."""

    id: str
    en: str

    @classmethod
    def of(cls, pair: Mapping[str, str]) -> "Saying":
        """Read a sentence as data files hold it: one text for each language."""
        return cls(pair["id"], pair["en"])

    def in_language(self, code: str, details: Mapping[str, str] | None = None) -> str:
        """Return the sentence in a language with its blanks filled in.

        ``{sapaan}`` and ``{Sapaan}`` stay: only the screen knows who is addressed.
        """
        text = self.en if code == "en" else self.id
        for blank, value in (details or {}).items():
            text = text.replace("{" + blank + "}", value)
        return text

    def __bool__(self) -> bool:
        return bool(self.id)


@dataclass(frozen=True)
class SetTexts:
    """Hold what is said of a set of rules as a whole.

    Attributes
    ----------
    complete : Saying
        Everything holds.
    tally : Saying
        ``{n}`` of ``{total}`` rules hold; empty where counting says nothing.
    nothing_yet, unreadable : Saying
        There is no answer yet; there is one that cannot be read.
    """

    complete: Saying
    tally: Saying
    nothing_yet: Saying
    unreadable: Saying


def load_set(path: Path) -> SetTexts:
    """Read the ``[set]`` table of a rule file.

    Raises
    ------
    RuleTextError
        When one of its sentences is missing.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8")).get("set", {})
    return SetTexts(*(_saying(path, "[set]", table, name) for name in SetTexts.__dataclass_fields__))


def load_rules(path: Path, checks: Mapping[str, "Callable[[Any], Finding]"]) -> tuple["Rule[Any]", ...]:
    """Read the rules of one file and join each to its check.

    Parameters
    ----------
    path : Path
        TOML file with one ``[rule."<id>"]`` table for each rule, in the order they are told, and
        ``[mistake.<name>]`` tables for mistakes that all its rules share.
    checks : mapping
        The check of each rule id.

    Raises
    ------
    RuleTextError
        When a rule has no check, a check has no rule, or a sentence is missing.
    """
    from lentera.rules.rule import Remark, Rule  # noqa: PLC0415 - the two modules name each other

    content = tomllib.loads(path.read_text(encoding="utf-8"))
    tables, shared = content["rule"], content.get("mistake", {})
    if set(tables) != set(checks):
        odd = ", ".join(sorted(set(tables) ^ set(checks)))
        raise RuleTextError(f"{path.name}: give both a text and a check to {odd}")
    rules = []
    for rule_id, table in tables.items():
        mistakes = {
            name: Remark(
                _saying(path, rule_id, remark, "says"),
                _saying(path, rule_id, remark, "next"),
                _kind(path, rule_id, remark),
            )
            for name, remark in {**shared, **table.get("mistake", {})}.items()
        }
        rules.append(
            Rule(
                id=rule_id,
                weight=float(table["weight"]),
                check=checks[rule_id],
                holds=_saying(path, rule_id, table, "holds"),
                mistakes=mistakes,
            )
        )
    return tuple(rules)


def _saying(path: Path, rule_id: str, table: Mapping[str, Any], key: str) -> Saying:
    pair = table.get(key)
    if not isinstance(pair, dict) or not {"id", "en"} <= set(pair):
        raise RuleTextError(f"{path.name}: rule {rule_id} needs {key} = {{ id = …, en = … }}")
    return Saying(pair["id"], pair["en"])


def _kind(path: Path, rule_id: str, table: Mapping[str, Any]) -> MistakeKind:
    kind = table.get("kind", MistakeKind.IMPROVE)
    if kind not in set(MistakeKind):
        raise RuleTextError(
            f"{path.name}: rule {rule_id} has kind {kind!r}; use one of {', '.join(MistakeKind)}"
        )
    return MistakeKind(kind)
