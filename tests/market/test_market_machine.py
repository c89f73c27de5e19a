"""Random role plays: whatever five people do, in whatever order, stock and money stay right."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.market import playing
from tests.market.playing import DAY

from lentera.market import Deed, Event, Market, MarketError, Role, Shop, State, apply, coming, replay, why_not
from lentera.market.cash import Account
from lentera.market.names import ROLES_OF, STOCK_DEEDS
from lentera.market.stock import Move
from lentera.market.telling import happened

SHOP = replace(playing.SHOP, batches=tuple(replace(one, free=one.free + 8) for one in playing.SHOP.batches))
DAYS = (DAY, "2026-12-05", "2026-12-20", "2026-12-28")
GOODS = st.dictionaries(st.sampled_from(["keripik", "gula"]), st.integers(1, 3), min_size=1)
ODD_GOODS = st.dictionaries(st.sampled_from(["keripik", "gula", "emas"]), st.integers(-1, 9))
WORDS = st.sampled_from(["Sukamaju", "rumah biru", "Wati", ""])
ON_ORDERS = sorted(set(Deed) - STOCK_DEEDS - {Deed.ORDER})


class Village(RuleBasedStateMachine):
    """Five people at one market; money and goods are also counted by hand."""

    @initialize()
    def open(self):
        self.market = Market.opened(SHOP)
        self.minute = 0
        self.day = 0
        self.cash = 100_000
        self.hand = {"keripik": 22, "gula": 11}

    def try_to(self, deed, role, order=0, **data):
        before = self.market
        kept = (before.events, dict(before.orders), before.stock, before.cash, before.stall)
        self.minute += 1
        at = f"{DAYS[self.day]}T{self.minute // 60 % 24:02}:{self.minute % 60:02}"
        if before.events and at < before.events[-1].at:
            at = before.events[-1].at
        known = why_not(before, role, deed, order, at[:10])
        event = Event(deed, role, at, order, "Siti", data=data)
        try:
            after = apply(before, event)
        except MarketError:
            assert (before.events, dict(before.orders), before.stock, before.cash, before.stall) == kept
            return
        assert known is None
        assert role in ROLES_OF[deed]
        said = happened(before, after)
        assert said
        assert "{" not in said
        # Money and goods counted from the events alone, without the ledgers.
        self.cash += self.money(before, after, deed, order)
        self.goods(before, deed, order, data)
        self.market = after

    def money(self, before, after, deed, order):
        one = before.orders.get(order)
        sold = sum(each.unsettled * SHOP.product(each.product).price for each in before.stall.goods)
        data = after.events[-1].data
        moved = {
            Deed.CONFIRM: lambda: one.arrived,
            Deed.HAND_OVER: lambda: -one.fee,
            Deed.CANCEL: lambda: -one.paid,
            Deed.BRING_BACK: lambda: -one.paid,
            Deed.REFUND: lambda: -sum(item.count * item.price for item in one.complaint.items),
            Deed.RESTOCK: lambda: -data["jumlah"] * SHOP.product(data["barang"]).unit_cost,
            Deed.SETTLE: lambda: sold - sold * 10 // 100,
        }
        return moved.get(deed, int)()

    def goods(self, before, deed, order, data):
        if deed in (Deed.HAND_OVER, Deed.BRING_BACK):
            for item in before.orders[order].items:
                self.hand[item.product] += item.count if deed is Deed.BRING_BACK else -item.count
        elif deed is Deed.REPLACE:
            for item in before.orders[order].complaint.items:
                self.hand[item.product] -= item.count
        elif deed in (Deed.RESTOCK, Deed.TAKE_BACK):
            self.hand[data["barang"]] += data["jumlah"]
        elif deed is Deed.CONSIGN:
            self.hand[data["barang"]] -= data["jumlah"]
        elif deed is Deed.WRITE_OFF:
            self.hand[before.stock.batch(data["kode"]).product] -= data["jumlah"]

    @rule(
        goods=st.one_of(GOODS, GOODS, ODD_GOODS),
        method=st.sampled_from(["qris", "tunai_kurir"]),
        mark=st.sampled_from(["rumah biru", "rumah biru", ""]),
        steps=st.integers(0, 12),
        data=st.data(),
    )
    def order(self, goods, method, mark, steps, data):
        count = len(self.market.orders)
        if count < 8:
            self.try_to(
                Deed.ORDER, Role.BUYER, barang=goods, bayar=method, daerah="desa", desa="Sukamaju", ciri=mark
            )
        if len(self.market.orders) > count:
            self.follow(data, count + 1, steps)

    def data_for(self, deed, order, data):
        one = self.market.orders[order]
        made = {
            Deed.PAY: lambda: {
                "nama": data.draw(st.sampled_from(["Toko Uji"] * 5 + ["Toko Palsu"])),
                "jumlah": data.draw(st.sampled_from([one.rest] * 4 + [1, one.total + 1, 0])),
            },
            Deed.RECEIVE: lambda: {"penerima": data.draw(WORDS)},
            Deed.COMPLAIN: lambda: {
                "barang": data.draw(GOODS),
                "sebab": data.draw(st.sampled_from(["rusak", "kurang", "?"])),
            },
            Deed.FAIL: lambda: {
                "sebab": data.draw(st.sampled_from(["alamat", "ditolak", "tidak_di_rumah", "?"]))
            },
            Deed.REVIEW: lambda: {
                "bintang": data.draw(st.sampled_from([5, 4, 1, 0])),
                "teks": data.draw(WORDS),
            },
            Deed.COMPLETE_ADDRESS: lambda: {"desa": "Sukamaju", "ciri": data.draw(WORDS)},
            Deed.PACK: lambda: data.draw(
                st.sampled_from(
                    [{}, {"kode": {pick.batch: pick.count for pick in one.picks}}, {"kode": {"K2": 1}}]
                )
            ),
        }
        return made.get(deed, dict)()

    @precondition(lambda self: self.market.orders)
    @rule(data=st.data(), deed=st.sampled_from(ON_ORDERS), right=st.sampled_from([True, True, False]))
    def anything(self, data, deed, right):
        order = data.draw(st.sampled_from(sorted(self.market.orders)))
        role = ROLES_OF[deed][-1] if right else data.draw(st.sampled_from(Role))
        self.try_to(deed, role, order, **self.data_for(deed, order, data))

    # Without following what comes next nearly every random play would stop at its first orders.
    @precondition(lambda self: self.market.orders)
    @rule(data=st.data(), steps=st.integers(1, 8))
    def what_comes_next(self, data, steps):
        self.follow(data, data.draw(st.sampled_from(sorted(self.market.orders))), steps)

    @precondition(lambda self: self.market.orders)
    @rule(data=st.data())
    def goes_another_way(self, data):
        order, day = data.draw(st.sampled_from(sorted(self.market.orders))), DAYS[self.day]
        main = coming(self.market, order, day)
        others = [
            deed
            for deed in ON_ORDERS
            if deed is not main and why_not(self.market, ROLES_OF[deed][0], deed, order, day) is None
        ]
        if others:
            deed = data.draw(st.sampled_from(others))
            self.try_to(deed, ROLES_OF[deed][0], order, **self.data_for(deed, order, data))

    def follow(self, data, order, steps):
        for _ in range(steps):
            deed = coming(self.market, order, DAYS[self.day])
            if deed is None or deed in STOCK_DEEDS:
                return
            self.try_to(deed, ROLES_OF[deed][0], order, **self.data_for(deed, order, data))

    @rule(
        product=st.sampled_from(["keripik", "gula", "emas"]),
        count=st.integers(-1, 6),
        code=st.sampled_from(["K1", "N1", "N2", "N3", ""]),
        day=st.sampled_from(["2026-11-30", "2027-06-01"]),
    )
    def restock(self, product, count, code, day):
        self.try_to(Deed.RESTOCK, Role.STOCKIST, barang=product, jumlah=count, kode=code, kedaluwarsa=day)

    @rule(code=st.sampled_from(["K1", "K2", "G1", "??"]), count=st.integers(0, 1))
    def write_off(self, code, count):
        self.try_to(Deed.WRITE_OFF, Role.STOCKIST, kode=code, jumlah=count, sebab="robek")

    @rule(
        deed=st.sampled_from([Deed.CONSIGN, Deed.SELL_CONSIGNED, Deed.TAKE_BACK, Deed.SETTLE]),
        role=st.sampled_from([Role.SELLER, Role.STOCKIST]),
        product=st.sampled_from(["keripik", "gula"]),
        count=st.integers(0, 3),
    )
    def stall(self, deed, role, product, count):
        self.try_to(deed, role, barang=product, jumlah=count)

    @precondition(lambda self: self.day < len(DAYS) - 1)
    @rule()
    def a_later_day(self):
        self.day += 1
        self.minute = 0

    @rule(share=st.floats(0, 1))
    def resumes_from_any_event(self, share):
        events = json.loads(json.dumps([event.to_json() for event in self.market.events]))
        shop = Shop.from_json(json.loads(json.dumps(SHOP.to_json())))
        cut = round(share * len(events))
        begun = replay(shop, [Event.from_json(row) for row in events[:cut]])
        for row in events[cut:]:
            begun = apply(begun, Event.from_json(row))
        assert begun == self.market

    @invariant()
    def goods_are_all_there(self):
        stock = self.market.stock
        for product in ("keripik", "gula"):
            batches = [batch for batch in stock.batches if batch.product == product]
            assert all(batch.free >= 0 and batch.reserved >= 0 for batch in batches)
            assert (
                stock.on_hand(product) == stock.free(product) + stock.reserved(product) == self.hand[product]
            )
            rows = [row for row in stock.rows if row.product == product]
            assert sum(row.free + row.reserved for row in rows) == self.hand[product]
            waiting = [
                pick.count
                for order in self.market.orders.values()
                if order.state in (State.RESERVED, State.PACKED)
                for pick in order.picks
                if pick.product == product
            ]
            assert stock.reserved(product) == sum(waiting)

    @invariant()
    def money_is_all_there(self):
        market = self.market
        assert market.cash.balance == self.cash
        assert self.cash >= 0
        assert sum(market.cash.accounts().values()) == 0
        confirmed = sum(order.paid for order in market.orders.values())
        sold = sum(one.settled * SHOP.product(one.product).price for one in market.stall.goods)
        assert market.cash.total(Account.SALES) == confirmed + sold
        for order in market.orders.values():
            assert 0 <= order.refunded <= order.paid <= order.total
            assert order.rest >= 0
            assert order.with_courier in (0, order.total)

    @invariant()
    def states_follow_one_another(self):
        for order in self.market.orders.values():
            assert order.history[0] is State.ORDERED
            assert order.history[-1] is order.state
            assert (coming(self.market, order.id, DAYS[self.day]) is None) == order.closed
            if State.PACKED in order.history:
                assert order.history.index(State.RESERVED) < order.history.index(State.PACKED)
            if State.CANCELLED in order.history:
                assert not order.picks

    @invariant()
    def expired_goods_never_leave_to_a_buyer(self):
        expires = {batch.code: batch.expires for batch in self.market.stock.batches}
        for row in self.market.stock.rows:
            if row.move in (Move.OUT, Move.REPLACEMENT, Move.CONSIGNED):
                assert row.at[:10] <= expires[row.batch]


QUICK = settings(
    max_examples=100, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
LONG = settings(QUICK, max_examples=1500, stateful_step_count=60)


def test_random_plays_never_break_stock_or_cash():
    run_state_machine_as_test(Village, settings=QUICK)


@pytest.mark.soak
def test_a_thousand_random_plays_never_break_stock_or_cash():
    run_state_machine_as_test(Village, settings=LONG)
