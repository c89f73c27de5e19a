"""What learners read in all files of the simulator: one name for each thing, and no advice that harms."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(str(files("lentera.solar")))
OTHER_NAMES = {
    r"petugas": "teknisi",
    r"kotak sambung\b": "kotak cabang",
    r"gemuk": "vaselin",
    r"skun|ujung kabel (?:logam|besi)": "sepatu kabel",
    r"dudukan sekering|kotak sekering": "rumah sekering",
    r"(?:di|mem)?basuh": "cuci",
    r"terminal|konektor|steker": "kutub, lubang, colokan",
    r"saklar|sekring|charger|regulator|accu": "sakelar, sekering, pengisi daya, pengatur isi baterai, aki",
    r"korsleting|arus pendek": "hubung singkat",
    r"suami|istri": "tanpa menduga siapa di rumah",
}


def texts_of(table):
    """Give every pair of Indonesian and English in a file."""
    if isinstance(table, dict):
        if isinstance(table.get("id"), str) and isinstance(table.get("en"), str):
            yield table["id"], table["en"]
        for entry in table.values():
            yield from texts_of(entry)
    elif isinstance(table, list):
        for entry in table:
            yield from texts_of(entry)


ALL = sorted(
    {
        (path.relative_to(ROOT).as_posix(), *pair)
        for path in ROOT.rglob("*.toml")
        for pair in texts_of(tomllib.loads(path.read_text(encoding="utf-8")))
    }
)


def test_all_texts_are_found():
    assert len(ALL) > 500
    assert {"maintenance", "multimeter", "installation", "faults", "diagnosis", "texts"} <= {
        name.split("/", maxsplit=1)[0] for name, *_ in ALL
    }


@pytest.mark.parametrize("other", OTHER_NAMES)
def test_each_thing_has_one_name(other):
    found = [(name, text) for name, text, _ in ALL if re.search(rf"\b(?:{other})\w*", text, re.IGNORECASE)]
    assert found == [], f"write: {OTHER_NAMES[other]}"


# The step itself says one action; its procedure has the cloth before it.
FUSE_STEPS = {"Keluarkan sekering dari rumahnya.", "Keluarkan sekering yang putus."}


def test_nobody_is_told_to_take_the_fuse_out_of_a_kit_in_the_sun():
    # Without its battery a lit panel drives LOAD to 16 V.
    fuse_out = re.compile(
        r"(keluarkan|lepas|cabut|lepaskan)( lagi)? sekering|sekering dan lampu dilepas", re.IGNORECASE
    )
    covered = re.compile(r"tutup panel|panel ditutup", re.IGNORECASE)
    told = [text for _, text, _ in ALL if fuse_out.search(text) and text not in FUSE_STEPS]
    assert len(told) > 10
    assert [text for text in told if not covered.search(text)] == []


def test_acid_is_rinsed_with_water_alone():
    # Baking soda belongs on a floor, never into eyes.
    told = [text for _, text, _ in ALL if "air aki" in text.lower()]
    assert told
    assert not any("soda" in text for _, text, _ in ALL)
    assert any("air bersih" in text and "puskesmas" in text for text in told)


def test_work_at_height_is_done_from_the_ground_or_by_the_technician():
    high = re.compile(r"\b(pangkas|goyang pelan tiang|cuci panel)", re.IGNORECASE)
    tasks = [text for name, text, _ in ALL if name == "maintenance/schedule.toml" and high.search(text)]
    assert len(tasks) == 3
    assert all("dari tanah" in text.lower() for text in tasks)


def test_a_number_has_a_decimal_comma_in_indonesian():
    points = [text for name, text, _ in ALL if re.search(r"\d\.\d(?!\d\d\b)", text)]
    assert points == []
