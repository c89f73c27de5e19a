"""Cards and poles without a screen: what a gesture does, what is on the disk, and what comes back."""

import errno
import json

import pytest

from lentera import atomic
from lentera.desk import Desk, Preferences
from lentera.place import Place
from lentera.progress import Verb
from lentera.solar.knowing import COMPONENTS, SEVEN
from lentera.tasks import RULE_SETS
from lentera.widgets.parts.cards import cards, marks
from lentera.widgets.parts.poles import PolesSession
from lentera.widgets.parts.session import PartsSession

USES, POLES = "s04-bagian", "s04-kutub"


def parts(place):
    return PartsSession(place, USES, [RULE_SETS[USES]], {USES: 28.0})


def poles(place):
    return PolesSession(place, POLES, [RULE_SETS[POLES]], {POLES: 10.0})


def match(session, **uses):
    for part, use in uses.items():
        session.handle({"do": "match", "part": part, "use": use})
    return session.view


def point(session, part, plus, minus):
    session.handle({"do": "point", "part": part, "pole": "plus", "place": plus})
    return session.handle({"do": "point", "part": part, "pole": "minus", "place": minus})


def stored(place, name):
    return json.loads((place.folder / "jawaban" / f"{name}.json").read_text(encoding="utf-8"))["answer"]


def full(_path, _content):
    raise OSError(errno.ENOSPC, "No space left on device")


# Cards


def test_a_card_is_told_by_name_and_use(place):
    view = parts(place).handle({"do": "card", "part": "baterai"})
    assert view["live"] == "Baterai. Menyimpan listrik untuk malam hari."
    assert (view["card"], view["known"]) == ("baterai", ["baterai"])
    assert view["known_tally"] == "1 dari 12 kartu sudah dibuka."


def test_cards_keep_their_order_however_they_are_opened(place):
    session = parts(place)
    for part in ("kabel_colok", "lampu", "panel", "lampu"):
        session.handle({"do": "card", "part": part})
    assert session.view["known"] == ["panel", "lampu", "kabel_colok"]


def test_twelve_cards_of_two_kits_have_every_text_in_both_languages(place, monkeypatch):
    rows = parts(place).words()["cards"]
    monkeypatch.setenv("LENTERA_LANG", "en")
    english = parts(place).words()["cards"]
    assert [row["kit"] for row in rows] == ["b"] * 7 + ["a"] * 5
    for row, other in zip(rows, english, strict=True):
        assert all(row.values())
        assert all(other.values())
        assert row["feel"] != other["feel"]
        assert 2 <= row["script"].count(".") <= 3


def test_without_rules_there_are_cards_alone(place):
    session = PartsSession(place, "s04-bagian")
    assert session.words()["judged"] is False
    assert session.handle({"do": "card", "part": "lampu"})["card"] == "lampu"
    for message in ({"do": "match", "part": "panel", "use": "panel"}, {"do": "check"}):
        assert session.handle(message)["live"].startswith("Langkah itu belum terbaca.")


# Matching


def test_a_chosen_use_is_told_and_counted(place):
    view = match(parts(place), panel="panel")
    assert view["live"] == "Panel: mengubah cahaya matahari menjadi listrik. 1 dari 7 terisi."
    assert view["uses"]["panel"] == "panel"


def test_a_use_can_be_taken_back(place):
    session = parts(place)
    match(session, panel="panel")
    assert match(session, panel="")["live"] == "Panel: guna dikosongkan. 0 dari 7 terisi."


def test_all_seven_right_is_praised_and_logged_with_its_points(place, desk):
    session = parts(place)
    match(session, **{part: part for part in SEVEN})
    view = session.handle({"do": "check"})
    session.write_log()
    assert view["live"] == "Semua 7 bagian bertemu gunanya. Bagus, Bu."
    assert view["open_card"] == ""
    (logged,) = desk.open_log().statements()
    assert (logged.verb, logged.result.score.raw, logged.result.score.max) == (Verb.PASSED, 28.0, 28.0)


def test_feedback_names_what_is_right_then_one_thing_and_its_card(place):
    session = parts(place)
    match(session, **{part: part for part in SEVEN} | {"pengatur": "baterai"})
    view = session.handle({"do": "check"})
    assert "6 dari 7" in view["check"]["right"][0]
    assert view["check"]["yet"] == "Yang menyimpan listrik adalah baterai. Pengatur berdiri di depannya."
    assert view["open_card"] == "Buka kartu: Pengatur isi baterai"
    assert session.handle({"do": "card", "part": "pengatur"})["check"] is not None
    assert match(session, pengatur="pengatur")["check"] is None


def test_looking_at_cards_is_no_answer_yet(place):
    session = parts(place)
    session.handle({"do": "card", "part": "panel"})
    assert session.handle({"do": "check"})["live"] == "Belum ada guna yang dipilih. Mulai dari panel."


def test_what_is_right_never_reaches_the_screen(place):
    words = poles(place).words()
    assert all(set(row) == {"id", "name", "marks", "places"} for row in words["rows"])
    # Uses are named like their parts, so the list must not stand in their order.
    rows, uses = parts(place).words()["rows"], parts(place).words()["uses"]
    assert [row["id"] for row in rows] != [use for use, _text in uses]


def test_neighbours_have_other_orders_and_each_keeps_her_own(place, tmp_path):
    def order(code):
        desk = Desk.open(tmp_path / code)
        desk.set_learner(code)
        desk.set_preferences(Preferences())
        here = Place(tmp_path / code, desk, place.now)
        session = PartsSession(here, USES, [RULE_SETS[USES]])
        return tuple(row["id"] for row in session.words()["rows"])

    codes = [f"SM-{number:02}" for number in range(1, 9)]
    assert [order(code) for code in codes] == [order(code) for code in codes]
    assert len({order(code) for code in codes}) > 6


# Poles


def test_a_place_is_told_and_kept(place):
    view = point(poles(place), "lampu", "kanan", "kiri")
    assert view["live"] == "Lampu: minus di sekrup kiri."
    assert view["tally"] == "2 dari 10 terisi."
    assert stored(place, POLES)["kutub"]["lampu"] == {"plus": "kanan", "minus": "kiri"}


def test_all_ten_poles_are_found(place):
    session = poles(place)
    for name, component in COMPONENTS.items():
        point(session, name, component.plus, component.minus)
    view = session.handle({"do": "check"})
    assert view["live"] == "Plus dan minus tepat di 5 bagian. Bagus, Bu."
    assert RULE_SETS[POLES].judge(stored(place, POLES)).points(10) == 10


def test_a_place_can_be_taken_back(place):
    session = poles(place)
    point(session, "panel", "atas", "bawah")
    view = session.handle({"do": "point", "part": "panel", "pole": "plus", "place": ""})
    assert view["live"] == "Panel: tempat plus dikosongkan."


def test_marks_tell_a_bump_for_plus_and_flat_for_minus():
    for name, component in COMPONENTS.items():
        said = marks()[name].id.lower()
        assert "bertonjolan" in said, name
        assert "rata" in said, name
        plus = component.places[component.plus].id.split()[-1]
        if name != "pengatur":
            where = next(one for one in said.split(".") if plus in one)
            assert "bertonjolan" in where, name


# The disk comes first


@pytest.mark.parametrize(
    ("make", "message", "answer"),
    [
        (parts, {"do": "card", "part": "lampu"}, USES),
        (parts, {"do": "match", "part": "panel", "use": "lampu"}, USES),
        (poles, {"do": "point", "part": "panel", "pole": "plus", "place": "atas"}, POLES),
    ],
)
def test_every_gesture_is_saved_and_comes_back(place, make, message, answer):
    view = make(place).handle(message)
    assert stored(place, answer)
    again = make(place).view
    moment = {"rev", "live", "live_spoken", "saved"}
    assert {key: again[key] for key in again if key not in moment} == {
        key: view[key] for key in view if key not in moment
    }
    assert "sama seperti terakhir disimpan" in again["live"]


def test_two_notebooks_share_one_answer(place):
    one, two = parts(place), parts(place)
    match(one, panel="panel")
    view = match(two, lampu="lampu")
    assert (view["uses"]["panel"], view["uses"]["lampu"]) == ("panel", "lampu")


@pytest.mark.parametrize(
    ("make", "first", "second"),
    [
        (
            parts,
            {"do": "match", "part": "panel", "use": "panel"},
            {"do": "match", "part": "lampu", "use": "lampu"},
        ),
        (parts, {"do": "card", "part": "panel"}, {"do": "card", "part": "lampu"}),
        (
            poles,
            {"do": "point", "part": "panel", "pole": "plus", "place": "atas"},
            {"do": "point", "part": "panel", "pole": "minus", "place": "bawah"},
        ),
    ],
)
def test_a_full_disk_changes_nothing_on_the_screen(place, monkeypatch, make, first, second):
    session = make(place)
    before = session.handle(first)
    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle(second)
    assert "belum tersimpan" in view["live"]
    moment = {"rev", "live", "live_spoken"}
    assert {key: view[key] for key in view if key not in moment} == {
        key: before[key] for key in before if key not in moment
    }
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    assert "belum tersimpan" not in session.handle(second)["live"]


@pytest.mark.parametrize(
    ("make", "answer", "content"),
    [
        (parts, USES, {"cocok": {"panel": "payung"}}),
        (parts, USES, {"cocok": 3}),
        (parts, USES, {"kartu": "panel"}),
        (poles, POLES, {"kutub": {"panel": {"plus": "samping"}}}),
        (poles, POLES, {"kutub": []}),
        (poles, POLES, {}),
    ],
)
def test_a_damaged_answer_is_kept_aside_and_she_starts_anew(place, make, answer, content):
    place.answer(answer).save(content, place.now())
    view = make(place).view
    assert view["live"].startswith("Jawaban lama belum terbaca") or "disimpan terpisah" in view["live"]


@pytest.mark.parametrize(("card", "known"), [(3, ["panel"]), ("payung", "panel"), (None, [1, "payung"])])
def test_odd_notes_beside_the_answer_are_left_out(place, card, known):
    place.answer(USES).save({"cocok": {"panel": "panel"}, "kartu": card, "dikenal": known}, place.now())
    view = parts(place).view
    assert view["card"] == next(iter(cards()))
    assert view["uses"]["panel"] == "panel"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (parts, {}),
        (parts, {"do": "dance"}),
        (parts, {"do": "card"}),
        (parts, {"do": "card", "part": "payung"}),
        (parts, {"do": "card", "part": ["panel"]}),
        (parts, {"do": "match", "part": "panel", "use": "payung"}),
        (parts, {"do": "match", "part": "payung", "use": "panel"}),
        (parts, {"do": "match", "part": "panel"}),
        (parts, {"do": "match", "part": "panel", "use": ["panel"]}),
        (poles, {}),
        (poles, {"do": "dance"}),
        (poles, {"do": "point", "part": "sakelar", "pole": "plus", "place": "atas"}),
        (poles, {"do": "point", "part": "panel", "pole": "tengah", "place": "atas"}),
        (poles, {"do": "point", "part": "panel", "pole": "plus", "place": "kiri"}),
        (poles, {"do": "point", "part": "panel", "pole": "plus", "place": {}}),
    ],
)
def test_messages_nobody_knows_change_nothing(place, make, message):
    session = make(place)
    view = session.handle(message)
    assert view["live"].startswith("Langkah itu belum terbaca.")
    assert not (place.folder / "jawaban").exists() or not list((place.folder / "jawaban").glob("*.json"))


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = parts(place)
    assert session.words()["title"] == "Know the parts"
    assert (
        session.handle({"do": "card", "part": "sekering"})["live"]
        == "Fuse. Cuts off a current that is too large."
    )
    assert point(poles(place), "baterai", "kiri", "kanan")["live"] == "Battery: minus at right pole."
