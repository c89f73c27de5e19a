"""What is seen of a case: its picture, and what gives way in a moment."""

from dataclasses import replace
from functools import cache
from typing import Any

from lentera.solar.circuit import TripKind
from lentera.solar.diagnosis import seen_in
from lentera.solar.faults import Situation
from lentera.solar.faults.catalogue import kits
from lentera.solar.installation import FuseHolder, Kit, settle
from lentera.widgets.drawing.leads import drawn_leads
from lentera.widgets.drawing.picture import scene_of
from lentera.widgets.drawing.scene import Drawn, fuse_word
from lentera.widgets.workshop.casework import Casework
from lentera.widgets.workshop.choosing import screws
from lentera.words import _


def picture(work: Casework) -> dict[str, Any]:
    """Draw the case as it looks from outside: cables as planned, and the fuse in its closed holder."""
    kit, seen = work.case.kit, seen_in(work.code, work.situation)
    known = kit.installation
    units = {name: unit for name, unit in seen.installation.units.items() if name in known.units}
    # What was hung on later, as more lamps, has no place in the drawing; the owner tells of it.
    leads = tuple(lead for lead in seen.installation.leads if set(lead.pair) <= set(known.terminals))
    scene = replace(
        scene_of(
            replace(seen.installation, units=units, leads=leads),
            seen.solution,
            work.situation.conditions,
            wires=_planned(kit.id),
            glows=seen.lamps,
        ),
        fuse="in",
        fuse_word=fuse_word(_rating(kit)),
        probes={"red": work.red or None, "black": work.black or None} if screws(kit) else None,
    )
    lamps = ", ".join(f"{lamp.name} {lamp.word}".lower() for lamp in scene.lamps)
    title = _("Picture of the kit: {lamps}.").format(lamps=lamps)
    if screws(kit):
        screen = _("lit") if seen.display_lit() else _("unlit")
        title = _("Picture of the kit: {lamps}, controller screen {screen}.").format(
            lamps=lamps, screen=screen
        )
    return scene.to_json(
        kit=kit.id,
        title=title,
        description=_("Cables are drawn as planned. What is inside them is found by measuring."),
    )


@cache
def _planned(kit: str) -> tuple[Drawn, ...]:
    """Draw the leads of a kit as they should be, cool and joined."""
    sound = kits()[kit].installation
    night = Situation.NIGHT_OFF.conditions
    return tuple(drawn_leads(sound, settle(sound, night).solution))


def _rating(kit: Kit) -> float | None:
    fuses = [unit for unit in kit.installation.units.values() if isinstance(unit, FuseHolder)]
    return fuses[0].spec.rating if fuses else None


def broken_here(work: Casework) -> str:
    """Tell what gives way when the kit is brought to this moment; empty when nothing does."""
    kinds = {trip.kind for trip in seen_in(work.code, work.situation).broken}
    told = []
    if TripKind.FUSE in kinds:
        told.append(_("The fuse blows."))
    if TripKind.LAMP in kinds:
        told.append(_("The lamp gets too many volts and breaks."))
    if told:
        told.append(_("In this workshop the kit is whole again at the next moment."))
    return " ".join(told)
