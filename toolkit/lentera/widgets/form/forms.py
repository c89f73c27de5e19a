"""The forms of the sessions, read from data: readings, self-check lists and exit tickets."""

import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from lentera.course import Task
from lentera.rules import RuleSet, Saying
from lentera.widgets.form.form import Field, Form, Kind, Note, Option
from lentera.words import Address, _, addressed, language

DATA = Path(__file__).parent / "data"

_UNSURE = "belum_tahu"
"""Option with which a learner says that she does not know yet."""


def read_data(name: str) -> dict[str, Any]:
    """Read one data file of the widgets; raise FileNotFoundError when there is none of that name."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def hints(name: str) -> list[str]:
    """Return the hints of an activity, from a nudge to a worked example."""
    return [_said(row) for row in read_data(name)["hints"]]


def ruled_form(rules: RuleSet[Any], address: Address) -> Form:
    """Return a form whose notes are the verdicts of the task's own rules."""
    table = read_data(rules.answer)
    units = tuple(Option(row["id"], _said(row["text"])) for row in table["units"])
    fields = tuple(_field(row, address, units) for row in table["fields"])
    field_of = {row["rule"]: row["id"] for row in table["fields"] if "rule" in row}
    return _form(rules.answer, table, fields, address, partial(_verdict_notes, rules, field_of))


def quiz_form(name: str, address: Address) -> Form:
    """Return an exit ticket; each chosen option has its own reply."""
    table = read_data(name)
    fields = tuple(_field(row, address) for row in table["fields"])
    return _form(name, table, fields, address, partial(_quiz_notes, fields))


def list_form(task: Task) -> Form:
    """Return the self-check list of an observed task: hers to tick, the trainer's to mark."""
    items = tuple(Option(item.id, item.text) for item in task.items)
    return Form(
        answer=task.answer,
        title=_("Checklist: {task}").format(task=task.title),
        intro=_("Tick what is done. This list is for you. The trainer watches and gives the mark."),
        fields=(Field("butir", Kind.CHECKS, _("What is done"), options=items),),
        closing=_("All are ticked, {sapaan}. Call the trainer to look at the kit."),
    )


def _form(
    answer: str,
    table: Mapping[str, Any],
    fields: tuple[Field, ...],
    address: Address,
    judge: Callable[[Mapping[str, Any]], Mapping[str, Note]],
) -> Form:
    said = {key: addressed(_said(table[key]), address) for key in ("title", "intro")}
    return Form(answer, said["title"], said["intro"], fields, judge, _said(table["closing"]))


def _field(row: Mapping[str, Any], address: Address, units: tuple[Option, ...] = ()) -> Field:
    options = tuple(
        Option(
            option["id"],
            addressed(_said(option["text"]), address),
            _said(option["reply"]) if "reply" in option else "",
            option.get("right", False),
        )
        for option in row.get("options", ())
    )
    return Field(
        row["id"],
        Kind(row["kind"]),
        addressed(_said(row["label"]), address),
        addressed(_said(row["help"]), address) if "help" in row else "",
        units if row["kind"] == Kind.MEASURE else options,
    )


def _said(pair: Mapping[str, str]) -> str:
    return Saying.of(pair).in_language(language())


def _verdict_notes(
    rules: RuleSet[Any], field_of: Mapping[str, str], content: Mapping[str, Any]
) -> dict[str, Note]:
    code = language()
    notes = {}
    for verdict in rules.judge(content).verdicts:
        text = f"{verdict.sentence(code)} {verdict.next_step(code)}".strip()
        notes[field_of[verdict.rule.id]] = Note("ok" if verdict.holds else "yet", text)
    return notes


def _quiz_notes(fields: tuple[Field, ...], content: Mapping[str, Any]) -> dict[str, Note]:
    notes = {}
    for field in fields:
        chosen = field.read(content["isian"].get(field.id))["pilihan"]
        option = next((one for one in field.options if one.id == chosen), None)
        if option is None:
            unsure = any(one.id == _UNSURE for one in field.options)
            also = _("Not chosen yet. “I do not know yet” is an answer too.")
            notes[field.id] = Note("yet", also if unsure else _("Not chosen yet."))
        elif option.right:
            notes[field.id] = Note("ok", option.reply)
        else:
            asks_knowledge = any(one.right for one in field.options)
            notes[field.id] = Note("yet" if asks_knowledge else "next", option.reply)
    return notes
