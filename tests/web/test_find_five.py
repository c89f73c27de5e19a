"""Every page to search has exactly five faults, the check of pages sees exactly them, and marks are worked out anew."""

from collections import Counter
from itertools import pairwise

import pytest

from lentera.rules.seeds import SEEDS
from lentera.tasks import RULE_SETS
from lentera.web.find_five import (
    _CHANGES,
    WANTED,
    Puzzle,
    faults,
    is_mended,
    kinds,
    objections,
    page_of,
    puzzle_of,
    said_of,
    shops,
)

RULES = RULE_SETS["s03-cari-lima"]


def whole(shop):
    lines = tuple(line.text for line in page_of(shop))
    return Puzzle(0, shop, lines, lines, ())


@pytest.mark.parametrize("shop", shops(), ids=lambda shop: shop.id)
def test_the_page_of_a_shop_is_right(shop):
    puzzle = whole(shop)
    assert [found.sentence("id") for found in said_of(puzzle, puzzle.lines)] == []


@pytest.mark.parametrize("shop", shops(), ids=lambda shop: shop.id)
def test_each_fault_is_seen_by_the_check_in_its_line_and_nothing_before_it(shop):
    puzzle = whole(shop)
    unseen = []
    for name, (roles, change) in _CHANGES.items():
        places = [place for place, line in enumerate(page_of(shop)) if line.role in roles]
        assert places
        for place in places:
            lines = list(puzzle.lines)
            lines[place] = change(lines[place])
            found = next(iter(said_of(puzzle, lines)), None)
            if found is None or found.finding.details.get("baris") != str(place + 1):
                unseen.append((name, place + 1, lines[place]))
    assert unseen == []


def test_there_are_many_kinds_and_each_can_be_told_and_chosen():
    assert len(faults()) >= 14
    assert set(faults()) == set(_CHANGES)
    assert {fault.kind for fault in faults().values()} == set(kinds()) == set(objections())
    assert all(fault.kinds <= set(kinds()) for fault in faults().values())


def test_every_page_has_five_faults_of_five_kinds_in_lines_apart():
    seen = Counter()
    for seed in range(0, SEEDS, 23):
        puzzle = puzzle_of(seed)
        lines = [one.line for one in puzzle.planted]
        changed = [
            number
            for number, pair in enumerate(zip(puzzle.lines, puzzle.whole, strict=True), start=1)
            if pair[0] != pair[1]
        ]
        assert len(lines) == WANTED
        assert lines == changed
        assert min(after - before for before, after in pairwise(lines)) > 1
        assert len({one.fault.kind for one in puzzle.planted}) == WANTED
        seen.update(one.fault.id for one in puzzle.planted)
    assert set(seen) == set(faults())


@pytest.mark.parametrize("seed", range(12))
def test_the_check_leads_through_exactly_the_planted_lines(seed):
    puzzle = puzzle_of(seed)
    lines, left = list(puzzle.lines), {one.line for one in puzzle.planted}
    while found := next(iter(said_of(puzzle, lines)), None):
        line = int(found.finding.details["baris"])
        assert line in left, found.sentence("id")
        lines[line - 1] = puzzle.whole[line - 1]
        left.remove(line)
    assert left == set()


def test_neighbours_get_different_pages_and_the_same_seed_the_same():
    assert puzzle_of(7) is puzzle_of(7)
    assert len({puzzle_of(seed).lines for seed in range(100)}) == 100


@pytest.mark.parametrize("seed", [-1, SEEDS, "3", 2.0, None, True])
def test_what_is_no_seed_is_refused(seed):
    with pytest.raises(ValueError, match="whole number from 0 to 9999"):
        puzzle_of(seed)


def test_any_right_repair_is_taken_and_no_other():
    puzzle = whole(shops()[0])
    assert is_mended(puzzle, 8, "<h2>Rasa</h2>")
    assert is_mended(puzzle, 8, '<H2 class="a">Rasa</H2>')
    assert is_mended(puzzle, 7, "<img alt='Keripik dalam stoples' src='foto/keripik.jpg'>")
    for broken in ("", "<h2>Rasa", "<h1>Rasa</h1>", "<h2></h2>"):
        assert not is_mended(puzzle, 8, broken)


def findings(seed, count=WANTED):
    return [{"baris": one.line, "jenis": one.fault.kind} for one in puzzle_of(seed).planted[:count]]


@pytest.mark.parametrize("count", range(WANTED + 1))
def test_each_finding_earns_four_points(count):
    report = RULES.judge({"benih": 5, "temuan": findings(5, count)})
    assert report.points(20) == 4 * count
    assert report.holds is (count == WANTED)


def test_what_is_left_is_told_with_the_lines_to_read_again():
    report = RULES.judge({"benih": 5, "temuan": findings(5, 2)})
    line = puzzle_of(5).planted[2].line
    first, last = (
        int(word.strip(",")) for word in report.next_step("id").split() if word.strip(",").isdigit()
    )
    assert first <= line <= last
    assert report.praise("id") == ["2 dari 5 sudah ditemukan."]


def test_other_right_choices_count_and_wrong_ones_do_not():
    seed = next(
        seed for seed in range(SEEDS) if any(one.fault.id == "slash" for one in puzzle_of(seed).planted)
    )
    line = next(one.line for one in puzzle_of(seed).planted if one.fault.id == "slash")
    for kind, points in (("pasangan", 4), ("tutup", 4), ("alt", 0)):
        assert RULES.judge({"benih": seed, "temuan": [{"baris": line, "jenis": kind}]}).points(20) == points


def test_a_line_marked_twice_counts_once():
    one = findings(5, 1)
    assert RULES.judge({"benih": 5, "temuan": one * 3}).points(20) == 4


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"benih": "5", "temuan": []},
        {"benih": 5, "temuan": {}},
        {"benih": 5, "temuan": [{"baris": 3, "jenis": "hantu"}]},
        {"benih": 5, "temuan": ["h1"]},
        {"benih": 5, "temuan": [{"baris": line, "jenis": "tutup"} for line in range(1, 26)]},
    ],
)
def test_an_answer_that_guesses_everywhere_or_makes_no_sense_is_not_read(content):
    report = RULES.judge(content)
    assert report.share == 0
    assert report.finding_sentence("id").startswith("Catatan temuan belum terbaca.")


@pytest.mark.parametrize("line", ["7", True, 2.5, 999, None, -1])
def test_a_line_that_is_none_earns_nothing(line):
    assert RULES.judge({"benih": 5, "temuan": [{"baris": line, "jenis": "alt"}]}).share == 0


def test_the_best_round_counts():
    content = {"benih": 6, "temuan": [], "selesai": [{"benih": 5, "temuan": findings(5, 3)}, "rusak"]}
    assert RULES.best(content).points(20) == 12
    assert RULES.best({"benih": 6, "selesai": 3}).points(20) == 0


def test_marks_are_given_without_a_parser():
    import subprocess
    import sys

    code = (
        "import sys; from lentera.tasks import RULE_SETS;"
        "assert RULE_SETS['s03-cari-lima'].judge({'benih': 5, 'temuan': []}).share == 0;"
        "assert not {'bs4','html5lib'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
