"""The solar tasks that are marked automatically, by task id."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from lentera.rules import RuleSet
from lentera.solar.measuring import READINGS
from lentera.solar.wiring import CONNECTIONS, FUSE, ORDER

RULE_SETS: Final[Mapping[str, RuleSet[Any]]] = MappingProxyType(
    {rules.task: rules for rules in (CONNECTIONS, ORDER, FUSE, READINGS)}
)
"""Task id to the rules that judge it."""
