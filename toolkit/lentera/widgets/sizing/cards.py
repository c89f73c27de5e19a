"""The cards of the steps: the formula, the line with her numbers, and the course's worked example."""

from typing import Any, Final

from lentera.solar.sizing import Chemistry, battery_capacity, panel_power, voltage_drop
from lentera.solar.sizing.house import House, teaching_numbers
from lentera.words import _, number

STEPS: Final = ("energi", "panel", "baterai", "kabel")
"""Steps that have a card."""

_EXAMPLE: Final = 55.0
"""Energy of the course's example, 3 × 3 W × 5 h and 10 Wh for a phone [Wh]."""


def card(step: str, house: House, *, worked: bool) -> dict[str, Any]:
    """Return a card: the formula in words, the line with her numbers, and the worked example when it is open.

    The line stops at the equals sign: the result is hers to find.
    """
    rule, own, example = {"energi": _energy, "panel": _panel, "baterai": _battery, "kabel": _cable}[step](
        house
    )
    return {"rule": rule, "own": own, "example": example if worked else "", "open": worked}


def _n(value: float, decimals: int = 2) -> str:
    """Write a number with as many decimals as it needs, at most `decimals`."""
    places = next(
        n for n in range(decimals + 1) if n == decimals or round(value, n) == round(value, decimals)
    )
    return number(value, places)


def _energy(house: House) -> tuple[str, str, str]:
    terms = " + ".join(f"{_n(one.watts)} × {one.count} × {_n(one.hours)}" for one in house.loads)
    return (
        _("Energy of a day = watts × how many × hours, for each row, added up."),
        f"{terms} = … Wh" if terms else "",
        _("Example: 3 × 3 × 5 = 45. 5 × 1 × 2 = 10. Added up: 55 Wh."),
    )


def _own_energy(house: House) -> float | None:
    return house.number("energi") or house.energy or None


def _panel(house: House) -> tuple[str, str, str]:
    numbers, energy = teaching_numbers(), _own_energy(house)
    sun, share = _n(numbers.peak_sun_hours), _n(numbers.system_efficiency)
    result = panel_power(_EXAMPLE, numbers)
    return (
        _("Panel = energy of a day ÷ hours of full sun ÷ share that arrives."),
        f"{_n(energy)} ÷ {sun} ÷ {share} = … Wp" if energy else "",
        _("Example: 55 ÷ {sun} ÷ {share} = {result} Wp. The shop's next size is 30 Wp.").format(
            sun=sun, share=share, result=number(result, 1)
        ),
    )


def _battery(house: House) -> tuple[str, str, str]:
    numbers, energy = teaching_numbers(), _own_energy(house)
    kind = house.chemistry or Chemistry.LIFEPO4
    depth, days = numbers.depths[kind], _n(numbers.reserve_days)
    volts, share, efficiency = _n(depth.volts), _n(depth.share), _n(depth.efficiency)
    example = _("Example: 55 × {days} ÷ {volts} ÷ {share} ÷ {efficiency} = {result} Ah.").format(
        days=days,
        volts=volts,
        share=share,
        efficiency=efficiency,
        result=number(battery_capacity(_EXAMPLE, kind, numbers), 1),
    )
    own = f"{_n(energy)} × {days} ÷ {volts} ÷ {share} ÷ {efficiency} = … Ah" if energy else ""
    return (
        _("Battery = energy × days of reserve ÷ volts ÷ usable share ÷ efficiency."),
        own if house.chemistry else "",
        example,
    )


def _cable(house: House) -> tuple[str, str, str]:
    numbers = teaching_numbers()
    length, amps, area = (house.number(name) for name in ("kabel_panjang", "kabel_arus", "kabel_luas"))
    own = ""
    if length and amps and area:
        own = f"2 × {_n(length)} × {_n(amps)} × {_n(numbers.copper, 4)} ÷ {_n(area)} = … V"
    drop = voltage_drop(8.0, 0.75, 0.75, numbers)
    return (
        _("Lost volts = 2 × length × amperes × 0.0175 ÷ area. Keep below 3 percent of 12 V."),
        own,
        _("Example: 2 × 8 × 0.75 × 0.0175 ÷ 0.75 = {drop} V, or {share} percent.").format(
            drop=number(drop, 2), share=number(100 * drop / 12.0, 1)
        ),
    )
