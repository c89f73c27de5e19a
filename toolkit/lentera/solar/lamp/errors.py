"""What is told when a lamp cannot be simulated."""

from lentera.solar.installation import Battery, Controller, Installation, Lamp, Panel


class LampError(ValueError):
    """Tell that a lamp cannot be simulated: which part or field, and what to give instead."""


def complete(installation: Installation) -> None:
    """Refuse an installation that lacks what a lamp through time needs.

    Raises
    ------
    LampError
        When there is no panel, battery, controller or lamp.
    """
    for kind in (Panel, Battery, Controller, Lamp):
        if not any(isinstance(unit, kind) for unit in installation.units.values()):
            raise LampError(
                f"units has no {kind.__name__.lower()}; "
                "give an installation with panel, battery, controller and lamp"
            )
