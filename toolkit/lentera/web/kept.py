"""Keep what was worked out for pages, by their size: many small ones or a few long ones."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar

Asked = TypeVar("Asked")
Given = ParamSpec("Given")
Result = TypeVar("Result")

ROOM: Final = 600_000
"""Letters of the pages whose results are kept; what is worked out takes some forty times as much memory."""
EACH: Final = 8_000
"""Letters that a page counts for besides its own: some dozens of small pages are kept, not hundreds."""
SMALL: Final = 500
"""The same where no tree of the page is kept."""


def kept_by_size(
    size: Callable[..., int], each: int = EACH
) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """Keep the newest results of a function of hashable values, as `functools.lru_cache` does by number.

    Parameters
    ----------
    size : callable
        Takes the same values; returns how long the page is.
    each : int
        Letters that a page counts for besides its own.
    """

    def keeping(work: Callable[Given, Result]) -> Callable[Given, Result]:
        results: OrderedDict[object, tuple[Result, int]] = OrderedDict()
        taken = 0

        @wraps(work)
        def once(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            nonlocal taken
            key = (args, tuple(kwargs.items()))
            found = results.get(key)
            if found is not None:
                results.move_to_end(key)
                return found[0]
            result, weight = work(*args, **kwargs), each + size(*args, **kwargs)
            results[key] = (result, weight)
            taken += weight
            while taken > ROOM and len(results) > 1:
                taken -= results.popitem(last=False)[1][1]
            return result

        return once

    return keeping


def kept_for_newest(work: Callable[[Asked], Result]) -> Callable[[Asked], Result]:
    """Keep the result for the very thing that was asked for last, such as a site."""
    newest: list[tuple[Asked, Result]] = []

    @wraps(work)
    def once(asked: Asked) -> Result:
        if not newest or newest[0][0] is not asked:
            newest[:] = [(asked, work(asked))]
        return newest[0][1]

    return once
