"""Forms: saved at each change, noted field by field, read back whatever stands in the file."""

from typing import Any

import pytest

from lentera import kelas
from lentera.course import content_root, load_course
from lentera.desk import Desk
from lentera.place import Place
from lentera.progress import Verb
from lentera.tasks import RULE_SETS
from lentera.widgets.form.form import Field, Form, Kind, Option
from lentera.widgets.form.forms import hints, list_form, quiz_form, ruled_form
from lentera.widgets.form.session import FormSession
from lentera.words import Address


def fill(session: FormSession, **values: Any) -> dict[str, Any]:
    for name, value in values.items():
        session.handle({"do": "set", "field": name, "value": value})
    return session.view


@pytest.fixture
def readings(place: Place) -> FormSession:
    return FormSession(place, ruled_form(RULE_SETS["s06-ukur"], Address.IBU))


@pytest.mark.parametrize(
    ("number", "unit", "kind", "says"),
    [
        ("12,6", "V", "ok", "12,6"),
        ("12.6", "V", "ok", "12,6"),
        ("12600", "mV", "ok", "12.600"),
        ("126", "V", "yet", "komanya"),
        ("12,6", "", "yet", "Satuannya belum dipilih."),
        ("12,6", "A", "yet", "bukan satuan tegangan"),
        ("-12,6", "V", "yet", "tertukar"),
        ("dua belas", "V", "yet", "belum berupa angka"),
        ("", "", "yet", "belum ditulis"),
    ],
)
def test_readings_take_comma_and_point(
    readings: FormSession, number: str, unit: str, kind: str, says: str
) -> None:
    fill(readings, tegangan_baterai={"nilai": number, "satuan": unit})
    note = readings.handle({"do": "check"})["notes"]["tegangan_baterai"]
    assert note["kind"] == kind
    assert says in note["text"]


def test_readings_are_what_the_rules_read(readings: FormSession, place: Place) -> None:
    fill(
        readings,
        tegangan_baterai={"nilai": "12,6", "satuan": "V"},
        arus_lampu={"nilai": "250", "satuan": "mA"},
        tempat_ukur={"pilihan": "baterai"},
    )
    answer = place.answer("s06-ukur").load()
    assert answer is not None
    assert RULE_SETS["s06-ukur"].judge(answer.payload).holds
    assert "Bagus, Bu." in readings.handle({"do": "check"})["closing"]


def test_every_change_is_on_the_disk_and_comes_back(readings: FormSession, place: Place) -> None:
    for typed in ("1", "12", "12,", "12,6"):
        fill(readings, tegangan_baterai={"nilai": typed, "satuan": ""})
        answer = place.answer("s06-ukur").load()
        assert answer is not None
        assert answer.payload["isian"]["tegangan_baterai"]["nilai"] == typed
    again = FormSession(place, readings.form)
    assert again.view["values"] == readings.view["values"]


def test_checklist_is_the_curriculum_s_and_is_logged_once_whole(place: Place, desk: Desk) -> None:
    task = load_course(content_root()).sessions["s06"].task("s06-kit")
    session = FormSession(place, list_form(task), lambda _c: place.record(lambda log: log.completed(task.id)))
    items = [item.id for item in task.items]
    assert len(items) == 12
    for count in range(1, 13):
        view = fill(session, butir={"butir": items[:count]})
        session.write_log()
        assert view["tally"] == f"{count} dari 12 butir sudah dicentang."
        assert bool(view["closing"]) is (count == 12)
    logged = [(one.verb, one.activity.id) for one in desk.open_log().statements()]
    assert logged == [(Verb.COMPLETED, "s06-kit")]


@pytest.mark.parametrize(
    ("chosen", "kind"),
    [("baterai", "ok"), ("panel", "yet"), ("lampu", "yet"), ("belum_tahu", "yet"), ("", "yet")],
)
def test_exit_ticket_answers_each_choice(place: Place, chosen: str, kind: str) -> None:
    session = FormSession(place, quiz_form("s06-pintu", Address.ANDA))
    fill(session, ingat={"pilihan": chosen})
    note = session.handle({"do": "check"})["notes"]["ingat"]
    assert note["kind"] == kind
    assert note["text"]


def test_how_sure_has_no_wrong_answer(place: Place) -> None:
    session = FormSession(place, quiz_form("s06-pintu", Address.BAPAK))
    fill(session, yakin={"pilihan": "latihan"})
    assert session.handle({"do": "check"})["notes"]["yakin"]["kind"] == "next"
    assert "Bapak" in session.form.fields[2].label


def test_what_is_right_never_reaches_the_screen() -> None:
    for field in quiz_form("s06-pintu", Address.ANDA).fields:
        for option in field.to_json()["options"]:
            assert set(option) == {"id", "text"}


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        (Kind.MEASURE, {"nilai": "1", "satuan": "a"}, {"nilai": "1", "satuan": "a"}),
        (Kind.MEASURE, {"nilai": 1, "satuan": "zz"}, {"nilai": "", "satuan": ""}),
        (Kind.CHOICE, {"pilihan": "a"}, {"pilihan": "a"}),
        (Kind.CHOICE, {"pilihan": "zz"}, {"pilihan": ""}),
        (Kind.CHOICE, "a", {"pilihan": ""}),
        (Kind.CHECKS, {"butir": ["b", "a", "zz"]}, {"butir": ["a", "b"]}),
        (Kind.CHECKS, {"butir": "a"}, {"butir": []}),
        (Kind.TEXT, {"teks": "halo"}, {"teks": "halo"}),
        (Kind.TEXT, None, {"teks": ""}),
    ],
)
def test_a_field_takes_only_its_own_shape(kind: Kind, value: Any, read: dict[str, Any]) -> None:
    field = Field("x", kind, "X", options=(Option("a", "A"), Option("b", "B")))
    assert field.read(value) == read


@pytest.mark.parametrize("message", [{}, {"do": "set", "field": "zz"}, {"do": "check"}])
def test_unknown_messages_change_nothing(place: Place, message: dict[str, Any]) -> None:
    form = Form("s06-coba", "T", "I", (Field("x", Kind.TEXT, "X"),))
    view = FormSession(place, form).handle(message)
    assert view["live"].startswith("Langkah itu belum terbaca.")
    assert not (place.folder / "jawaban" / "s06-coba.json").exists()


def test_fields_no_longer_asked_are_kept(place: Place) -> None:
    place.answer("s06-coba").save({"isian": {"lama": {"teks": "tetap"}}, "lain": 1}, place.now())
    fill(FormSession(place, Form("s06-coba", "T", "I", (Field("x", Kind.TEXT, "X"),))), x={"teks": "baru"})
    answer = place.answer("s06-coba").load()
    assert answer is not None
    assert answer.payload == {"isian": {"lama": {"teks": "tetap"}, "x": {"teks": "baru"}}, "lain": 1}


def test_there_are_three_hints() -> None:
    assert len(hints("s06-rangkai")) == 3


def test_the_door_opens_every_form(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place.folder)
    for widget, title in (
        (kelas.catat_ukur("s06-ukur"), "Catatan Ukur"),
        (kelas.daftar_periksa("s06-kit"), "Daftar periksa: Kit nyata"),
        (kelas.kuis("s06-pintu"), "Pintu keluar"),
    ):
        assert widget is not None
        assert widget.words["title"] == title
        widget._handle_custom_msg({"do": "check"}, [])
        assert widget.view["rev"] >= 2
        widget.close()
