"""Run the year's loop: compiled where numba is installed, on plain lists where it is not."""

import marshal
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from types import FunctionType
from typing import Any, Final, cast

import numpy as np

from lentera.solar.battery import respond
from lentera.solar.lamp import scan as loop

Scan = Callable[..., tuple[float, ...]]

HAS_NUMBA: Final = find_spec("numba") is not None


@cache
def _compiled() -> Scan:
    """Give the loop compiled, kept on disk where numba finds a place for it."""
    import numba  # noqa: PLC0415  half a second, and not everyone has it

    asked = numba.njit(respond)
    code = loop.scan.__code__
    plain = FunctionType(code, {**vars(loop), "respond": asked}, loop.scan.__name__)
    plain.__module__ = loop.scan.__module__
    # numba's store on disk looks at this loop's file alone. The name makes it see that the chemistry changed
    # too.
    plain.__qualname__ = f"scan_{blake2b(marshal.dumps(respond.__code__), digest_size=6).hexdigest()}"
    try:
        return cast("Scan", numba.njit(plain, cache=True))
    except RuntimeError:
        # No folder that may be written to: the loop is compiled anew in each process.
        return cast("Scan", numba.njit(plain))


def _lists(value: Any) -> Any:
    """Turn arrays inside of tuples to lists: indexing an array from Python costs ten times as much."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if type(value) is tuple:
        return tuple(map(_lists, value))
    return value


def run(
    arguments: tuple[Any, ...], steps: int, *, compiled: bool
) -> tuple[tuple[float, ...], tuple[Any, ...]]:
    """Run the loop; give what it returns and its arrays of results."""
    if compiled:
        out = (np.empty(steps), np.empty(steps), np.empty(steps), np.empty(steps, dtype=np.int64))
        return _compiled()(*arguments, out), out
    lists = ([0.0] * steps, [0.0] * steps, [0.0] * steps, [0] * steps)
    last = cast("Scan", loop.scan)(*map(_lists, arguments), lists)
    return last, tuple(map(np.array, lists))
