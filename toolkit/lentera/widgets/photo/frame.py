"""The frame of a crop: a box in percent of the photo that keeps its shape while it is moved."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

LEAST: Final = 20
"""Part of the photo a frame keeps at least [percent]."""


class Shape(StrEnum):
    """Name the shape of a frame."""

    SQUARE = "persegi"
    FOUR_TO_THREE = "4x3"
    FREE = "bebas"


_RATIO: Final = {Shape.SQUARE: 1.0, Shape.FOUR_TO_THREE: 4 / 3}


@dataclass(frozen=True)
class Frame:
    """Be a crop that is not done yet, in percent of width and height."""

    shape: Shape = Shape.SQUARE
    left: int = 0
    top: int = 0
    width: int = 100
    height: int = 100

    @property
    def box(self) -> list[int]:
        """Return left, top, width and height."""
        return [self.left, self.top, self.width, self.height]

    def with_shape(self, shape: Shape, size: tuple[int, int]) -> "Frame":
        """Return the largest frame of a shape in the middle of a photo of this size [pixel]."""
        whole = Frame(shape)
        if shape is Shape.FREE:
            return replace(whole, left=10, top=10, width=80, height=80)
        widest = max(LEAST, min(100, round(100 * _RATIO[shape] * size[1] / max(size[0], 1))))
        fitted = whole.resized(widest, size)
        return replace(fitted, left=(100 - fitted.width) // 2, top=(100 - fitted.height) // 2)

    def resized(self, width: int, size: tuple[int, int]) -> "Frame":
        """Return the frame with another width; a frame of fixed shape takes the height that follows."""
        if self.shape is Shape.FREE:
            return replace(self, width=width).inside()
        height = round(width * size[0] / max(size[1], 1) / _RATIO[self.shape])
        if height > 100:  # noqa: PLR2004 - the whole photo
            width, height = round(width * 100 / height), 100
        return replace(self, width=max(width, LEAST), height=max(height, LEAST)).inside()

    def inside(self) -> "Frame":
        """Return the frame moved so that it lies on the photo."""
        width, height = min(max(self.width, LEAST), 100), min(max(self.height, LEAST), 100)
        return replace(
            self,
            width=width,
            height=height,
            left=min(max(self.left, 0), 100 - width),
            top=min(max(self.top, 0), 100 - height),
        )
