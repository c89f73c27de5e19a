"""The fixed words of the sizing screen, and what a house may use."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying
from lentera.solar.sizing import MARKET_SIZES
from lentera.widgets.frame import frame_words
from lentera.words import _, language, number

_DATA: Final = Path(__file__).parent / "data"


@cache
def appliances() -> dict[str, dict[str, Any]]:
    """Return what a house may use, by id."""
    content = tomllib.loads((_DATA / "appliances.toml").read_text(encoding="utf-8"))
    return {row["id"]: row for row in content["appliance"]}


def name_of(kind: str) -> str:
    """Return the name of a device."""
    row = appliances().get(kind, appliances()["lain"])
    return Saying.of(row["name"]).in_language(language())


def sizing_words() -> dict[str, Any]:
    """Return every fixed word of the screen, in the interface language."""
    return {
        **frame_words(_("Size of my solar lamp")),
        "steps": {
            "beban": _("Step 1. What is used at home"),
            "energi": _("Step 2. Energy of a day"),
            "panel": _("Step 3. The panel"),
            "baterai": _("Step 4. The battery"),
            "kabel": _("Step 5. Cable and fuse"),
            "belanja": _("Step 6. Shopping list"),
        },
        "leads": {
            "beban": _("Add each lamp and each device. Read the watts on its label."),
            "energi": _("Work out each row. Add up the results."),
            "panel": _("Work out the panel. Then choose the shop's next size."),
            "baterai": _("Choose the kind of battery. Then work out its size."),
            "kabel": _("Measure the way from battery to lamp."),
            "belanja": _("Prices are examples. Ask in the shop."),
        },
        "add": _("Add"),
        "appliances": [[kind, name_of(kind), row["picture"]] for kind, row in appliances().items()],
        "row_fields": [["watt", _("Watts")], ["banyak", _("How many")], ["jam", _("Hours a day")]],
        "remove": _("Remove"),
        "fields": {
            "energi": _("Energy of a day"),
            "panel_hitung": _("Panel, worked out"),
            "panel_beli": _("Panel in the shop"),
            "baterai_hitung": _("Battery, worked out"),
            "baterai_beli": _("Battery in the shop"),
            "kabel_panjang": _("Way from battery to lamp"),
            "kabel_arus": _("Current in the cable"),
            "kabel_luas": _("Cable"),
            "sekering": _("Fuse"),
        },
        "units": {
            "energi": "Wh",
            "panel_hitung": "Wp",
            "baterai_hitung": "Ah",
            "kabel_panjang": "m",
            "kabel_arus": "A",
        },
        "sizes": {
            "panel_beli": options(MARKET_SIZES["panel"], "Wp"),
            "kabel_luas": options(MARKET_SIZES["cable"], "mm²"),
            "sekering": options(MARKET_SIZES["fuse"], "A"),
        },
        "pick": _("Choose a size"),
        "chemistry": _("Kind of battery"),
        "chemistries": [["vrla", "VRLA 12 V"], ["lifepo4", _("LiFePO4 12.8 V")]],
        "card": _("Card"),
        "show_example": _("Show the worked example"),
        "prove_title": _("Proof"),
        "prove": _("Let it run for a year"),
        "proving": _("The year is being worked out. Wait a moment."),
        "list_caption": _("What to buy"),
        "list_head": [_("Thing"), _("Amount"), _("Example price")],
        "write_list": _("Write the list to a file"),
    }


def short(value: float) -> str:
    """Write a number without decimals where it has none."""
    return number(value, 0 if float(value).is_integer() else 1)


def options(sizes: Sequence[float], unit: str) -> list[list[str]]:
    """Return market sizes as pairs of value and words."""
    return [
        [f"{size:g}", f"{number(size, 0 if size.is_integer() else len(f'{size:g}') - 2)} {unit}"]
        for size in sizes
    ]
