"""Visiting shops without a screen: what is shown, what is told, and what a stick brings."""

from dataclasses import replace

import pytest

from lentera.web import write_file
from lentera.widgets.showroom.session import ShowroomSession

PAGE = '<!doctype html><html lang="id"><title>{name}</title><h1>{name}</h1><p>Enak.</p><img src="foto/a.png" alt="">'


def shop(folder, address, name="Sambal Bu Siti", extra=""):
    write_file(folder / "etalase" / address, "index.html", (PAGE.format(name=name) + extra).encode())
    write_file(folder / "etalase" / address, "rasa.html", PAGE.format(name="Rasa").encode())


@pytest.fixture
def session(place):
    shop(place.desk.root, "sambal-siti")
    write_file(place.site_folder, "index.html", PAGE.format(name="Keripik Rahma").encode())
    return ShowroomSession(place, "s05-umpan-balik")


def do(session, do, **message):
    return session.handle({"do": do, **message})


def test_shops_of_others_stand_beside_her_own(session):
    assert session.view["shops"] == [["", "Keripik Rahma (milik saya)"], ["sambal-siti", "Sambal Bu Siti"]]
    assert session.view["shop"] == "sambal-siti"
    assert "<h1>Sambal Bu Siti</h1>" in session.view["html"]
    assert [row["text"] for row in session.view["outline"]][:2] == ["Sambal Bu Siti", "Enak."]


def test_a_page_is_opened_and_told(session):
    assert do(session, "page", page="rasa.html")["live"] == "Halaman terbuka: rasa.html."
    assert "<h1>Rasa</h1>" in session.view["html"]
    assert "Pilih halaman lain" in do(session, "page", page="../../x.html")["live"]


def test_praise_and_wish_are_kept_for_the_trainer(session, place):
    do(session, "tell", field="praise", value="Saya suka warnanya.")
    view = do(session, "tell", field="wish", value="Tambah harga.")
    assert view["live"].startswith("Keduanya ada")
    assert view["written"] == ["Sambal Bu Siti"]
    kept = place.answer("s05-umpan-balik").load().payload
    assert kept["umpan_balik"] == [
        {
            "toko": "sambal-siti",
            "pujian": "Saya suka warnanya.",
            "saran": "Tambah harga.",
            "direkam": False,
            "tempat": "",
        }
    ]
    assert ShowroomSession(place, "s05-umpan-balik")._state == session._state


def test_a_recording_counts_like_writing(session):
    assert do(session, "tell", field="recorded", value=True)["written"] == ["Sambal Bu Siti"]
    assert do(session, "tell", field="where", value="HP pengajar")["told"]["where"] == "HP pengajar"


def test_nobody_praises_her_own_shop(session):
    assert not do(session, "shop", shop="")["may_tell"]["ok"]
    assert "toko teman" in do(session, "tell", field="praise", value="x")["live"]


def test_a_hostile_shop_is_shown_without_its_program(session, place):
    shop(place.desk.root, "jahat", "Toko", "<script>parent.x=1</script><iframe src=/lab></iframe>")
    html = do(session, "shop", shop="jahat")["html"]
    assert "<h1>Toko</h1>" in html
    assert "script>" not in html
    assert "iframe" not in html


def test_a_stick_brings_shops_once_and_no_programs(session, place, tmp_path, monkeypatch):
    stick = tmp_path / "stik"
    shop(stick, "kue-rina", "Kue Rina")
    shop(stick, "jahat", "Toko", "<script>1</script>")
    (stick / "etalase" / "curi").symlink_to(place.desk.root)
    monkeypatch.setenv("LENTERA_DRIVES", str(stick))
    view = do(session, "fetch")
    assert view["live"] == "1 toko masuk. Pilih satu."
    assert ["kue-rina", "Kue Rina"] in view["shops"]
    assert not {"jahat", "curi"} & {address for address, _name in view["shops"]}
    assert do(session, "fetch")["live"] == "Semua toko di flashdisk sudah ada di sini."
    assert {path.name for path in (place.desk.root / "etalase").iterdir()} == {"sambal-siti", "kue-rina"}


def test_without_a_stick_it_says_what_to_do(session, monkeypatch):
    monkeypatch.setattr("lentera.widgets.showroom.session.drives", list)
    assert "Pasang" in do(session, "fetch")["live"]


def test_an_empty_showroom_says_whom_to_ask(place):
    view = ShowroomSession(place, "s05-umpan-balik").view
    assert (view["shops"], view["html"], view["may_tell"]["ok"]) == ([], "", False)


def test_it_works_away_from_a_desk(place):
    view = ShowroomSession(replace(place, desk=None), "s05-umpan-balik").view
    assert view["shops"] == []


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "tell", "field": "praise", "value": 3},
        {"do": "tell", "field": "rahasia", "value": "x"},
        {"do": "tell", "field": "recorded", "value": "ya"},
        {"do": "shop", "shop": []},
    ],
)
def test_nonsense_changes_nothing(session, message):
    before = session._state
    session.handle(message)
    assert session._state == before


@pytest.mark.parametrize("content", [{}, {"toko": "x", "umpan_balik": [3]}, {"toko": [], "umpan_balik": []}])
def test_a_damaged_answer_does_not_shut_her_out(session, place, content):
    place.answer("s05-umpan-balik").save(content, place.now())
    assert ShowroomSession(place, "s05-umpan-balik").view["shops"]
