"""What a household does with its lamp: when it is lit, how bright, and when a phone charges."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import inf, isnan
from typing import Final, NamedTuple

MINUTES: Final = 1440
"""Minutes of a day."""


class HabitError(ValueError):
    """Tell that habits cannot be lived: which field, and what to give instead."""


class Brightness(StrEnum):
    """Name the step of a lamp that has three; a lamp with one step burns as it can."""

    BRIGHT = "bright"
    MEDIUM = "medium"
    DIM = "dim"


@dataclass(frozen=True, slots=True)
class Span:
    """Be a time of day, from the minute `start` until the minute `stop`; it may run past midnight.

    Examples
    --------
    >>> Span.of("18:00-23:00").minutes
    300
    """

    start: int
    stop: int

    def __post_init__(self) -> None:
        for name in ("start", "stop"):
            minute = getattr(self, name)
            if not isinstance(minute, int) or not 0 <= minute <= MINUTES:
                raise HabitError(f"{name} is {minute!r}; give a minute of the day, 0 to {MINUTES}")
        if self.start == self.stop:
            raise HabitError(f"stop is {self.stop}, as start; give a later minute, or leave the span out")

    @classmethod
    def of(cls, text: str) -> "Span":
        """Read "18:00-23:00"; raise HabitError when it is not two times of day."""
        try:
            (h0, m0), (h1, m1) = (map(int, clock.split(":")) for clock in text.split("-"))
        except ValueError:
            raise HabitError(f"the span is {text!r}; write it as 18:00-23:00") from None
        if not (0 <= m0 < 60 and 0 <= m1 < 60):  # noqa: PLR2004  minutes of an hour
            raise HabitError(f"the span is {text!r}; write it as 18:00-23:00")
        return cls(h0 * 60 + m0, h1 * 60 + m1)

    @property
    def minutes(self) -> int:
        """Give its length [min]."""
        return (self.stop - self.start) % MINUTES or MINUTES

    def holds(self, minute: int) -> bool:
        """Say whether a minute of the day lies in it."""
        return (minute - self.start) % MINUTES < self.minutes


class Wanted(NamedTuple):
    """Be what the household wants at a minute: light, a phone on the port, switches of their own."""

    light: bool
    phone: bool
    own: tuple[tuple[str, bool], ...] = ()

    def on(self, switch: str) -> bool:
        """Say whether a switch is on."""
        return next((on for name, on in self.own if name == switch), self.light)

    @property
    def anything(self) -> bool:
        """Say whether any lamp is wanted."""
        return self.light or any(on for _, on in self.own)


@dataclass(frozen=True, slots=True)
class Habits:
    """Be the habits of a household, the same every day.

    Attributes
    ----------
    light : tuple of Span
        When the lamps burn.
    own : tuple of (str, tuple of Span)
        Switches with hours of their own, by name.
    brightness : Brightness
        Step of lamps that have three.
    phone : tuple of Span
        When a phone hangs on the USB port, if there is one.
    phone_energy : float
        What the phone takes in a day before it is full, out of the port [Wh].
    dusk : bool
        Whether the hand switch stays on and a dusk switch decides.
    """

    light: tuple[Span, ...] = (Span(18 * 60, 23 * 60),)
    own: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    brightness: Brightness = Brightness.BRIGHT
    phone: tuple[Span, ...] = (Span(12 * 60, 12 * 60 + 30), Span(18 * 60 + 30, 20 * 60))
    phone_energy: float = 10.0
    dusk: bool = False
    _own: dict[str, tuple[Span, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if isnan(self.phone_energy) or not 0.0 <= self.phone_energy < inf:
            raise HabitError(f"phone_energy is {self.phone_energy} Wh; give a number, 0 or more")
        object.__setattr__(self, "_own", dict(self.own))
        if len(self._own) != len(self.own):
            raise HabitError("own names a switch twice; give each switch once")
        for name, spans in {"light": self.light, "phone": self.phone, **self._own}.items():
            if sum(span.minutes for span in spans) > len(_minutes(spans)):
                raise HabitError(f"{name} has spans that overlap; give spans that do not")

    def day(self, phone_power: float) -> tuple[Wanted, ...]:
        """Give what is wanted at each minute of a day; a phone takes `phone_power` [W] until it is full."""
        if not phone_power > 0.0:
            raise HabitError(f"phone_power is {phone_power} W; give a number above 0")
        left = round(self.phone_energy / phone_power * 60.0)
        charging = set(sorted(_minutes(self.phone))[:left])
        lit = set(range(MINUTES)) if self.dusk else _minutes(self.light)
        own = [(name, _minutes(spans)) for name, spans in self.own]
        return tuple(
            Wanted(minute in lit, minute in charging, tuple((name, minute in on) for name, on in own))
            for minute in range(MINUTES)
        )

    def wanted(self, minute: int, phone_power: float = 10.0) -> Wanted:
        """Give what is wanted at a minute of the day, 0 to 1439."""
        return self.day(phone_power)[minute % MINUTES]


def _minutes(spans: tuple[Span, ...]) -> set[int]:
    return {minute % MINUTES for span in spans for minute in range(span.start, span.start + span.minutes)}
