"""The activities of digital literacy."""

from typing import Any

from tests.widgets.gesturing import NAMES, NUMBERS, SMALL, TEXTS, Gesture, Opening

from lentera import kelas
from lentera.literacy.bank import bank
from lentera.literacy.family_parts import AGES, ELEMENTS, parts
from lentera.literacy.leaving import STEPS as LEAVING_STEPS
from lentera.literacy.news.looking import STEPS as NEWS_STEPS
from lentera.literacy.online_room.assignments import assignments
from lentera.literacy.online_room.class_steps import BACKGROUNDS, SIZES, SWITCHES, acts, names
from lentera.literacy.typing.keyboard import EXERCISES
from lentera.widgets.activity import Activity
from lentera.widgets.online_room.room import TABS as ROOM_TABS
from lentera.widgets.typing.state import TABS as TYPING_TABS
from lentera.widgets.voice_card.texts import stories, ways

ON = [True, False]
PHRASES = [*TEXTS, "semut mencuri kompor tetangga", "sedia payung sebelum hujan", "x" * 200]
SENTENCES = [
    "",
    "Nama saya Rahma.",
    "Nama saya Rahma. Saya berjualan keripik. Saya suka membaca.",
    "tanpa titik",
    "😀",
]


def _of_typing(_activity: Activity[Any]) -> list[Gesture]:
    keys = sorted({key for row in EXERCISES for key in row.keys})
    return [
        {"do": "tab", "tab": list(TYPING_TABS)},
        {"do": "row", "row": [row.id for row in EXERCISES]},
        {"do": "key", "key": [*keys, "a", "Enter", "Shift", "F5", "é"]},
        *[{"do": name, "text": SENTENCES} for name in ("write", "write", "save", "save_close")],
        *({"do": name} for name in ("skip", "close", "leave", "open", "new", "take_back", "check")),
    ]


def _of_ordering(steps: list[str]) -> list[Gesture]:
    return [
        *[{"do": "add", "action": steps}] * 2,
        {"do": "drop", "at": SMALL},
        {"do": "move", "at": SMALL, "by": [-1, 1]},
    ]


def _of_leaving(_activity: Activity[Any]) -> list[Gesture]:
    return [*_of_ordering(list(LEAVING_STEPS)), {"do": "check"}]


def _of_cases(activity: Activity[Any]) -> list[Gesture]:
    choices = [one["id"] for one in activity.words()["choices"]]
    reasons = [one.id for one in next(iter(activity._cases().values())).reasons]
    ticks: list[Gesture] = [{"do": "tick", "reason": reasons, "on": ON}] if reasons else []
    return [
        {"do": "open", "at": [*SMALL, 4, 9]},
        *[{"do": "choose", "choice": choices}] * 2,
        *ticks,
        {"do": "next"},
        {"do": "check"},
    ]


def _of_passphrase(_activity: Activity[Any]) -> list[Gesture]:
    return [
        {"do": "type", "kalimat": PHRASES},
        {"do": "clear"},
        *[{"do": "check", "kalimat": PHRASES}] * 2,
    ]


def _of_inbox(activity: Activity[Any]) -> list[Gesture]:
    known = bank()
    actions = [action for kind in known.kinds.values() for action, _text in kind.actions]
    return [
        {"do": "open", "message": list(activity._state.inbox.ids)},
        *[{"do": "decide", "decision": ["aman", "curiga", "bahaya"]}] * 3,
        {"do": "sign", "sign": list(known.signs), "on": ON},
        *_of_ordering(actions),
        *({"do": name} for name in ("next", "check", "hint", "check_order", "more")),
    ]


def _of_news(activity: Activity[Any]) -> list[Gesture]:
    cards = [one["id"] for one in activity.view["cards"]]
    sources = [source.id for name in cards for source in bank().news[name].sources]
    return [
        {"do": "card", "card": cards},
        *[{"do": "step", "step": list(NEWS_STEPS)}] * 2,
        {"do": "ask", "source": sources},
        {"do": "verdict", "value": ["benar", "bohong", "belum-jelas"]},
        {"do": "source", "value": sources},
        {"do": "pass", "value": ["ya", "tidak", "tanya"]},
        *({"do": name} for name in ("next", "check")),
    ]


def _of_report(activity: Activity[Any]) -> list[Gesture]:
    fields = ["kapan", "siapa", "apa", "kerugian"]
    lists = {name: [one["id"] for one in activity.view[name]["actions"]] for name in ("bukti", "pertama")}
    steps: list[Gesture] = [
        {**gesture, "list": name} for name, known in lists.items() for gesture in _of_ordering(known)
    ]
    return [
        {"do": "set", "field": fields, "value": [*TEXTS, *NUMBERS, "Senin jam 09.12", "1234567890123456"]},
        *steps,
        *({"do": name} for name in ("check", "first", "print")),
    ]


def _of_call(_activity: Activity[Any]) -> list[Gesture]:
    calls = bank().calls
    answers = [one.id for call in calls.values() for turn in call.turns.values() for one in turn.answers]
    return [
        {"do": "call", "call": list(calls)},
        *[{"do": "pick_up"}] * 2,
        *[{"do": "answer", "answer": answers}] * 3,
        *({"do": name} for name in ("hang_up", "back", "restart")),
    ]


def _of_voice_card(activity: Activity[Any]) -> list[Gesture]:
    parts = activity.words()["parts"]
    return [
        {"do": "story", "story": list(stories())},
        {"do": "try", "way": list(ways())},
        *(
            {"do": "plan", "part": part["id"], "value": [one for one, _name in part["options"]], "on": ON}
            for part in parts
        ),
        {"do": "print"},
    ]


def _of_room(activity: Activity[Any]) -> list[Gesture]:
    given = assignments(activity._state.seed)
    tasks = [one.id for one in given]
    files = [*NAMES, *(file for one in given for file in (one.file, one.answer_file))]
    hours = ["", "08.00", "09.30", "9.30", "25.00"]
    return [
        {"do": "tab", "tab": list(ROOM_TABS)},
        {"do": "name", "name": list(names(activity._state.seed))},
        {"do": "background", "background": list(BACKGROUNDS)},
        {"do": "switch", "name": list(SWITCHES)},
        {"do": "size", "size": list(SIZES)},
        *(
            {"do": name}
            for name in ("join", "go_on", "go_on", "leave", "again", "clear", "print", "undo", "check")
        ),
        {"do": "reply", "number": SMALL},
        {"do": "act", "act": list(acts())},
        *({"do": name, "task": tasks} for name in ("download", "open")),
        {"do": "answer", "number": SMALL, "value": TEXTS},
        {"do": "save"},
        {"do": "upload", "file": files},
        {"do": "take_back", "number": SMALL},
        {"do": "many", "children": [2, 3, 4], "computers": [1, 2]},
        {"do": "seat", "slot": SMALL, "computer": [0, 1], "child": ["", "1", "2"]},
        {
            "do": "visit",
            "name": NAMES,
            "day": ["2026-11-22", ""],
            "start": hours,
            "end": hours,
            "done": TEXTS,
        },
        {"do": "remove", "row": SMALL},
    ]


def _of_payment(activity: Activity[Any]) -> list[Gesture]:
    return [
        {"do": "card", "card": [one["id"] for one in activity.view["cards"]]},
        *[{"do": "decide", "value": ["lunas", "belum", "curiga"]}] * 2,
        {"do": "reason", "reason": list(bank().reasons), "on": ON},
        *({"do": name} for name in ("check", "more")),
    ]


def _of_family_rules(_activity: Activity[Any]) -> list[Gesture]:
    written = [*TEXTS, *NUMBERS, "Sore 1 jam", "1234567890123456"]
    return [
        {"do": "age", "age": list(AGES)},
        *[{"do": "part", "part": list(parts()), "on": ON}] * 2,
        {"do": "write", "element": list(ELEMENTS), "value": written},
        *({"do": name} for name in ("check", "print")),
    ]


LITERACY: dict[str, Opening] = {
    "latih_ketik": Opening(
        kelas.latih_ketik, "s01-perkenalan", _of_typing, own=frozenset({"perkenalan.txt"})
    ),
    "kunci_layar": Opening(kelas.kunci_layar, "s01-kunci", _of_leaving),
    "pilih_sandi": Opening(kelas.pilih_sandi, "s01-sandi", _of_cases),
    "kalimat_sandi": Opening(kelas.kalimat_sandi, "s01-kalimat", _of_passphrase),
    "kotak_masuk": Opening(kelas.kotak_masuk, "s02-kotak-masuk", _of_inbox, own=frozenset({"jawaban"})),
    "latihan_pesan": Opening(
        kelas.latihan_pesan, "latihan-pesan", _of_inbox, own=frozenset({"jawaban"}), at_home=True
    ),
    "kartu_stop": Opening(kelas.kartu_stop, "s02-kabar", _of_news),
    "draf_laporan": Opening(kelas.draf_laporan, "s02-draf", _of_report),
    "telepon_tiruan": Opening(kelas.telepon_tiruan, "s02-telepon", _of_call),
    "suara_tiruan": Opening(kelas.suara_tiruan, "s02-suara", _of_voice_card),
    "pilah_data": Opening(kelas.pilah_data, "s08-data", _of_cases),
    "izin_aplikasi": Opening(kelas.izin_aplikasi, "s08-izin", _of_cases),
    "ruang_daring": Opening(
        kelas.ruang_daring, "s08-ruang-daring", _of_room, own=frozenset({"unduhan", "kiriman"})
    ),
    "aturan_gawai": Opening(kelas.aturan_gawai, "s08-aturan", _of_family_rules),
    "bayar_tiruan": Opening(kelas.bayar_tiruan, "s08-transaksi", _of_payment),
    "bayar_tiruan bebas": Opening(lambda: kelas.bayar_tiruan("s11-bayar"), "s11-bayar", _of_payment),
}
"""Activity by name; how a learner likes to work has no answer file and is tested in `test_access_session.py`."""
