"""Draw up the photo studio: the photo before and now, its measures, and what can be done."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

from lentera.product.photo_edits import preview
from lentera.product.photo_looking import look_at, open_photo
from lentera.product.photo_reading import PhotoReading, Trouble
from lentera.widgets.line import Doing
from lentera.widgets.photo import wording
from lentera.widgets.photo.frame import Frame
from lentera.widgets.photo.samples import as_uri
from lentera.widgets.photo.state import StudioState, Work
from lentera.words import _

look = lru_cache(maxsize=4)(look_at)


@dataclass(frozen=True)
class Pair:
    """Hold the photo as it is now and, where it was edited, its original.

    Attributes
    ----------
    now, original : bytes or None
        The files; None where there is none.
    reading : PhotoReading
        Of the photo as it is now.
    """

    now: bytes | None
    original: bytes | None
    reading: PhotoReading


def pair_of(state: StudioState, now: bytes | None, original: bytes | None) -> Pair:
    """Pair the chosen photo with its original; a file that another program has changed stands alone."""
    reading = look(now) if now is not None else PhotoReading(trouble=Trouble.MISSING)
    work = state.works.get(state.name, Work())
    edited = now is not None and work.edits and work.sum == crc32(now) and reading.trouble is None
    return Pair(now, original if edited else None, reading)


def studio_view(state: StudioState, pair: Pair, frame: Frame | None) -> dict[str, Any]:
    """Return all that the screen shows."""
    reading, original = pair.reading, pair.original
    usable = reading.trouble is None
    return {
        "name": state.name,
        "alt": state.alt,
        "alt_told": wording.alt_words(state.alt, state.name),
        "pictures": [[name, name] for name in state.offered],
        "trouble": wording.trouble_words(reading.trouble) if state.name and reading.trouble else "",
        "now": _shown(pair.now) if pair.now is not None and usable else "",
        "now_alt": _("Photo now. {guide}").format(guide=wording.guide(reading)) if usable else "",
        "before": _shown(original) if original else "",
        "before_alt": _("Photo before. {guide}").format(guide=wording.guide(look(original)))
        if original
        else "",
        "guide": wording.guide(reading) if usable else "",
        "meters": wording.meters(reading),
        "meters_before": wording.meters(look(original)) if original else [],
        "meters_head": [
            _("Measures of the photo"),
            *([_("Before the steps")] if original else []),
            _("Now"),
        ],
        "advice": wording.advice(reading) if usable else [],
        "undo": Doing(bool(original), _("There is no step to take back.")).to_json(),
        "original": Doing(bool(original), _("This is the original.")).to_json(),
        "frame": None if frame is None or not usable else _frame_view(frame),
    }


def _frame_view(frame: Frame) -> dict[str, Any]:
    return {"shape": frame.shape.value, "box": frame.box, "told": frame_told(frame)}


def frame_told(frame: Frame) -> str:
    """Tell where the frame of a crop stands."""
    return _(
        "Frame: {left} from the left, {top} from the top, {width} wide, {height} high, in percent."
    ).format(left=frame.left, top=frame.top, width=frame.width, height=frame.height)


@lru_cache(maxsize=4)
def _shown(content: bytes) -> str:
    return as_uri(preview(open_photo(content, 640)))
