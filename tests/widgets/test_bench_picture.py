"""The picture dict that bench, meter and workshop share: the same circuit gives the same picture."""

import pytest
from tests.widgets.test_bench_session import BATTERY, LOAD, PANEL, bench, join

from lentera.place import Place
from lentera.solar.bench import evaluate, installation_of
from lentera.solar.circuit import Solution
from lentera.solar.installation import Conditions, FuseHolder, Installation, Lead, kit_a, kit_b, settle
from lentera.solar.parts import FUSES
from lentera.widgets.drawing.picture import picture_of, scene_of, sky_of
from lentera.widgets.drawing.words import board_words

SUN = Conditions(800.0)


def at_rest(installation: Installation, conditions: Conditions = SUN) -> tuple[Installation, Solution]:
    rest = settle(installation, conditions)
    return rest.installation, rest.solution


def test_the_bench_and_its_installation_give_one_picture(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "cover"})
    own = session.handle({"do": "switch"})["picture"]
    state = evaluate(session.bench).state
    seen = picture_of(
        *at_rest(installation_of(state), Conditions(state.sun)), Conditions(state.sun), title=""
    )
    for key in ("kit", "lamps", "controller", "covered", "sky", "fuse", "fuse_word", "switch_on"):
        assert seen[key] == own[key], key
    for key in ("battery_word", "panel_word", "sun_height", "sky_word"):
        assert seen[key] == own[key], key
    assert [
        {key: lead[key] for key in ("start", "end", "colour", "heat", "mark", "number", "label")}
        for lead in seen["wires"]
    ] == [
        {key: lead[key] for key in ("start", "end", "colour", "heat", "mark", "number", "label")}
        for lead in own["wires"]
    ]


def test_a_house_has_one_lamp_and_a_panel_of_its_own() -> None:
    picture = picture_of(*at_rest(kit_b().installation), SUN, title="Rumah")
    assert (picture["panel_word"], picture["battery_word"]) == ("Panel 20 Wp", "12 V 7 Ah")
    assert [lamp["name"] for lamp in picture["lamps"]] == ["Lampu 1"]
    words = board_words("b", lamps=1)
    ends = {end for wire in picture["wires"] for end in (wire["start"], wire["end"])}
    assert ends <= set(words["terminals"])
    assert not any(name.startswith("lamp2") for name in words["terminals"])
    assert [name for group in words["groups"] for name in group["terminals"]] != []


def test_the_cables_of_the_plug_in_kit_go_from_socket_to_socket() -> None:
    picture = picture_of(*at_rest(kit_a().installation), SUN, title="Rumah")
    assert picture["kit"] == "a"
    assert [(wire["start"], wire["end"]) for wire in picture["wires"]] == [
        ("panel.out", "box.in"),
        ("box.out1", "hub1.in"),
        ("box.out2", "hub2.in"),
        ("hub1.1", "lamp1.in"),
        ("hub1.2", "lamp2.in"),
        ("hub2.1", "lamp3.in"),
        ("hub2.2", "lamp4.in"),
    ]
    sockets = set(board_words("a")["terminals"])
    assert {end for wire in picture["wires"] for end in (wire["start"], wire["end"])} <= sockets
    assert picture["controller"] is None
    assert [lamp["charging"] for lamp in picture["lamps"]] == [True] * 4
    assert [lamp["on"] for lamp in picture["lamps"]] == [False] * 4


def test_a_loose_plug_and_a_loose_lead_are_open() -> None:
    house = kit_b().installation
    loose = house.with_lead(Lead("panel_plus", "panel.plus", "controller.pv_plus", 1.9, open=True))
    wires = picture_of(*at_rest(loose), SUN, title="")["wires"]
    assert [wire["id"] for wire in wires if wire["open"]] == ["panel_plus"]
    plugs = kit_a().installation
    core = plugs.lead("lamp1_plug_minus")
    pulled = plugs.with_lead(Lead(core.name, core.start, core.end, core.length, core.cable, open=True))
    wires = picture_of(*at_rest(pulled), SUN, title="")["wires"]
    assert [wire["id"] for wire in wires if wire["open"]] == ["lamp1_plug"]


def test_the_fuse_is_in_blown_or_out() -> None:
    house = kit_b().installation
    assert scene_of(*at_rest(house), SUN).fuse == "in"
    blown = house.with_unit("fuse", FuseHolder(FUSES["fuse5a"], blown=True))
    assert scene_of(*at_rest(blown), SUN).fuse == "blown"
    assert scene_of(*at_rest(house.without_unit("fuse")), SUN).fuse == "out"


def test_a_flickering_lamp_is_known_only_by_its_glow() -> None:
    rest = at_rest(kit_b().installation)
    lamp = picture_of(*rest, SUN, title="", glows={"lamp1": "flickering"})["lamps"][0]  # type: ignore[dict-item]
    assert lamp["word"] == "berkedip"


@pytest.mark.parametrize(
    ("light", "sky"),
    [(1000.0, "cerah"), (800.0, "cerah"), (200.0, "mendung"), (60.0, "hujan"), (0.0, "malam")],
)
def test_light_without_a_clock_looks_like_a_sky(light: float, sky: str) -> None:
    assert sky_of(light) == sky


def test_probes_are_there_only_with_a_meter() -> None:
    rest = at_rest(kit_b().installation)
    assert picture_of(*rest, SUN, title="")["probes"] is None
    probes = {"red": "panel.plus", "black": None}
    assert picture_of(*rest, SUN, title="", probes=probes)["probes"] == probes


def test_every_word_of_both_boards_is_there_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    indonesian = {kit: board_words(kit) for kit in ("a", "b")}
    monkeypatch.setenv("LENTERA_LANG", "en")
    for kit, count in (("a", 16), ("b", 18)):
        english = board_words(kit)
        assert len(english["terminals"]) == len(indonesian[kit]["terminals"]) == count
        assert english.keys() == indonesian[kit].keys()
        listed = [name for group in english["groups"] for name in group["terminals"]]
        assert sorted(listed) == sorted(english["terminals"])
        spoken = {row["spoken"].lower() for row in indonesian[kit]["terminals"].values()}
        assert len(spoken) == count
    assert board_words("b")["zoom_in"] == "Enlarge"
