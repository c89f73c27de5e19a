"""The label behind the screen: nine elements grow field by field, and nothing untrue is printed."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from lentera.prints.label import PRESETS
from lentera.product.label import element_of, untrue, verdicts
from lentera.product.label_fields import (
    FIELD_OF,
    LONGEST,
    MOST_INGREDIENTS,
    Ingredient,
    Label,
    choices_of,
    read_label,
)
from lentera.product.label_goods import allergens_of, foods, known_ingredients
from lentera.product.label_printed import printed
from lentera.rules import MistakeKind, Verdict
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.label import wording
from lentera.widgets.label.printing import NO_PICTURE, picture_of, preset_of, print_label, qr_svg
from lentera.widgets.label.sources import batch_words, batches, from_standard, taken
from lentera.widgets.line import Doing, Line
from lentera.words import _, addressed, language

_KIND_STATE = {MistakeKind.UNFINISHED: "empty", MistakeKind.IMPROVE: "yet"}


class LabelSession(JudgedActivity[Label]):
    """One learner's label, without any screen."""

    screen = "label"
    milestones = frozenset({"check", "print"})

    _sheet: Mapping[str, str] | None = None

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the label."""
        return wording.label_words(self.place.now().date())

    def _empty(self) -> Label:
        return Label()

    def _read(self, content: Mapping[str, Any]) -> Label:
        return replace(read_label(content), today=None)

    def _write(self, state: Label) -> Mapping[str, Any]:
        # The day of the answer: the rules refuse what is dated after it.
        return self._today(state).to_content()

    def _today(self, label: Label) -> Label:
        return replace(label, today=self.place.now().date())

    def _ready(self) -> str:
        return _("The label is empty. Begin with the product name.")

    def _back(self) -> str:
        return _("The label is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "set": lambda: self._set(message["field"], message["value"]),
            "chip": lambda: self._chip(message["id"]),
            "add": lambda: self._add(message["name"]),
            "grams": lambda: self._grams(message["number"], message["value"]),
            "move": lambda: self._move(message["number"], message["by"]),
            "remove": lambda: self._remove(message["number"]),
            "sort": self._sort,
            "take_standard": self._take_standard,
            "take_batch": lambda: self._take_batch(message["code"]),
            "print": lambda: self._print(message["kind"]),
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _set(self, key: str, value: Any) -> Line:
        known, empty = self._known(key), () if key == "bentuk" else ("",)  # a form is always chosen
        if not isinstance(value, str) or (known is not None and value not in {*empty, *known}):
            raise ValueError(f"{key} cannot be {value!r}")
        self._become(replace(self._state, **{FIELD_OF[key]: value[:LONGEST]}))
        return Line.same(_("Saved: {label}").format(label=wording.field_names()[key]))

    @staticmethod
    def _known(key: str) -> tuple[str, ...] | None:
        pictures = (*(one.id for one in known_ingredients()), NO_PICTURE)
        listed = {"jenis_pangan": tuple(foods()), "gambar": pictures, "ukuran": tuple(PRESETS)}
        return listed[key] if key in listed else choices_of(key)

    def _chip(self, name: str) -> Line:
        known = {one.id: one for one in known_ingredients()}[name]
        names = [one.name.strip().casefold() for one in self._state.ingredients]
        if known.name.id in names:
            return self._remove(names.index(known.name.id))
        return self._add(known.name.id)

    def _add(self, written: Any) -> Line:
        if not isinstance(written, str):
            raise ValueError(f"an ingredient is {written!r}; give its name")
        names = [name.strip()[:LONGEST] for name in written.replace(";", ",").split(",") if name.strip()]
        if not names:
            raise Refused(Line.same(_("Write the name of the ingredient first.")))
        if len(self._state.ingredients) + len(names) > MOST_INGREDIENTS:
            told = _("A label holds up to {n} ingredients. Take one out first.")
            raise Refused(Line.same(told.format(n=MOST_INGREDIENTS)))
        there = {one.name.strip().casefold() for one in self._state.ingredients}
        twice = next((name for name in names if name.casefold() in there), None)
        if twice is not None:
            raise Refused(Line.same(_("{name} is on the label already.").format(name=twice)))
        self._with(*self._state.ingredients, *map(Ingredient, names))
        said = _("{name} added as ingredient {n}.").format(
            name=", ".join(names), n=len(self._state.ingredients)
        )
        return Line.same(f"{said} {_allergen_words(*names)}".strip())

    def _grams(self, number: Any, value: Any) -> Line:
        at = self._index(number)
        if not isinstance(value, str):
            raise ValueError(f"grams are {value!r}; give a text")
        rows = list(self._state.ingredients)
        rows[at] = replace(rows[at], grams=value[:LONGEST])
        self._with(*rows)
        return Line.same(_("Saved: {label}").format(label=rows[at].name))

    def _move(self, number: Any, by: Any) -> Line:
        at = self._index(number)
        if by not in {-1, 1} or isinstance(by, bool):
            raise ValueError(f"an ingredient moves by 1 or -1, not by {by!r}")
        rows = list(self._state.ingredients)
        if not 0 <= at + by < len(rows):
            raise Refused(Line.same(_("{name} is at the end already.").format(name=rows[at].name)))
        rows[at], rows[at + by] = rows[at + by], rows[at]
        self._with(*rows)
        return Line.same(_("{name} is ingredient {n} now.").format(name=rows[at + by].name, n=at + by + 1))

    def _remove(self, number: Any) -> Line:
        rows = list(self._state.ingredients)
        gone = rows.pop(self._index(number))
        self._with(*rows)
        return Line.same(_("{name} is off the label.").format(name=gone.name))

    def _sort(self) -> Line:
        if all(one.weight is None for one in self._state.ingredients):
            raise Refused(Line.same(_("Write the grams of the ingredients first.")))
        self._with(*sorted(self._state.ingredients, key=lambda one: -(one.weight or 0.0)))
        said = _("Sorted: {names}.")
        return Line.same(said.format(names=", ".join(one.name for one in self._state.ingredients)))

    def _take_standard(self) -> Line:
        found = from_standard(self.place)
        if found is None:
            raise Refused(Line.same(_("The standard sheet is still empty. Fill it in first.")))
        label = self._state
        self._become(
            replace(
                label,
                name=found.name,
                variant=found.variant,
                size=found.size or label.size,
                unit=found.unit or label.unit,
                ingredients=found.ingredients[:MOST_INGREDIENTS] or label.ingredients,
            )
        )
        return Line.same(_("Name, weight and ingredients are taken over from the standard sheet."))

    def _take_batch(self, code: Any) -> Line:
        batch = {str(one.code): one for one in batches(self.place)}[code]
        self._become(self._state.with_batch(taken(batch)))
        return Line.same(_("Batch {code} is on the label: code and both days.").format(code=code))

    def _print(self, kind: Any) -> Line:
        if kind not in {"pdf", "svg"}:
            raise ValueError(f"a label is printed as pdf or svg, not {kind!r}")
        line, self._sheet = print_label(self.place, self._today(self._state), kind)
        return line

    def _check(self) -> Line:
        line = super()._check()
        if self._found["yet"]:
            first = untrue(self._today(self._state)) or next(
                (one for one in verdicts(self._today(self._state)) if not one.holds), None
            )
            self._found["element"] = element_of(first) if first else ""
        return line

    def _with(self, *ingredients: Ingredient) -> None:
        self._become(replace(self._state, ingredients=ingredients))

    def _index(self, number: Any) -> int:
        count = len(self._state.ingredients)
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < count:
            raise ValueError(f"there is no ingredient {number!r}; give one from 0 to {count - 1}")
        return number

    def _draw(self) -> dict[str, Any]:
        label = self._today(self._state)
        found, shown, wrong = verdicts(label), printed(label), untrue(label)
        code = language()
        names = [one.name.strip().casefold() for one in label.ingredients]
        return {
            "values": {
                **{key: getattr(label, field) for key, field in FIELD_OF.items()},
                "ukuran": preset_of(label),
            },
            "hidden": _hidden(label),
            "ingredients": [
                {"name": one.name, "grams": one.grams, "note": _allergen_words(one.name)}
                for one in label.ingredients
            ],
            "chips": [one.id for one in known_ingredients() if one.name.id in names],
            "elements": [self._element(verdict) for verdict in found],
            "tally": _("{n} of {all} elements are complete.").format(
                n=sum(one.holds for one in found), all=len(found)
            ),
            "label": {
                **asdict(shown),
                "picture": picture_of(label),
                "qr": qr_svg(shown.site),
                "told": _told(shown.name, shown.size),
            },
            "blocked": ""
            if wrong is None
            else _("This label cannot be printed yet: {finding}").format(finding=wrong.sentence(code)),
            "standard": Doing(
                from_standard(self.place) is not None,
                _("The standard sheet is still empty. Fill it in first."),
            ).to_json(),
            "batches": [[str(one.code), batch_words(one)] for one in batches(self.place)],
            "no_batches": _("The production house has no batch yet. You can write code and days yourself."),
            "check": self._found,
            "printed": self._sheet,
        }

    def _element(self, verdict: Verdict) -> dict[str, str]:
        code = language()
        state = "ok" if verdict.holds else _KIND_STATE.get(verdict.kind or MistakeKind.IMPROVE, "stop")
        said = "" if verdict.holds else f"{verdict.sentence(code)} {verdict.next_step(code)}"
        return {
            "id": element_of(verdict),
            "state": state,
            "word": wording.states()[state],
            "said": addressed(said.strip(), self.place.address),
        }


def _allergen_words(*names: str) -> str:
    found = dict.fromkeys(group for name in names for group in allergens_of(name))
    return _("Allergen: {names}.").format(names=", ".join(found)) if found else ""


def _told(name: str, size: str) -> str:
    return _("Label of {name}. Net content {size}. The list tells every element.").format(
        name=name or _("a product without a name"), size=size or _("not written")
    )


def _hidden(label: Label) -> list[str]:
    """Name the fields that are not asked for; one in which something stands is shown, to be emptied."""
    hidden = []
    if label.halal != "bersertifikat" and not (label.halal_number or label.halal_year):
        hidden += ["nomor_halal", "tahun_halal"]
    if label.permit != "punya" and not label.permit_number:
        hidden.append("nomor_izin")
    return hidden
