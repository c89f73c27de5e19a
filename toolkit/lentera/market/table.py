"""Who sits at the table: five first names for five roles, or one learner who plays them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lentera.market.names import ROLES_OF, Deed, Role
from lentera.market.play import Market, coming
from lentera.market.reading import first_name


@dataclass(frozen=True)
class Turn:
    """Name whose turn it is: she has the laptop now."""

    role: Role
    name: str
    deed: Deed


@dataclass(frozen=True)
class Table:
    """Hold the first name at each role, in the order of the roles; never a surname.

    Attributes
    ----------
    names : tuple of str
        One name for each role of `Role`; the same name five times when one learner plays alone.
    """

    names: tuple[str, ...] = ("",) * len(Role)

    @classmethod
    def alone(cls, name: str) -> "Table":
        """Seat one learner at every role."""
        return cls((first_name(name),) * len(Role))

    @classmethod
    def of(cls, names: Mapping[Role, str]) -> "Table":
        """Seat people by role; whoever comes first also takes the roles nobody has."""
        given = {role: first_name(names.get(role, "")) for role in Role}
        spare = next((name for name in given.values() if name), "")
        return cls(tuple(given[role] or spare for role in Role))

    @property
    def shared(self) -> bool:
        """Tell whether more than one person plays."""
        return len(set(self.names)) > 1

    def player(self, role: Role) -> str:
        """Return the first name of who plays a role."""
        return self.names[tuple(Role).index(role)]

    def turned(self) -> "Table":
        """Return the table with every role moved one seat on, for the next round."""
        return Table((self.names[-1], *self.names[:-1]))

    def to_json(self) -> list[str]:
        """Return the names as the answer file holds them."""
        return list(self.names)

    @classmethod
    def from_json(cls, names: Any) -> "Table":
        """Read the names.

        Raises
        ------
        ValueError
            When they are not one text for each role.
        """
        if not isinstance(names, list) or len(names) != len(Role):
            raise ValueError("the table needs five first names; share the roles again")
        if not all(isinstance(name, str) for name in names):
            raise ValueError("a name at the table is no text; share the roles again")
        return cls(tuple(first_name(name) for name in names))


def turn(market: Market, table: Table, order: int, day: str) -> Turn | None:
    """Return whose turn it is on an order, or None when it is closed."""
    deed = coming(market, order, day)
    if deed is None:
        return None
    role = ROLES_OF[deed][0]
    return Turn(role, table.player(role), deed)
