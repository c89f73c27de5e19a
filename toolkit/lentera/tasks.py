"""The tasks that are marked automatically, by task id, from every room that has rules."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from lentera.rules import RuleSet

_WHERE: Final = {
    "s01-perkenalan": "literacy.typing.tasks:SAVED",
    "s01-buka-lagi": "literacy.typing.tasks:REOPENED",
    "s01-pilih-sandi": "literacy.passwords:CHOSEN",
    "s01-kalimat-sandi": "literacy.passphrase.tasks:PHRASE",
    "s01-kunci-layar": "literacy.leaving:LEAVING",
    "s02-kotak-masuk": "literacy.inbox.tasks:DECISIONS",
    "s02-tanda-bahaya": "literacy.inbox.tasks:SIGNS",
    "s02-periksa-kabar": "literacy.news.tasks:CHECKED",
    "s02-draf-laporan": "literacy.report:DRAFT",
    "s03-judul": "web.tasks.profile:HEADING",
    "s03-paragraf": "web.tasks.profile:PARAGRAPHS",
    "s03-daftar": "web.tasks.profile:LIST",
    "s03-gambar": "web.tasks.profile:PICTURE",
    "s03-tag": "web.tasks.profile:TAGS",
    "s03-cari-lima": "web.tasks.find_five:FIVE",
    "s04-bagian": "solar.knowing:PARTS",
    "s04-ukur": "solar.measuring:VOLTAGES",
    "s04-daya": "solar.power:POWER",
    "s04-kutub": "solar.knowing:POLES",
    "s05-kontras": "web.tasks.styled:CONTRAST",
    "s05-huruf": "web.tasks.styled:TEXT_SIZE",
    "s05-tautan": "web.tasks.styled:THREE_PAGES",
    "s05-teks-tautan": "web.tasks.styled:LINK_TEXTS",
    "s06-sambungan": "solar.wiring:CONNECTIONS",
    "s06-urutan": "solar.wiring:ORDER",
    "s06-sekering": "solar.wiring:FUSE",
    "s06-ukur": "solar.measuring:READINGS",
    "s07-standar": "product.standard:STANDARD",
    "s07-label": "product.label:LABEL",
    "s07-foto": "product.photo:PHOTO",
    "s07-hpp": "product.price:UNIT_COST",
    "s07-harga": "product.price:PRICE",
    "s07-impas": "product.price:BREAK_EVEN",
    "s08-data": "literacy.personal_data:SORTED",
    "s08-izin": "literacy.permissions:PERMISSIONS",
    "s08-ruang-daring": "literacy.online_room.tasks:HOMEWORK",
    "s08-aturan": "literacy.family_rules:RULES",
    "s08-transaksi": "literacy.payments.tasks:PAYMENTS",
    "s09-kartu": "web.tasks.catalogue:CARDS",
    "s09-harga": "web.tasks.catalogue:PRICES",
    "s09-gambar": "web.tasks.catalogue:PICTURES",
    "s09-data-pribadi": "web.tasks.catalogue:PRIVACY",
    "s10-gangguan": "solar.diagnosis.tasks:FOUND",
    "s10-hemat-ukur": "solar.diagnosis.tasks:FEW_MEASUREMENTS",
    "s10-keputusan": "solar.diagnosis.decisions:DECISIONS",
    "s10-buku-servis": "solar.maintenance:SERVICE_LOG",
    "s11-status": "market.tasks:STATES",
    "s11-stok": "market.tasks:STOCK",
    "s11-masalah": "market.tasks:TROUBLES",
    "s11-kas": "market.tasks:CASH",
    "s12-energi": "solar.sizing.tasks:ENERGY",
    "s12-ukuran": "solar.sizing.tasks:SIZES",
}
"""Module of the package and name of the rules of each task."""


class _RuleSets(Mapping[str, RuleSet[Any]]):
    """Load the rules of a task when they are asked for: marking one session needs no other's."""

    def __getitem__(self, task: str) -> RuleSet[Any]:
        module, name = _WHERE[task].split(":")
        rules: RuleSet[Any] = getattr(import_module(f"lentera.{module}"), name)
        return rules

    def __iter__(self) -> Iterator[str]:
        return iter(_WHERE)

    def __len__(self) -> int:
        return len(_WHERE)


RULE_SETS: Final[Mapping[str, RuleSet[Any]]] = _RuleSets()
"""Task id to the rules that judge it."""
