"""Kept benches, files for others, and being judged while joining: what is saved, refused and said."""

import errno
import json
from pathlib import Path
from typing import Any

import pytest
from tests.widgets.test_bench_session import (
    BATTERY,
    HINTS,
    LOAD,
    PANEL,
    TASKS,
    bench,
    join,
    screen,
    stored,
)

from lentera.place import Place
from lentera.solar.bench import BenchState, Join, apply, to_json
from lentera.tasks import RULE_SETS
from lentera.widgets.bench.session import BenchSession
from lentera.widgets.bench.shelf import FORMAT, LARGEST, SUFFIX, file_name
from lentera.widgets.bench.table import MOST_KEPT

RULES = [RULE_SETS[task] for task in TASKS]


def free(place: Place) -> BenchSession:
    return BenchSession(place, "s06-rangkai-bebas", RULES, free=True)


def put_on_shelf(place: Place, name: str, content: bytes) -> None:
    shelf = place.folder / "bagikan"
    shelf.mkdir(exist_ok=True)
    (shelf / name).write_bytes(content)


def shared_bench(bench_json: Any, **other: Any) -> bytes:
    return json.dumps(
        {"format": FORMAT, "version": 1, "nama": "Kiriman", "bench": bench_json, **other}
    ).encode()


# Kept under a name


def test_a_kept_bench_comes_back_and_undo_leads_to_the_table_before(place: Place) -> None:
    session = bench(place)
    kept = screen(join(session, *BATTERY))
    view = session.handle({"do": "keep", "name": "  baterai \n saja "})
    assert view["live"] == "“baterai saja” tersimpan."
    before = screen(join(session, *PANEL))
    session = bench(place)
    view = session.handle({"do": "open_kept", "index": 0})
    assert view["live"] == "“baterai saja” terbuka. 2 kabel tidak terpasang.".replace(
        "2 kabel tidak terpasang.",
        "Kabel 4 tidak terpasang: Panel + ke PANEL +. Kabel 5 tidak terpasang: Panel − ke PANEL −.",
    )
    assert screen(view) == kept
    session = bench(place)
    assert screen(session.handle({"do": "undo"})) == before
    assert screen(session.handle({"do": "redo"})) == kept


def test_steps_after_opening_are_undone_one_by_one(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY)
    session.handle({"do": "clock", "hour": 9})
    session.handle({"do": "keep", "name": "pagi"})
    session.handle({"do": "start_over"})
    empty = screen(session.view)
    opened = screen(session.handle({"do": "open_kept", "index": 0}))
    session.handle({"do": "clock", "hour": 15})
    later = screen(join(session, PANEL[0]))
    session = bench(place)
    assert screen(session.view) == later
    view = session.handle({"do": "undo"})
    assert (len(view["wires"]), view["clock"]["hour"]) == (3, 15.0)
    session = bench(place)
    assert screen(session.handle({"do": "undo"})) == empty
    session.handle({"do": "redo"})
    assert screen(session.handle({"do": "redo"})) == later
    assert opened["clock"]["hour"] == 9.0


def test_a_name_that_is_taken_is_told_before_it_is_replaced(place: Place) -> None:
    session = bench(place)
    join(session, BATTERY[0])
    session.handle({"do": "keep", "name": "Satu"})
    join(session, BATTERY[1])
    view = session.handle({"do": "keep", "name": "satu"})
    assert view["live"] == "“satu” sudah ada. Tekan sekali lagi untuk menggantinya."
    assert view["kept"][0]["text"].endswith("1 kabel")
    session.handle({"do": "switch"})  # something else lies between: the question is asked again
    assert "sudah ada" in session.handle({"do": "keep", "name": "satu"})["live"]
    view = session.handle({"do": "keep", "name": "satu"})
    assert view["live"] == "“satu” disimpan lagi."
    assert [(one["name"], one["text"][-7:]) for one in view["kept"]] == [("satu", "2 kabel")]


def test_there_is_room_for_twelve(place: Place) -> None:
    session = bench(place)
    for number in range(MOST_KEPT):
        session.handle({"do": "keep", "name": f"nomor {number}"})
    view = session.handle({"do": "keep", "name": "satu lagi"})
    assert view["live"] == "Sudah ada 12 simpanan. Buang satu dulu."
    assert not view["keep"]["ok"]
    assert len(view["kept"]) == MOST_KEPT
    view = session.handle({"do": "drop_kept", "index": 3})
    assert view["live"] == "“nomor 3” dibuang."
    assert "nomor 3" not in {one["name"] for one in view["kept"]}
    assert session.handle({"do": "keep", "name": "satu lagi"})["live"] == "“satu lagi” tersimpan."
    assert [one["name"] for one in bench(place).view["kept"]][-1] == "satu lagi"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "keep", "name": "   "}, "Tulis nama dulu."),
        ({"do": "keep", "name": None}, "Tulis nama dulu."),
        ({"do": "keep"}, "belum terbaca"),
        ({"do": "share", "name": "\n\t"}, "Tulis nama dulu."),
        ({"do": "open_kept", "index": 0}, "belum terbaca"),
        ({"do": "open_kept", "index": -1}, "belum terbaca"),
        ({"do": "open_kept", "index": "a"}, "belum terbaca"),
        ({"do": "drop_kept"}, "belum terbaca"),
        ({"do": "open_shared", "file": "../rahasia.rangkaian.json"}, "belum bisa dibaca"),
        ({"do": "open_shared", "file": "tidak-ada.rangkaian.json"}, "belum bisa dibaca"),
        ({"do": "open_shared", "file": 7}, "belum bisa dibaca"),
        ({"do": "open_shared"}, "belum terbaca"),
        ({"do": "judging", "when": "sometimes"}, "belum terbaca"),
        ({"do": "check"}, "belum terbaca"),
    ],
)
def test_what_cannot_be_kept_or_opened_is_told(place: Place, message: dict[str, Any], says: str) -> None:
    session = free(place)
    before = screen(join(session, BATTERY[0]))
    view = session.handle(message)
    assert says in view["live"]
    assert screen(view) == before
    assert view["kept"] == []


def test_kept_benches_in_a_hand_made_file_are_read_as_far_as_they_go(place: Place) -> None:
    one = to_json(apply(BenchState(), Join(*BATTERY[0])).state)
    kept = [
        {"nama": "baik", "jam": "2026-11-22T09:00:00+08:00", "bench": one},
        {"nama": "tanpa jam", "bench": one},
        {"nama": "", "jam": "2026-11-22T09:00:00+08:00", "bench": one},
        {"nama": "rusak", "jam": "2026-11-22T09:00:00+08:00", "bench": {"version": 77}},
        "bukan apa-apa",
    ]
    content = {"bench": to_json(BenchState()), "simpanan": kept, "menilai": "kadang", "petunjuk": -4}
    place.answer("s06-rangkai").save(content, place.now())
    session = bench(place)
    assert [row["name"] for row in session.view["kept"]] == ["baik", "rusak"]
    assert session.view["judging"] == "end"
    view = session.handle({"do": "open_kept", "index": 1})
    assert view["live"] == "Simpanan ini belum bisa dibaca."
    assert view["wires"] == []
    assert len(session.handle({"do": "open_kept", "index": 0})["wires"]) == 1


def test_a_full_disk_keeps_no_name(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    session = bench(place)
    join(session, BATTERY[0])

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "keep", "name": "satu"})
    assert "belum tersimpan" in view["live"]
    assert view["kept"] == []


def test_an_opened_bench_is_no_round_of_its_own(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "check"})
    session.handle({"do": "keep", "name": "beres"})
    session.handle({"do": "start_over"})
    session.handle({"do": "open_kept", "index": 0})
    view = session.handle({"do": "check"})
    assert session.finished_rounds == 1
    assert view["live"] == "Semua sudah tepat. Rangkaian yang dibuka tidak dihitung sebagai putaran."


# Files for others


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Lampu Bu Siti", "lampu-bu-siti"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "rangkaian-con"),
        ("com1", "rangkaian-com1"),
        ("💡", "rangkaian"),
        ("Élan: 1/2?", "elan-1-2"),
        ("a" * 200, "a" * 60),
    ],
)
def test_file_names_are_good_on_every_laptop(name: str, file: str) -> None:
    assert file_name(name) == file + SUFFIX


def test_a_shared_bench_is_opened_elsewhere_and_undone(place: Place, tmp_path: Path) -> None:
    session = bench(place)
    shown = screen(join(session, *BATTERY))
    view = session.handle({"do": "share", "name": "Lampu Bu Siti"})
    assert view["live"] == "Berkas lampu-bu-siti.rangkaian.json ada di folder “bagikan”."
    assert view["shared"] == [{"file": "lampu-bu-siti.rangkaian.json", "name": "Lampu Bu Siti"}]
    other = free(Place(tmp_path, None, place.now))
    put_on_shelf(
        other.place,
        "dari-usb.rangkaian.json",
        (place.folder / "bagikan" / view["shared"][0]["file"]).read_bytes(),
    )
    assert other.view["shared"] is None
    assert other.handle({"do": "list_shared"})["live"] == "Berkas di folder: 1."
    view = other.handle({"do": "open_shared", "file": other.view["shared"][0]["file"]})
    assert view["live"] == "Rangkaian dari berkas terbuka. 3 kabel terpasang."
    assert screen(view) == shown
    assert other.handle({"do": "undo"})["wires"] == []


def test_sharing_asks_before_it_writes_over_a_file(place: Place) -> None:
    session = bench(place)
    join(session, BATTERY[0])
    session.handle({"do": "share", "name": "Satu"})
    path = place.folder / "bagikan" / "satu.rangkaian.json"
    first = path.read_bytes()
    join(session, BATTERY[1])
    assert "sudah ada" in session.handle({"do": "share", "name": "satu!"})["live"]
    assert path.read_bytes() == first
    assert "ada di folder" in session.handle({"do": "share", "name": "satu!"})["live"]
    assert len(json.loads(path.read_bytes())["bench"]["wires"]) == 2


def test_a_disk_that_takes_no_file_is_told(place: Place) -> None:
    (place.folder / "bagikan").write_bytes(b"a file where the folder should be")
    session = free(place)
    assert "belum tersimpan" in session.handle({"do": "share", "name": "satu"})["live"]
    assert session.handle({"do": "list_shared"})["shared"] == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"[" * 100_000,
        b'{"format": "lentera.answer/1"}',
        shared_bench(None),
        shared_bench({"version": 99}),
        shared_bench({**to_json(BenchState()), "soc": 7}),
        shared_bench(to_json(BenchState()), version=2),
        b" " * (LARGEST + 1),
    ],
)
def test_foreign_and_damaged_files_are_listed_and_told(place: Place, content: bytes) -> None:
    put_on_shelf(place, "aneh.rangkaian.json", content)
    put_on_shelf(place, "catatan.txt", b"not ours")
    session = free(place)
    before = screen(join(session, BATTERY[0]))
    assert [one["file"] for one in session.handle({"do": "list_shared"})["shared"]] == ["aneh.rangkaian.json"]
    view = session.handle({"do": "open_shared", "file": "aneh.rangkaian.json"})
    assert view["live"] == "Berkas ini belum bisa dibaca. Minta salinan baru."
    assert screen(view) == before


def test_benches_of_others_stay_out_of_a_task(place: Place) -> None:
    right = BenchState()
    for pair in (*BATTERY, *PANEL, *LOAD):
        right = apply(right, Join(*pair)).state
    put_on_shelf(place, "beres.rangkaian.json", shared_bench(to_json(right)))
    session = bench(place)
    view = session.handle({"do": "open_shared", "file": "beres.rangkaian.json"})
    assert view["live"] == "Rangkaian teman dibuka di meja bebas."
    assert view["wires"] == []


# Judged while joining


def test_order_and_safety_are_told_at_once_and_unfinished_work_is_not(place: Place) -> None:
    session = bench(place)
    assert session.view["judging"] == "end"
    view = session.handle({"do": "judging", "when": "live"})
    assert view["live"] == "Catatan muncul saat merangkai."
    view = join(session, BATTERY[0])
    assert view["watch"] is None
    assert view["live"] == "Kabel 1 terpasang: Baterai + ke Sekering kiri."
    view = join(session, *PANEL)
    assert view["watch"]["text"].startswith("Panel tersambung sebelum baterai")
    assert view["live"].endswith(view["watch"]["text"])
    view = session.handle({"do": "switch"})
    assert view["watch"] is not None
    assert view["live"] == "Sakelar dinyalakan."  # told once; the quiet row stays
    said = [session.handle({"do": "remove", "wire": number})["live"] for number in (3, 2)]
    assert session.view["watch"] is None
    assert [line.endswith("Catatan tadi sudah beres.") for line in said].count(True) == 1
    assert stored(place)["menilai"] == "langsung"
    assert bench(place).view["judging"] == "live"


def test_the_note_marks_the_lead_to_take_off(place: Place) -> None:
    session = bench(place)
    session.handle({"do": "judging", "when": "live"})
    minus = "controller.battery_minus"
    view = join(session, ("battery.plus", "fuse.a"), ("fuse.b", minus))
    marked = [wire["number"] for wire in view["picture"]["wires"] if wire["mark"] == "belum tepat"]
    assert marked == [view["watch"]["wire"]]


def test_a_danger_is_told_once_and_not_by_the_rules_again(place: Place) -> None:
    session = bench(place)
    session.handle({"do": "judging", "when": "live"})
    view = join(session, ("battery.plus", "battery.minus"))
    assert view["live"].endswith("Kabel 1 menjadi panas.")
    assert view["watch"]["text"] == "Plus dan minus bertemu. Ini namanya hubung singkat."


def test_notes_while_joining_are_no_tries(place: Place) -> None:
    session = bench(place)
    session.handle({"do": "judging", "when": "live"})
    join(session, *PANEL, *BATTERY)
    assert session._unlogged == []
    session.handle({"do": "check"})
    assert len(session._unlogged) == len(TASKS)


def test_a_slide_of_the_sun_asks_the_rules_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    session = bench(place)
    session.handle({"do": "judging", "when": "live"})
    note = join(session, *PANEL, *BATTERY)["watch"]
    asked: list[object] = []
    monkeypatch.setattr("lentera.widgets.bench.session.note_on", lambda *given: asked.append(given))
    for hour in range(6, 18):
        assert session.handle({"do": "clock", "hour": hour})["watch"] == note
    assert asked == []


def test_at_the_end_nothing_is_told_before_the_check(place: Place) -> None:
    session = bench(place)
    view = join(session, *PANEL, *BATTERY)
    assert view["watch"] is None
    assert "sebelum baterai" not in view["live"]
    session.handle({"do": "judging", "when": "live"})
    view = session.handle({"do": "judging", "when": "end"})
    assert view["watch"] is None
    assert view["live"] == "Catatan muncul hanya saat Periksa."


def test_free_play_may_be_warned_but_is_never_marked(place: Place) -> None:
    session = free(place)
    assert not session.view["judged"]
    session.handle({"do": "judging", "when": "live"})
    assert join(session, *PANEL, *BATTERY)["watch"] is not None
    view = session.handle({"do": "start_over", "kit": "a"})
    assert (view["judging"], view["watch"]) == (None, None)
    assert BenchSession(place, "lain", hints=HINTS).view["judging"] is None
    assert [text for _key, text in session.words()["judgings"]] == ["tidak dinilai", "saat merangkai"]
