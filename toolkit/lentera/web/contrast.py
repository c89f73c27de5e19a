"""Colours as a page shows them, and how well one reads on the other (WCAG 2.2).

Colours are read in every notation tinycss2 knows and kept as a screen shows them: three numbers up to 255,
and how much they cover.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import tinycss2
import tinycss2.color4

from lentera.rules import Saying
from lentera.words import language, number

_TEXTS: Final = Path(__file__).parent / "texts"

ENOUGH: Final = 4.5
"""Contrast that ordinary text needs."""
ENOUGH_LARGE: Final = 3.0
"""Contrast that large text needs."""
LARGE: Final = 24.0
"""Text from this size on is large [px]."""
LARGE_BOLD: Final = 56 / 3
"""Bold text from this size on is large, 14 points [px]."""


@dataclass(frozen=True)
class Colour:
    """Be one colour.

    Attributes
    ----------
    red, green, blue : float
        0 to 255.
    alpha : float
        How much it covers what is behind it, 0 to 1.
    """

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def hex(self) -> str:
        """Return it as styles write it, without how much it covers: ``#fff8dc``."""
        return "#" + "".join(f"{round(channel):02x}" for channel in (self.red, self.green, self.blue))

    @property
    def luminance(self) -> float:
        """Return the relative luminance of WCAG, 0 for black to 1 for white."""
        red, green, blue = (_linear(channel / 255) for channel in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def over(self, behind: "Colour") -> "Colour":
        """Return what is seen where this colour lies over another one."""
        if self.alpha == 1:
            return self
        covers = self.alpha + behind.alpha * (1 - self.alpha)
        if covers == 0:
            return Colour(0, 0, 0, 0)
        share = self.alpha / covers
        mixed = (
            share * top + (1 - share) * below
            for top, below in zip(self.channels, behind.channels, strict=True)
        )
        red, green, blue = mixed
        return Colour(red, green, blue, covers)

    def faded(self, opacity: float) -> "Colour":
        """Return it with less cover."""
        return Colour(*self.channels, self.alpha * opacity)

    @property
    def channels(self) -> tuple[float, float, float]:
        """Return red, green and blue."""
        return (self.red, self.green, self.blue)


BLACK: Final = Colour(0, 0, 0)
WHITE: Final = Colour(255, 255, 255)
CLEAR: Final = Colour(0, 0, 0, 0)


def _linear(channel: float) -> float:
    straight = channel <= 0.04045  # noqa: PLR2004 - the sRGB curve
    return float(channel / 12.92 if straight else ((channel + 0.055) / 1.055) ** 2.4)


def _curved(channel: float) -> float:
    straight = channel <= 0.0031308  # noqa: PLR2004 - as above
    return float(channel * 12.92 if straight else 1.055 * channel ** (1 / 2.4) - 0.055)


@lru_cache(maxsize=512)
def ratio(text: Colour, ground: Colour) -> float:
    """Return the contrast of two covering colours, 1 to 21."""
    light, dark = sorted((text.luminance, ground.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def needed(size: float, *, bold: bool) -> float:
    """Return the contrast that a text needs by its size [px]."""
    large = size >= LARGE or (bold and size >= LARGE_BOLD - 1e-6)
    return ENOUGH_LARGE if large else ENOUGH


def ratio_text(value: float) -> str:
    """Write a contrast as it is told: ``4,4 : 1``; never rounded up, or 4,46 would look like enough."""
    return f"{number(math.floor(value * 10 + 1e-9) / 10, 1)} : 1"


@lru_cache(maxsize=512)
def parse_colour(text: str) -> Colour | None:
    """Read a colour as styles write it; None when it is none, ``currentcolor`` included."""
    return colour_of(tinycss2.color4.parse_color(text))


def colour_of(parsed: object) -> Colour | None:
    """Turn what tinycss2 read into a colour; None where a screen's own colours cannot be told."""
    if not isinstance(parsed, tinycss2.color4.Color):
        return None
    channels = _as_srgb(parsed)
    if channels is None:
        return None
    red, green, blue = (float(math.floor(255 * min(1.0, max(0.0, one)) + 0.5)) for one in channels)
    return Colour(red, green, blue, parsed.alpha)


def _as_srgb(parsed: Any) -> tuple[float, ...] | None:
    if parsed.space in {"srgb", "hsl", "hwb"}:
        return tuple(parsed.to("srgb").coordinates)
    if parsed.space in {"oklab", "oklch"}:
        return _from_xyz(parsed.to("xyz-d65").coordinates)
    if parsed.space in {"lab", "lch"}:
        x, y, z = parsed.to("xyz-d50").coordinates
        return _from_xyz(
            (
                0.9554734 * x - 0.0230985 * y + 0.0632594 * z,
                -0.0283697 * x + 1.0099956 * y + 0.0210414 * z,
                0.0123140 * x - 0.0205077 * y + 1.3303659 * z,
            )
        )
    return None


def _from_xyz(xyz: Iterable[float]) -> tuple[float, ...]:
    x, y, z = xyz
    linear = (
        3.2409699 * x - 1.5373832 * y - 0.4986108 * z,
        -0.9692436 * x + 1.8759675 * y + 0.0415551 * z,
        0.0556301 * x - 0.2039770 * y + 1.0569715 * z,
    )
    return tuple(_curved(max(0.0, one)) for one in linear)


@dataclass(frozen=True)
class Named:
    """Be a colour with a name in everyday words."""

    css: str
    name: Saying
    colour: Colour

    @property
    def word(self) -> str:
        """Return the name in the interface language."""
        return self.name.in_language(language())


@dataclass(frozen=True)
class Palette:
    """Be a pair of colours with a name of its own."""

    id: str
    name: Saying
    text: str
    ground: str

    @property
    def ratio(self) -> float:
        """Return the contrast of the pair."""
        return ratio(parse_colour(self.text) or BLACK, parse_colour(self.ground) or WHITE)


@dataclass(frozen=True)
class Sample:
    """Be a whole ready-made style sheet."""

    id: str
    name: Saying
    css: str


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((_TEXTS / "colours.toml").read_text(encoding="utf-8"))


@cache
def names() -> tuple[Named, ...]:
    """Return the colours that have an everyday name, from dark to light within each family."""
    return tuple(
        Named(row["css"], Saying.of(row["name"]), parse_colour(row["css"]) or BLACK)
        for row in _data()["colour"]
    )


@cache
def meant() -> Mapping[str, str]:
    """Return what CSS calls a colour, by the words that beginners write for it."""
    by_word = {row.name.id.replace(" ", ""): row.css for row in names()}
    by_word |= {row.name.id.replace(" ", "-"): row.css for row in names()}
    return {**by_word, **_data()["meant"]}


@cache
def palettes() -> tuple[Palette, ...]:
    """Return the named pairs, each with a contrast of at least 7."""
    return tuple(
        Palette(row["id"], Saying.of(row["name"]), row["text"], row["ground"]) for row in _data()["palette"]
    )


@cache
def samples() -> tuple[Sample, ...]:
    """Return the ready-made style sheets."""
    return tuple(Sample(row["id"], Saying.of(row["name"]), row["css"]) for row in _data()["sample"])


@lru_cache(maxsize=512)
def nearest(colour: Colour) -> Named:
    """Return the everyday name that comes nearest to a colour, by how different they look."""
    here = _oklab(colour)
    return min(names(), key=lambda one: math.dist(here, _oklab(one.colour)))


@lru_cache(maxsize=512)
def _oklab(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (_linear(one / 255) for one in (colour.red, colour.green, colour.blue))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
