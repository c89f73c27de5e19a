"""The vocabulary of the market: who acts, what is done, where an order stands; each with its words."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying
from lentera.words import language

_PATH: Final = Path(__file__).parent / "texts" / "names.toml"


class Role(StrEnum):
    """Name the five roles of the play, in the order in which an order meets them."""

    BUYER = "pembeli"
    SELLER = "penjual"
    STOCKIST = "stokis"
    COURIER = "kurir"
    COMPLAINTS = "petugas_aduan"


class State(StrEnum):
    """Name where an order stands: the eight states of the main path, then the side paths."""

    ORDERED = "dipesan"
    PAID = "dibayar"
    RESERVED = "stok_dicadangkan"
    PACKED = "dikemas"
    HANDED_OVER = "diserahkan_ke_kurir"
    SHIPPED = "dikirim"
    RECEIVED = "diterima"
    REVIEWED = "diulas"
    CANCELLED = "batal"
    OUT_OF_STOCK = "stok_habis"
    NOT_DELIVERED = "gagal_antar"
    COMPLAINT = "keluhan"
    REPLACED = "diganti"
    RETURNED = "dikembalikan"
    EXPIRED = "kedaluwarsa_bayar"


class Deed(StrEnum):
    """Name what a role can do."""

    ORDER = "pesan"
    COMPLETE_ADDRESS = "lengkapi_alamat"
    SEND_PROOF = "kirim_bukti"
    PAY = "bayar"
    PAY_COURIER = "bayar_kurir"
    RECEIVE = "terima"
    COMPLAIN = "keluhan"
    REVIEW = "ulas"
    CONFIRM = "konfirmasi"
    PACK = "kemas"
    HAND_OVER = "serahkan"
    CANCEL = "batal"
    EXPIRE = "kedaluwarsa_bayar"
    CONSIGN = "titip"
    TAKE_BACK = "ambil_titipan"
    RESERVE = "cadangkan"
    OUT_OF_STOCK = "stok_habis"
    RESTOCK = "isi_stok"
    WRITE_OFF = "buang_rusak"
    SELL_CONSIGNED = "titipan_laku"
    SETTLE = "setor_titipan"
    SET_OFF = "antar"
    FAIL = "gagal_antar"
    RETRY = "antar_ulang"
    BRING_BACK = "bawa_kembali"
    HAND_IN = "setor"
    REPLACE = "ganti"
    REFUND = "kembalikan_uang"


class Method(StrEnum):
    """Name how an order is paid: by simulated QRIS before packing, or in cash to the courier (COD)."""

    QRIS = "qris"
    COD = "tunai_kurir"


MAIN_PATH: Final = (
    State.ORDERED,
    State.PAID,
    State.RESERVED,
    State.PACKED,
    State.HANDED_OVER,
    State.SHIPPED,
    State.RECEIVED,
    State.REVIEWED,
)
"""The eight states of an order that is paid first."""

COD_PATH: Final = (
    State.ORDERED,
    State.RESERVED,
    State.PACKED,
    State.HANDED_OVER,
    State.SHIPPED,
    State.RECEIVED,
    State.PAID,
    State.REVIEWED,
)
"""The same eight states when the buyer pays the courier."""

ROLES_OF: Final[Mapping[Deed, tuple[Role, ...]]] = {
    Deed.ORDER: (Role.BUYER,),
    Deed.COMPLETE_ADDRESS: (Role.BUYER,),
    Deed.SEND_PROOF: (Role.BUYER,),
    Deed.PAY: (Role.BUYER,),
    Deed.PAY_COURIER: (Role.BUYER,),
    Deed.RECEIVE: (Role.BUYER,),
    Deed.COMPLAIN: (Role.BUYER,),
    Deed.REVIEW: (Role.BUYER,),
    Deed.CONFIRM: (Role.SELLER,),
    Deed.PACK: (Role.SELLER,),
    Deed.HAND_OVER: (Role.SELLER,),
    Deed.CANCEL: (Role.BUYER, Role.SELLER),
    Deed.EXPIRE: (Role.SELLER,),
    Deed.CONSIGN: (Role.SELLER,),
    Deed.TAKE_BACK: (Role.SELLER,),
    Deed.RESERVE: (Role.STOCKIST,),
    Deed.OUT_OF_STOCK: (Role.STOCKIST,),
    Deed.RESTOCK: (Role.STOCKIST,),
    Deed.WRITE_OFF: (Role.STOCKIST,),
    Deed.SELL_CONSIGNED: (Role.STOCKIST,),
    Deed.SETTLE: (Role.STOCKIST,),
    Deed.SET_OFF: (Role.COURIER,),
    Deed.FAIL: (Role.COURIER,),
    Deed.RETRY: (Role.COURIER,),
    Deed.BRING_BACK: (Role.COURIER,),
    Deed.HAND_IN: (Role.COURIER,),
    Deed.REPLACE: (Role.COMPLAINTS,),
    Deed.REFUND: (Role.COMPLAINTS,),
}
"""The roles that may do each deed."""

STOCK_DEEDS: Final = frozenset(
    {Deed.RESTOCK, Deed.WRITE_OFF, Deed.CONSIGN, Deed.SELL_CONSIGNED, Deed.SETTLE, Deed.TAKE_BACK}
)
"""Deeds that belong to no order."""


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def _named(table: str, key: str, part: str) -> str:
    return Saying.of(_table()[table][key][part]).in_language(language())


def role_name(role: Role) -> str:
    """Return a role's name as it begins a line: ``Petugas aduan``."""
    return _named("role", role, "name")


def role_task(role: Role) -> str:
    """Return in one sentence what a role does."""
    return _named("role", role, "task")


def state_name(state: State) -> str:
    """Return a state's name as it stands on the path: ``Stok dicadangkan``."""
    return _named("state", state, "name")


def state_meaning(state: State) -> str:
    """Return in one sentence what a state means."""
    return _named("state", state, "means")


def deed_name(deed: Deed) -> str:
    """Return the words on the button of a deed: ``Cadangkan stok``."""
    return _named("deed", deed, "name")


def deed_coming(deed: Deed) -> str:
    """Return who does what, for "next": ``stokis mencadangkan stok``."""
    return _named("deed", deed, "coming")


def line(name: str) -> str:
    """Return a sentence besides a deed's own: ``released``, ``returned``, ``partly`` or ``next``."""
    return _named("line", name, "text")


def deed_done(deed: Deed) -> str:
    """Return the sentence of a deed that was done; its blanks are ``{order} {who} {thing} {amount}``."""
    return _named("deed", deed, "done")


def method_name(method: Method) -> str:
    """Return how an order is paid, in words."""
    return _named("method", method, "name")


def deeds_of(role: Role) -> tuple[Deed, ...]:
    """Return what a role can do, in the order of an order's life."""
    return tuple(deed for deed, roles in ROLES_OF.items() if role in roles)
