"""The village market behind the screen: a gesture becomes an event, an event moves the order on its way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from lentera.market import Deed, Event, Market, MarketError, Role, apply
from lentera.market.courier import label, label_sheet
from lentera.market.mishaps import drawn
from lentera.market.names import STOCK_DEEDS, state_name
from lentera.market.payment import FACTS
from lentera.market.rounds import Play, Round, seed_of
from lentera.market.table import Table, first_name
from lentera.market.telling import happenings, said
from lentera.place import Place
from lentera.rules import RuleSet
from lentera.rules.seeds import SEEDS
from lentera.widgets.activity import Refused
from lentera.widgets.facts import facts_told
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.market import tables
from lentera.widgets.market.fields import data_of, fields_of
from lentera.widgets.market.phones import phone_of
from lentera.widgets.market.played import (
    LONGEST_TEXT,
    MOST_EVENTS,
    MOST_MESSAGES,
    MOST_OF_ONE,
    Message,
    Played,
)
from lentera.widgets.market.role_card import name_at, order_line, role_card, stock_work, turn_of
from lentera.widgets.market.shop import own_shop
from lentera.widgets.market.stories import story_of
from lentera.widgets.market.wording import market_words
from lentera.widgets.printing import print_beside
from lentera.words import _

CHAT: Final = "obrolan"
NOTE: Final = "catatan"


class MarketSession(JudgedActivity[Played]):
    """One learner's village market, or that of five at one table, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`.
    """

    screen = "market"
    milestones = frozenset({"check", "deed", "round", "label"})

    _printed: Mapping[str, str] | None = None

    def __init__(
        self,
        place: Place,
        answer_name: str = "s11-pesanan",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self._day = place.now().date().isoformat()
        self._first = Played(Play(Table(), (self._begun(place, ()),)))
        self._facts = facts_told(FACTS, place.now().date())
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the market."""
        return {**market_words(), "known": self._facts}

    def _begun(self, place: Place, earlier: Sequence[Round]) -> Round:
        """Open the shop: the first round is smooth, each later one has a mishap drawn by her code."""
        seed = (seed_of(place.learner or "") + len(earlier)) % SEEDS
        mishap = drawn(seed, earlier=tuple(one.mishap for one in earlier)) if earlier else ""
        return Round.begin(seed, own_shop(place, self._day), mishap)

    def _empty(self) -> Played:
        return self._first

    def _read(self, content: Mapping[str, Any]) -> Played:
        return Played.from_content(content)

    def _write(self, state: Played) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The market is open. The buyer begins: choose goods.")

    def _back(self) -> str:
        return _("The market is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "role": lambda: self._take(Role(message["role"])),
            "open": lambda: self._open_order(message["order"]),
            "new": self._new_order,
            "cart": lambda: self._put(message["product"], message["by"]),
            "set": lambda: self._set(message["deed"], message["field"], message["value"]),
            "deed": lambda: self._do(Deed(message["deed"])),
            "say": self._say,
            "seat": lambda: self._seat(Role(message["role"]), message["name"]),
            "turned": self._turned,
            "label": lambda: self._label(message["order"]),
            "round": self._new_round,
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _now(self) -> str:
        """Return the time of the next event; a laptop whose clock was set back goes on with the last one."""
        now, events = (
            self.place.now().replace(tzinfo=None).isoformat(timespec="minutes"),
            self._state.market.events,
        )
        return max(now, events[-1].at) if events else max(now, f"{self._state.market.shop.opened}T00:00")

    def _take(self, role: Role) -> Line:
        self._become(replace(self._state, role=role))
        return Line.same(_("The card of {role} is open.").format(role=name_at(self._state, role)))

    def _open_order(self, number: Any) -> Line:
        order = self._state.market.orders[_whole(number)]
        self._become(replace(self._state, order=order.id))
        self._become(replace(self._state, role=turn_of(self._state, self._now()[:10])))
        return Line.same(
            _("Order {n} is open. It is now: {state}.").format(n=order.id, state=state_name(order.state))
        )

    def _new_order(self) -> Line:
        self._become(replace(self._state, order=0, role=Role.BUYER))
        return Line.same(_("A new order. Choose goods."))

    def _put(self, product: str, by: Any) -> Line:
        state, shown = self._state, self._state.market.shop.product(product)
        count = state.cart.get(product, 0) + _whole(by)
        if not 0 <= count <= MOST_OF_ONE or abs(by) != 1:
            raise Refused(Line.same(_("There can be 0 to {most} of one kind.").format(most=MOST_OF_ONE)))
        cart = {one: many for one, many in {**state.cart, product: count}.items() if many}
        self._become(replace(state, cart=cart))
        return Line.same(_("{count} {product} in the cart.").format(count=count, product=shown.name))

    def _set(self, deed: str, field: str, value: Any) -> Line:
        if not isinstance(value, str):
            raise ValueError(f"{field} is {value!r}; give a text")
        label_of = self._fields(deed)[field]
        self._become(self._state.with_draft(deed, field, value[:LONGEST_TEXT]))
        return Line.same(_("Saved: {label}").format(label=label_of))

    def _fields(self, deed: str) -> dict[str, str]:
        """Return the fields of a card by name, with their labels."""
        state = self._state
        if deed in {CHAT, NOTE}:
            return {"teks": _("Message of the chat") if deed == CHAT else _("Note of this step")}
        found = fields_of(state.market, Deed(deed), state.market.orders.get(state.order), {})
        return {one["name"]: one["label"] for one in found}

    def _do(self, deed: Deed) -> Line:
        state, market, at = self._state, self._state.market, self._now()
        if len(market.events) == MOST_EVENTS:
            raise Refused(Line.same(_("This round is full. Start a new round.")))
        order = market.orders.get(state.order)
        draft = state.drafts.get(deed.value, {})
        try:
            data = data_of(market, deed, order, draft)
            if deed is Deed.ORDER:
                data |= {"barang": dict(state.cart), "untuk": self._receiver()}
            number = 0 if deed in STOCK_DEEDS or deed is Deed.ORDER else state.order
            event = Event(deed, state.role, at, number, state.player(state.role), self._note(), data)
            after = apply(market, event)
        except MarketError as reason:
            raise Refused(Line.same(str(reason))) from None
        self._moved(deed, after)
        return Line.same(said(market, after))

    def _receiver(self) -> str:
        """Return who orders: the player at the table, or the made-up buyer of the round."""
        return self._state.player(Role.BUYER) or self._state.play.now.wish.buyer

    def _note(self) -> str:
        return self._state.drafts.get(NOTE, {}).get("teks", "").strip()

    def _moved(self, deed: Deed, after: Market) -> None:
        """Take in the market after a deed; its fields are empty again, the order it made is open."""
        state = self._state.without_draft(deed.value).without_draft(NOTE)
        state = replace(state, play=state.play.moved(after))
        if deed is Deed.ORDER:
            state = replace(state, cart={}, order=len(after.orders))
        self._become(state)

    def _say(self) -> Line:
        state = self._state
        text = state.drafts.get(CHAT, {}).get("teks", "").strip()
        if not text:
            raise Refused(Line.same(_("The message is still empty. Write it first.")))
        message = Message(self._now(), state.role, state.player(state.role), text)
        kept = (*state.messages, message)[-MOST_MESSAGES:]
        self._become(replace(state.without_draft(CHAT), messages=kept))
        return Line.same(_("{role} wrote: {text}").format(role=name_at(state, state.role), text=text))

    def _seat(self, role: Role, name: Any) -> Line:
        if not isinstance(name, str):
            raise ValueError(f"{name!r} is no name")
        names = {one: self._state.table.player(one) for one in Role} | {role: first_name(name)}
        self._sit(Table(tuple(names.values())))
        return Line.same(_("At the table: {role}").format(role=name_at(self._state, role)))

    def _turned(self) -> Line:
        if not self._state.table.shared:
            raise Refused(Line.same(_("One learner plays all roles. Write at least two names first.")))
        self._sit(self._state.table.turned())
        seats = ", ".join(name_at(self._state, role) for role in Role)
        return Line.same(_("Roles have moved on: {seats}.").format(seats=seats))

    def _sit(self, table: Table) -> None:
        self._become(replace(self._state, play=replace(self._state.play, table=table)))

    def _label(self, number: Any) -> Line:
        try:
            shown = label_sheet(label(self._state.market, _whole(number)))
        except MarketError as reason:
            raise Refused(Line.same(str(reason))) from None
        line, self._printed = print_beside(self.place, "label-kirim", shown)
        return line

    def _new_round(self) -> Line:
        state = self._state
        if not state.market.events:
            raise Refused(Line.same(_("This round has not begun yet. Make an order first.")))
        self._day = self._now()[:10]
        new = self._begun(self.place, state.play.rounds)
        self._become(state.next_round(new))
        self._printed = None
        return Line.same(" ".join([_("A new round. The earlier one is kept."), *story_of(new)]))

    def _draw(self) -> dict[str, Any]:
        state, market = self._state, self._state.market
        day = self._now()[:10]
        order = market.orders.get(state.order)
        told = happenings(market)
        turn = turn_of(state, day)
        return {
            "round": _("Round {n}").format(n=len(state.play.rounds)),
            "story": story_of(state.play.now),
            "role": state.role.value,
            "roles": {role.value: {"name": name_at(state, role), "turn": role is turn} for role in Role},
            "order": state.order,
            "order_title": _("Order {n}").format(n=order.id) if order else _("New order"),
            "order_line": order_line(market, order),
            "new_order": bool(state.order),
            "path": tables.path_of(order),
            "side": tables.side_of(order),
            "card": role_card(state, day),
            "note": state.drafts.get(NOTE, {}).get("teks", ""),
            "phone": phone_of(state, order),
            "orders": tables.orders_table(state, day),
            "no_orders": "" if market.orders else _("No order yet. The buyer makes the first one."),
            "chat": tables.chat_of(state, told),
            "message": state.drafts.get(CHAT, {}).get("teks", ""),
            "writer": _("Write as {role}").format(role=name_at(state, state.role)),
            "stock": tables.stock_rows(market),
            "stock_work": stock_work(state),
            "parcels": tables.parcels(market),
            "no_parcels": "" if tables.parcels(market) else _("No parcel waits here now."),
            "showroom": tables.showroom(market),
            "events": tables.events_list(told),
            "no_events": "" if told else _("Nothing has happened in this round yet."),
            "money": tables.money_of(market),
            "seats": {role.value: state.table.player(role) for role in Role},
            "turned": state.table.shared,
            "check": self._found,
            "printed": self._printed,
        }


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r} is no whole number")
    return value
