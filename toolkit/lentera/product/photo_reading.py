"""What is seen in a photo, in numbers and in the words that follow from them.

Looking itself needs numpy and Pillow and lives in `photo_looking`; judging needs only this.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONG_SIDE: Final = 800
"""Pixels the longer side needs, as the curriculum says."""
LIGHT_FILE: Final = 200 * 1024
"""A page stays quick with photos up to this size [byte]."""
LARGEST_FILE: Final = 8 * 2**20
"""Larger files are not opened [byte]."""

# Thresholds lie between what was measured on the good and on the poor sample photos of
# ``sessions/aset/foto``; they await a comparison with photos that learners take.
DARK: Final = 0.30
"""Mean light below this is dark: the dark sample has 0.15, the busy one 0.42, the good ones 0.73 and more."""
DIM: Final = 0.40
"""Light of the middle below this is dim where light comes from behind."""
BLOWN: Final = 0.10
"""Part of the middle that is pure white: the good samples have 0.00, the one in glaring light 0.54."""
BACKLIT: Final = 0.30
"""How much lighter the border is than the middle: good samples reach 0.19, the one before a window 0.64."""
SHARP: Final = 0.17
"""Slope by contrast of the clearest edges: sharp samples 0.25 to 0.31, the shaken one 0.10.

A blur over 3 pixels of 1200 gives 0.14 to 0.16, one over 1.5 pixels 0.20 to 0.23; noise and dim light change
nothing in the second digit.
"""
BUSY: Final = 0.10
"""Part of the border that lies on edges: plain backgrounds reach 0.05, the busy one has 0.17."""
COLOURFUL: Final = 0.22
"""Spread of colours in the border: plain backgrounds have 0.04, one at the rim 0.14, the busy one 0.16."""
MIDDLE: Final = (0.3, 0.7)
"""Between these parts of width and height the centre of what is seen counts as the middle."""
TOUCHES: Final = 0.25
"""Part of a side's rim in another colour than the ground, from which the thing counts as cut."""


class Trouble(StrEnum):
    """Say why a file cannot be looked at."""

    MISSING = "missing"
    NO_PHOTO = "no_photo"
    DRAWING = "drawing"
    HEIC = "heic"
    BROKEN = "broken"
    LARGE = "large"
    TINY = "tiny"


class Light(StrEnum):
    """Name how bright a photo is."""

    DARK = "dark"
    BACKLIT = "backlit"
    BLOWN = "blown"
    GOOD = "good"


class Side(StrEnum):
    """Name a side of a photo."""

    LEFT = "left"
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class PhotoReading:
    """Hold what looking at a photo found.

    Attributes
    ----------
    trouble : Trouble or None
        Why it could not be looked at; all else is zero then.
    kind : str
        Format of the file, such as ``JPEG``.
    width, height : int
        As it is shown, turned as the camera noted it [pixel].
    size : int
        Of the file [byte].
    light : float
        Mean light, 0 black to 1 white.
    middle_light, border_light : float
        The same for the middle and for the border.
    blown, crushed : float
        Part of the middle that is pure white or pure black.
    sharpness : float
        Slope by contrast of the clearest edges [1/pixel]; it does not depend on light.
    busy, colours : float
        Edges and spread of colours in the border.
    centre : tuple of float
        Where what is seen has its centre, in parts of width and height.
    cut : tuple of Side
        Sides at which the thing seems to be cut.
    remembers_place : bool
        Whether the file holds where the photo was taken.
    """

    trouble: Trouble | None = None
    kind: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
    light: float = 0.0
    middle_light: float = 0.0
    border_light: float = 0.0
    blown: float = 0.0
    crushed: float = 0.0
    sharpness: float = 0.0
    busy: float = 0.0
    colours: float = 0.0
    centre: tuple[float, float] = (0.5, 0.5)
    cut: tuple[Side, ...] = ()
    remembers_place: bool = False

    @property
    def lit(self) -> Light:
        """Return how bright it is, most urgent first."""
        if self.border_light - self.middle_light >= BACKLIT and self.middle_light < DIM:
            return Light.BACKLIT
        if self.light < DARK or (self.light < DIM and self.middle_light < DARK):
            return Light.DARK
        return Light.BLOWN if self.blown >= BLOWN else Light.GOOD

    @property
    def is_sharp(self) -> bool:
        """Tell whether edges are sharp."""
        return self.sharpness >= SHARP

    @property
    def is_calm(self) -> bool:
        """Tell whether the background is calm."""
        return self.busy < BUSY and self.colours < COLOURFUL

    @property
    def long_side(self) -> int:
        """Return the longer side [pixel]."""
        return max(self.width, self.height)

    @property
    def is_large(self) -> bool:
        """Tell whether it has pixels enough."""
        return self.long_side >= LONG_SIDE

    @property
    def is_light_file(self) -> bool:
        """Tell whether a page stays quick with it."""
        return self.size <= LIGHT_FILE

    @property
    def off_middle(self) -> tuple[Side, ...]:
        """Return the sides towards which the thing lies; empty in the middle."""
        low, high = MIDDLE
        x, y = self.centre
        sides = [(Side.LEFT, x < low), (Side.RIGHT, x > high), (Side.TOP, y < low), (Side.BOTTOM, y > high)]
        return tuple(side for side, so in sides if so)
