"""The settings of charge controllers: the numbers at which they change their mind."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import inf, isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lentera.solar.parts.bounds import PartError, above_zero, check, finite, zero_or_more
from lentera.solar.parts.catalogue import Table
from lentera.solar.parts.specs import STANDARD_TEMPERATURE

if TYPE_CHECKING:
    from lentera.solar.parts import BatterySpec


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Hold the numbers at which a controller changes its mind: one setting for one kind of battery.

    Voltages are between its BATTERY screws [V] with the battery at 25 °C, currents [A], times [s].

    Attributes
    ----------
    nominal : float
        Voltage at which `own_use` is stated.
    under_voltage : float
        Below this the load goes off without waiting for `low_voltage_delay`.
    tempco : float
        Change of the charging voltages [V/K]; -0.025 for six cells of lead, 0 for lithium.
    over_voltage, over_voltage_reconnect : float
        Above the first, charge and load go off until the voltage is below the second; infinite in a
        controller without this protection.
    retry_after, retries
        An overload latch lets go after this time and this many times; 0 times in a controller that waits for
        a reset.
    tail_current : float, optional
        Charge current under which absorption ends early.
    equalise, equalise_time : float
        Voltage and length of the occasional overcharge of a battery that can be refilled with water; none
        where the battery is sealed.
    reverse_protected : bool
        Whether it survives a reversed battery.
    """

    name: str
    name_en: str
    source: str
    nominal: float = field(metadata=above_zero("V"))
    absorption: float = field(metadata=above_zero("V"))
    float_: float = field(metadata=above_zero("V"))
    absorption_time: float = field(metadata=zero_or_more("s"))
    rebulk: float = field(metadata=above_zero("V"))
    low_voltage_disconnect: float = field(metadata=above_zero("V"))
    low_voltage_delay: float = field(metadata=zero_or_more("s"))
    low_voltage_reconnect: float = field(metadata=above_zero("V"))
    under_voltage: float = field(metadata=above_zero("V"))
    undervoltage_lockout: float = field(metadata=above_zero("V"))
    wake: float = field(metadata=above_zero("V"))
    overload: float = field(metadata=above_zero("A"))
    overload_delay: float = field(metadata=zero_or_more("s"))
    short: float = field(metadata=above_zero("A"))
    short_delay: float = field(metadata=zero_or_more("s"))
    own_use: float = field(metadata=zero_or_more("A"))
    max_panel: float = field(metadata=above_zero("V"))
    tempco: float = field(default=0.0, metadata=finite("V/K"))
    over_voltage: float = inf
    over_voltage_reconnect: float = inf
    retry_after: float = inf
    retries: int = 0
    tail_current: float | None = None
    equalise: float | None = None
    equalise_time: float = 0.0
    reverse_protected: bool = True

    def __post_init__(self) -> None:
        check(self)
        for quantity in _UNBOUNDED:
            value = getattr(self, quantity)
            if value is not None and not value >= 0:
                raise PartError(f"{quantity} is {value}; give a number from 0 up")
        # A controller whose thresholds are out of order switches on and off for ever.
        for lower, upper in _ORDER:
            low, high = getattr(self, lower), getattr(self, upper)
            if high is not None and not low <= high:
                raise PartError(f"{lower} is {low} V; give at most {upper}, which is {high} V")

    def at(self, temperature: float) -> "Thresholds":
        """Give the setting for a battery at another temperature [°C].

        Only the charging voltages move; a low battery is low at any temperature. In the cold they stay below
        the over-voltage cut-off, which protects the lamps and does not move; its way back stays above them.
        In great heat the voltage that starts a new charge gives way to the float voltage.

        Raises
        ------
        PartError
            When the temperature is not a number.
        """
        if not isfinite(temperature):
            raise PartError(f"temperature is {temperature} °C; give a number")
        shift = self.tempco * (temperature - STANDARD_TEMPERATURE)
        return self if shift == 0.0 else _shifted(self, shift)


@lru_cache(maxsize=128)  # A simulated day asks for the same setting thousands of times.
def _shifted(setting: Thresholds, shift: float) -> Thresholds:
    """Move the charging voltages of a setting [V]."""
    absorption, float_ = (
        min(volts + shift, setting.over_voltage) for volts in (setting.absorption, setting.float_)
    )
    return replace(
        setting,
        absorption=absorption,
        float_=float_,
        equalise=None if setting.equalise is None else min(setting.equalise + shift, setting.over_voltage),
        over_voltage_reconnect=max(setting.over_voltage_reconnect, absorption),
        rebulk=min(setting.rebulk, float_),
    )


_UNBOUNDED: Final = (
    "over_voltage",
    "over_voltage_reconnect",
    "retry_after",
    "retries",
    "tail_current",
    "equalise_time",
)
_ORDER: Final = (
    ("undervoltage_lockout", "wake"),
    ("undervoltage_lockout", "under_voltage"),
    ("under_voltage", "low_voltage_disconnect"),
    ("low_voltage_disconnect", "low_voltage_reconnect"),
    ("low_voltage_reconnect", "absorption"),
    ("rebulk", "float_"),
    ("float_", "absorption"),
    ("absorption", "over_voltage_reconnect"),
    ("absorption", "equalise"),
    ("over_voltage_reconnect", "over_voltage"),
    ("overload", "short"),
)

CONTROLLER_THRESHOLDS: Final = Table("profile", Thresholds)
"""Controller settings by name; each number has its certainty mark in the catalogue.

Examples
--------
>>> CONTROLLER_THRESHOLDS["pwm_12v"].low_voltage_disconnect
11.1
"""

_PROFILES: Final = MappingProxyType({("vrla", 6): "pwm_12v", ("lfp", 4): "lfp_12v", ("lfp", 1): "lamp_3v2"})


def profile_for(battery: "BatterySpec") -> str:
    """Give the key in `CONTROLLER_THRESHOLDS` that suits a battery; sealed lead for an unknown one."""
    return _PROFILES.get((battery.chemistry, battery.cells), "pwm_12v")
