"""The rules of the play: an order through eight states; stock reserved first and released at a cancel."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.market.names import MAIN_PATH, State, deed_coming, state_name
from lentera.market.orders import Order
from lentera.market.play import Market, coming
from lentera.market.rounds import MOST_ROUNDS, Retold, retell
from lentera.market.stock import Move
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right

_TEXTS: Final = Path(__file__).parent / "texts"
_STATES_PATH: Final = _TEXTS / "s11-status.toml"
_STOCK_PATH: Final = _TEXTS / "s11-stok.toml"


def read_play(content: Mapping[str, Any]) -> tuple[Retold, ...]:
    """Read the rounds of an answer file and play them again, each as far as it can have happened.

    Raises
    ------
    ValueError
        When it holds no rounds.
    """
    rounds = content.get("putaran") if isinstance(content, Mapping) else None
    if not isinstance(rounds, list) or not 1 <= len(rounds) <= MOST_ROUNDS:
        raise ValueError(f"'putaran' needs 1 to {MOST_ROUNDS} rounds; start the market anew")
    return tuple(retell(one) for one in rounds)


def _furthest(told: tuple[Retold, ...]) -> tuple[Market, Order] | None:
    """Return the order that went furthest along its path, and its market; a later one when two are equal."""
    found = [(one.round.market, order) for one in told for order in one.round.market.orders.values()]
    return max(reversed(found), key=lambda pair: (pair[1].reached, not pair[1].closed), default=None)


def _reached(state: State, told: tuple[Retold, ...]) -> Finding:
    """Judge one of the eight states by the order that went furthest."""
    best = _furthest(told)
    name = state_name(state)
    if best is None:
        return missed("no_order", state=name)
    market, order = best
    if state in order.path[: order.reached]:
        return right(order=str(order.id), state=name)
    following = coming(market, order.id, market.events[-1].day)
    known = {"order": str(order.id), "state": name, "now": state_name(order.state).lower()}
    if following is None:
        return missed("stopped", **known)
    return missed("not_yet", **known, coming=deed_coming(following))


def _orders(told: tuple[Retold, ...]) -> list[Order]:
    return [order for one in told for order in one.round.market.orders.values()]


def _moves(told: tuple[Retold, ...]) -> set[Move]:
    return {row.move for one in told for row in one.round.market.stock.rows}


def _reserved_first(told: tuple[Retold, ...]) -> Finding:
    """Judge that stock was set aside before an order was packed."""
    if any(State.PACKED in order.history for order in _orders(told)):
        return right()
    if Move.RESERVE in _moves(told):
        return missed("not_packed", 0.5)
    return missed("not_reserved")


def _never_negative(told: tuple[Retold, ...]) -> Finding:
    """Judge that no event took what was not there."""
    refused = next((one.refused for one in told if one.refused is not None), None)
    if refused is not None:
        return missed("refused", reason=refused.sentence, cure=refused.next)
    if Move.RESERVE not in _moves(told):
        return missed("nothing_moved")
    return right()


def _released(told: tuple[Retold, ...]) -> Finding:
    """Judge that a cancelled order gave back what was set aside for it."""
    if Move.RELEASE in _moves(told):
        return right()
    cancelled = [order for order in _orders(told) if order.state is State.CANCELLED]
    if any(Move.BACK in _moves((one,)) for one in told):
        return missed("brought_back", 0.5, order=str(cancelled[0].id))
    if cancelled:
        return missed("cancelled_early", 0.25, order=str(cancelled[0].id))
    return missed("no_cancel")


STATES: Final[RuleSet[Any]] = RuleSet(
    "s11-status",
    "s11-pesanan",
    read_play,
    load_rules(_STATES_PATH, {f"s11.state.{state}": partial(_reached, state) for state in MAIN_PATH}),
    load_set(_STATES_PATH),
)
"""Task ``s11-status``: one order through eight states, 3 points each."""

STOCK: Final[RuleSet[Any]] = RuleSet(
    "s11-stok",
    "s11-pesanan",
    read_play,
    load_rules(
        _STOCK_PATH,
        {
            "s11.stock.reserved_first": _reserved_first,
            "s11.stock.never_negative": _never_negative,
            "s11.stock.released": _released,
        },
    ),
    load_set(_STOCK_PATH),
)
"""Task ``s11-stok``: reserved before packing, never below nothing, released at a cancel."""
