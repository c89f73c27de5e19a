"""Look at a photo: open whatever file it is in bounded memory, measure light, sharpness and background."""

import warnings
from collections.abc import Callable
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from lentera.product.photo_reading import BUSY, LARGEST_FILE, TOUCHES, PhotoReading, Side, Trouble

WORKING: Final = 1600
"""Longest side of a photo that is worked on [pixel]; a laptop of 2 GB holds several."""
_LOOKED: Final = 800
"""Photos are looked at in this size, so that the same thing measures the same from every camera."""
_MOST_PIXELS: Final = 24_000_000
"""Files that cannot be opened in a smaller size are refused above this."""
_MOST_JPEG_PIXELS: Final = 160_000_000
_SMALLEST: Final = 16
_BORDER: Final = 0.16
_RIM: Final = 0.025
_FINE_EDGE: Final = 0.03
_STEEPEST: Final = 98.5
"""The steepest places are those beyond this percentile."""
_STEPS: Final = (1, 2, 4, 1)
"""Shifts that together look 8 pixels to each side for the contrast of a place."""
_CLEAREST: Final = 85
"""Of the steepest places this percentile tells: some of them are round things, not edges."""
_FEWEST: Final = 12
"""Fewer steep places than these tell nothing."""
_OTHER_COLOUR: Final = 0.25
_WHOLE_RIM: Final = 0.9
_WHITE: Final = 0.985
_BLACK: Final = 0.02
_GPS_TAG: Final = 0x8825
_HEIC_BRANDS: Final = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")
_OPENING: Final = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    ArithmeticError,
    LookupError,
    MemoryError,
    TypeError,
)

Plane = NDArray[np.float32]


class UnusablePhotoError(ValueError):
    """Report a file that is no photo one can work with."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"The photo cannot be used: {trouble}. Choose another photo, or save it as JPG.")
        self.trouble = trouble


def look_at(content: bytes) -> PhotoReading:
    """Measure a photo; a file that is none is told in the reading and never raised."""
    try:
        picture, kind, size, place = _opened(content, _LOOKED)
    except UnusablePhotoError as error:
        return PhotoReading(trouble=error.trouble, size=len(content))
    return _measured(picture, kind, size, len(content), remembers_place=place)


def open_photo(content: bytes, longest: int = WORKING) -> Image.Image:
    """Return a photo upright, in three colours and no longer than `longest` pixels.

    Raises
    ------
    UnusablePhotoError
        When it cannot be opened in bounded memory.
    """
    return _opened(content, longest)[0]


def _opened(content: bytes, longest: int) -> tuple[Image.Image, str, tuple[int, int], bool]:
    """Open a photo; return it upright and small, its format, its own size and whether it holds a place."""
    trouble = _no_photo(content)
    if trouble is not None:
        raise UnusablePhotoError(trouble)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content)) as opened:
                return _reduced(opened, longest)
    except UnidentifiedImageError as error:
        raise UnusablePhotoError(Trouble.NO_PHOTO) from error
    except Image.DecompressionBombError as error:
        raise UnusablePhotoError(Trouble.LARGE) from error
    except UnusablePhotoError:
        raise
    except _OPENING as error:
        raise UnusablePhotoError(Trouble.BROKEN) from error


def _no_photo(content: bytes) -> Trouble | None:
    if not content:
        return Trouble.BROKEN
    if len(content) > LARGEST_FILE:
        return Trouble.LARGE
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return Trouble.HEIC
    return Trouble.DRAWING if b"<svg" in content[:1024] else None


def _reduced(opened: Image.Image, longest: int) -> tuple[Image.Image, str, tuple[int, int], bool]:
    width, height = opened.size
    kind = opened.format or ""
    if min(width, height) < _SMALLEST:
        raise UnusablePhotoError(Trouble.TINY)
    if width * height > (_MOST_JPEG_PIXELS if kind == "JPEG" else _MOST_PIXELS):
        raise UnusablePhotoError(Trouble.LARGE)
    opened.draft("RGB", (longest, longest))  # a JPEG is decoded in an eighth, a quarter or a half at once
    exif = opened.getexif()
    place = bool(exif.get_ifd(_GPS_TAG))
    opened.seek(0)
    opened.load()
    small = _in_colours(opened)
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(small)
    turned = exif.get(0x0112, 1) in {5, 6, 7, 8}
    clean = Image.frombytes("RGB", upright.size, upright.tobytes())  # nothing but pixels goes on from here
    return clean, kind, (height, width) if turned else (width, height), place


def _in_colours(opened: Image.Image) -> Image.Image:
    """Return a picture in three colours of 8 bits; what is transparent becomes white."""
    exif = opened.info.get("exif")
    picture = opened
    if picture.mode.startswith("I") or picture.mode == "F":
        values = np.asarray(picture, dtype=np.float32)
        top = 65535.0 if values.max(initial=0.0) > 255 else 255.0  # noqa: PLR2004 - more than 8 bits
        picture = Image.fromarray(np.clip(values / top * 255.0, 0, 255).astype(np.uint8), "L")
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        see_through = picture.convert("RGBA")
        ground = Image.new("RGBA", see_through.size, "white")
        ground.alpha_composite(see_through)
        picture = ground
    made = picture.convert("RGB") if picture.mode != "RGB" else picture.copy()
    if exif is not None:
        made.info["exif"] = exif
    return made


def _measured(
    picture: Image.Image, kind: str, size: tuple[int, int], weight: int, *, remembers_place: bool
) -> PhotoReading:
    colours = np.asarray(picture, dtype=np.float32) / 255.0
    light = colours @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    soft = picture.convert("L").filter(ImageFilter.GaussianBlur(1.0))
    smooth = np.asarray(soft, dtype=np.float32) / 255.0
    down, across = np.gradient(smooth)
    slope = np.hypot(across, down)
    contrast = _reaching(smooth, np.maximum) - _reaching(smooth, np.minimum)
    height, width = light.shape
    third = (slice(height // 3, height - height // 3), slice(width // 3, width - width // 3))
    middle = light[third]
    border = np.ones(light.shape, dtype=bool)
    edge_y, edge_x = max(1, int(height * _BORDER)), max(1, int(width * _BORDER))
    border[edge_y : height - edge_y, edge_x : width - edge_x] = False
    around = colours[border]
    busy = float((slope[border] > _FINE_EDGE).mean())
    return PhotoReading(
        kind=kind,
        width=size[0],
        height=size[1],
        size=weight,
        light=float(light.mean()),
        middle_light=float(middle.mean()),
        border_light=float(light[border].mean()),
        blown=float((middle > _WHITE).mean()),
        crushed=float((middle < _BLACK).mean()),
        # Both ways are asked, because a hand that moves blurs only one of them.
        sharpness=min(_sharpness(across, contrast), _sharpness(down, contrast)),
        busy=busy,
        colours=float(around.std(axis=0).mean()),
        centre=_centre(slope),
        cut=_cut(colours, np.median(around, axis=0)) if busy < BUSY else (),
        remembers_place=remembers_place,
    )


def _reaching(plane: Plane, choose: Callable[[Plane, Plane], Plane]) -> Plane:
    """Return the highest or lowest value around each place; shifts that double are quick on a weak laptop."""
    for axis in (0, 1):
        for step in _STEPS:
            padded = np.pad(plane, [(step, step) if one == axis else (0, 0) for one in (0, 1)], mode="edge")
            before, after = (
                padded.take(range(start, start + plane.shape[axis]), axis=axis) for start in (0, 2 * step)
            )
            plane = choose(choose(before, after), plane)
    return plane


def _sharpness(slope: Plane, contrast: Plane) -> float:
    """Return the slope by the contrast around it where the slope is steepest, along one axis.

    An edge blurred over s pixels climbs its whole contrast in s pixels: slope by contrast is 1/s, in dim
    light as in bright. Noise is smoothed away first and lies outside the steepest places.
    """
    steep = np.abs(slope)
    chosen = steep >= max(float(np.percentile(steep, _STEEPEST)), _FINE_EDGE / 5)
    if int(chosen.sum()) < _FEWEST:
        return 0.0
    return float(np.percentile(steep[chosen] / np.maximum(contrast[chosen], _FINE_EDGE), _CLEAREST))


def _centre(slope: Plane) -> tuple[float, float]:
    """Return where the edges have their centre; contrast alone must not pull it to the bright side."""
    strong = np.where(slope > max(0.35 * float(slope.max()), 1e-6), 1.0, 0.0)
    total = float(strong.sum())
    if not total:
        return 0.5, 0.5
    height, width = slope.shape
    x = float(strong.sum(axis=0) @ (np.arange(width) + 0.5)) / total / width
    y = float(strong.sum(axis=1) @ (np.arange(height) + 0.5)) / total / height
    return x, y


def _cut(colours: Plane, ground: Plane) -> tuple[Side, ...]:
    """Return the sides whose rim is partly of another colour than the ground; a whole rim is a table."""
    height, width = colours.shape[:2]
    deep_x, deep_y = max(2, int(width * _RIM)), max(2, int(height * _RIM))
    other = np.abs(colours - ground).max(axis=2) > _OTHER_COLOUR
    rims = {
        Side.LEFT: other[:, :deep_x],
        Side.TOP: other[:deep_y, :],
        Side.RIGHT: other[:, -deep_x:],
        Side.BOTTOM: other[-deep_y:, :],
    }
    return tuple(side for side, rim in rims.items() if TOUCHES < float(rim.mean()) < _WHOLE_RIM)
