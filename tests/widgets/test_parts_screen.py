"""Cards, matching and poles on the screen: by mouse, by keyboard, by ear, in every way people look at them."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.solar.knowing import COMPONENTS, SEVEN
from lentera.tasks import RULE_SETS
from lentera.widgets.parts.poles import PolesSession
from lentera.widgets.parts.session import PartsSession

pytestmark = pytest.mark.browser

USES, POLES = "s04-bagian", "s04-kutub"
THEMES = {"terang", "gelap", "kontras"}


def parts(place):
    return PartsSession(place, USES, [RULE_SETS[USES]], {USES: 28.0})


def poles(place):
    return PolesSession(place, POLES, [RULE_SETS[POLES]], {POLES: 10.0})


def half_matched(place):
    session = parts(place)
    for part in ("panel", "pengatur", "baterai"):
        session.handle({"do": "card", "part": part})
    for part, use in (("panel", "panel"), ("baterai", "pengatur"), ("lampu", "lampu")):
        session.handle({"do": "match", "part": part, "use": use})
    return session


def half_pointed(place):
    session = poles(place)
    session.handle({"do": "point", "part": "panel", "pole": "plus", "place": "bawah"})
    session.handle({"do": "point", "part": "panel", "pole": "minus", "place": "atas"})
    session.handle({"do": "check"})
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_cards_and_matching(screen, place, mode):
    shown = screen(half_matched(place), mode)
    faults = shown.faults()
    # axe takes seconds: it looks at the matching in the three themes, at the cards in every other mode.
    violations = [] if mode in THEMES else shown.axe()
    shown.page.get_by_role("tab", name="Cocokkan").click()
    shown.page.get_by_role("button", name="Periksa").click()
    assert faults + shown.faults() == []
    assert violations + (shown.axe() if mode in THEMES else []) == []


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_look_for_the_poles(screen, place, mode):
    shown = screen(half_pointed(place), mode)
    assert shown.faults() == []
    assert shown.axe() == []


def test_untouched_screens_are_whole(screen, place):
    for make in (parts, poles):
        shown = screen(make(place))
        assert shown.faults() == []
        assert shown.axe() == []


def test_seven_parts_are_matched_by_mouse(screen, place):
    shown = screen(parts(place))
    shown.page.get_by_text("Sekering", exact=True).first.click()
    assert shown.live == "Sekering. Memutus arus yang terlalu besar."
    assert shown.page.locator(".kb-card h3").inner_text() == "Sekering"
    shown.page.get_by_role("tab", name="Cocokkan").click()
    for part in SEVEN.values():
        shown.page.get_by_label(f"{part.name.id}: guna", exact=True).select_option(label=part.use.id)
    shown.page.get_by_role("button", name="Periksa").click()
    assert shown.live == "Semua 7 bagian bertemu gunanya. Bagus, Bu."
    assert RULE_SETS[USES].judge(place.answer(USES).load().payload).holds


def choose_by_keys(shown, place_in_list):
    shown.press("Home", *["ArrowDown"] * place_in_list)


def test_seven_parts_are_matched_by_keyboard_alone(screen, place):
    session = parts(place)
    shown = screen(session)
    shown.tab_to("radio", "Panel")
    shown.press("ArrowDown")
    assert shown.heard[-1].startswith("Pengatur isi baterai. Menjaga baterai")
    shown.tab_to("tab", "Kenalan", presses=60)
    shown.press("ArrowRight", "Tab")
    uses = [use for use, _text in session.words()["uses"]]
    for row in session.words()["rows"]:
        shown.tab_to("combobox", row["name"])
        before = len(shown.heard)
        choose_by_keys(shown, uses.index(row["id"]) + 1)
        shown.press("Tab")
        # Who walks through the list is told of what she stops at, not of all that she passes.
        assert len(shown.heard) == before + 1
    assert shown.heard[-1].endswith("7 dari 7 terisi.")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1] == "Semua 7 bagian bertemu gunanya. Bagus, Bu."


def test_a_choice_by_keys_is_kept_when_the_view_goes_away(screen, place):
    session = parts(place)
    shown = screen(session)
    shown.page.get_by_role("tab", name="Cocokkan").click()
    shown.tab_to("combobox", "Panel")
    choose_by_keys(shown, 1)
    assert session.view["uses"]["panel"] == ""
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert session.view["uses"]["panel"] == session.words()["uses"][0][0]


def test_the_marks_of_a_part_are_heard_with_its_first_list(screen, place):
    shown = screen(poles(place))
    shown.tab_to("combobox", "Panel: Plus")
    assert "Lubang atas bertonjolan." in shown.focused()["description"]


def test_ten_poles_are_found_by_keyboard_alone(screen, place):
    session = poles(place)
    shown = screen(session)
    for row in session.words()["rows"]:
        component = COMPONENTS[row["id"]]
        for word, right in (("Plus", component.plus), ("Minus", component.minus)):
            shown.tab_to("combobox", f"{row['name']}: {word}")
            choose_by_keys(shown, list(component.places).index(right) + 1)
    shown.tab_to("button", "Periksa")
    shown.press("Space")
    assert shown.heard[-1] == "Plus dan minus tepat di 5 bagian. Bagus, Bu."


def test_poles_are_found_by_mouse(screen, place):
    shown = screen(poles(place))
    for component in COMPONENTS.values():
        for word, right in (("Plus", component.plus), ("Minus", component.minus)):
            field = shown.page.get_by_label(f"{component.name.id}: {word} ada di", exact=True)
            field.select_option(label=component.places[right].id)
    shown.page.get_by_role("button", name="Periksa").click()
    assert shown.live == "Plus dan minus tepat di 5 bagian. Bagus, Bu."


def test_the_feedback_opens_the_card_and_the_focus_goes_along(screen, place):
    shown = screen(half_matched(place))
    shown.page.get_by_role("tab", name="Cocokkan").click()
    shown.page.get_by_role("button", name="Periksa").click()
    shown.page.get_by_role("button", name="Buka kartu: Pengatur isi baterai").press("Enter")
    assert shown.focused()["name"].startswith("Pengatur isi baterai")
    assert shown.page.locator(".kb-card h3").inner_text() == "Pengatur isi baterai"
    assert shown.page.get_by_role("tab", name="Kenalan").get_attribute("aria-selected") == "true"


def test_all_cards_are_walked_with_one_button(screen, place):
    shown = screen(parts(place))
    following = shown.page.get_by_role("button", name="Bagian berikutnya")
    for _card in range(12):
        following.press("Enter")
        shown.settle()
    assert shown.page.get_by_text("12 dari 12 kartu sudah dibuka.").is_visible()
    assert shown.focused()["name"] == "Bagian berikutnya"
    assert len(shown.heard) == 1 + 12


def test_tab_walks_through_and_out_again(screen, place):
    shown = screen(parts(place))
    # One stop for the tabs, one for all twelve cards.
    assert shown.stops() == ["tab Kenalan", "radio Panel", "button Bagian berikutnya"]
    shown.page.get_by_role("tab", name="Cocokkan").click()
    assert len(shown.stops()) == 9
    assert len(screen(poles(place)).stops()) == 11


def test_without_a_voice_of_the_laptop_there_is_no_button(screen, place):
    shown = screen(parts(place))
    shown.page.evaluate(
        "() => { speechSynthesis.getVoices = () => [{ lang: 'id-ID', localService: false }];"
        " speechSynthesis.dispatchEvent(new Event('voiceschanged')); }"
    )
    assert shown.page.get_by_role("button", name="Dengarkan").count() == 0


def test_a_voice_of_the_laptop_reads_the_script_and_stops(screen, place):
    shown = screen(parts(place))
    shown.page.evaluate(
        "() => { window.spoken = []; window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"
        " speechSynthesis.getVoices = () => [{ lang: 'id-ID', localService: true, name: 'Suara' }];"
        " speechSynthesis.speak = (said) => window.spoken.push(said.text); speechSynthesis.cancel = () => window.spoken.push('diam');"
        " speechSynthesis.dispatchEvent(new Event('voiceschanged')); }"
    )
    shown.page.get_by_role("button", name="Dengarkan").click()
    shown.page.get_by_role("button", name="Berhenti").click()
    spoken = shown.page.evaluate("window.spoken")
    assert spoken[0].startswith("Ini panel. Panel mengubah cahaya matahari menjadi listrik.")
    assert spoken[1:] == ["diam"]
    assert shown.page.get_by_role("button", name="Dengarkan").is_visible()
