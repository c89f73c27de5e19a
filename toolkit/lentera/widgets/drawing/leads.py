"""See the leads of an installation as the board draws them: single wires, or the two-wire cables of kit A."""

from collections import Counter
from collections.abc import Iterator

from lentera.solar.circuit import Solution
from lentera.solar.heating import Heat, heat_of
from lentera.solar.installation import Installation, Lead
from lentera.solar.parts import CABLES
from lentera.widgets.drawing.scene import Drawn

_GIVES = {"panel": "panel.out", "plug": "box.out{n}", "hub1": "hub1.{n}", "hub2": "hub2.{n}"}
"""Socket from which a cable leaves a unit of kit A; the next free one."""


def drawn_leads(installation: Installation, solution: Solution) -> list[Drawn]:
    """Return the leads of an installation, numbered in its order, with the word of their warmth."""
    leads = (
        _cables(installation, solution) if "plug" in installation.units else _wires(installation, solution)
    )
    return [lead.marked() for lead in leads]


def _wires(installation: Installation, solution: Solution) -> Iterator[Drawn]:
    for n, lead in enumerate(installation.leads, start=1):
        minus = any(end.endswith("minus") for end in lead.pair)
        colour = "minus" if minus else "plus"
        heat = _heat(lead, solution)
        yield Drawn(lead.name, lead.start, lead.end, colour, str(n), heat, open=lead.open)


def _cables(installation: Installation, solution: Solution) -> Iterator[Drawn]:
    """Put the two leads of each cable together; what is inside a box or a lamp is not drawn."""
    leads = {lead.name: lead for lead in installation.leads}
    used: Counter[str] = Counter()
    numbers = iter(range(1, len(leads)))
    for name, plus in leads.items():
        minus = leads.get(name.removesuffix("plus") + "minus")
        giver, taker = plus.start.partition(".")[0], plus.end.partition(".")[0]
        if minus is None or not name.endswith("plus") or giver not in _GIVES or taker == "usb":
            continue
        used[giver] += 1
        socket = "box" if taker == "plug" else taker.removesuffix("_charger")
        yield Drawn(
            name.removesuffix("_plus"),
            _GIVES[giver].format(n=used[giver]),
            f"{socket}.in",
            "pair",
            str(next(numbers)),
            max(_heat(plus, solution), _heat(minus, solution), key=list(Heat).index),
            open=plus.open or minus.open,
        )


def _heat(lead: Lead, solution: Solution) -> Heat:
    return heat_of(CABLES[lead.cable], 0.0 if lead.open else solution.currents[lead.name])
