"""The words a score is told in."""

import pytest

from lentera.course import Level, level


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (0, "Mulai"),
        (54, "Mulai"),
        (54.9, "Mulai"),
        (55, "Berkembang"),
        (69.99, "Berkembang"),
        (70, "Cakap"),
        (84.5, "Cakap"),
        (85, "Mahir"),
        (100, "Mahir"),
        (None, "Belum dinilai"),
    ],
)
def test_each_score_has_one_level(score: float | None, name: str):
    assert level(score) == name


@pytest.mark.parametrize("score", [-0.1, 100.1, float("nan")])
def test_a_score_outside_the_scale_is_refused(score: float):
    with pytest.raises(ValueError, match="between 0 and 100"):
        level(score)


def test_no_level_is_named_after_failure():
    assert not {"gagal", "salah"} & {name.lower() for name in Level}
