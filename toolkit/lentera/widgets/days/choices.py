"""What a learner chooses: how long, which sky, which kit, and how the household lives."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final

from lentera.solar.lamp import Brightness, Habits, Span

DAY: Final = 1440
PHONE_ENERGY: Final = 10.0
"""What one phone takes out of the port until it is full [Wh]."""
PHONE_HOURS: Final = Span(10 * 60, 22 * 60)
"""When phones hang on the port: from mid-morning on, while the sun is up."""


class Length(StrEnum):
    """Name how long the lamp is followed."""

    DAY = "hari"
    WEEK = "minggu"
    YEAR = "tahun"


class Sky(StrEnum):
    """Name the weather of a day or a week; keys of `lentera.solar.weather.PRESETS`."""

    SUNNY = "cerah"
    CLOUDY = "berawan"
    RAIN = "tiga_hari_hujan"


class KitName(StrEnum):
    """Name the kit: the two of the course, and the learner's own."""

    A = "a"
    B = "b"
    OWN = "sendiri"


class Step(StrEnum):
    """Name the brightness of lamps that have three."""

    BRIGHT = "terang"
    MEDIUM = "sedang"
    DIM = "redup"


_BRIGHTNESS: Final = {
    Step.BRIGHT: Brightness.BRIGHT,
    Step.MEDIUM: Brightness.MEDIUM,
    Step.DIM: Brightness.DIM,
}


@dataclass(frozen=True)
class Slide:
    """Hold the ends and the step of a slider."""

    least: int
    most: int
    step: int

    def checked(self, value: object) -> int:
        """Give a whole number that is on the slider, or raise ValueError."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"the slider is at {value!r}; give a whole number")
        if not self.least <= value <= self.most or (value - self.least) % self.step:
            raise ValueError(f"the slider is at {value}; give {self.least} to {self.most} by {self.step}")
        return value


SLIDES: Final = {
    "lit": Slide(0, 720, 30),
    "start": Slide(960, 1320, 30),
    "phone": Slide(0, 3, 1),
    "charge": Slide(10, 100, 5),
}
"""Minutes of light, the minute it begins, phones a day, charge at the start [%]."""
NAMES: Final[Mapping[str, type[StrEnum]]] = {
    "span": Length,
    "sky": Sky,
    "kit": KitName,
    "brightness": Step,
}
_KEYS: Final = {
    "span": "rentang",
    "sky": "cuaca",
    "kit": "kit",
    "lit": "lampu_menit",
    "start": "mulai_menit",
    "brightness": "terang",
    "phone": "isi_hp",
    "charge": "baterai_persen",
}


@dataclass(frozen=True)
class Choices:
    """Hold all choices of one result.

    Attributes
    ----------
    lit, start : int
        Minutes of light wanted each evening, and the minute of the day it begins.
    phone : int
        Phones charged a day.
    charge : int
        Battery charge at the start [%].
    """

    span: Length = Length.DAY
    sky: Sky = Sky.SUNNY
    kit: KitName = KitName.B
    lit: int = 300
    start: int = 1080
    brightness: Step = Step.BRIGHT
    phone: int = 1
    charge: int = 60

    def changed(self, name: str, value: object) -> "Choices":
        """Give them with one choice changed; raise KeyError or ValueError when there is no such choice."""
        given: Any = NAMES[name](str(value)) if name in NAMES else SLIDES[name].checked(value)
        return replace(self, **{name: given})

    def habits(self) -> Habits:
        """Give the household's habits."""
        light = (Span(self.start, (self.start + self.lit) % DAY),) if self.lit else ()
        return Habits(
            light=light,
            brightness=_BRIGHTNESS[self.brightness],
            phone=(PHONE_HOURS,),
            phone_energy=PHONE_ENERGY * self.phone,
        )

    def to_json(self) -> dict[str, Any]:
        """Give them by name, as the screen reads them."""
        return {
            one.name: str(value) if isinstance(value := getattr(self, one.name), StrEnum) else value
            for one in fields(self)
        }

    def to_content(self) -> dict[str, Any]:
        """Give what an answer file keeps."""
        return {_KEYS[name]: value for name, value in self.to_json().items()}

    @classmethod
    def from_content(cls, content: object) -> "Choices":
        """Read what an answer file kept; raise ValueError when it makes no sense."""
        if not isinstance(content, Mapping):
            raise ValueError(f"the choices are {content!r}; give a mapping")
        choices = cls()
        for name, key in _KEYS.items():
            if key in content:
                choices = choices.changed(name, content[key])
        return choices
