"""The kits of the course and their variants, and the kit that a learner describes in a file."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from lentera.solar.installation.kits.faults import KitError, Notes
from lentera.solar.installation.kits.forms import choice, decode
from lentera.solar.installation.kits.kit import Kit
from lentera.solar.installation.kits.merge import merged
from lentera.solar.installation.kits.parse import Raw, parsed, text_of
from lentera.solar.installation.kits.read import kit_of
from lentera.solar.parts import part
from lentera.solar.parts.bounds import Bound
from lentera.solar.thresholds import profile_for

MOST_LAMPS: Final = 6
_BASES: Final = {"a": "kit_a.toml", "b": "kit_b.toml"}
_VARIANT: Final = ("lamps", "usb", "dusk")
_LAMPS: Final = Bound("", 1, MOST_LAMPS)


@cache
def _shipped(name: str) -> Raw:
    text = files("lentera.solar.installation").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _base(name: str) -> Raw:
    """Give the tables of a kit of the course, to be changed at will."""
    return deepcopy(_shipped(_BASES[name]))


@cache
def kit_a() -> Kit:
    """Give kit A, the plug-in kit: panel, two hubs, four lamps with a cell and a charger inside each.

    All its numbers are an example until one such kit is opened and measured. Units: ``panel``, ``plug``,
    ``hub1``, ``hub2``, ``usb``, and for each lamp ``lamp1``, ``lamp1_charger``, ``lamp1_cell``,
    ``lamp1_switch``. Leads with plugs: ``panel_plus``, ``hub1_plus``, ``hub2_plus``, ``lamp1_plug_plus`` and
    their ``…_minus``; an unplugged one is open in both, a corroded one has a joint. A learner reaches the
    test points only; they are all at plugs.
    """
    return kit_of(_base("a"))


@cache
def kit_b(
    panel: str = "ks20",
    battery: str = "vrla",
    lamps: int = 1,
    lamp: str = "led3w",
    *,
    controller: str = "pwm10a",
    fuse: str = "fuse5a",
    usb: bool = False,
    dusk: bool = False,
) -> Kit:
    """Give kit B, the 12 V kit, with panel, controller, battery, fuse and lamps by their catalogue names.

    The controller's setting follows the battery's chemistry. All lamps hang on one switch.

    Parameters
    ----------
    usb, dusk
        Whether it has a USB port at the LOAD screws, and a dusk switch before the switch.

    Raises
    ------
    UnknownPartError
        When the catalogue has no such part.
    ValueError
        When the number of lamps is not 1 to 6.
    """
    chosen = {"panel": panel, "battery": battery, "controller": controller, "fuse": fuse, "lamp1": lamp}
    for name, key in chosen.items():
        part(name.rstrip("1"), key)
    if not 1 <= lamps <= MOST_LAMPS:
        raise ValueError(f"lamps is {lamps}; give a number from 1 to {MOST_LAMPS}")
    raw = _base("b")
    for name, key in chosen.items():
        raw["unit"][name]["part"] = key
    raw["unit"]["controller"]["profile"] = profile_for(part("battery", battery))
    return kit_of(_varied(raw, lamps, usb=usb, dusk=dusk))


def _varied(raw: Raw, lamps: int, *, usb: bool, dusk: bool) -> Raw:
    """Add lamps beside the first one, a USB port and a dusk switch to kit B."""
    units, leads, points = raw["unit"], raw["lead"], raw["test_point"]
    for number in range(2, lamps + 1):
        name = f"lamp{number}"
        units[name] = dict(units["lamp1"])
        leads[f"switch_{name}"] = {**leads["switch_lamp1"], "end": f"{name}.plus"}
        leads[f"{name}_minus"] = {**leads["lamp1_minus"], "end": f"{name}.minus"}
        _point(points, name, f"Lampu {number}", f"Lamp {number}")
    if usb:
        units["usb"] = {"kind": "usb", "part": "usb10w"}
        short = {"length": 0.3, "cable": leads["load_switch"]["cable"]}
        leads["usb_plus"] = {"start": "controller.load_plus", "end": "usb.plus", **short}
        leads["usb_minus"] = {"start": "controller.load_minus", "end": "usb.minus", **short}
        _point(points, "usb", "Lubang USB", "USB port")
    if dusk:
        units["dusk"] = {"kind": "dusk", "part": "ldr"}
        leads["load_dusk"] = {**leads["load_switch"], "end": "dusk.a"}
        leads["load_switch"]["start"] = "dusk.b"
    return raw


def _point(points: Raw, unit: str, name: str, name_en: str) -> None:
    number = f"TP{len(points) + 1}"
    points[number] = {
        "red": f"{unit}.plus",
        "black": f"{unit}.minus",
        "name": {"id": name, "en": name_en},
    }


def read_kit(source: Path | str) -> Kit:
    r"""Read a kit file.

    Parameters
    ----------
    source
        A path, or the text of the file itself.

    Returns
    -------
    Kit
        With ``base = "a"`` or ``base = "b"`` in ``[kit]`` its tables are laid over those of that kit, so that
        a file says only what is different; for base b ``lamps``, ``usb`` and ``dusk`` are understood too.

    Raises
    ------
    KitError
        With every fault of the file; nothing is made of a file that has one.

    Examples
    --------
    >>> kit = read_kit('[kit]\nbase = "b"\n[lead.panel_plus]\nlength = 5\narea = 1.5')
    >>> kit.installation.lead("panel_plus").cable
    'cu150'
    """
    raw = parsed(text_of(source))
    head = raw.get("kit")
    if not isinstance(head, Mapping) or "base" not in head:
        return kit_of(raw)
    notes = Notes()
    name = choice(head["base"], {name: name for name in _BASES}, "kit.base", notes)
    if not isinstance(name, str):
        raise KitError(notes.faults)
    rest = {key: value for key, value in head.items() if key != "base"}
    base = _base(name)
    if name == "b":
        base = _varied(base, **_asked(rest, notes))
        rest = {key: value for key, value in rest.items() if key not in _VARIANT}
    return kit_of(merged(base, {**raw, "kit": rest}, notes), notes)


def _asked(head: Mapping[str, Any], notes: Notes) -> dict[str, Any]:
    """Read how many lamps a file wants, and what beside them."""
    lamps = decode(int, head.get("lamps", 1), "kit.lamps", notes, _LAMPS)
    usb = decode(bool, head.get("usb", False), "kit.usb", notes)
    dusk = decode(bool, head.get("dusk", False), "kit.dusk", notes)
    return {
        "lamps": lamps if isinstance(lamps, int) else 1,
        "usb": usb is True,
        "dusk": dusk is True,
    }
