"""The multimeter without a screen: gestures, dangers, notes, answers, and what is on the disk."""

import errno
import json
from pathlib import Path
from typing import Any

import pytest

from lentera import atomic
from lentera.desk import Desk
from lentera.place import Place
from lentera.progress import Verb
from lentera.solar.multimeter import Meter, Mode, Socket, read
from lentera.tasks import RULE_SETS
from lentera.widgets.activity_widget import show
from lentera.widgets.meter.desk import MeterDesk, Probe
from lentera.widgets.meter.session import MeterSession
from lentera.widgets.meter.things import Thing, Things

TASK = "s04-ukur"
VOLTS = {"do": "turn", "mode": "volts"}
ON_BATTERY = {"do": "touch", "red": "battery.plus", "black": "battery.minus"}
ON_PANEL = {"do": "touch", "red": "panel.plus", "black": "panel.minus"}
ON_LAMP = {"do": "touch", "red": "lamp1.plus", "black": "lamp1.minus"}
NOTE = {"do": "note"}
BY_DAY = {"do": "thing", "thing": "siang"}
TEN_AMP = {"do": "plug", "probe": "red", "socket": "ten_amp"}


def meter(place: Place) -> MeterSession:
    return MeterSession(place, TASK, [RULE_SETS[TASK]], {TASK: 24.0})


def do(session: MeterSession, *messages: dict[str, Any]) -> dict[str, Any]:
    for message in messages:
        session.handle(message)
    return session.view


def stored(place: Place) -> dict[str, Any]:
    path = place.folder / "jawaban" / f"{TASK}.json"
    answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["answer"]
    return answer


def shown(view: dict[str, Any]) -> dict[str, Any]:
    """What a view says of the table, without what belongs to the moment."""
    return {
        key: value
        for key, value in view.items()
        if key not in {"rev", "live", "live_spoken", "saved", "check", "answers"}
    }


# Measuring


def test_the_first_reading_is_three_gestures(place: Place) -> None:
    session = meter(place)
    assert session.view["live"] == "Multimeter masih mati. Putar tombolnya ke V."
    assert do(session, VOLTS)["live"].startswith("Tombol sekarang di V volt (DC).")
    assert (
        do(session, {"do": "press", "terminal": "battery.plus"})["live"]
        == "Merah di Baterai +. Sekarang tempelkan ujung hitam."
    )
    view = do(session, {"do": "press", "terminal": "battery.minus"})
    assert view["live"] == "Hitam di Baterai −. Terbaca 12,60\u00a0V."
    assert view["live_spoken"] == "Hitam di baterai minus. Terbaca 12,60\u00a0V."
    assert (view["meter"]["text"], view["meter"]["unit"]) == ("12.60", "V")
    assert view["picture"]["probes"] == {"red": "battery.plus", "black": "battery.minus"}


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("socket", [Socket.VOLT_OHM, Socket.MILLIAMP, Socket.TEN_AMP])
@pytest.mark.parametrize("message", [ON_BATTERY, ON_PANEL, ON_LAMP])
def test_the_screen_shows_what_the_meter_of_the_model_shows(
    place: Place, mode: Mode, socket: Socket, message: dict[str, Any]
) -> None:
    session = meter(place)
    view = do(
        session,
        BY_DAY,
        {"do": "turn", "mode": mode.value},
        {"do": "plug", "probe": "red", "socket": socket.value},
        message,
    )
    things = Things(Thing.DAY)
    once = read(
        things.installation,
        things.conditions,
        Meter(mode, red_socket=socket),
        message["red"],
        message["black"],
    )
    told = once.sentences[0].partition(".")[0] if once.sentences else once.said
    assert told in view["live"]
    # What is shown is the table afterwards: a fuse that blew stays blown.
    damaged = things.after(once.installation)
    again = read(damaged.installation, things.conditions, once.meter, message["red"], message["black"])
    assert (view["meter"]["text"], view["meter"]["unit"]) == (again.text, again.unit)


def test_pressing_dragging_choosing_and_keys_give_the_same_desk(tmp_path: Path, desk: Desk) -> None:
    ways = {
        "press": [{"do": "press", "terminal": "battery.plus"}, {"do": "press", "terminal": "battery.minus"}],
        "drag": [
            {"do": "put", "probe": "red", "terminal": "battery.plus"},
            {"do": "put", "probe": "black", "terminal": "battery.minus"},
        ],
        "lists": [ON_BATTERY],
        "hand": [
            {"do": "hand", "probe": "black"},
            {"do": "press", "terminal": "battery.minus"},
            {"do": "press", "terminal": "battery.plus"},
            {"do": "hand", "probe": "red"},
        ],
    }
    desks = {}
    for way, gestures in ways.items():
        folder = desk.session_folder("s04") / way
        folder.mkdir(parents=True)
        session = meter(Place(folder, desk))
        do(session, VOLTS, *gestures)
        desks[way] = session._state.desk
    assert set(desks.values()) == {
        MeterDesk(Meter(), red="battery.plus", black="battery.minus", hand=Probe.RED)
    }


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "turn", "mode": "ohms"}, "Tombol sekarang di Ω ohm."),
        ({"do": "range", "range": "2V"}, "Batas ukur: 2\u00a0V. Terbaca OL. Angkanya melebihi batas"),
        ({"do": "range", "range": "auto"}, "Merah di Baterai +. Hitam di Baterai −. Terbaca 12,60"),
        (TEN_AMP, "Colokan merah di 10A, colokan hitam di COM. Sekering multimeter putus"),
        (
            {"do": "plug", "probe": "black", "socket": "volt_ohm"},
            "Colokan merah di COM, colokan hitam di VΩ. Terbaca",
        ),
        ({"do": "put", "probe": "red", "terminal": "battery.minus"}, "Merah di Baterai −. Ujung merah dan"),
        (
            {"do": "touch", "red": "battery.minus", "black": "battery.plus"},
            "Merah di Baterai −. Hitam di Baterai +. Terbaca −12,60\u00a0V. Angkanya minus.",
        ),
        ({"do": "lift", "probe": "black"}, "Ujung hitam diangkat. Sekarang tempelkan ujung hitam."),
        ({"do": "lift"}, "Kedua ujung diangkat."),
        ({"do": "hand", "probe": "black"}, "Tekanan berikut memindahkan ujung hitam. Terbaca"),
        ({"do": "new_fuse"}, "Merah di Baterai +."),
        ({"do": "thing", "thing": "malam"}, "Benda ukur sekarang: kit terpasang, malam. Ujung kabel"),
        ({"do": "switch"}, "Sakelar mati. Terbaca 12,60"),
        ({"do": "cover"}, "Kain menutup panel. Terbaca"),
        ({"do": "fuse"}, "Sekering kit dicabut. Terbaca"),
        ({"do": "lamp"}, "Lampu masih utuh."),
        (NOTE, "Catatan 1: merah di Baterai +, hitam di Baterai −. Hasil 12,60\u00a0V."),
        ({"do": "hint"}, "Petunjuk 1 terbuka."),
        ({"do": "check"}, "Jawaban ukur masih kosong."),
    ],
)
def test_each_gesture_says_what_changed_and_what_is_read(
    place: Place, message: dict[str, Any], says: str
) -> None:
    session = meter(place)
    do(session, VOLTS, ON_BATTERY)
    assert session.handle(message)["live"].startswith(says)


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "dance"},
        {"do": "turn", "mode": "volts_ac"},
        {"do": "turn"},
        {"do": "range", "range": "10A"},
        {"do": "plug", "probe": "green", "socket": "common"},
        {"do": "plug", "probe": "red", "socket": "hdmi"},
        {"do": "press", "terminal": "lamp2.plus"},
        {"do": "put", "probe": "red", "terminal": "roof"},
        {"do": "touch", "red": "roof", "black": None},
        {"do": "open_lead", "lead": "load_switch"},
        {"do": "open_lead"},
        {"do": "thing", "thing": "sore"},
        {"do": "remove_note", "number": 7},
        {"do": "remove_note", "number": None},
        {"do": "use", "field": "tegangan_baterai", "number": 7},
        {"do": "use", "field": "tegangan_dunia", "number": 1},
        {"do": "set", "field": "tegangan_dunia", "value": {}},
        {"do": "set", "field": "tegangan_baterai"},
    ],
)
def test_a_message_without_sense_changes_nothing(place: Place, message: dict[str, Any]) -> None:
    session = meter(place)
    before = shown(do(session, VOLTS, ON_BATTERY, NOTE))
    view = session.handle(message)
    assert view["live"].startswith("Langkah itu belum terbaca.")
    assert shown(view) == before


# Dangers


def test_the_ampere_socket_across_a_battery_blows_the_meter_s_fuse(place: Place) -> None:
    session = meter(place)
    view = do(session, VOLTS, TEN_AMP, ON_BATTERY)
    assert "Sekering multimeter putus" in view["live"]
    assert "kabel ukur langsung panas" in view["live"]
    assert view["meter"]["blown"] == ["ten_amp"]
    assert view["meter"]["tone"] == "stop"
    assert view["meter"]["wanted"] == "volt_ohm"
    assert view["meter"]["notes"][0][0].startswith("Sekering multimeter sudah putus.")
    # It stays blown until it is replaced, whatever else she does.
    assert do(session, {"do": "lift"}, ON_PANEL)["meter"]["blown"] == ["ten_amp"]
    back = {"do": "plug", "probe": "red", "socket": "volt_ohm"}
    view = do(session, {"do": "lift"}, back, {"do": "new_fuse"}, ON_BATTERY)
    assert view["meter"]["blown"] == []
    assert view["meter"]["text"] == "12.60"


def test_behind_the_kit_s_fuse_it_is_the_kit_s_fuse_that_blows(place: Place) -> None:
    session = meter(place)
    across = {"do": "touch", "red": "controller.battery_plus", "black": "controller.battery_minus"}
    view = do(session, BY_DAY, VOLTS, TEN_AMP, across)
    assert "Sekering baterai putus." in view["live"]
    assert view["picture"]["fuse"] == "blown"
    assert view["fuse"] == "Ganti sekering kit"
    assert do(session, {"do": "lift"}, {"do": "fuse"})["picture"]["fuse"] == "in"


def test_a_lamp_that_breaks_after_the_probes_are_off_is_told_and_replaced(place: Place) -> None:
    session = meter(place)
    across = {"do": "touch", "red": "controller.battery_plus", "black": "controller.battery_minus"}
    view = do(session, BY_DAY, VOLTS, TEN_AMP, across, {"do": "lift"})
    assert "Lampu rusak karena arus terlalu besar." in view["live"]
    assert view["lamp"] == "Ganti lampu"
    assert do(session, {"do": "fuse"}, {"do": "lamp"})["lamp"] == ""
    assert session.view["live"].startswith("Lampu baru terpasang.")


def test_ohms_on_a_live_circuit_are_flagged_and_the_way_out_works(place: Place) -> None:
    session = meter(place)
    view = do(session, BY_DAY, {"do": "turn", "mode": "ohms"}, ON_LAMP)
    assert "Masih ada tegangan" in view["live"]
    assert view["meter"]["tone"] == "yet"
    view = do(session, {"do": "cover"}, {"do": "fuse"})
    assert view["picture"]["covered"]
    assert view["picture"]["fuse"] == "out"
    assert "Masih ada tegangan" not in view["live"]


def test_swapped_plugs_and_an_empty_com_are_told(place: Place) -> None:
    session = meter(place)
    view = do(session, VOLTS, ON_BATTERY, {"do": "plug", "probe": "red", "socket": "common"})
    assert view["meter"]["text"] == "-12.60"
    assert "Kabel merah masuk di COM." in view["live"]
    view = do(session, {"do": "plug", "probe": "red", "socket": "milliamp"})
    assert "Lubang COM masih kosong." in view["live"]


def test_the_current_of_the_lamp_is_measured_in_the_gap_of_its_lead(place: Place) -> None:
    session = meter(place)
    do(session, BY_DAY, {"do": "turn", "mode": "amps"}, TEN_AMP)
    view = do(session, {"do": "open_lead", "lead": "load_switch"})
    assert view["live"].startswith("Satu ujung kabel BEBAN + ke Sakelar kiri dilepas. Terbaca 0,4")
    opened = [wire["id"] for wire in view["picture"]["wires"] if wire["open"]]
    assert opened == ["load_switch"]
    assert view["picture"]["lamps"][0]["brightness"] > 0.5
    view = do(session, {"do": "lift"})
    assert view["picture"]["lamps"][0]["brightness"] == 0
    view = do(session, {"do": "close_lead"})
    assert view["live"].startswith("Kabel BEBAN + ke Sakelar kiri terpasang lagi.")
    assert view["picture"]["lamps"][0]["brightness"] > 0.5


# Notes and answers


def filled(session: MeterSession) -> dict[str, Any]:
    view = do(session, VOLTS, ON_BATTERY, NOTE, ON_PANEL, NOTE, BY_DAY, ON_LAMP, NOTE)
    for number, field in enumerate(("tegangan_baterai", "tegangan_panel", "tegangan_lampu"), start=1):
        view = do(session, {"do": "use", "field": field, "number": number})
    return view


def test_three_noted_readings_become_the_answer_and_the_answer_is_right(place: Place) -> None:
    session = meter(place)
    view = filled(session)
    assert [row["cells"] for row in view["notes"]] == [
        ["1", "Baterai +", "Baterai −", "V", "12,60\u00a0V"],
        ["2", "Panel +", "Panel −", "V", "19,90\u00a0V"],
        ["3", "Lampu 1 +", "Lampu 1 −", "V", "12,60\u00a0V"],
    ]
    assert view["values"]["tegangan_panel"] == {"nilai": "19,90", "satuan": "V"}
    view = do(session, {"do": "check"})
    assert view["check"]["holds"]
    assert RULE_SETS[TASK].judge(stored(place)).points(24) == 24
    # Going on to measure takes nothing of it away.
    assert do(session, ON_BATTERY)["check"]["holds"]
    assert do(session, {"do": "set", "field": "tegangan_lampu", "value": {"nilai": "1"}})["check"] is None


def test_by_night_the_lamp_s_voltage_is_right_too_and_a_covered_panel_is_not(place: Place) -> None:
    session = meter(place)
    view = do(session, VOLTS, {"do": "thing", "thing": "malam"}, ON_LAMP, NOTE)
    assert view["meter"]["text"] == "12.49"
    do(session, {"do": "thing", "thing": "lepas"}, {"do": "cover"}, ON_PANEL, NOTE)
    do(session, {"do": "use", "field": "tegangan_panel", "number": 2})
    report = RULE_SETS[TASK].judge(stored(place))
    panel = next(one for one in report.verdicts if one.rule.id.endswith("panel-voltage"))
    assert panel.finding.mistake == "dark"


def test_a_real_meter_s_numbers_are_typed_in(place: Place) -> None:
    session = meter(place)
    for field, number in (("tegangan_baterai", "13,1"), ("tegangan_panel", "21"), ("tegangan_lampu", "12.9")):
        value = {"nilai": number, "satuan": "V"}
        assert do(session, {"do": "set", "field": field, "value": value})["live"].startswith("Tersimpan:")
    assert do(session, {"do": "check"})["check"]["holds"]


def test_an_answer_without_a_meter_in_it_opens(place: Place) -> None:
    value = {"nilai": "13,1", "satuan": "V"}
    place.answer(TASK).save({"isian": {"tegangan_baterai": value}}, place.now())
    view = meter(place).view
    assert view["values"]["tegangan_baterai"] == value
    assert view["values"]["tegangan_lampu"] == {"nilai": "", "satuan": ""}


def test_rows_keep_their_numbers_when_one_is_removed(place: Place) -> None:
    session = meter(place)
    do(session, VOLTS, ON_BATTERY, NOTE, NOTE, NOTE)
    view = do(session, {"do": "remove_note", "number": 2})
    assert view["live"] == "Catatan 2 dihapus."
    assert [row["number"] for row in view["notes"]] == [1, 3]
    assert [row["number"] for row in do(session, NOTE)["notes"]] == [1, 3, 4]


def test_a_dark_display_and_a_full_table_are_not_noted(place: Place) -> None:
    session = meter(place)
    assert not session.view["note"]["ok"]
    assert do(session, NOTE)["live"] == "Belum ada angka. Tempelkan dulu kedua ujung."
    do(session, VOLTS, ON_BATTERY, *[NOTE] * 24)
    assert len(session.view["notes"]) == 24
    assert do(session, NOTE)["live"] == "Catatan sudah penuh. Hapus satu dulu."
    assert len(session.view["notes"]) == 24


def test_ol_can_be_noted_and_is_no_answer(place: Place) -> None:
    session = meter(place)
    view = do(session, {"do": "turn", "mode": "ohms"}, ON_LAMP, NOTE)
    assert view["notes"][0]["cells"][-1] == "OL"
    assert view["usable"] == []
    view = do(session, {"do": "use", "field": "tegangan_lampu", "number": 1})
    assert view["live"] == "Catatan 1 belum berisi angka. Pilih catatan lain."


def test_a_reversed_reading_goes_over_with_its_minus(place: Place) -> None:
    session = meter(place)
    backwards = {"do": "touch", "red": "battery.minus", "black": "battery.plus"}
    do(session, VOLTS, backwards, NOTE, {"do": "use", "field": "tegangan_baterai", "number": 1})
    view = do(session, {"do": "check"})
    assert view["values"]["tegangan_baterai"]["nilai"] == "−12,60"
    assert view["check"]["yet"].startswith("Angkanya minus.")


def test_a_check_is_logged_with_its_points(place: Place, desk: Desk) -> None:
    session = meter(place)
    do(session, {"do": "hint"})
    filled(session)
    do(session, {"do": "check"})
    session.write_log()
    found = {one.activity.id: (one.verb, one.result) for one in desk.open_log().statements()}
    verb, result = found[TASK]
    assert verb is Verb.PASSED
    assert result is not None
    assert result.score is not None
    assert (result.score.raw, result.hints) == (24, 1)


def test_hints_open_one_by_one(place: Place) -> None:
    session = meter(place)
    assert do(session, *[{"do": "hint"}] * 3)["next_hint"]["ok"] is False
    assert len(session.view["hints"]) == 3
    assert do(session, {"do": "hint"})["live"] == "Semua petunjuk sudah terbuka."
    assert len(meter(place).view["hints"]) == 3


# On the disk


def test_what_is_on_the_screen_is_on_the_disk_and_comes_back(place: Place) -> None:
    session = meter(place)
    do(session, {"do": "hint"}, {"do": "range", "range": "auto"})
    filled(session)
    before = shown(do(session, TEN_AMP, ON_BATTERY))
    again = meter(place)
    assert shown(again.view) == before
    assert again.view["live"] == "Multimeter dan catatan masih seperti tadi."


def test_two_notebooks_share_one_meter(place: Place) -> None:
    one, other = meter(place), meter(place)
    do(one, VOLTS, ON_BATTERY)
    assert do(other, NOTE)["notes"][0]["cells"][-1] == "12,60\u00a0V"


def test_a_full_disk_changes_nothing_on_the_screen(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    session = meter(place)
    before = shown(do(session, VOLTS, ON_BATTERY))

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = do(session, NOTE)
    assert shown(view) == before
    assert "belum tersimpan" in view["live"]
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    assert len(do(session, NOTE)["notes"]) == 1


@pytest.mark.parametrize(
    "content",
    [
        {"bench": {}},
        {"isian": []},
        {"isian": {}, "catatan": {}},
        {"isian": {}, "catatan": [{"nomor": 1}]},
        {"isian": {}, "catatan": [17]},
        {"alat": {"tombol": "volts"}, "meja": Things().to_json()},
        {"alat": MeterDesk().to_json(), "meja": None},
        {"alat": MeterDesk(red="roof").to_json(), "meja": Things().to_json()},
        {"alat": {**MeterDesk().to_json(), "tombol": "volts_ac"}, "meja": Things().to_json()},
        {"alat": {**MeterDesk().to_json(), "sekering_putus": 5}, "meja": Things().to_json()},
        {"alat": {**MeterDesk().to_json(), "colokan_hitam": "volt_ohm"}, "meja": Things().to_json()},
        {"alat": {**MeterDesk().to_json(), "merah": 4}, "meja": Things().to_json()},
        {"alat": MeterDesk().to_json(), "meja": {**Things().to_json(), "benda": "sore"}},
        {"alat": MeterDesk().to_json(), "meja": {**Things().to_json(), "sekering": "lost"}},
    ],
)
def test_an_answer_that_is_no_meter_is_kept_aside(place: Place, content: dict[str, Any]) -> None:
    place.answer(TASK).save(content, place.now())
    session = meter(place)
    assert session.view["live"].startswith("Catatan lama belum terbaca")
    assert do(session, VOLTS)["live"].startswith("Tombol sekarang")


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_number_that_is_none_is_refused(place: Place, value: str) -> None:
    session = meter(place)
    do(session, VOLTS, ON_BATTERY, NOTE)
    row = {**stored(place)["catatan"][0], "nilai": float(value.lower().replace("infinity", "inf"))}
    with pytest.raises(ValueError, match="number"):
        session._read({"isian": {}, "catatan": [row]})


# Words


def test_free_play_asks_nothing_and_marks_nothing(place: Place) -> None:
    session = MeterSession(place, "s04-ukur-bebas")
    view = do(session, VOLTS, ON_BATTERY, NOTE)
    assert not view["judged"]
    assert view["values"] == {}
    assert view["next_hint"]["ok"] is False


def test_english_is_english(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = meter(place)
    view = do(session, VOLTS, ON_BATTERY, NOTE)
    assert view["live"] == "Note 1: red on Battery +, black on Battery −. Result 12.60\u00a0V."
    assert session.words()["fields"][0]["label"] == "Battery voltage"


def test_the_board_offers_just_the_terminals_that_can_be_measured(place: Place) -> None:
    session = meter(place)
    offered = {one for group in session.words()["board"]["groups"] for one in group["terminals"]}
    assert offered == set(session.view["meter"]["points"])


def test_it_is_shown_as_a_widget(place: Place) -> None:
    assert show(meter(place)).view["meter"]["mode"] == "off"
