"""What a lead on the table can be: its cable, its length, and how its ends are joined."""

from typing import Final

from lentera.solar import parts
from lentera.solar.parts.bounds import Bound

LEAD_CABLE: Final = "cu075"
LEAD_LENGTH: Final = 0.6
"""Length of a lead that nobody chose otherwise [m]."""
LEAD_CONNECTOR: Final = "lever"
LEAD_LENGTHS: Final = Bound("m", 0.1, 50.0)
CONNECTOR_CHOICES: Final = ("lever", "screw", "twisted")
"""Keys of `parts.CONNECTORS` that a lead of kit B can have; a cable of kit A has its plugs."""


def joint_of(connector: str) -> float:
    """Give what both ends add to the contacts that a cable of the catalogue has anyway [ohm]."""
    usual = parts.CONNECTORS[LEAD_CONNECTOR].contact_resistance
    return 2.0 * (parts.CONNECTORS[connector].contact_resistance - usual)
