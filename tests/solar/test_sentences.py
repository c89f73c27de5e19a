"""One sentence for every event and refusal, in plain words."""

import re
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from tests.solar.benches import join

from lentera.solar.bench import (
    BenchError,
    BenchState,
    Event,
    EventKind,
    Join,
    PullFuse,
    PutFuse,
    Refusal,
    SetClock,
    SetLead,
    SetSun,
    Sky,
    apply,
    terminals_of,
)
from lentera.solar.sentences import number, refusal, sentence, story, terminal_name

TABLE = tomllib.loads(files("lentera.solar").joinpath("sentences.toml").read_text(encoding="utf-8"))
ALL = [(f"{group}.{key}", row) for group, rows in TABLE.items() for key, row in rows.items()]
AVOIDED = re.compile(r"\b(salah|gagal|gampang|cukup|tinggal|saklar|sekring|kamu|kalian)\b", re.IGNORECASE)


def test_every_event_and_refusal_has_its_sentence_and_nothing_else():
    assert set(TABLE["event"]) == {kind.value for kind in EventKind}
    assert set(TABLE["refusal"]) == {kind.value for kind in Refusal}


@pytest.mark.parametrize(("key", "row"), ALL, ids=[key for key, _ in ALL])
def test_sentences_are_short_and_kind(key, row):
    assert set(row) == {"id", "en"}, key
    assert not AVOIDED.search(row["id"]), key
    for text in row.values():
        assert text.endswith("."), key
        for part in re.split(r"(?<=[.!?])\s", text):
            assert len(part.split()) < 18, key


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_event_can_be_told(kind):
    bare = Event(kind, wire=3, lamp=1, start="battery.plus", end="fuse.a", amount=16.34)
    full = replace(bare, cable="cu150", connector="twisted", fuse="wire", sky="hujan")
    for event in (bare, full):
        for language in ("id", "en"):
            text = sentence(event, language)
            assert "None" not in text
            assert "{" not in text
            assert len(text.split(". ")[0].split()) < 18


def test_a_short_is_told_as_the_live_region_shows_it():
    state = join(("battery.plus", "fuse.a"), ("fuse.b", "controller.battery_minus"))
    _, events = apply(state, Join("battery.minus", "controller.battery_minus"))
    assert story(events) == "Kabel 3 terpasang: Baterai − ke BATERAI −. Sekering putus."
    assert story(events, spoken=True) == (
        "Kabel 3 terpasang: baterai minus ke pengatur baterai minus. Sekering putus."
    )
    assert story(events, "en") == "Wire 3 joined: Battery − to BATTERY −. The fuse has blown."


def test_volts_are_written_with_a_comma():
    event = Event(EventKind.LOAD_OVERVOLTAGE, amount=19.64)
    assert sentence(event) == "Tegangan BEBAN 19,6 V, terlalu tinggi untuk lampu."
    assert "19.6 V" in sentence(event, "en")


def told(state, action, language="id", *, spoken=False):
    return story(apply(state, action).events, language, spoken=spoken)


def test_another_cable_is_told_with_its_size_its_length_and_its_joints():
    state, action = join(("battery.plus", "fuse.a")), SetLead(1, "cu150", 8.0, "screw")
    assert told(state, action) == "Kabel 1 sekarang 1,5 mm², 8 m, sekrup jepit."
    assert (
        told(state, action, spoken=True) == "Kabel 1 sekarang 1,5 milimeter persegi, 8 meter, sekrup jepit."
    )
    assert told(state, action, "en") == "Wire 1 is now 1.5 mm², 8 m, screw terminal."
    assert (
        told(state, SetLead(1, "cu400", 12.25, "lever")) == "Kabel 1 sekarang 4 mm², 12,25 m, konektor tuas."
    )


@pytest.mark.parametrize(
    ("hour", "sky", "text", "english"),
    [
        (9.5, Sky.CLEAR, "Jam 09.30, langit cerah.", "09:30, clear sky."),
        (12.0, Sky.CLOUDY, "Jam 12.00, langit mendung.", "12:00, cloudy sky."),
        (15.25, Sky.RAIN, "Jam 15.15, hujan.", "15:15, rain."),
        (21.0, Sky.CLEAR, "Jam 21.00, malam.", "21:00, night."),
        (24.0, Sky.RAIN, "Jam 24.00, malam.", "24:00, night."),
    ],
)
def test_the_clock_is_told_with_its_sky(hour, sky, text, english):
    assert told(BenchState(), SetClock(hour, sky)) == text
    assert told(BenchState(), SetClock(hour, sky), "en") == english


def test_the_fuse_is_told_by_its_name():
    state, events = apply(join(("battery.plus", "fuse.a")), PullFuse())
    assert story(events) == "Sekering 5 A dicabut. Rumah sekering kosong."
    assert told(state, PutFuse("fuse2a")) == "Sekering 2 A terpasang."
    assert told(state, PutFuse("fuse15a")) == (
        "Sekering 15 A terpasang. Sekering 15 A terlalu besar untuk kabel 1. Kabel itu bisa terbakar lebih dulu."
    )
    assert told(state, PutFuse("fuse15a"), "en") == (
        "15 A fuse put in. 15 A fuse is too large for wire 1. That wire could burn first."
    )


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(12.56, 1, "12,6"), (-12.56, 2, "−12,56"), (-0.001, 1, "0,0"), (0.0, 2, "0,00"), (100.0, 0, "100")],
)
def test_numbers_in_indonesian(value, decimals, text):
    assert number(value, decimals, "id") == text


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (Join("fuse.a", "fuse.a"), "Kedua ujung kabel ada di Sekering kiri. Pilih dua lubang."),
        (Join("fuse.a", "battery.plus"), "Dua lubang ini sudah tersambung oleh kabel 1."),
        (Join("fuse.a", "moon"), "Lubang itu tidak ada di meja. Pilih lubang dari daftar."),
        (SetSun(9999.0), "Angka cahaya di luar batas. Pilih siang, mendung, atau malam."),
        (SetClock(24.5, Sky.CLEAR), "Jam di luar batas. Pilih jam 0 sampai 24."),
        (SetLead(1, "cu150", 60.0, "lever"), "Panjang di luar batas. Tulis angka dari 0,1 sampai 50 meter."),
        (PutFuse("fuse5a"), "Rumah sekering masih terisi. Tutup panel, lalu cabut sekeringnya."),
    ],
)
def test_a_refusal_says_why(action, text):
    with pytest.raises(BenchError) as refused:
        apply(join(("battery.plus", "fuse.a")), action)
    assert refusal(refused.value) == text


@pytest.mark.parametrize("name", ["name", "spoken", "name_en", "spoken_en"])
def test_no_two_sockets_of_kit_a_have_one_name(name):
    assert len({getattr(socket, name) for socket in terminals_of("a").values()}) == 16


def test_names_of_terminals():
    assert terminal_name("controller.load_minus", "id") == "BEBAN −"
    assert terminal_name("controller.load_minus", "en", spoken=True) == "controller load minus"
    assert terminal_name("hub1.2", "id") == "Kotak cabang 1 lubang 2"
    assert terminal_name("box.in", "en", spoken=True) == "main box inlet"
    assert terminal_name("moon", "id") == "moon"
    assert BenchState().wires == ()
