"""Cost, price and break-even: right answers in several forms, and each slip with its own sentence."""

import pytest

from lentera.product.price import BREAK_EVEN, PRICE, UNIT_COST
from lentera.product.price_exercise import exercise_of, worked_example
from lentera.rules.seeds import SEEDS

COSTS = [
    ("pisang", "bahan", 80_000), ("minyak", "bahan", 54_000), ("bumbu", "bahan", 15_000),
    ("kemasan", "kemasan", 60_000), ("upah sendiri", "tenaga", 60_000), ("gas", "lain", 20_000), ("antar", "lain", 11_000),
]  # fmt: skip


def answer(**changes):
    rows = [
        {"nama": name, "golongan": group, "jumlah": amount}
        for name, group, amount in changes.pop("costs", COSTS)
    ]
    whole = {
        "mode": "sendiri", "nama": "keripik pisang", "biaya": rows, "bungkus": 40, "hpp": 7500, "margin": 30,
        "harga": 11_000, "tetap": 300_000, "impas": 86,
    }  # fmt: skip
    return {**whole, **changes}


def slip(rules, content, rule=-1):
    return rules.judge(content).verdicts[rule].finding.mistake


def sentences(rules, content):
    report = rules.judge(content)
    return f"{report.finding_sentence('id')} {report.next_step('id')}"


def test_the_worked_example_is_that_of_the_course():
    example = worked_example()
    assert (example.total, example.unit, example.price, example.packs) == (300_000, 7500, 11_000, 40)
    assert example.needed == pytest.approx(85.714, abs=0.001)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"hpp": "Rp7.500", "harga": "Rp 11.000", "impas": "86 bungkus", "tetap": "300.000"},
        {"hpp": 7550, "harga": "10.714", "impas": 94},
        {"hpp": "7.450", "harga": 10_800, "impas": 91},
        {"margin": "25", "harga": 10_000, "impas": 120},
        {"bungkus": "37", "hpp": 8108, "harga": 12_000, "impas": 78},
    ],
)
def test_right_answers_earn_all_points(changes):
    content = answer(**changes)
    assert [rules.judge(content).share for rules in (UNIT_COST, PRICE, BREAK_EVEN)] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("hpp", "mistake"),
    [
        (6000, "labour_missing"), (4500, "both_missing"), (15_000, "fixed_twice"), (300_000, "not_divided"),
        ("7.5", "short"), (7, "thousands"), (8, "thousands"), (75_000, "zeros"), (750, "zeros"), (7700, "rough"), (9000, "off"),
        ("", "empty"), ("tujuh", "unclear"), ("-7500", "negative"),
    ],
)  # fmt: skip
def test_each_slip_in_the_cost_of_a_pack_is_named(hpp, mistake):
    assert slip(UNIT_COST, answer(hpp=hpp)) == mistake


def test_packaging_that_is_left_out_of_the_sum_is_named_apart_from_labour():
    costs = [(name, group, 50_000 if group == "kemasan" else amount) for name, group, amount in COSTS]
    assert slip(UNIT_COST, answer(costs=costs, hpp=6000)) == "packaging_missing"


@pytest.mark.parametrize(("hpp", "right"), [(7550, True), (7450, True), (7551, False), (7449, False)])
def test_the_cost_of_a_pack_may_differ_by_fifty_rupiah(hpp, right):
    assert (slip(UNIT_COST, answer(hpp=hpp)) is None) is right


def test_for_cheap_things_fifty_rupiah_is_not_nothing():
    costs = [("tepung", "bahan", 20_000), ("upah", "tenaga", 10_000), ("plastik", "kemasan", 0)]
    assert slip(UNIT_COST, answer(costs=costs, bungkus=100, hpp=340)) is not None
    assert slip(UNIT_COST, answer(costs=costs, bungkus=100, hpp=300)) is None


def test_own_labour_left_out_of_the_list_is_told_with_the_price_of_it():
    without = [row for row in COSTS if row[1] != "tenaga"]
    assert slip(UNIT_COST, answer(costs=without, hpp=6000), rule=0) == "labour_left_out"
    assert "Tenaga {Sapaan} juga biaya" in sentences(UNIT_COST, answer(hpp=6000))
    assert "Masukkan upah Rp60.000. HPP menjadi Rp7.500." in sentences(UNIT_COST, answer(hpp=6000))


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"costs": []}, "no_costs"), ({"costs": [("x", "bahan", "abc"), ("u", "tenaga", 5)]}, "cost_unread"),
        ({"costs": [row for row in COSTS if row[1] != "kemasan"]}, "packaging_left_out"),
        ({"costs": [*COSTS, ("kardus", "lain", "")]}, "cost_open"),
        ({"bungkus": ""}, "no_packs"), ({"bungkus": 0}, "packs_unclear"), ({"bungkus": "3,5"}, "packs_unclear"),
        ({"bungkus": -4}, "packs_unclear"), ({"bungkus": 10**9}, "packs_unclear"),
    ],
)  # fmt: skip
def test_what_the_list_lacks_is_named(changes, mistake):
    assert slip(UNIT_COST, answer(**changes), rule=0) == mistake


def test_a_service_without_packaging_writes_nought():
    costs = [("ongkos jalan", "lain", 10_000), ("upah", "tenaga", 40_000), ("tanpa kemasan", "kemasan", "0")]
    assert UNIT_COST.judge(answer(costs=costs, bungkus=5, hpp=10_000)).share == 1


@pytest.mark.parametrize(
    ("harga", "mistake"),
    [
        (9750, "markup"), ("9.750", "markup"), (10_000, "markup"), (7500, "no_profit"), (25_000, "divided_by_margin"),
        (7000, "below_cost"), (2250, "below_cost"), (11, "thousands"), ("11", "thousands"), (10_500, "too_low"),
        (12_000, "too_high"), (90_000, "too_high"), ("", "empty"), ("sebelas", "unclear"), ("10.7", "short"), ("-1", "negative"),
    ],
)  # fmt: skip
def test_each_slip_in_the_price_is_named(harga, mistake):
    assert slip(PRICE, answer(harga=harga)) == mistake


def test_markup_is_answered_as_the_curriculum_words_it():
    told = sentences(PRICE, answer(harga=9750))
    assert "Rp9.750 adalah modal ditambah 30 persen" in told
    assert "Rp7.500 dibagi 0,7" in told
    assert "Rp10.714" in told
    assert "Rp11.000" in told


@pytest.mark.parametrize("margin", [10, 15, 20, 25, 40, 50, 60])
@pytest.mark.parametrize("packs", [30, 40, 48, 60])
def test_markup_is_told_from_margin_for_any_numbers(margin, packs):
    cost = 300_000 / packs
    content = answer(bungkus=packs, margin=margin, hpp=round(cost), harga=round(cost * (1 + margin / 100)))
    assert slip(PRICE, content) == "markup"
    assert slip(PRICE, {**content, "harga": round(cost / (1 - margin / 100))}) is None


@pytest.mark.parametrize(
    ("margin", "mistake"),
    [
        ("", "no_margin"),
        ("0,3", "margin_small"),
        (100, "margin_too_high"),
        (250, "margin_too_high"),
        (0, "margin_unclear"),
        ("x", "margin_unclear"),
    ],
)
def test_a_margin_that_leaves_nothing_is_asked_about(margin, mistake):
    assert slip(PRICE, answer(margin=margin)) == mistake


def test_a_price_below_cost_is_told_before_everything_else():
    report = PRICE.judge(answer(harga=5000))
    assert report.finding.kind.value == "danger"
    assert "rugi" in report.finding_sentence("id")


@pytest.mark.parametrize(
    ("impas", "mistake"),
    [
        (85, "rounded_down"), ("85,7", "part_of_a_pack"), ("12,5", "off"), (27, "cost_forgotten"), (28, "cost_forgotten"), (40, "price_forgotten"),
        (172, "fixed_twice"), (87, "close"), (300, "off"), ("", "empty"), ("banyak", "unclear"), ("-86", "negative"), (0, "off"),
    ],
)  # fmt: skip
def test_each_slip_in_break_even_is_named(impas, mistake):
    assert slip(BREAK_EVEN, answer(impas=impas)) == mistake


def test_rounding_down_is_answered_with_what_is_missing():
    told = sentences(BREAK_EVEN, answer(impas=85))
    assert "85 bungkus hampir menutup biaya, kurang Rp2.500." in told
    assert "Bulatkan ke atas: 86 bungkus." in told


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"tetap": ""}, "no_fixed"), ({"tetap": "0"}, "fixed_zero"), ({"tetap": "abc"}, "fixed_unclear"), ({"harga": ""}, "price_first"),
        ({"harga": 7500}, "no_profit"), ({"harga": 6000}, "no_profit"), ({"harga": "11"}, "price_first"),
    ],
)  # fmt: skip
def test_what_break_even_waits_for_is_named(changes, mistake):
    assert slip(BREAK_EVEN, answer(**changes)) == mistake


def test_a_slip_is_not_marked_twice():
    content = answer(hpp=6000, harga=9000, impas=100)
    assert UNIT_COST.judge(content).share < 1
    assert PRICE.judge(content).share == 1
    assert BREAK_EVEN.judge(content).share == 1


def test_who_rounds_up_by_the_right_price_earns_break_even_with_a_wrong_price():
    assert BREAK_EVEN.judge(answer(harga=9750, impas=86)).share == 1


@pytest.mark.parametrize("seed", range(0, SEEDS, 397))
def test_every_exercise_can_be_solved_and_its_slips_are_told_apart(seed):
    made = exercise_of(seed)
    round_ = {"benih": seed, "hpp": round(made.unit), "harga": made.price, "impas": int(made.needed) + 1}
    content = {"mode": "latihan", "latihan": round_}
    assert [rules.judge(content).share for rules in (UNIT_COST, PRICE, BREAK_EVEN)] == [1.0, 1.0, 1.0]

    def named(rules, **changes):
        return slip(rules, {**content, "latihan": {**round_, **changes}})

    total = sum(amount for _name, _group, amount in made.costs)
    labour = sum(amount for _name, group, amount in made.costs if group == "tenaga")
    packaging = sum(amount for _name, group, amount in made.costs if group == "kemasan")
    assert named(UNIT_COST, hpp=round((total - labour) / made.packs)) == "labour_missing"
    assert named(UNIT_COST, hpp=round((total - packaging) / made.packs)) == "packaging_missing"
    assert named(UNIT_COST, hpp=round((total + made.fixed) / made.packs)) == "fixed_twice"
    assert named(PRICE, harga=round(made.unit * 1.3)) == "markup"
    assert named(BREAK_EVEN, impas=int(made.needed)) == "rounded_down"


def test_neighbours_have_different_exercises():
    assert len({exercise_of(seed) for seed in range(40)}) > 35


@pytest.mark.parametrize("seed", [-1, SEEDS, 1.5, True, "7", None])
def test_what_is_no_seed_is_refused(seed):
    content = {"mode": "latihan", "latihan": {"benih": seed}}
    assert UNIT_COST.judge(content).without_answer is not None


def test_the_better_of_exercise_and_own_product_counts():
    made = exercise_of(3)
    tried = {"benih": 3, "hpp": round(made.unit), "harga": made.price, "impas": int(made.needed) + 1}
    content = {**answer(hpp="", harga="", impas=""), "latihan": tried}
    assert UNIT_COST.judge(content).share < 1
    assert UNIT_COST.best(content).share == 1
    assert UNIT_COST.best({**content, "latihan": {"benih": 4}, "latihan_lama": [tried]}).share == 1


@pytest.mark.parametrize(
    "content",
    [{"mode": "x"}, {"biaya": 7}, {"biaya": [1]}, {"biaya": [{"golongan": "pajak"}]}, {"mode": "latihan"}],
)
def test_a_damaged_answer_is_told_and_never_raises(content):
    report = PRICE.judge(content)
    assert report.without_answer is not None


def test_an_exercise_without_results_earns_nothing():
    content = {"mode": "latihan", "latihan": {"benih": 5}}
    assert [rules.judge(content).share for rules in (UNIT_COST, PRICE, BREAK_EVEN)] == [0, 0, 0]


@pytest.mark.parametrize("written", [1, "1", 123, 2_000_000])
def test_any_number_in_an_exercise_earns_nothing(written):
    content = {"mode": "latihan", "latihan": {"benih": 7, "hpp": written}}
    assert UNIT_COST.judge(content).share == 0


def test_a_slip_in_which_every_cost_was_counted_keeps_the_points_of_the_list():
    example = exercise_of(7)
    content = {"mode": "latihan", "latihan": {"benih": 7, "hpp": example.total}}
    assert UNIT_COST.judge(content).share == pytest.approx(0.2)


def test_fifty_rupiah_are_accepted_as_the_task_says_for_a_pack_of_a_thousand_too():
    costs = [("tepung", "bahan", 60_000), ("upah", "tenaga", 40_000), ("plastik", "kemasan", 0)]
    assert slip(UNIT_COST, answer(costs=costs, bungkus=100, hpp=1050)) is None
    assert slip(UNIT_COST, answer(costs=costs, bungkus=100, hpp=1051)) is not None


@pytest.mark.parametrize("written", ["85,714", "85.714", "85.7142857", "85,7", 85.714])
def test_break_even_from_a_calculator_is_told_to_be_rounded_up(written):
    assert slip(BREAK_EVEN, answer(impas=written)) == "part_of_a_pack"


@pytest.mark.parametrize(("hpp", "harga"), [("7500.00", "10714.2857142"), ("7500,0000", "11000.0")])
def test_what_a_calculator_shows_is_read(hpp, harga):
    content = answer(hpp=hpp, harga=harga)
    assert [slip(rules, content) for rules in (UNIT_COST, PRICE)] == [None, None]


@pytest.mark.parametrize("packs", [3, 7, 9, 11, 13])
@pytest.mark.parametrize("needed", [1, 90, 999, 1_000_000])
def test_break_even_that_comes_out_even_is_not_rounded_up_by_one_more(packs, needed):
    # A cost of 100000 / packs has no end behind its comma; the fixed costs are `needed` profits exactly.
    price = 50_000
    fixed = needed * (price * packs - 100_000)
    costs = [("b", "bahan", 60_000), ("u", "tenaga", 40_000), ("k", "kemasan", 0)]
    content = answer(
        costs=costs,
        bungkus=packs,
        hpp=round(100_000 / packs),
        margin=30,
        harga=price,
        tetap=fixed,
        impas=needed * packs,
    )
    assert slip(BREAK_EVEN, content) is None
