"""Make what comes in from a page or a file fit to go out again."""

from typing import Any, TypeVar

JSON = TypeVar("JSON")


def sendable(value: JSON) -> JSON:
    """Return a JSON value in which half an emoji is a whole sign again, or the sign for one that is missing.

    The kernel sends text as UTF-8, which has no halves: one of them in a view would stop every view after it.
    """
    mended: Any = value
    if isinstance(value, str):
        if not value.isascii():
            mended = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    elif isinstance(value, dict):
        mended = {sendable(key): sendable(one) for key, one in value.items()}
    elif isinstance(value, list):
        mended = [sendable(one) for one in value]
    return mended  # type: ignore[no-any-return]
