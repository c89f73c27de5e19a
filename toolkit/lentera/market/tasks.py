"""The tasks of the market, each loaded with its own rules only: marking one needs no other's."""

from importlib import import_module
from typing import Any, Final

_WHERE: Final = {
    "STATES": "order_rules",
    "STOCK": "order_rules",
    "TROUBLES": "trouble_rules",
    "CASH": "cash_rules",
}


def __getattr__(name: str) -> Any:
    """Return the rules of a task by their name."""
    if name not in _WHERE:
        raise AttributeError(f"lentera.market.tasks has no {name}; it has {', '.join(_WHERE)}")
    return getattr(import_module(f"lentera.market.{_WHERE[name]}"), name)
