"""Every activity of the notebooks, opened through its verb, with all its gestures as a hand would make them."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from tests.widgets.gesturing import NAMES, NUMBERS, SMALL, TEXTS, Gesture, Opening
from tests.widgets.opened_business import BUSINESS
from tests.widgets.opened_literacy import LITERACY
from tests.widgets.opened_website import WEBSITE

from lentera import kelas
from lentera.answers import AnswerFile
from lentera.kelas import opening
from lentera.place import Place
from lentera.solar.bench import SUN_PRESETS, TERMINALS, Sky, terminals_of
from lentera.solar.diagnosis import Kind, parts
from lentera.solar.faults import Decision, Situation, faults_of
from lentera.solar.installation import kit_b
from lentera.solar.knowing import COMPONENTS, SEVEN
from lentera.solar.maintenance import procedures, schedule
from lentera.solar.multimeter import RANGES, Mode, Socket
from lentera.solar.parts import CABLES
from lentera.solar.supply import LOADS
from lentera.widgets.activity import Activity
from lentera.widgets.bench.words import FUSES_OFFERED
from lentera.widgets.service_log.book import known_values

PROBES, TERMINAL = ["red", "black"], list(TERMINALS)


def _of_bench(kit: str = "b") -> list[Gesture]:
    ends = list(terminals_of(kit))
    return [
        {"do": "join", "start": ends, "end": ends},
        {"do": "join", "start": ends, "end": ends, "colour": ["plus", "minus"], "cable": list(CABLES)},
        {"do": "lead", "wire": SMALL, "length": [0.5, 2, 10], "cable": list(CABLES)},
        {"do": "remove", "wire": SMALL},
        {"do": "switch", "lamp": SMALL},
        {"do": "cover"},
        {"do": "sun", "sun": list(SUN_PRESETS)},
        {"do": "clock", "hour": [0, 6.5, 12, 23.9], "sky": [one.value for one in Sky]},
        {"do": "pull_fuse"},
        {"do": "put_fuse", "fuse": list(FUSES_OFFERED)},
        {"do": "replace_fuse"},
        {"do": "replace_lamp"},
        {"do": "undo"},
        {"do": "redo"},
        {"do": "start_over"},
        {"do": "start_over", "kit": ["a", "b"]},
        {"do": "check"},
        {"do": "hint"},
        {"do": "judging", "when": ["live", "end"]},
        {"do": "keep", "name": NAMES},
        {"do": "open_kept", "index": SMALL},
        {"do": "drop_kept", "index": SMALL},
        {"do": "share", "name": NAMES},
        {"do": "list_shared"},
        {
            "do": "open_shared",
            "file": ["rahma.rangkaian.json", "../x.rangkaian.json", "rangkaian.rangkaian.json"],
        },
    ]


def _of_meter() -> list[Gesture]:
    leads = [lead.name for lead in kit_b().installation.leads]
    fields = ["tegangan_baterai", "tegangan_panel", "tegangan_lampu"]
    return [
        {"do": "turn", "mode": [mode.value for mode in Mode]},
        {"do": "range", "range": ["auto", *RANGES]},
        {"do": "plug", "probe": PROBES, "socket": [one.value for one in Socket]},
        {"do": "press", "terminal": TERMINAL},
        {"do": "put", "probe": PROBES, "terminal": TERMINAL},
        {"do": "touch", "red": [*TERMINAL, None], "black": [*TERMINAL, None]},
        {"do": "lift", "probe": PROBES},
        {"do": "lift"},
        {"do": "hand", "probe": PROBES},
        {"do": "open_lead", "lead": leads},
        {"do": "close_lead"},
        {"do": "new_fuse"},
        {"do": "thing", "thing": ["lepas", "siang", "malam"]},
        *({"do": name} for name in ("switch", "cover", "fuse", "lamp", "note", "check", "hint")),
        {"do": "remove_note", "number": SMALL},
        {
            "do": "set",
            "field": fields,
            "value": [{"nilai": text, "satuan": "V"} for text in NUMBERS],
        },
        {"do": "use", "field": fields, "number": SMALL},
    ]


def _of_workshop() -> list[Gesture]:
    causes = [one.id for kit in "ab" for one in faults_of(kit, real=False)]
    return [
        {"do": "tab", "tab": ["1", "2", "6", "lain"]},
        {"do": "code", "code": ["B2-0417", "A1-0001", "b3-0009", "mangga", "B9-99999"]},
        {"do": "other"},
        {"do": "practice", "level": [1, 2, 3], "kit": ["a", "b"]},
        {"do": "hint"},
        {"do": "check"},
        {"do": "log"},
        {"do": "log", "field": ["date", "finding", "action", "cost", "who"], "value": TEXTS},
        {"do": "log", "field": ["sign", "decision", "part"], "value": [*known_values("decision"), ""]},
        {"do": "moment", "moment": [one.value for one in Situation]},
        {"do": "look"},
        {"do": "way", "way": [one.value for one in Kind]},
        {"do": "press", "terminal": TERMINAL},
        {"do": "put", "probe": PROBES, "terminal": TERMINAL},
        {"do": "measure"},
        {"do": "measure", "red": TERMINAL, "black": TERMINAL},
        {"do": "measure", "place": ["I_lamp", "I_battery", "TP1", "TP2", "lamp_cable"]},
        {"do": "part", "value": [*parts(), ""]},
        {"do": "cause", "value": [*causes, ""]},
        {"do": "second", "value": [*causes, ""]},
        {"do": "decision", "value": [*(one.value for one in Decision), ""]},
        {"do": "restart"},
    ]


def _of_care() -> list[Gesture]:
    tasks = [task for kit in "ba" for task in schedule(kit).tasks]
    steps = [step for one in procedures().values() for step in one.steps]
    return [
        {"do": "kit", "kit": ["a", "b"]},
        {"do": "tick", "task": tasks, "on": [True, False]},
        *({"do": name} for name in ("all", "run", "back", "again", "clear", "check")),
        {"do": "job", "job": list(procedures())},
        {"do": "add", "step": steps},
        {"do": "move", "at": SMALL, "by": [-1, 1]},
        {"do": "drop", "at": SMALL},
        {"do": "put_up", "day": ["", "2026-11-01", "2024-02-29", "2999-01-01", "0001-01-01"]},
    ]


def _of_service_log() -> list[Gesture]:
    return [
        {"do": "set", "field": ["date", "finding", "action", "cost", "who"], "value": TEXTS},
        {"do": "set", "field": ["sign"], "value": [*known_values("sign"), ""]},
        {"do": "set", "field": ["decision"], "value": [*known_values("decision"), ""]},
        {"do": "set", "field": ["parts"], "value": [[one] for one in known_values("parts")]},
        {"do": "set", "field": ["tasks"], "value": [[one] for one in known_values("tasks")]},
        {"do": "reading", "number": SMALL, "field": ["place"], "value": list(known_values("place"))},
        {"do": "reading", "number": SMALL, "field": ["unit"], "value": list(known_values("unit"))},
        {"do": "reading", "number": SMALL, "field": ["value"], "value": NUMBERS},
        {"do": "add_reading"},
        {"do": "remove_reading", "number": SMALL},
        {"do": "new"},
        {"do": "open", "row": SMALL},
        {"do": "remove", "row": SMALL},
        {"do": "undo"},
        {"do": "take", "code": ["B2-0417"]},
        {"do": "check"},
    ]


def _of_days() -> list[Gesture]:
    return [
        {"do": "set", "name": ["span"], "value": ["hari", "minggu"]},
        {"do": "set", "name": ["sky"], "value": ["cerah", "berawan", "tiga_hari_hujan"]},
        {"do": "set", "name": ["kit"], "value": ["a", "b", "sendiri"]},
        {"do": "set", "name": ["brightness"], "value": ["terang", "sedang", "redup"]},
        {"do": "set", "name": ["lit"], "value": [0, 300, 720]},
        {"do": "set", "name": ["start"], "value": [960, 1320]},
        {"do": "set", "name": ["phone", "charge"], "value": [0, 2, 10, 60]},
        *({"do": name} for name in ("keep", "back", "drop", "read")),
    ]


def _of_sizing() -> list[Gesture]:
    return [
        {"do": "add", "kind": ["lampu", "hp", "radio", "lain"]},
        {"do": "row", "row": SMALL, "field": ["watt", "banyak", "jam"], "value": NUMBERS},
        {"do": "drop", "row": SMALL},
        {"do": "set", "field": ["energi", "panel_hitung", "panel_beli", "baterai_hitung"], "value": NUMBERS},
        {"do": "set", "field": ["baterai_beli", "kabel_panjang", "kabel_luas", "sekering"], "value": NUMBERS},
        {"do": "chemistry", "value": ["vrla", "lifepo4"]},
        {"do": "example", "step": ["energi", "panel", "baterai", "kabel"]},
        {"do": "check"},
        {"do": "write_list"},
    ]


def _of_tank() -> list[Gesture]:
    answers = [{"nilai": text, "satuan": unit} for text in NUMBERS for unit in ("", "W", "A")]
    return [
        {"do": "charge", "percent": list(range(0, 101, 5))},
        {"do": "load", "load": list(LOADS)},
        {"do": "cable", "cable": ["pendek", "panjang"]},
        {"do": "set", "field": ["soal1", "soal2", "soal3"], "value": answers},
        {"do": "check"},
    ]


def _of_parts() -> list[Gesture]:
    return [
        {"do": "card", "part": list(SEVEN)},
        {"do": "match", "part": list(SEVEN), "use": [*SEVEN, ""]},
        {"do": "check"},
    ]


def _of_poles() -> list[Gesture]:
    places = [place for one in COMPONENTS.values() for place in one.places]
    return [
        {"do": "point", "part": list(COMPONENTS), "pole": ["plus", "minus"], "place": [*places, ""]},
        {"do": "check"},
    ]


def _of_form(activity: Activity[Any]) -> list[Gesture]:
    gestures: list[Gesture] = [{"do": "check"}]
    for field in activity.words()["fields"]:
        known = [one["id"] for one in field["options"]] or [""]
        values: list[dict[str, Any]] = {
            "measure": [{"nilai": text, "satuan": unit} for text in NUMBERS for unit in known],
            "choice": [{"pilihan": one} for one in known],
            "checks": [{"butir": known[:n]} for n in range(len(known) + 1)],
            "text": [{"teks": text} for text in TEXTS],
        }[field["kind"]]
        gestures.append({"do": "set", "field": field["id"], "value": values})
    return gestures


def _fixed(gestures: Callable[[], list[Gesture]]) -> Callable[[Activity[Any]], list[Gesture]]:
    """Return gestures that are the same however far the activity is."""
    return lambda _activity: gestures()


ACTIVITIES: dict[str, Opening] = {
    "rangkai_surya": Opening(kelas.rangkai_surya, "s06-rangkai", _fixed(_of_bench)),
    "rangkai_surya bebas": Opening(
        lambda: kelas.rangkai_surya(bebas=True), "s06-rangkai-bebas", _fixed(_of_bench)
    ),
    "rangkai_surya kit a": Opening(
        lambda: kelas.rangkai_surya(bebas=True, kit="a"),
        "s06-rangkai-bebas-a",
        _fixed(lambda: _of_bench("a")),
    ),
    "kenal_bagian": Opening(kelas.kenal_bagian, "s04-bagian", _fixed(_of_parts)),
    "kenal_kutub": Opening(kelas.kenal_kutub, "s04-kutub", _fixed(_of_poles)),
    "tandon_listrik": Opening(kelas.tandon_listrik, "s04-daya", _fixed(_of_tank)),
    "multimeter": Opening(kelas.multimeter, "s04-ukur", _fixed(_of_meter)),
    "multimeter bebas": Opening(lambda: kelas.multimeter(bebas=True), "s04-ukur-bebas", _fixed(_of_meter)),
    "bengkel_gangguan": Opening(kelas.bengkel_gangguan, "s10-gangguan", _fixed(_of_workshop)),
    "jadwal_rawat": Opening(kelas.jadwal_rawat, "s10-jadwal-rawat", _fixed(_of_care)),
    "buku_servis": Opening(kelas.buku_servis, "s10-buku-servis", _fixed(_of_service_log)),
    "hari_lampu": Opening(kelas.hari_lampu, "hari-lampu", _fixed(_of_days)),
    "ukur_surya": Opening(kelas.ukur_surya, "s12-ukuran", _fixed(_of_sizing)),
    "catat_ukur": Opening(lambda: kelas.catat_ukur("s06-ukur"), "s06-ukur"),
    "keputusan_aman": Opening(kelas.keputusan_aman, "s10-keputusan"),
    "daftar_periksa": Opening(lambda: kelas.daftar_periksa("s06-kit"), "s06-kit"),
    "kuis": Opening(lambda: kelas.kuis("s06-pintu"), "s06-pintu"),
    **WEBSITE,
    **BUSINESS,
    **LITERACY,
}
"""Activity by name."""


session_once = cache(opening.session)
"""Reading the plan takes most of an opening."""


def lay_ready(name: str, place: Place) -> None:
    """Lay what an activity needs into the place, unless it is there already."""
    ready = ACTIVITIES[name].ready
    if ready:
        ready(place)


def answer_of(name: str, place: Place) -> AnswerFile:
    """Return the answer file of an activity."""
    one = ACTIVITIES[name]
    return (place.at_home if one.at_home else place).answer(one.answer)


def open_activity(name: str, place: Place, monkeypatch: pytest.MonkeyPatch) -> Activity[Any]:
    """Open an activity as its verb does, without a widget around it."""
    monkeypatch.chdir(place.folder)
    lay_ready(name, place)
    monkeypatch.setattr(Place, "here", lambda: place)
    monkeypatch.setattr(opening, "show", lambda activity: activity)
    monkeypatch.setattr(opening, "session", session_once)
    activity = ACTIVITIES[name].verb()
    assert isinstance(activity, Activity), f"{name} cannot be opened"
    return activity


def gestures_of(name: str, activity: Activity[Any]) -> list[Gesture]:
    """Return all gestures of an activity."""
    known = ACTIVITIES[name].gestures
    return known(activity) if known else _of_form(activity)
