"""Say what the sky over the bench is, by its clock or, without one, by its light."""

from typing import Any, Final

from lentera.solar.bench import BenchState, Sky, sun_at
from lentera.widgets.drawing import picture
from lentera.widgets.drawing.words import sky_words

_HIGHEST: Final = 12.0
_WITHOUT_CLOCK: Final = 0.8
"""How high the sun is drawn where no clock tells it."""


def sky_of(bench: BenchState) -> str:
    """Return the sky as it is drawn: "cerah", "mendung", "hujan" or "malam"."""
    if not bench.sun:
        return "malam"
    if bench.hour is None or bench.sky is None:
        return picture.sky_of(bench.sun)
    return bench.sky.value


def sun_height(bench: BenchState) -> float:
    """Return how high the sun is drawn, 0 to 1: its clear-sky light against that of noon."""
    if bench.hour is None:
        return _WITHOUT_CLOCK if bench.sun else 0.0
    return min(1.0, sun_at(bench.hour, Sky.CLEAR) / sun_at(_HIGHEST, Sky.CLEAR))


def hour_word(hour: float) -> str:
    """Return an hour as on a notice board: "09.30"."""
    minutes = round(hour * 60)
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def clock_word(bench: BenchState) -> str:
    """Return hour and sky, or the sky alone where no clock runs."""
    sky = sky_words()[sky_of(bench)]
    return sky if bench.hour is None else f"{hour_word(bench.hour)}, {sky}"


def clock(bench: BenchState) -> dict[str, Any]:
    """Return the clock as the screen shows it; `chosen` is the sky of the day, also after dark."""
    sky = sky_of(bench)
    chosen = bench.sky.value if bench.sky else Sky.CLEAR.value if sky == "malam" else sky
    return {"hour": bench.hour, "sky": sky, "chosen": chosen, "text": clock_word(bench)}
