"""What a part is: its ratings and the parameters of its model."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import inf
from typing import Final

from lentera.solar.parts.bounds import PartError, above_zero, check, finite, share, zero_or_more

STANDARD_TEMPERATURE: Final = 25.0
"""Temperature at which data sheets speak [°C]."""


class Certainty(StrEnum):
    """Say how sure a number is."""

    MEASURED = "M"
    READ = "R"
    SEEN = "S"
    KNOWLEDGE = "K"
    VERIFY = "V"


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """Describe a module by its data-sheet points and its single-diode parameters at 1000 W/m² and 25 °C.

    Currents [A], voltages [V], resistances [ohm], `power` [W], `adjust` [%], `current_tempco` [A/K],
    `voltage_tempco` [V/K]. Its `cells` are in series; each of its `substrings` has a bypass diode.
    """

    name: str
    name_en: str
    source: str
    power: float = field(metadata=above_zero("W"))
    short_circuit_current: float = field(metadata=above_zero("A"))
    open_circuit_voltage: float = field(metadata=above_zero("V"))
    max_power_current: float = field(metadata=above_zero("A"))
    max_power_voltage: float = field(metadata=above_zero("V"))
    photocurrent: float = field(metadata=above_zero("A"))
    saturation_current: float = field(metadata=above_zero("A"))
    series_resistance: float = field(metadata=above_zero("ohm"))
    shunt_resistance: float = field(metadata=above_zero("ohm"))
    ideality_voltage: float = field(metadata=above_zero("V"))
    adjust: float = field(metadata=finite("%"))
    current_tempco: float = field(metadata=finite("A/K"))
    voltage_tempco: float = field(metadata=finite("V/K"))
    cells: int = field(metadata=above_zero("cells"))
    substrings: int = field(metadata=above_zero("substrings"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class BypassSpec:
    """Describe a bypass diode: `saturation_current` [A], `ideality_voltage` [V], `resistance` [ohm]."""

    name: str
    name_en: str
    source: str
    saturation_current: float = field(metadata=above_zero("A"))
    ideality_voltage: float = field(metadata=above_zero("V"))
    resistance: float = field(metadata=above_zero("ohm"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class AgeingSpec:
    """Describe how modules age: shares of light lost and of series resistance gained, each year [1/year]."""

    name: str
    name_en: str
    source: str
    light_loss: float = field(metadata=share())
    resistance_growth: float = field(metadata=zero_or_more("1/year"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class MountingSpec:
    """Describe how warm a module gets where it stands: `heating` [K m²/W] above the air."""

    name: str
    name_en: str
    source: str
    heating: float = field(metadata=above_zero("K m²/W"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class BatterySpec:
    """Describe a battery: `capacity` [Ah], `resistance` [ohm], rest voltage [V] by charge (0 to 1).

    Its `cells` are in series; `chemistry` names how they answer a current, a key of
    `lentera.solar.battery.CHEMISTRIES`.
    """

    name: str
    name_en: str
    source: str
    chemistry: str
    cells: int = field(metadata=above_zero("cells"))
    capacity: float = field(metadata=above_zero("Ah"))
    resistance: float = field(metadata=above_zero("ohm"))
    soc: tuple[float, ...]
    rest_voltage: tuple[float, ...]

    def __post_init__(self) -> None:
        check(self)
        ends = self.soc[:1] + self.soc[-1:]
        if ends != (0.0, 1.0) or not all(a < b for a, b in pairwise(self.soc)):
            raise PartError(f"soc is {self.soc}; give rising numbers from 0 to 1")
        if len(self.rest_voltage) != len(self.soc):
            raise PartError(
                f"rest_voltage has {len(self.rest_voltage)} numbers; give {len(self.soc)}, one for each soc"
            )
        rest = self.rest_voltage
        if not 0.0 < rest[0] < inf or not all(a <= b < inf for a, b in pairwise(rest)):
            raise PartError(f"rest_voltage is {rest} V; give numbers above 0 that never fall")

    def open_circuit_voltage(self, soc: float) -> float:
        """Interpolate the rest voltage [V] at a state of charge from 0 to 1."""
        if soc <= self.soc[0]:
            return self.rest_voltage[0]
        for low, high, low_volts, high_volts in zip(
            self.soc, self.soc[1:], self.rest_voltage, self.rest_voltage[1:], strict=False
        ):
            if soc <= high:
                return low_volts + (soc - low) / (high - low) * (high_volts - low_volts)
        return self.rest_voltage[-1]


@dataclass(frozen=True, slots=True)
class LampSpec:
    """Describe an LED lamp: currents [A], resistances [ohm], `ideality_voltage` of one LED [V], times [s].

    With a `driver_current` above 0 a driver holds that current while the voltage suffices; at 0 the
    resistance alone sets it. `lumens` is the light at the rated current [lm], 0 when it is not known.
    """

    name: str
    name_en: str
    source: str
    diodes: int = field(metadata=above_zero("LEDs"))
    saturation_current: float = field(metadata=above_zero("A"))
    ideality_voltage: float = field(metadata=above_zero("V"))
    diode_resistance: float = field(metadata=zero_or_more("ohm"))
    series_resistance: float = field(metadata=zero_or_more("ohm"))
    rated_current: float = field(metadata=above_zero("A"))
    dim_below: float = field(metadata=above_zero("A"))
    dark_below: float = field(metadata=above_zero("A"))
    overbright_above: float = field(metadata=above_zero("A"))
    dies_above: float = field(metadata=above_zero("A"))
    dies_after: float = field(metadata=above_zero("s"))
    driver_current: float = field(default=0.0, metadata=zero_or_more("A"))
    lumens: float = field(default=0.0, metadata=zero_or_more("lm"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class FuseSpec:
    """Describe a fuse: `rating` [A], `cold_resistance` [ohm], `melting_i2t` [A²s], `holds` [1].

    `holds` times the rating is what it carries for ever. The resistance leaves the holder out.
    """

    name: str
    name_en: str
    source: str
    rating: float = field(metadata=above_zero("A"))
    cold_resistance: float = field(metadata=above_zero("ohm"))
    melting_i2t: float = field(metadata=above_zero("A²s"))
    holds: float = field(metadata=above_zero("times the rating"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class HolderSpec:
    """Describe a fuse holder: `resistance` of its two contacts together [ohm]."""

    name: str
    name_en: str
    source: str
    resistance: float = field(metadata=zero_or_more("ohm"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class CableSpec:
    """Describe a copper cable: `area` [mm²], `contact_resistance` of both ends [ohm], `ampacity` [A]."""

    name: str
    name_en: str
    source: str
    area: float = field(metadata=above_zero("mm²"))
    contact_resistance: float = field(metadata=zero_or_more("ohm"))
    ampacity: float = field(metadata=above_zero("A"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class ConnectorSpec:
    """Describe how the end of a cable is joined: `contact_resistance` of one joint [ohm]."""

    name: str
    name_en: str
    source: str
    contact_resistance: float = field(metadata=above_zero("ohm"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class InsulationSpec:
    """Describe an insulation: by how much a core is warmer than the air [K] when a hand or the plastic tells.

    `rise` is the temperature rise at the ampacity of a cable.
    """

    name: str
    name_en: str
    source: str
    rise: float = field(metadata=above_zero("K"))
    warm: float = field(metadata=above_zero("K"))
    hot: float = field(metadata=above_zero("K"))
    softens: float = field(metadata=above_zero("K"))
    melts: float = field(metadata=above_zero("K"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class SwitchSpec:
    """Describe a switch: `resistance` when closed [ohm]."""

    name: str
    name_en: str
    source: str
    resistance: float = field(metadata=above_zero("ohm"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class UsbSpec:
    """Describe a USB port on a 12 V supply: output `volts` [V] and `power` [W] at most.

    `efficiency` is output over input power [1], `own_use` what it draws without a phone [A], `starts` the
    supply below which it gives nothing [V].
    """

    name: str
    name_en: str
    source: str
    volts: float = field(metadata=above_zero("V"))
    power: float = field(metadata=above_zero("W"))
    efficiency: float = field(metadata=share())
    own_use: float = field(metadata=above_zero("A"))
    starts: float = field(metadata=above_zero("V"))

    def __post_init__(self) -> None:
        check(self)


@dataclass(frozen=True, slots=True)
class DuskSpec:
    """Describe a dusk switch: its light-dependent resistor and the light at which it acts.

    `resistance_at_10_lux` and `dark_resistance` [ohm], `gamma` the slope of the resistance over the light on
    double logarithmic paper [1], `on_below` and `off_above` [lx], `contact_resistance` when on [ohm].
    """

    name: str
    name_en: str
    source: str
    resistance_at_10_lux: float = field(metadata=above_zero("ohm"))
    dark_resistance: float = field(metadata=above_zero("ohm"))
    gamma: float = field(metadata=above_zero(""))
    on_below: float = field(metadata=above_zero("lx"))
    off_above: float = field(metadata=above_zero("lx"))
    contact_resistance: float = field(metadata=above_zero("ohm"))

    def __post_init__(self) -> None:
        check(self)
        if self.off_above <= self.on_below:
            raise PartError(
                f"off_above is {self.off_above} lx; give more than on_below, which is {self.on_below} lx"
            )


@dataclass(frozen=True, slots=True)
class ControllerSpec:
    """Describe a controller's power path: saturation [A], ideality voltages [V], resistances [ohm].

    `nominal_voltage` [V] is where its own use is stated. An `efficiency` above 0 makes it a converter that
    tracks the panel's maximum power (MPPT); it needs `dropout` [V] more at the panel than at the battery.
    """

    name: str
    name_en: str
    source: str
    path_saturation_current: float = field(metadata=above_zero("A"))
    path_ideality_voltage: float = field(metadata=above_zero("V"))
    path_resistance: float = field(metadata=above_zero("ohm"))
    load_resistance: float = field(metadata=above_zero("ohm"))
    body_saturation_current: float = field(metadata=above_zero("A"))
    body_ideality_voltage: float = field(metadata=above_zero("V"))
    negative_resistance: float = field(metadata=above_zero("ohm"))
    asleep_resistance: float = field(metadata=above_zero("ohm"))
    nominal_voltage: float = field(default=12.5, metadata=above_zero("V"))
    efficiency: float = field(default=0.0, metadata=share())
    dropout: float = field(default=0.0, metadata=zero_or_more("V"))

    def __post_init__(self) -> None:
        check(self)
