"""The parts of an installed lamp: what each is by its data sheet, and the condition it is in.

A unit carries the name that the installation gives it; its terminals are `name.plus`, `name.minus`,
`name.a`, `name.b`, and the six screws of a controller.
"""

from dataclasses import dataclass, field, replace
from functools import cache
from math import inf
from typing import Final, Protocol

from lentera.solar.battery.fading import LEAST_HEALTH
from lentera.solar.circuit import (
    Battery as BatteryElement,
)
from lentera.solar.circuit import (
    ChargeController,
    ControllerFault,
    Element,
    Fuse,
    LedString,
    PVModule,
    Resistor,
)
from lentera.solar.circuit import (
    Switch as SwitchElement,
)
from lentera.solar.controller import CONTROLLER_THRESHOLDS, ControllerState, Thresholds
from lentera.solar.installation.conditions import Conditions
from lentera.solar.panel import UNSHADED, PanelCondition, Shade, module_law
from lentera.solar.parts import BatterySpec, ControllerSpec, FuseSpec, LampSpec, PanelSpec, SwitchSpec
from lentera.solar.parts.bounds import Bound, above_zero, check, share, within
from lentera.solar.parts.specs import STANDARD_TEMPERATURE

ASLEEP: Final = ControllerState()
_CORROSION: Final = within(0.0, 1e6, "ohm")
_DEGREES: Final = within(-40.0, 90.0, "°C")
SCREWS: Final = ("pv_plus", "pv_minus", "battery_plus", "battery_minus", "load_plus", "load_minus")


class Unit(Protocol):
    """Be one thing of an installation."""

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give its terminals."""

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:
        """Give what it is in the circuit."""


@cache
def poles(name: str) -> tuple[str, str]:
    """Give the two poles of a part that has a plus and a minus."""
    return (f"{name}.plus", f"{name}.minus")


@cache
def ends(name: str) -> tuple[str, str]:
    """Give the two ends of a part that has no polarity."""
    return (f"{name}.a", f"{name}.b")


@cache
def screws(name: str) -> tuple[str, ...]:
    """Give the six screws of a controller."""
    return tuple(f"{name}.{screw}" for screw in SCREWS)


@dataclass(frozen=True, slots=True)
class Panel:
    """Be a panel under the sky.

    Attributes
    ----------
    covered : bool
        Whether the cloth lies on it.
    soiling : float
        Share of the light that dirt takes, 0 to 1.
    light_share : float
        Share of the photocurrent that cracked cells leave in the first substring, 0 to 1.
    leak : float
        Resistance of a wet junction box across the poles [ohm].
    shade : Shade
        The shadow on it.
    age : float
        Years in the sun.
    """

    spec: PanelSpec
    covered: bool = False
    soiling: float = field(default=0.0, metadata=share())
    light_share: float = field(default=1.0, metadata=share())
    leak: float = field(default=inf, metadata=above_zero("ohm", endless=True))
    shade: Shade = UNSHADED
    age: float = field(default=0.0, metadata=within(0.0, 100.0, "years"))
    _last: list[tuple[str, Conditions, tuple[Element, ...]]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        check(self)

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give plus and minus."""
        return poles(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:
        """Give the module, and the leak when there is one; the last answer is kept, for an edit elsewhere."""
        if self._last and self._last[0][:2] == (name, conditions):
            return self._last[0][2]
        made = self._made(name, conditions)
        self._last[:] = [(name, conditions, made)]
        return made

    def _made(self, name: str, conditions: Conditions) -> tuple[Element, ...]:
        plus, minus = poles(name)
        irradiance = 0.0 if self.covered else conditions.irradiance
        condition = PanelCondition(self.soiling, self.shade, self.age, self.light_share)
        law = module_law(self.spec, irradiance, conditions.cell(irradiance), condition)
        module = PVModule(name, plus, minus, law)
        if self.leak == inf:
            return (module,)
        return (module, Resistor(f"{name}.leak", plus, minus, self.leak))


@dataclass(frozen=True, slots=True)
class Battery:
    """Be a battery with its charge.

    Attributes
    ----------
    soc : float
        State of charge, 0 to 1.
    polarisation : float
        Voltage on top of the rest voltage [V], of a battery that was charged or drawn from a moment ago.
    extra : float
        Resistance on top of the data sheet's, as in a sulphated battery [ohm]; what goes with a loss of
        capacity is `battery.resistance` less the data sheet's.
    drop : float
        Voltage that shorted cells take away [V].
    health : float
        Share of the rated capacity that is left, 0.05 to 1.
    temperature : float
        Of the electrolyte [°C].
    """

    spec: BatterySpec
    soc: float = field(default=0.86, metadata=share())
    polarisation: float = field(default=0.0, metadata=within(-20.0, 20.0, "V"))
    extra: float = field(default=0.0, metadata=_CORROSION)
    drop: float = field(default=0.0, metadata=within(0.0, 20.0, "V"))
    health: float = field(default=1.0, metadata=within(LEAST_HEALTH, 1.0, ""))
    temperature: float = field(default=29.0, metadata=_DEGREES)

    def __post_init__(self) -> None:
        check(self)

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give plus and minus."""
        return poles(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  it stands in the shade
        """Give the battery."""
        plus, minus = poles(name)
        return (
            BatteryElement(name, plus, minus, self.spec, self.soc, self.polarisation - self.drop, self.extra),
        )


@dataclass(frozen=True, slots=True)
class Controller:
    """Be a charge controller with its memory.

    Attributes
    ----------
    profile : str
        Its setting, a key of `CONTROLLER_THRESHOLDS`.
    state : ControllerState
        What it is doing.
    fault : ControllerFault, optional
        What is broken inside.
    leak : float
        Resistance of insects or damp across its battery screws [ohm].
    own : Thresholds, optional
        Numbers of its own, in place of those of the profile.
    temperature : float
        What its sensor takes for the battery's [°C]; a setting for lead charges a warm battery to less.
    """

    spec: ControllerSpec
    profile: str = "pwm_12v"
    state: ControllerState = ASLEEP
    fault: ControllerFault | None = None
    leak: float = field(default=inf, metadata=above_zero("ohm", endless=True))
    own: Thresholds | None = None
    temperature: float = field(default=STANDARD_TEMPERATURE, metadata=_DEGREES)

    def __post_init__(self) -> None:
        if self.profile not in CONTROLLER_THRESHOLDS:
            known = ", ".join(CONTROLLER_THRESHOLDS)
            raise ValueError(f"profile is {self.profile!r}; choose one of {known}")
        check(self)

    @property
    def thresholds(self) -> Thresholds:
        """Give the numbers of its setting at this temperature."""
        setting = CONTROLLER_THRESHOLDS[self.profile] if self.own is None else self.own
        return setting.at(self.temperature)

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give the six screws."""
        return screws(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  it stands in the shade
        """Give the controller; of a dead one only the common minus is left."""
        return (
            ChargeController(
                name,
                self.state,
                self.spec,
                self.thresholds,
                f"{name}.",
                fault=self.fault,
                leak=self.leak,
            ),
        )


@dataclass(frozen=True, slots=True)
class FuseHolder:
    """Be a fuse in its holder; `holder` is what corrosion adds [ohm]."""

    spec: FuseSpec
    blown: bool = False
    holder: float = field(default=0.0, metadata=_CORROSION)

    def __post_init__(self) -> None:
        check(self)

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give both ends."""
        return ends(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  light does nothing to it
        """Give the fuse with its holder."""
        spec = self.spec
        if self.holder:
            spec = replace(spec, cold_resistance=spec.cold_resistance + self.holder)
        return (Fuse(name, *ends(name), self.blown, spec),)


@dataclass(frozen=True, slots=True)
class Switch:
    """Be a switch; a broken one never closes."""

    spec: SwitchSpec
    on: bool = False
    broken: bool = False

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give both ends."""
        return ends(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  light does nothing to it
        """Give the contact."""
        return (
            SwitchElement(name, *ends(name), closed=self.on and not self.broken, ohm=self.spec.resistance),
        )


@dataclass(frozen=True, slots=True)
class Lamp:
    """Be an LED lamp; `shorted` of its LEDs are wire, an `open` one carries nothing."""

    spec: LampSpec
    shorted: int = field(default=0, metadata=within(0, 100, "LEDs"))
    open: bool = False

    def __post_init__(self) -> None:
        Bound("LEDs", 0, self.spec.diodes - 1).refuse("shorted", self.shorted)

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give plus and minus."""
        return poles(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  light does nothing to it
        """Give the string of LEDs."""
        return (LedString(name, *poles(name), self.spec, self.shorted, self.open),)


@dataclass(frozen=True, slots=True)
class Removed:
    """Be the place of a unit that was taken out: its terminals are there and nothing joins them."""

    unit: Unit

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give the terminals of what stood here."""
        return self.unit.terminals(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  nothing is there
        """Give nothing."""
        return ()
