"""The keyboard in words: names, places, fingers, and the way from one key to another."""

import pytest

from lentera.literacy.typing.keyboard import (
    EXERCISES,
    TALL,
    WIDE,
    described,
    exercise_name,
    fits,
    key_name,
    keys,
    pressed,
    way,
    where,
)

PLACES = {key.id: key for key in keys()}


def test_no_two_keys_overlap_and_all_lie_on_the_board():
    placed = list(keys())
    for number, one in enumerate(placed):
        assert one.x >= 0
        assert one.x + one.width <= WIDE
        assert one.y + one.height <= TALL
        for other in placed[number + 1 :]:
            apart = (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )
            assert apart, (one, other)
    assert len({one.id for one in placed}) == len(placed)


def test_every_asked_key_is_on_the_board_and_told_in_both_languages():
    for exercise in EXERCISES:
        for key in exercise.keys:
            assert (key.lower() if len(key) == 1 else key) in PLACES
            assert where(key, "id")
            assert where(key, "en") != where(key, "id")
            assert key_name(key, "id")
        assert exercise_name(exercise.id, "id")
    letters = {key for exercise in EXERCISES for key in exercise.keys if len(key) == 1 and key.islower()}
    assert letters == set("abcdefghijklmnopqrstuvwxyz")


def test_the_keys_with_a_bump_say_so():
    assert where("f", "id") == "Huruf F punya tonjolan. Jari telunjuk kiri."
    assert "tonjolan" in where("j", "id")
    assert "tonjolan" in described("id")[0]


def test_a_capital_asks_for_shift_first():
    assert where("S", "id").startswith("Tahan Shift")
    assert "Jari manis kiri" in where("S", "id")


@pytest.mark.parametrize(
    ("given", "asked", "told"),
    [
        ("g", "f", "1 tombol ke kiri."),
        ("a", "d", "2 tombol ke kanan."),
        ("o", "i", "1 tombol ke kiri."),
        ("e", "f", ""),
        ("f", "f", ""),
        ("left", "down", ""),
        ("CapsLock", "f", ""),
    ],
)
def test_the_way_is_told_within_a_row(given, asked, told):
    assert way(given, asked, "id") == told


@pytest.mark.parametrize(
    ("asked", "given", "right"),
    [
        ("f", "f", True),
        ("f", "F", True),
        ("S", "s", False),
        ("S", "S", True),
        ("space", "space", True),
        (".", ",", False),
    ],
)
def test_a_letter_is_asked_for_by_its_place_and_a_capital_by_its_size(asked, given, right):
    assert fits(asked, given) is right


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (" ", "Spasi"),
        ("ArrowUp", "panah atas"),
        ("F", "huruf F besar"),
        ("7", "angka 7"),
        ("Home", "tombol Home"),
    ],
)
def test_pressed_keys_have_names(key, name):
    assert key_name(pressed(key), "id") == name


@pytest.mark.parametrize("key", ["", None, 4, ["f"]])
def test_what_is_no_key_is_refused(key):
    with pytest.raises(ValueError, match="is no key"):
        pressed(key)
