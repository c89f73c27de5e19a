"""The marks of the cash book: whole books in several shapes, and every slip with its own sentence."""

import pytest
from tests.market.playing import DAY, do, opened, ordered, paid, received, reviewed

from lentera.market import Deed, Method
from lentera.market.bookkeeping import MOST_ROWS, read_book, rupiah_in
from lentera.market.cash import Account
from lentera.market.rounds import Round
from lentera.market.samples import sample_round
from lentera.tasks import RULE_SETS

# One order paid first, one whose cash is still with the courier, one cancelled, one with a picture only.
FIRST = reviewed(received(paid(ordered(count=3))))
SECOND = do(received(ordered(FIRST, method=Method.COD, product="gula"), 2), Deed.PAY_COURIER, 2)
THIRD = do(paid(ordered(SECOND), 3), Deed.CANCEL, 3)
MARKET = do(ordered(THIRD, product="gula", count=2), Deed.SEND_PROOF, 4)
RIGHT = (
    ("uang pesanan 1", "38.000", ""),
    ("ongkir pesanan 1", "", "5.000"),
    ("ongkir pesanan 2", "", "5.000"),
    ("uang pesanan 3", "16.000", ""),
    ("uang kembali pesanan 3", "", "16.000"),
)
PROFIT = "5.500"  # 38.000 of sales, 22.500 of goods, 10.000 of delivery


def answer(rows=RIGHT, profit=PROFIT, market=MARKET):
    written = [
        {"tanggal": DAY, "keterangan": what, "masuk": came, "keluar": went} for what, came, went in rows
    ]
    return {"putaran": Round(1, "", market).to_json(), "baris": written, "laba": profit}


def judged(rows=RIGHT, profit=PROFIT, market=MARKET):
    return RULE_SETS["s11-kas"].judge(answer(rows, profit, market))


def told(report):
    """Give the mistakes of all rules that do not hold."""
    return [verdict.finding.mistake for verdict in report.verdicts if not verdict.holds]


def without(number):
    return [row for at, row in enumerate(RIGHT) if at != number]


def test_the_play_is_what_the_tests_say_it_is():
    assert MARKET.cash.balance == 128_000
    assert MARKET.profit.amount == 5_500
    assert MARKET.orders[2].with_courier == 27_000


@pytest.mark.parametrize(
    "rows",
    [
        RIGHT,
        RIGHT[::-1],
        [(what, came and f"Rp{came},00", went and went.replace(".", "")) for what, came, went in RIGHT],
        [*RIGHT, ("", "", "")],
        [(what, came, went and f"-{went}") for what, came, went in RIGHT],
        [("pesanan 1 dan ongkirnya", "38.000", "5.000"), *RIGHT[2:]],
    ],
)
def test_a_whole_book_earns_everything_in_any_order_and_spelling(rows):
    report = judged(rows)
    assert report.holds, told(report)
    assert report.points(20) == 20


@pytest.mark.parametrize("profit", ["5500", "Rp5.500", " rp 5.500,- "])
def test_the_profit_is_read_however_it_is_written(profit):
    assert judged(profit=profit).holds


@pytest.mark.parametrize(
    ("row", "mistake", "says"),
    [
        (
            ("pesanan 4", "49.000", ""),
            "proof",
            "Baris 6: Rp49.000 hanya gambar bukti pesanan 4. Gambar bukan uang.",
        ),
        (
            ("pesanan 2", "27.000", ""),
            "cod_early",
            "Baris 6: uang pesanan 2 belum sampai ke kas. Kurir yang membawanya.",
        ),
        (
            ("kas awal", "100.000", ""),
            "opening",
            "Baris 6: Rp100.000 adalah kas awal. Uang itu sudah terhitung.",
        ),
        (("pesanan 1", "38.000", ""), "double", "Baris 6: uang pesanan 1 sudah tertulis satu kali."),
        (("hadiah", "1.000", ""), "extra", "Baris 6: Rp1.000 tidak ada di catatan pasar."),
    ],
)
def test_money_that_never_came_is_named(row, mistake, says):
    report = judged([*RIGHT, row])
    assert told(report)[0] == mistake
    assert report.finding_sentence("id") == says
    assert report.points(20) == pytest.approx(6 * 2 / 3 + 6 + 2 + 4, abs=0.01)


def test_an_order_nobody_paid_is_no_money():
    market = ordered(FIRST, product="gula")
    report = judged([RIGHT[0], RIGHT[1], ("pesanan 2", "27.000", "")], "10.500", market)
    assert told(report) == ["unpaid", "off"]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (0, "Satu baris belum tertulis: uang pesanan 1."),
        (2, "Satu baris belum tertulis: ongkir pesanan 2."),
        (4, "Satu baris belum tertulis: uang kembali pesanan 3."),
    ],
)
def test_a_missing_row_is_named(number, says):
    report = judged(without(number))
    assert report.finding_sentence("id") == says
    assert 10 < report.points(20) < 20


def test_a_sum_in_the_other_column_is_told():
    report = judged([RIGHT[0], ("ongkir pesanan 1", "5.000", ""), *RIGHT[2:]])
    assert told(report) == ["sign", "off"]
    assert "kolomnya tertukar. Itu ongkir pesanan 1" in report.finding_sentence("id")


def test_of_two_sums_alike_the_one_she_does_not_name_is_missing():
    assert "ongkir pesanan 1" in judged(without(1)).finding_sentence("id")
    assert "ongkir pesanan 2" in judged(without(2)).finding_sentence("id")


@pytest.mark.parametrize("wrong", ["3.800", "380.000", "380"])
def test_a_lost_nought_is_told(wrong):
    report = judged([("uang pesanan 1", wrong, ""), *RIGHT[1:]])
    assert told(report) == ["zeros", "off"]
    assert "hitung lagi nol" in report.finding_sentence("id")


def test_a_picture_counts_as_the_gravest_slip():
    report = judged([*without(0), ("pesanan 4", "49.000", "")])
    assert told(report)[0] == "proof"


def test_a_row_says_what_it_is_for():
    report = judged([("", "38.000", ""), *RIGHT[1:]])
    assert told(report) == ["no_words"]
    assert report.points(20) == pytest.approx(19.6)


def test_a_sum_that_is_no_number_is_told():
    assert told(judged([("uang pesanan 1", "tiga puluh", ""), *RIGHT[1:]]))[0] == "no_number"


@pytest.mark.parametrize(
    ("profit", "mistake", "points"),
    [
        ("28.000", "no_goods_cost", 18),
        ("15.500", "no_costs", 18),
        ("-5.500", "turned", 18),
        ("−5.500", "turned", 18),
        ("38.000", "only_sales", 16),
        ("70.500", "added", 16),
        ("128.000", "cash_itself", 16),
        ("1.234", "profit_off", 16),
        ("", "no_profit", 16),
        ("untung", "profit_no_number", 16),
        ("-", "profit_no_number", 16),
    ],
)
def test_each_slip_in_the_profit_has_a_sentence_of_its_own(profit, mistake, points):
    report = judged(profit=profit)
    assert told(report) == [mistake]
    assert report.points(20) == points


def test_the_change_of_the_box_is_no_profit():
    restocked = do(FIRST, Deed.RESTOCK, barang="gula", jumlah=1, kode="G2", kedaluwarsa="2027-05-01")
    rows = [*RIGHT[:2], ("isi stok gula", "", "15.400")]
    assert told(judged(rows, "17.600", restocked)) == ["cash_difference"]
    assert judged(rows, "10.500", restocked).holds
    assert "belanja isi stok" in judged(RIGHT[:2], "10.500", restocked).finding_sentence("id")


def test_a_loss_is_written_with_a_minus():
    market = do(FIRST, Deed.WRITE_OFF, kode="G1", jumlah=1, sebab="basah")
    assert market.profit.amount == -4_900
    assert judged(RIGHT[:2], "-4.900", market).holds
    assert told(judged(RIGHT[:2], "4.900", market)) == ["turned"]


def test_what_a_stall_hands_in_may_be_written_with_or_without_its_commission():
    market = do(
        do(FIRST, Deed.CONSIGN, barang="gula", jumlah=2), Deed.SELL_CONSIGNED, barang="gula", jumlah=2
    )
    market = do(market, Deed.SETTLE)
    profit = f"{38_000 + 44_000 - 22_500 - 30_800 - 5_000 - 4_400}"
    whole = [*RIGHT[:2], ("titipan", "44.000", ""), ("komisi", "", "4.400")]
    assert judged(whole, profit, market).holds
    assert judged([*RIGHT[:2], ("titipan", "39.600", "")], profit, market).holds
    assert "uang titipan warung" in judged(RIGHT[:2], profit, market).finding_sentence("id")
    assert "komisi warung" in judged(whole[:3], profit, market).finding_sentence("id")


def test_a_book_of_nothing_earns_nothing():
    for report in (judged([], "0", opened()), judged([], "0", ordered())):
        assert report.points(20) == 0
        assert "Belum ada uang masuk" in report.finding_sentence("id")


def test_an_empty_book_earns_only_its_profit():
    report = judged([])
    assert report.finding_sentence("id") == "Buku kas masih kosong."
    assert report.points(20) == 4


@pytest.mark.parametrize("seed", range(0, 10_000, 997))
def test_the_sample_play_can_be_kept_whole(seed):
    market = sample_round(seed, DAY).market
    rows = [
        (
            row.account.value,
            str(row.amount) if row.amount > 0 else "",
            str(-row.amount) if row.amount < 0 else "",
        )
        for row in market.cash.rows
        if row.account is not Account.CAPITAL
    ]
    assert judged(rows, str(market.profit.amount), market).holds
    fake = market.orders[4].total
    assert told(judged([*rows, ("pesanan 4", str(fake), "")], "1", market))[0] in {"proof", "double"}


def test_balances_run_row_by_row():
    assert read_book(answer()).balances == (138_000, 133_000, 128_000, 144_000, 128_000)
    assert read_book(answer([])).balance == 100_000


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("27.000", 27_000),
        ("27000", 27_000),
        ("Rp27.000", 27_000),
        ("rp. 27.000", 27_000),
        ("Rp 27.000,00", 27_000),
        ("27.000,-", 27_000),
        ("27,000", 27_000),
        ("27 ribu", 27_000),
        ("27rb", 27_000),
        ("27.000 rupiah", 27_000),
        ("2,7 ribu", None),
        ("1.250.000", 1_250_000),
        ("0", 0),
        ("", None),
        ("-", None),
        ("27.00", None),
        ("2700.000", None),
        ("27.000.", None),
        ("dua", None),
        ("²", None),
        ("9" * 30, None),
    ],
)
def test_sums_are_read_as_people_write_them(text, amount):
    assert rupiah_in(text) == amount


@pytest.mark.parametrize(
    "change",
    [
        {"baris": None},
        {"baris": [1]},
        {"baris": [{"masuk": 5}]},
        {"baris": [{}] * (MOST_ROWS + 1)},
        {"laba": 5},
        {"putaran": None},
        {"putaran": {}},
    ],
)
def test_a_damaged_book_is_told_in_one_sentence(change):
    report = RULE_SETS["s11-kas"].judge({**answer(), **change})
    assert report.points(20) == 0
    assert "belum terbaca" in report.finding_sentence("id")


def test_no_sum_of_the_file_is_believed():
    file = answer()
    file["putaran"]["kejadian"] = file["putaran"]["kejadian"][:1]
    assert RULE_SETS["s11-kas"].judge(file).points(20) == 0
