"""What may be weak about a phrase."""

from enum import StrEnum


class Weakness(StrEnum):
    """Name the one thing to mend first; the values stand in answer files."""

    SHORT = "pendek"
    OWN = "data-diri"
    COMMON = "sering-dipakai"
    SAYING = "ungkapan"
    REPEATED = "berulang"
    ROW = "deretan"
    FEW_WORDS = "mudah-ditebak"
