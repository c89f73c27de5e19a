"""The cash book behind the screen: she reads what happened and writes the rows; balance and sums follow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from lentera.atomic import write_atomically
from lentera.market.bookkeeping import Written
from lentera.market.rounds import Play, Round, seed_of
from lentera.market.samples import sample_round
from lentera.market.telling import happenings
from lentera.place import Place
from lentera.prints import FOLDER
from lentera.rules import RuleSet
from lentera.widgets.activity import Refused
from lentera.widgets.cash_book.book import FIELDS, SAMPLE, CashState, is_full
from lentera.widgets.cash_book.ledger import Ledger, heads
from lentera.widgets.cash_book.wording import cash_words
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.widgets.printing import from_root, print_beside, sheet_words
from lentera.words import _, rupiah

PLAY: Final = "s11-pesanan"
"""Answer of the village market, whose rounds the book is about."""
BLANK_ROWS: Final = 4
"""Empty rows on the sheet, for the pen."""


class CashBookSession(JudgedActivity[CashState]):
    """One learner's cash book of a round of the market, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`.
    """

    screen = "cash_book"
    milestones = frozenset({"check", "remove", "round", "print", "csv"})

    _printed: Mapping[str, str] | None = None
    _csv: Mapping[str, str] | None = None

    def __init__(
        self,
        place: Place,
        answer_name: str = "s11-kas",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self._sample = sample_round(seed_of(place.learner or ""), place.now().date().isoformat())
        self._payload: Mapping[str, Any] | None = None
        self._rounds: tuple[Round, ...] = ()
        self._look_at_play(place)
        super().__init__(place, answer_name, rule_sets, points)
        self._follow()
        self.view |= self._draw()

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the cash book."""
        return cash_words()

    def _look_at_play(self, place: Place) -> bool:
        """Read the rounds of her market; tell whether they have changed."""
        try:
            answer = place.answer(PLAY).load()
            payload = answer.payload if answer else None
            if payload == self._payload:
                return False
            rounds = Play.from_json(payload).rounds if payload else ()
        except (OSError, LookupError, TypeError, ValueError):
            place.note_trouble()
            return False
        self._payload = payload
        self._rounds = rounds
        return True

    def _follow(self) -> None:
        """Take over what has happened since in the round that the book is about."""
        number = self._state.number
        if 0 < number <= len(self._rounds) and self._state.round != self._rounds[number - 1]:
            self._become(replace(self._state, round=self._rounds[number - 1]))

    def _take_in_other_notebook(self) -> None:
        super()._take_in_other_notebook()
        untouched = self._content is None and self._state == self._empty()
        if self._look_at_play(self.place) and untouched:
            self._become(self._empty())
        self._follow()

    def _empty(self) -> CashState:
        played = [number for number, one in enumerate(self._rounds, start=1) if one.market.events]
        return CashState(self._rounds[played[-1] - 1], played[-1]) if played else CashState(self._sample)

    def _read(self, content: Mapping[str, Any]) -> CashState:
        return CashState.from_content(content)

    def _write(self, state: CashState) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The cash book is empty. Read what happened, then add a row.")

    def _back(self) -> str:
        return _("The cash book is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "set": lambda: self._set(message["row"], message["field"], message["value"]),
            "profit": lambda: self._profit(message["value"]),
            "add": self._add,
            "remove": lambda: self._remove(message["row"]),
            "undo": self._undo,
            "round": lambda: self._choose(message["round"]),
            "print": self._print,
            "csv": self._export,
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _set(self, number: Any, field: str, value: Any) -> Line:
        if field not in FIELDS or not isinstance(value, str):
            raise ValueError(f"{field} of a row cannot be {value!r}")
        at = _index(number, len(self._state.rows))
        self._become(self._state.with_field(at, field, value))
        balance = rupiah(self._state.own.balances[at])
        return Line.same(_("Row {n} is saved. Balance: {amount}.").format(n=at + 1, amount=balance))

    def _profit(self, value: Any) -> Line:
        if not isinstance(value, str):
            raise ValueError(f"the profit cannot be {value!r}")
        self._become(replace(self._state, profit=value[:20]))
        return Line.same(_("Saved: {label}").format(label=_("Profit of this round")))

    def _add(self) -> Line:
        if is_full(self._state):
            raise Refused(Line.same(_("The cash book is full. Print it first.")))
        day = self._state.rows[-1].day if self._state.rows else _short_day(self._state.round)
        self._become(self._state.with_row(Written(day, "", "", "")))
        return Line.same(_("Row {n} is open. Write what for.").format(n=len(self._state.rows)))

    def _remove(self, number: Any) -> Line:
        at = _index(number, len(self._state.rows))
        self._become(self._state.without(at))
        return Line.same(_("Row {n} removed. You can put it back.").format(n=at + 1))

    def _undo(self) -> Line:
        if self._state.removed is None:
            raise Refused(Line.same(_("There is no removed row.")))
        if is_full(self._state):
            raise Refused(Line.same(_("The cash book is full. Print it first.")))
        at, row = self._state.removed
        self._become(self._state.with_row(row, at))
        return Line.same(_("Row {n} is back.").format(n=min(at, len(self._state.rows) - 1) + 1))

    def _choose(self, number: Any) -> Line:
        at = _index(number, len(self._rounds) + 1)
        chosen = self._rounds[at - 1] if at else self._sample
        self._become(replace(self._state, round=chosen, number=at))
        return Line.same(_("The book is about: {round}.").format(round=_round_name(at)))

    def _print(self) -> Line:
        self._something_written()
        table = Ledger.of(self._state.own)
        data = {
            **sheet_words(self.place, _("Cash book"), _("Names, prices and money are examples.")),
            "course": _("Lentera: village market"),
            "intro": _("Money in, money out, and what is left."),
            "columns": heads(),
            "rows": table.printed(),
            "sums": [
                "",
                _("All together"),
                rupiah(table.money_in),
                rupiah(table.money_out),
                rupiah(table.balance),
            ],
            "blank": BLANK_ROWS,
            "lines": [_("Profit of this round: {amount}").format(amount=self._state.profit or "_" * 16)],
        }
        line, self._printed = print_beside(self.place, "buku-kas", data)
        return line

    def _export(self) -> Line:
        self._something_written()
        path = self.place.folder / FOLDER / "buku-kas.csv"
        try:
            write_atomically(path, Ledger.of(self._state.own).csv())
        except OSError:
            self.place.note_trouble()
            raise Refused(
                Line.same(_("The sheet is not saved: the disk is full or shut. Call the trainer."))
            ) from None
        shown = path.relative_to(self.place.folder).as_posix()
        self._csv = {"file": shown, "path": from_root(self.place, path)}
        return Line.same(_("The table for a spreadsheet is ready: file {file}.").format(file=shown))

    def _something_written(self) -> None:
        if not self._state.rows:
            raise Refused(Line.same(_("There is no row yet. Add one first.")))

    def _draw(self) -> dict[str, Any]:
        state, table = self._state, Ledger.of(self._state.own)
        told = happenings(state.round.market)
        return {
            "rounds": [[str(n), _round_name(n)] for n in range(len(self._rounds) + 1)],
            "round": state.number if state.number <= len(self._rounds) else SAMPLE,
            "happened": [
                {"when": event.at[11:].replace(":", "."), "text": " ".join(filter(None, (text, event.note)))}
                for event, text in told
            ],
            "hint": _("Which of these moved money into the cash box, or out of it? Write only those."),
            "nothing": "" if told else _("Nothing has happened in this round yet."),
            "opening": _("Cash at the start: {amount}").format(amount=rupiah(table.opening)),
            "rows": [
                {
                    **{key: getattr(row, name) for key, name in FIELDS.items()},
                    "saldo": rupiah(line[4]) if row.readable else _("number?"),
                }
                for row, line in zip(state.rows, table.rows, strict=True)
            ],
            "no_rows": "" if state.rows else _("No row yet. Add the first one."),
            "sums": {
                "masuk": rupiah(table.money_in),
                "keluar": rupiah(table.money_out),
                "saldo": rupiah(table.balance),
            },
            "profit": state.profit,
            "costs": _costs(state.round),
            "add": Doing(not is_full(state), _("The cash book is full. Print it first.")).to_json(),
            "undo": state.removed is not None,
            "at": state.removed[0] if state.removed else len(state.rows) - 1,
            "print": Doing(bool(state.rows), _("There is no row yet. Add one first.")).to_json(),
            "check": self._found,
            "printed": self._printed,
            "csv": self._csv,
        }


def _index(number: Any, count: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < count:
        raise ValueError(f"there is no number {number!r}; give one from 0 to {count - 1}")
    return number


def _round_name(number: int) -> str:
    return _("Round {n}").format(n=number) if number else _("an example round")


def _costs(one: Round) -> str:
    """Tell what one piece of each ordered product costs; without it no profit can be worked out."""
    market = one.market
    ordered = {item.product for order in market.orders.values() for item in order.items}
    goods = [
        f"{product.name} {rupiah(product.unit_cost)}"
        for product in market.shop.products
        if product.id in ordered
    ]
    return _("Cost of one piece: {goods}.").format(goods=", ".join(goods)) if goods else ""


def _short_day(one: Round) -> str:
    day = date.fromisoformat(one.market.shop.opened)
    return f"{day.day}/{day.month}/{day.year}"
