"""Shops: the sample one with the course's numbers, and one from a learner's own catalogue."""

import pytest
from tests.market.playing import DAY, SHOP

from lentera.course import content_root, load_course
from lentera.market import Market, Shop, sample_shop, shop_from_catalogue

ROW = {"nama": "Sambal teri 100 g", "harga": 15_000, "berat": 120, "hpp": 9_000, "stok": 9}


def test_the_sample_shop_sells_the_crisps_of_the_course():
    kit = load_course(content_root()).kit
    crisps = sample_shop(DAY).product("keripik-pisang")
    assert (crisps.price, crisps.unit_cost, crisps.weight) == (
        kit["business.price"],
        kit["business.unit_cost"],
        kit["business.pack_weight"],
    )


def test_the_sample_shop_says_that_it_is_made_up():
    assert "contoh" in sample_shop(DAY).name


def test_each_product_starts_with_two_batches_of_which_one_expires_first():
    shop = sample_shop(DAY)
    for product in shop.products:
        first, second = [batch for batch in shop.batches if batch.product == product.id]
        assert DAY < first.expires < second.expires
        assert first.free + second.free == 12


def test_a_learner_sells_her_own_products():
    shop = shop_from_catalogue([ROW], DAY, "Warung Rahma")
    product = shop.products[0]
    assert (shop.name, product.name, product.price, product.unit_cost, product.weight) == (
        "Warung Rahma",
        "Sambal teri 100 g",
        15_000,
        9_000,
        120,
    )
    assert Market.opened(shop).stock.free(product.id) == 9


def test_what_a_card_does_not_tell_is_filled_in():
    product = shop_from_catalogue([{"nama": "Sabun", "harga": 10_000}], DAY).products[0]
    assert (product.unit_cost, product.weight) == (7_000, 150)


def test_two_products_of_one_name_are_two_products():
    shop = shop_from_catalogue([ROW, ROW], DAY)
    assert len({product.id for product in shop.products}) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"harga": 5}],
        [{"nama": "", "harga": 5}],
        [{"nama": "A", "harga": "5.000"}],
        [{"nama": "A", "harga": 0}],
        [{"nama": "A", "harga": 5, "stok": -1}],
    ],
)
def test_a_catalogue_that_cannot_be_sold_is_a_value_error(rows):
    with pytest.raises(ValueError):
        shop_from_catalogue(rows, DAY)


def test_a_shop_survives_a_file():
    for shop in (SHOP, sample_shop(DAY), shop_from_catalogue([ROW], DAY)):
        assert Shop.from_json(shop.to_json()) == shop


@pytest.mark.parametrize(
    "change",
    [
        {"nama": ""},
        {"nama": None},
        {"dibuka": "kemarin"},
        {"dibuka": 3},
        {"kas_awal": -1},
        {"kas_awal": 1.5},
        {"barang": []},
        {"barang": [1]},
        {"barang": [{"id": "a"}]},
        {"stok_awal": [{"kode": "X", "barang": "emas", "kedaluwarsa": DAY, "jumlah": 1}]},
        {"stok_awal": [{"kode": "X", "barang": "gula", "kedaluwarsa": "x", "jumlah": 1}]},
        {"stok_awal": [{"kode": "X", "barang": "gula", "kedaluwarsa": DAY, "jumlah": 1}] * 2},
        {"stok_awal": [{"kode": "X", "barang": ["gula"], "kedaluwarsa": DAY, "jumlah": 1}]},
    ],
)
def test_a_damaged_shop_is_a_value_error(change):
    with pytest.raises(ValueError):
        Shop.from_json({**SHOP.to_json(), **change})


def test_a_product_the_shop_has_not_is_named():
    with pytest.raises(KeyError, match="emas"):
        SHOP.product("emas")
