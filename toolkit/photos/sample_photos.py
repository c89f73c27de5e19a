# ruff: noqa: D103, D401, E501, INP001, PLR2004 - numbers and one-line helpers place things in a drawing
"""Render the sample photos of the photo studio: pack, jar and lamp, so that nobody's photo is used.

Run ``python toolkit/photos/sample_photos.py``; it writes ``sessions/aset/foto/*.jpg``. The same pictures come out each time.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

OUT: Final = Path(__file__).resolve().parents[1] / "sessions/aset/foto"
WIDE, TALL = 1200, 900
SUN: Final = np.array([-0.55, -0.5, 0.67])
"""Where the window is: left, above, in front."""

Plane = NDArray[np.float64]
Shape = tuple[Plane, Plane, Plane]
"""Colours (height x width x 3), cover 0 to 1, height of the surface [pixel]."""


def grid(wide: int = WIDE, tall: int = TALL) -> tuple[Plane, Plane]:
    y, x = np.mgrid[0:tall, 0:wide].astype(float)
    return x + 0.5, y + 0.5


def noise(seed: int, size: int, wide: int = WIDE, tall: int = TALL) -> Plane:
    """Return smooth noise of mean 0 with blobs of about `size` pixels."""
    rng = np.random.default_rng(seed)
    small = rng.normal(size=(max(2, tall // size), max(2, wide // size)))
    picture = Image.fromarray(small.astype(np.float32), "F").resize((wide, tall), Image.Resampling.BICUBIC)
    return np.asarray(picture, dtype=float)


def blurred(plane: Plane, radius: float) -> Plane:
    picture = Image.fromarray((np.clip(plane, 0, 1) * 255).astype(np.uint8))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), dtype=float) / 255


def shaded(colour: Plane, height: Plane, *, gloss: float, sharp: float, fill: float = 0.42) -> Plane:
    """Light a surface from the window: diffuse, a highlight, and fill light from the room."""
    down, across = np.gradient(height)
    normal = np.dstack([-across, -down, np.ones_like(height)])
    normal /= np.linalg.norm(normal, axis=2, keepdims=True)
    sun = SUN / np.linalg.norm(SUN)
    diffuse = np.clip(normal @ sun, 0, 1)
    half = sun + np.array([0, 0, 1.0])
    half /= np.linalg.norm(half)
    spark = np.clip(normal @ half, 0, 1) ** sharp * gloss
    lit = colour * (fill + 0.78 * diffuse)[..., None] + spark[..., None]
    return np.clip(lit, 0, 1.4)


def flat(colour: tuple[float, float, float]) -> Plane:
    return np.ones((TALL, WIDE, 3)) * np.array(colour)


def lettering(lines: list[tuple[str, int, int]], at: tuple[int, int]) -> Plane:
    """Return cover of centred text lines: words, size and distance down from `at`."""
    picture = Image.new("L", (WIDE, TALL), 0)
    draw = ImageDraw.Draw(picture)
    for words, size, below in lines:
        draw.text((at[0], at[1] + below), words, 255, ImageFont.load_default(size), anchor="mm")
    return np.asarray(picture, dtype=float) / 255


def inside(x: Plane, y: Plane, box: tuple[float, float, float, float], radius: float) -> Plane:
    """Return the cover of a box with round corners, soft by one pixel."""
    left, top, right, bottom = box
    from_x = np.abs(x - (left + right) / 2) - (right - left) / 2 + radius
    from_y = np.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius
    away = np.hypot(np.maximum(from_x, 0), np.maximum(from_y, 0)) + np.minimum(np.maximum(from_x, from_y), 0)
    return np.clip(radius - away + 0.5, 0, 1)


def mixed(under: Plane, over: Plane | tuple[float, float, float], cover: Plane) -> Plane:
    return under * (1 - cover[..., None]) + np.asarray(over) * cover[..., None]


@cache
def crisps() -> Shape:
    """A pillow pack with a window through which crisps are seen."""
    x, y = grid()
    middle, top, bottom, half = 600.0, 190.0, 735.0, 190.0
    u, v = (x - middle) / half, (y - (top + bottom) / 2) / ((bottom - top) / 2)
    bulge = half * (1 - 0.05 * np.abs(v) ** 3 + 0.012 * np.sin(v * 9))
    cover = np.clip(bulge - np.abs(x - middle) + 0.5, 0, 1) * np.clip(
        (bottom - top) / 2 - np.abs(y - (top + bottom) / 2) + 0.5, 0, 1
    )
    seam = (np.abs(v) > 0.9).astype(float)
    teeth = np.clip(bottom - y - 5 * np.abs(((x / 14) % 2) - 1) + 0.5, 0, 1) * np.clip(
        y - top - 5 * np.abs(((x / 14) % 2) - 1) + 0.5, 0, 1
    )
    cover *= teeth
    body = np.clip(1 - np.abs(u) ** 3.2, 0, 1) ** 0.5 * np.clip(1 - np.abs(v / 0.93) ** 5, 0, 1) ** 0.5
    height = 88 * body + 2.6 * noise(3, 46) * (0.35 + np.abs(v)) + 4 * noise(9, 130) * np.abs(v)
    height += seam * 1.6 * np.sin(x / 4.2)
    colour = flat((0.93, 0.66, 0.13))
    colour = mixed(colour, (0.78, 0.22, 0.13), np.clip((y - 585 - 22 * np.sin((x - 420) / 120)) / 2, 0, 1))
    colour = mixed(colour, (0.35, 0.2, 0.1), seam * 0.25)
    window = inside(x, y, (478, 452, 722, 640), 70)
    pile = flat((0.93, 0.76, 0.36))
    rng = np.random.default_rng(5)
    for _crisp in range(95):
        at, size, turn = rng.uniform((470, 445), (730, 650)), rng.uniform(17, 30), rng.uniform(0, 3.14)
        dx, dy = x - at[0], y - at[1]
        far = np.hypot(
            (dx * np.cos(turn) + dy * np.sin(turn)) / size,
            (dy * np.cos(turn) - dx * np.sin(turn)) / size / 0.72,
        )
        tone = rng.uniform(0.82, 1.02) * np.array([0.97, 0.8 + rng.uniform(-0.06, 0.05), 0.42])
        pile = mixed(pile, tone * 0.68, np.clip((1.1 - far) * size, 0, 1))
        pile = mixed(pile, tone, np.clip((1 - far) * size, 0, 1))
        pile = mixed(pile, tone * 0.88, np.clip((0.32 - far) * size, 0, 1) * 0.6)
    colour = mixed(colour, (0.42, 0.16, 0.08), inside(x, y, (472, 446, 728, 646), 76))
    colour = mixed(colour, pile, window)
    colour = mixed(colour, (1, 0.97, 0.9), inside(x, y, (452, 282, 748, 428), 18))
    colour = mixed(colour, (0.5, 0.12, 0.08), lettering([("KERIPIK", 60, 0), ("PISANG", 50, 58)], (600, 330)))
    colour = mixed(colour, (1, 0.95, 0.85), lettering([("contoh  150 g", 34, 0)], (600, 676)))
    return shaded(colour, blurred_height(height), gloss=0.42, sharp=34), cover, height


def blurred_height(height: Plane) -> Plane:
    picture = Image.fromarray(height.astype(np.float32), "F")
    shrunk = picture.resize((WIDE // 2, TALL // 2), Image.Resampling.BOX)
    return np.asarray(shrunk.resize((WIDE, TALL), Image.Resampling.BICUBIC), dtype=float)


@cache
def sambal() -> Shape:
    """A glass jar of sambal with a lid and a label."""
    x, y = grid()
    middle, half = 600.0, 165.0
    u = np.clip((x - middle) / half, -1, 1)
    glass = inside(x, y, (middle - half, 300, middle + half, 740), 46)
    lid = inside(x, y, (middle - 148, 212, middle + 148, 304), 14)
    cover = np.maximum(glass, lid)
    round_height = half * np.sqrt(np.clip(1 - u**2, 0.015, 1))
    seeds = noise(21, 7)
    paste = flat((0.66, 0.1, 0.05)) * (1 + 0.1 * noise(22, 30) + 0.09 * noise(23, 11))[..., None]
    paste = mixed(paste, (0.93, 0.68, 0.3), np.clip((seeds - 1.75) * 3, 0, 1))
    paste = mixed(paste, (0.36, 0.03, 0.02), np.clip((-seeds - 1.9) * 3, 0, 1))
    colour = mixed(flat((0.8, 0.84, 0.83)), paste, np.clip((y - 345 - 3 * np.sin(x / 22)) / 3, 0, 1))
    label = inside(x, y, (middle - half, 448, middle + half, 640), 2)
    colour = mixed(colour, (0.98, 0.95, 0.86), label)
    colour = mixed(colour, (0.55, 0.08, 0.05), label * np.clip((np.abs(y - 544) - 84) / 2, 0, 1))
    colour = mixed(
        colour, (0.5, 0.07, 0.04), lettering([("SAMBAL", 58, 0), ("contoh  120 g", 32, 58)], (600, 520))
    )
    lit = shaded(colour, round_height, gloss=0.16, sharp=20)
    shine = np.exp(-(((u + 0.62) / 0.05) ** 2)) * 0.55 + np.exp(-(((u - 0.8) / 0.03) ** 2)) * 0.25
    lit += (shine * np.clip((y - 330) / 14, 0, 1) * np.clip((715 - y) / 14, 0, 1))[..., None]
    v = np.clip((x - middle) / 148, -1, 1)
    metal = shaded(
        flat((0.83, 0.66, 0.3)),
        148 * np.sqrt(np.clip(1 - v**2, 0.02, 1)) + 1.6 * np.sin(x / 3.4) * (y > 236),
        gloss=0.7,
        sharp=16,
    )
    return mixed(lit, metal, lid), cover, round_height


def lamp() -> Shape:
    """A solar lamp: a bulb that is lit on a dark case."""
    x, y = grid()
    far = np.hypot(x - 600, y - 350) / 150
    bulb = np.clip((1 - far) * 150 + 0.5, 0, 1)
    neck = inside(x, y, (540, 470, 660, 560), 8)
    case = inside(x, y, (440, 545, 760, 735), 30)
    cover = np.maximum(np.maximum(bulb, neck), case)
    ball = 150 * np.sqrt(np.clip(1 - far**2, 0.01, 1))
    lit = shaded(flat((0.99, 0.86, 0.55)), ball, gloss=0.6, sharp=60, fill=0.5)
    lit += np.exp(-(far**2) * 3)[..., None] * np.array([0.16, 0.12, 0.02])
    w = np.clip((x - 600) / 62, -1, 1)
    metal = shaded(
        flat((0.62, 0.65, 0.7)),
        60 * np.sqrt(np.clip(1 - w**2, 0.02, 1)) + 3 * np.sin(y / 4.4),
        gloss=0.6,
        sharp=20,
    )
    edge = 24 * np.clip(inside(x, y, (452, 557, 748, 723), 26), 0, 1)
    plastic = shaded(
        flat((0.14, 0.24, 0.47)) * (1 + 0.02 * noise(31, 3))[..., None],
        blurred_height(edge),
        gloss=0.1,
        sharp=10,
        fill=0.55,
    )
    plastic = mixed(plastic, (0.07, 0.1, 0.2), inside(x, y, (478, 596, 592, 690), 10))
    plastic = mixed(plastic, (0.98, 0.74, 0.14), np.clip(20 - np.hypot(x - 668, y - 643) + 0.5, 0, 1))
    plastic = mixed(plastic, (0.92, 0.95, 1), lettering([("LAMPU", 30, 0), ("contoh", 24, 34)], (535, 627)))
    out = mixed(mixed(lit, metal, neck * (y > 486)), plastic, case)
    return out, cover, ball


def sweep() -> Plane:
    """A white card that bends up behind the thing: the photo box."""
    x, y = grid()
    fall = 0.84 - 0.1 * (x / WIDE) - 0.05 * np.abs(y - 420) / TALL
    floor = np.clip((y - 560) / 340, 0, 1)
    light = fall + 0.06 * floor
    return light[..., None] * np.array([1.0, 0.985, 0.955])


def clutter() -> Plane:
    """A kitchen table full of other things."""
    x, y = grid()
    room = flat((0.55, 0.62, 0.6)) * (0.9 - 0.15 * x / WIDE)[..., None]
    tile = ((np.floor(x / 62) + np.floor(y / 62)) % 2) * 0.24 + 0.72
    room *= np.where(y < 560, tile, 1)[..., None]
    cloth = (
        flat((0.75, 0.3, 0.28))
        * (0.75 + 0.25 * np.sign(np.sin((x + y) / 17) * np.sin((x - y) / 17)))[..., None]
    )
    room = mixed(room, cloth, np.clip((y - 560) / 2, 0, 1))
    rng = np.random.default_rng(12)
    for _thing in range(34):
        at = rng.uniform((20, 60), (1180, 860))
        if 330 < at[0] < 870:
            continue
        size, tone = rng.uniform(34, 84), rng.uniform(0.15, 0.95, 3)
        box = (at[0] - size, at[1] - size * 1.3, at[0] + size, at[1] + size * 1.3)
        stripes = 0.78 + 0.22 * np.sign(np.sin(y / rng.uniform(5, 11)))
        room = mixed(room, tone * stripes[..., None], inside(x, y, box, size * rng.uniform(0.1, 0.9)))
    return room


def photo(make: Callable[[], Shape], ground: Plane, *, shadow: float = 0.5) -> Plane:
    """Put a thing on a ground with the shadow it casts to the right."""
    colour, cover, _height = make()
    cast = np.roll(np.roll(cover, 46, axis=1), 10, axis=0)
    y = grid()[1]
    soft = blurred(cast, 26) * np.clip((y - 420) / 260, 0, 1) * shadow
    x, _ = grid()
    foot = np.exp(-(((x - 640) / 190) ** 2) - ((y - 742) / 17) ** 2) * 0.62
    dark = ground * (1 - np.clip(np.maximum(soft, foot), 0, 0.85)[..., None] * np.array([1, 0.96, 0.9]))
    return np.clip(mixed(dark, colour, cover), 0, 1.3)


def developed(light: Plane, *, exposure: float = 1.0, grain: float = 0.008, seed: int = 1) -> Image.Image:
    """Turn light into a picture as a phone does: exposure, grain, 8 bits."""
    rng = np.random.default_rng(seed)
    bright = light * exposure
    if exposure <= 1:  # film and phones bend the brightest part so that white keeps its drawing
        bright = np.where(bright > 0.8, 0.8 + 0.185 * (1 - np.exp(-(bright - 0.8) / 0.2)), bright)
    seen = bright + rng.normal(scale=grain, size=(*light.shape[:2], 1))
    return Image.fromarray((np.clip(seen, 0, 1) * 255).astype(np.uint8), "RGB")


def shaken(picture: Image.Image, far: int) -> Image.Image:
    """Blur a picture along a line, as a hand that moves does."""
    plane = np.asarray(picture, dtype=float)
    moved = [np.roll(np.roll(plane, step, axis=1), step // 3, axis=0) for step in range(-far, far + 1)]
    return Image.fromarray(np.mean(moved, axis=0).astype(np.uint8), "RGB")


def backlit() -> Image.Image:
    """A jar before a bright window."""
    light = photo(sambal, sweep(), shadow=0.2)
    x, y = grid()
    window = np.clip(inside(x, y, (150, 20, 1050, 640), 12) + 0.35, 0, 1)
    cover = sambal()[1]
    bright = np.clip(light + window[..., None] * 0.5, 0, 1.2)
    return developed(np.where(cover[..., None] > 0.5, light * 0.2, bright), grain=0.012, seed=4)


def main() -> None:
    """Write the sample photos."""
    OUT.mkdir(parents=True, exist_ok=True)
    pack = developed(photo(crisps, sweep()))
    jar = developed(photo(sambal, sweep()), seed=2)
    light = developed(photo(lamp, sweep()), seed=3)
    crooked = pack.rotate(9, Image.Resampling.BICUBIC, fillcolor=(214, 210, 203)).crop((470, 60, 1130, 880))
    made: dict[str, Image.Image] = {
        "keripik-baik": pack,
        "keripik-gelap": developed(photo(crisps, sweep()), exposure=0.2, grain=0.012, seed=5),
        "keripik-kabur": shaken(pack, 9).filter(ImageFilter.GaussianBlur(2.2)),
        "keripik-ramai": developed(photo(crisps, clutter(), shadow=0.35), seed=6),
        "keripik-terpotong": crooked.resize((720, 895), Image.Resampling.LANCZOS),
        "sambal-baik": jar,
        "sambal-silau": ImageEnhance.Color(developed(photo(sambal, sweep()), exposure=1.95, seed=7)).enhance(
            0.8
        ),
        "sambal-belakang-terang": backlit(),
        "lampu-baik": light,
        "lampu-kecil": light.resize((480, 360), Image.Resampling.LANCZOS),
    }
    for name, picture in made.items():
        picture.save(
            OUT / f"{name}.jpg", quality=74 if "ramai" in name else 84, optimize=True, subsampling="4:2:0"
        )


if __name__ == "__main__":
    main()
