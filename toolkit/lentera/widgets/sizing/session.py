"""Sizing behind the screen: her loads, her sums, the proof by a simulated year, and what to buy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.atomic import write_atomically
from lentera.place import Place
from lentera.rules import RuleSet
from lentera.solar.sizing import MARKET_SIZES, Chemistry, SizingError
from lentera.solar.sizing.house import FIELDS, MOST_ROWS, House, Row
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.widgets.sizing.cable import cable_notes
from lentera.widgets.sizing.cards import STEPS, card
from lentera.widgets.sizing.proof import household_of, proof_of, sentences
from lentera.widgets.sizing.shopping import as_text, checked_on, rupiah, shopping_list
from lentera.widgets.sizing.words import appliances, name_of, options, short, sizing_words
from lentera.words import _

_LONGEST: Final = 12
"""Characters a number may have while it is typed."""
_MOST_DRAWN: Final = 6
"""Little pictures of one device in its row."""
_ROW_FIELDS: Final = {"watt": "watts", "banyak": "count", "jam": "hours"}


@dataclass(frozen=True)
class Plan:
    """Hold what is saved: the house, and the worked examples that were opened."""

    house: House = field(default_factory=House)
    opened: tuple[str, ...] = ()


class SizingSession(JudgedActivity[Plan]):
    """One learner's own house.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`.
    cards : bool
        Open every worked example from the start, as the coding tracks work with the example card.
    """

    screen = "sizing"
    milestones = frozenset({"check", "prove"})

    def __init__(
        self,
        place: Place,
        answer_name: str = "s12-ukuran",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
        *,
        cards: bool = False,
    ) -> None:
        self._cards = cards
        self._proved: tuple[tuple[Any, ...], list[str]] | None = None
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return sizing_words()

    def _empty(self) -> Plan:
        return Plan()

    def _read(self, content: Mapping[str, Any]) -> Plan:
        opened = content.get("kartu", [])
        return Plan(
            House.from_content(content),
            tuple(step for step in STEPS if isinstance(opened, list) and step in opened),
        )

    def _write(self, state: Plan) -> Mapping[str, Any]:
        content = state.house.to_content()
        return {**content, "kartu": list(state.opened)} if state.opened else content

    def _ready(self) -> str:
        return _("Ready. Start with step 1: add a lamp.")

    def _hints_read(self) -> int:
        return len(self._state.opened)

    def _act(self, message: Mapping[str, Any]) -> Line:  # noqa: PLR0911 - one return for each gesture
        match message["do"]:
            case "add":
                return self._add(str(message["kind"]))
            case "row":
                return self._row(int(message["row"]), str(message["field"]), str(message["value"]))
            case "drop":
                return self._drop(int(message["row"]))
            case "set":
                return self._set(str(message["field"]), str(message["value"]))
            case "chemistry":
                return self._chemistry(Chemistry(message["value"]))
            case "example":
                return self._example(str(message["step"]))
            case "check" if self._rule_sets:
                return self._check()
            case "prove":
                return self._prove()
            case "write_list":
                return self._write_list()
            case other:
                raise ValueError(f"sizing does not know {other!r}")

    def _change(self, house: House) -> None:
        self._become(replace(self._state, house=house))

    def _add(self, kind: str) -> Line:
        house, row = self._state.house, appliances()[kind]
        if len(house.rows) >= MOST_ROWS:
            raise Refused(
                Line.same(_("The list has {n} rows. Put equal devices in one row.").format(n=MOST_ROWS))
            )
        filled = (
            Row(kind, f"{row['watts']}", "1", f"{row['hours']}") if row["watts"] else Row(kind, count="1")
        )
        self._change(replace(house, rows=(*house.rows, filled)))
        text = _("Row {n} is there: {name}. Check watts, how many, and hours.")
        return Line.same(text.format(n=len(house.rows) + 1, name=name_of(kind)))

    def _row(self, index: int, name: str, value: str) -> Line:
        rows = list(self._state.house.rows)
        if not 0 <= index < len(rows):
            raise ValueError(f"there is no row {index}")
        rows[index] = replace(rows[index], **{_ROW_FIELDS[name]: value[:_LONGEST]})
        self._change(replace(self._state.house, rows=tuple(rows)))
        load = rows[index].load
        if load is None:
            return Line.same(_("Row {n} is not complete yet.").format(n=index + 1))
        text = _("Row {n}: {count} × {watts} W for {hours} hours.")
        return Line.same(
            text.format(n=index + 1, count=load.count, watts=short(load.watts), hours=short(load.hours))
        )

    def _drop(self, index: int) -> Line:
        rows = list(self._state.house.rows)
        if not 0 <= index < len(rows):
            raise ValueError(f"there is no row {index}")
        gone = rows.pop(index)
        self._change(replace(self._state.house, rows=tuple(rows)))
        return Line.same(_("{name} is off the list.").format(name=name_of(gone.kind)))

    def _set(self, name: str, value: str) -> Line:
        if name not in FIELDS:
            raise ValueError(f"there is no field {name!r}")
        house = self._state.house
        self._change(replace(house, written={**house.written, name: value[:_LONGEST]}))
        return Line.same(_("Saved: {label}").format(label=self.words()["fields"][name]))

    def _chemistry(self, chosen: Chemistry) -> Line:
        house = self._state.house
        written = {name: value for name, value in house.written.items() if name != "baterai_beli"}
        self._change(replace(house, chemistry=chosen, written=written))
        name = dict(self.words()["chemistries"])[chosen.value]
        return Line.same(_("{name} is chosen. Its numbers are on the card.").format(name=name))

    def _example(self, step: str) -> Line:
        if step not in STEPS:
            raise ValueError(f"there is no card {step!r}")
        opened = {*self._state.opened, step}
        self._state = replace(self._state, opened=tuple(one for one in STEPS if one in opened))
        # The example itself takes the focus and is read there.
        return Line.same(_("The worked example is open."))

    def _prove(self) -> Line:
        house = self._state.house
        panel, battery, chemistry = house.number("panel_beli"), house.number("baterai_beli"), house.chemistry
        if not house.loads or panel is None or battery is None or chemistry is None:
            raise Refused(Line.same(_("Finish steps 1 to 4 first. Then the year can run.")))
        household, known_as = household_of(house)
        try:
            proof = proof_of(panel, battery, chemistry, household)
        except SizingError:
            text = _("The simulated year knows panels up to 50 Wp and 1 to 6 lamps.")
            raise Refused(Line.same(text)) from None
        told = sentences(proof, known_as)
        self._proved = (self._inputs(), told)
        return Line.same(" ".join(told[:2]))

    def _inputs(self) -> tuple[Any, ...]:
        """Return what a proof rests on; when it changes, the old proof is taken from the screen."""
        house = self._state.house
        sizes = tuple(house.written.get(name, "") for name in ("panel_beli", "baterai_beli"))
        return (house.rows, house.chemistry, sizes)

    def _write_list(self) -> Line:
        items = shopping_list(self._state.house)
        if not items:
            raise Refused(Line.same(_("The list is empty. Choose panel and battery first.")))
        folder = self.place.folder / "cetak"
        name = "daftar-belanja.txt"
        try:
            folder.mkdir(exist_ok=True)
            text = as_text(items, _("Shopping list for my solar lamp"))
            write_atomically(folder / name, text.encode())
        except OSError:
            self.place.note_trouble()
            raise Refused(
                Line.same(_("The list could not be written to the disk. Call the trainer."))
            ) from None
        return Line.same(_("The list is in the file {file}.").format(file=f"cetak/{name}"))

    def _draw(self) -> dict[str, Any]:
        house = self._state.house
        items = shopping_list(house)
        proved = self._proved[1] if self._proved and self._proved[0] == self._inputs() else []
        return {
            "rows": [self._draw_row(n, row) for n, row in enumerate(house.rows)],
            "written": {name: house.written.get(name, "") for name in FIELDS},
            "chemistry": house.chemistry.value if house.chemistry else "",
            "battery_sizes": options(MARKET_SIZES[house.chemistry.value], "Ah") if house.chemistry else [],
            "cards": {
                step: card(step, house, worked=self._cards or step in self._state.opened) for step in STEPS
            },
            "waits": self._waits(),
            "cable_notes": cable_notes(house),
            "proof": proved,
            "prove": Doing(
                not self._waits()["belanja"], _("Finish steps 1 to 4 first. Then the year can run.")
            ).to_json(),
            "list": [[item.name, item.amount, rupiah(item.price)] for item in items],
            "total": _("Total, example: {total}. Prices from {day}.").format(
                total=rupiah(sum(item.price for item in items)), day=checked_on()
            )
            if items
            else "",
            "judged": bool(self._rule_sets),
            "check": self._found,
        }

    def _draw_row(self, index: int, row: Row) -> dict[str, Any]:
        load = row.load
        name = name_of(row.kind)
        lasting = _("{hours} hours").format(hours=short(load.hours)) if load else ""
        return {
            "label": _("Row {n}: {name}").format(n=index + 1, name=name),
            "picture": appliances().get(row.kind, appliances()["lain"])["picture"],
            "count": min(load.count, _MOST_DRAWN) if load else 1,
            "lasting": lasting,
            "values": {"watt": row.watts, "banyak": row.count, "jam": row.hours},
        }

    def _waits(self) -> dict[str, str]:
        """Say for each step what it waits for; a step that holds something already never waits."""
        house = self._state.house
        written = house.written
        needs = {
            "energi": ("" if house.loads else _("Waits for step 1."), ("energi",)),
            "panel": (
                "" if house.number("energi") else _("Waits for step 2."),
                ("panel_hitung", "panel_beli"),
            ),
            "baterai": (
                "" if house.number("panel_beli") else _("Waits for step 3."),
                ("baterai_hitung", "baterai_beli"),
            ),
            "kabel": (
                "" if house.number("baterai_beli") else _("Waits for step 4."),
                ("kabel_panjang", "kabel_arus", "kabel_luas", "sekering"),
            ),
            "belanja": ("" if house.number("baterai_beli") else _("Waits for step 4."), ()),
        }
        return {
            step: "" if any(written.get(name) for name in names) else text
            for step, (text, names) in needs.items()
        }
