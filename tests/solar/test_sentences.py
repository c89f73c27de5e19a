"""One sentence for every event and refusal, in plain words."""

import re
import tomllib
from importlib.resources import files

import pytest
from tests.solar.benches import join

from lentera.solar.bench import BenchError, BenchState, Event, EventKind, Join, Refusal, SetSun, apply
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
    event = Event(kind, wire=3, lamp=1, start="battery.plus", end="fuse.a", amount=16.34)
    for language in ("id", "en"):
        text = sentence(event, language)
        assert "None" not in text
        assert "{" not in text


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
    ],
)
def test_a_refusal_says_why(action, text):
    with pytest.raises(BenchError) as refused:
        apply(join(("battery.plus", "fuse.a")), action)
    assert refusal(refused.value) == text


def test_names_of_terminals():
    assert terminal_name("controller.load_minus", "id") == "BEBAN −"
    assert terminal_name("controller.load_minus", "en", spoken=True) == "controller load minus"
    assert terminal_name("moon", "id") == "moon"
    assert BenchState().wires == ()
