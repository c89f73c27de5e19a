"""Price behind the screen: a list of costs, three results of her own, and then how they are worked out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from lentera.product.money import Number, Unread
from lentera.product.price_answer import MOST_COSTS, Mode, Sums, of_exercise
from lentera.product.price_exercise import GROUPS, exercise_of, worked_example
from lentera.product.price_sums import rounded_up, step_of
from lentera.rules.seeds import SEEDS, seed_of
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.widgets.price import working
from lentera.widgets.price.sheet import (
    LONGEST,
    MOST_OLD,
    RESULTS,
    Row,
    Sheet,
    as_shown,
    from_content,
    kept,
    read_field,
    to_content,
)
from lentera.widgets.price.wording import cost_table, field_names, group_names, price_words
from lentera.words import _, rupiah

_LINES: Final = {"hpp": working.unit_lines, "harga": working.price_lines, "impas": working.needed_lines}
_STEPS: Final = tuple(f"{mode} {result}" for mode in Mode for result in RESULTS)
_ROW_FIELDS: Final = {"nama", "golongan", "jumlah"}


class PriceSession(JudgedActivity[Sheet]):
    """One learner's sums on cost, price and break-even, without any screen."""

    screen = "price"

    @cached_property
    def _first_seed(self) -> int:
        return seed_of(self.place.learner, self._file.task)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        example = of_exercise(worked_example(), {})
        return {
            **price_words(),
            "judged": bool(self._rule_sets),
            "example_table": cost_table(example),
            "example_lines": {name: lines(example) for name, lines in _LINES.items()},
        }

    def _empty(self) -> Sheet:
        return Sheet(self._first_seed)

    def _read(self, content: Mapping[str, Any]) -> Sheet:
        return from_content(content, _STEPS)

    def _write(self, state: Sheet) -> Mapping[str, Any]:
        return to_content(state)

    def _ready(self) -> str:
        return _("Ready. Read the list of costs, then work out one pack.")

    def _back(self) -> str:
        return _("Your sums are as you left them.")

    def _hints_read(self) -> int:
        return len(self._state.shown)

    def _act(self, message: Mapping[str, Any]) -> Line:  # noqa: PLR0911 - one return for each gesture
        match message["do"]:
            case "mode":
                return self._open_mode(Mode(message["mode"]))
            case "set":
                return self._set(str(message["field"]), str(message["value"]))
            case "row":
                return self._row(message["row"], str(message["field"]), str(message["value"]))
            case "add":
                return self._add(str(message["group"]))
            case "drop":
                return self._drop(message["row"])
            case "show":
                return self._show_way(str(message["result"]))
            case "what_if":
                return self._what_if(message["price"])
            case "new":
                return self._new()
            case "check" if self._rule_sets:
                return self._check()
            case other:
                raise ValueError(f"the price screen does not know {other!r}")

    _tried_price: int | None = None
    """Price on the slider; it is play, so it is not saved."""

    def _open_mode(self, mode: Mode) -> Line:
        self._become(replace(self._state, mode=mode))
        self._tried_price = None
        if mode is Mode.OWN:
            return Line.same(_("Your own product is open. Write its costs."))
        return Line.same(_("The exercise is open. Its costs are given."))

    def _set(self, field: str, written: str) -> Line:
        state = self._state.with_value(field, written[:LONGEST])
        if state.mode is Mode.EXERCISE and field not in RESULTS:
            raise ValueError(f"the exercise gives {field!r}; only results are written there")
        self._become(state)
        name = field_names()[field]
        if field == "nama":
            return Line.same(_("Saved: {label}").format(label=name))
        return self._heard(name, field, state.value(field))

    def _heard(self, name: str, field: str, value: object) -> Line:
        """Tell how a number was understood: who does not see it hears a slip at once."""
        found: Number = read_field(field, value)
        if found.why is Unread.SHORT:
            guess = rupiah(found.guess) if field != "margin" else working.percent(found.guess)
            return Line.same(
                _("{label} can be read in two ways. Do you mean {guess}? Write {plain}.").format(
                    label=name, guess=guess, plain=found.guess
                )
            )
        if found.is_empty:
            return Line.same(_("{label} is empty.").format(label=name))
        if found.value is None:
            return Line.same(_("{label} cannot be read yet. Write digits alone.").format(label=name))
        shown = working.percent(found.value) if field == "margin" else as_shown(field, kept(field, value))
        return Line.same(_("Saved: {label}, {value}").format(label=name, value=shown))

    def _index(self, row: Any) -> int:
        if isinstance(row, bool) or not isinstance(row, int) or not 0 <= row < len(self._state.rows):
            raise ValueError(f"there is no row {row!r}")
        return row

    def _own_only(self) -> None:
        if self._state.mode is not Mode.OWN:
            raise Refused(Line.same(_("The exercise gives its costs. Open your own product.")))

    def _row(self, row: Any, field: str, written: str) -> Line:
        self._own_only()
        index = self._index(row)
        if field not in _ROW_FIELDS or (field == "golongan" and written not in GROUPS):
            raise ValueError(f"row {index} has no {field!r} such as {written!r}")
        old = self._state.rows[index]
        rows = list(self._state.rows)
        match field:
            case "nama":
                rows[index] = replace(old, name=written[:LONGEST])
            case "golongan":
                rows[index] = replace(old, group=written)
            case _:
                rows[index] = replace(old, amount=kept("jumlah", written))
        self._become(replace(self._state, rows=tuple(rows)))
        name = rows[index].name or _("Row {n}").format(n=index + 1)
        if field == "jumlah":
            return self._heard(name, "jumlah", rows[index].amount) + Line.same(self._total())
        return Line.same(_("Saved: {label}").format(label=name))

    def _add(self, group: str) -> Line:
        self._own_only()
        if group not in GROUPS:
            raise ValueError(f"there is no group of costs {group!r}")
        if len(self._state.rows) >= MOST_COSTS:
            raise Refused(Line.same(_("The list is full. Put small costs together in one row.")))
        self._become(replace(self._state, rows=(*self._state.rows, Row(group))))
        text = _("Row {n} is there: {group}. Write what it is and what it costs.")
        return Line.same(text.format(n=len(self._state.rows), group=group_names()[group]))

    def _drop(self, row: Any) -> Line:
        self._own_only()
        index = self._index(row)
        rows = list(self._state.rows)
        gone = rows.pop(index)
        self._become(replace(self._state, rows=tuple(rows)))
        name = gone.name or _("Row {n}").format(n=index + 1)
        return Line.same(_("{name} is off the list.").format(name=name)) + Line.same(self._total())

    def _show_way(self, result: str) -> Line:
        if result not in RESULTS:
            raise ValueError(f"there is no result {result!r}")
        doing = self._way(result)
        if not doing.ok:
            raise Refused(Line.same(doing.why))
        shown = {*self._state.shown, f"{self._state.mode} {result}"}
        found = self._found
        self._become(replace(self._state, shown=tuple(step for step in _STEPS if step in shown)))
        self._found = found
        return Line.same(" ".join(_LINES[result](self._state.sums)))

    def _way(self, result: str) -> Doing:
        """Tell whether the way can be shown: her own result comes first."""
        if self._state.value(result) == "":
            return Doing(False, _("Write your own result first."))
        if not _LINES[result](self._state.sums):
            return Doing(False, _("Complete the numbers above this step first."))
        return Doing(True)

    def _what_if(self, price: Any) -> Line:
        range_ = self._slider(self._state.sums)
        if range_ is None:
            raise Refused(Line.same(_("Work out cost and price first.")))
        if (
            isinstance(price, bool)
            or not isinstance(price, int | float)
            or not range_["min"] <= price <= range_["max"]
        ):
            raise ValueError(f"{price!r} is no price on the slider")
        self._tried_price = round(price)
        return Line.same(self._tried_text(self._state.sums, self._tried_price))

    def _tried_text(self, sums: Sums, price: float) -> str:
        return working.what_if(sums.fixed.value or 0, price, sums.true_unit or 0)

    def _new(self) -> Line:
        state = self._state
        if not state.tried:
            raise Refused(Line.same(_("This exercise is still new. Write a result first.")))
        old = (*state.old, (("benih", state.seed), *state.tried))[-MOST_OLD:]
        seed = (state.seed + 1) % SEEDS
        shown = tuple(step for step in state.shown if not step.startswith(Mode.EXERCISE))
        self._become(replace(state, seed=seed, mode=Mode.EXERCISE, tried=(), old=old, shown=shown))
        self._tried_price = None
        made = exercise_of(seed)
        return Line.same(
            _("A new exercise: {packs} packs. The best exercise counts.").format(packs=made.packs)
        )

    def _total(self) -> str:
        return _("All costs together: {total}.").format(total=rupiah(self._state.sums.total))

    def _slider(self, sums: Sums) -> dict[str, float] | None:
        cost, price, fixed = sums.true_unit, working.price_of(sums), sums.fixed.value
        if not cost or not price or not fixed or self._state.value("impas") == "":
            return None
        step = max(50, step_of(price) // 4)
        low = rounded_up(cost * 0.9, step)
        high = rounded_up(max(price, cost) * 1.8, step)
        return {
            "min": low,
            "max": high,
            "step": step,
            "value": min(max(self._tried_price or price, low), high),
        }

    def _draw(self) -> dict[str, Any]:
        state, sums = self._state, self._state.sums
        own = state.mode is Mode.OWN
        return {
            "mode": state.mode.value,
            "name": state.value("nama"),
            "rows": [self._draw_row(index, row) for index, row in enumerate(state.rows)] if own else [],
            "given": None if own else cost_table(sums),
            # Adding up is part of the exercise: the sum stands there once she has asked for the way.
            "total": self._total() if own or f"{Mode.EXERCISE} hpp" in state.shown else "",
            "values": {
                field: as_shown(field, state.value(field))
                for field in (*RESULTS, "bungkus", "margin", "tetap")
            },
            "asked": {result: self._draw_asked(result, sums) for result in RESULTS},
            "add": Doing(
                len(state.rows) < MOST_COSTS, _("The list is full. Put small costs together in one row.")
            ).to_json(),
            "new": Doing(bool(state.tried), _("This exercise is still new. Write a result first.")).to_json(),
            "money": self._draw_money(sums),
            "bars": self._draw_bars(sums),
            "plot": self._draw_plot(sums),
            "slider": self._slider(sums),
            "check": self._found,
        }

    def _draw_row(self, index: int, row: Row) -> dict[str, Any]:
        return {
            "label": _("Row {n}").format(n=index + 1),
            "remove": _("Remove row {n}").format(n=index + 1),
            "nama": row.name,
            "golongan": row.group,
            "jumlah": as_shown("jumlah", row.amount),
        }

    def _draw_asked(self, result: str, sums: Sums) -> dict[str, Any]:
        opened = f"{self._state.mode} {result}" in self._state.shown
        return {"way": self._way(result).to_json(), "lines": _LINES[result](sums) if opened else []}

    def _draw_money(self, sums: Sums) -> dict[str, Any] | None:
        value = sums.unit.value
        return working.coins(value, _("Cost of one pack")) if value else None

    def _draw_bars(self, sums: Sums) -> dict[str, Any] | None:
        """Draw margin and markup of her own numbers once she has written a price."""
        cost, margin = sums.true_unit, sums.margin.value
        if not cost or margin is None or not sums.has_margin or sums.price.is_empty:
            return None
        return working.bars(cost, margin)

    def _draw_plot(self, sums: Sums) -> dict[str, Any] | None:
        found = self._slider(sums)
        cost, fixed = sums.true_unit, sums.fixed.value
        if found is None or not cost or not fixed:
            return None
        price = found["value"]
        drawn = working.plot(fixed, price, cost) if price > cost else None
        return {"what_if": self._tried_text(sums, price), "drawn": drawn}
