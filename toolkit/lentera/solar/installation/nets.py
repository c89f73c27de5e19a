"""Which terminals are joined to which."""

from collections.abc import Iterable

Net = frozenset[str]


def group(terminals: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[Net, ...]:
    """Merge terminals that are joined, directly or by way of others.

    Returns every terminal in exactly one net, in the order given.
    """
    owner = {terminal: terminal for terminal in terminals}

    def root(terminal: str) -> str:
        while owner[terminal] != terminal:
            owner[terminal] = owner[owner[terminal]]
            terminal = owner[terminal]
        return terminal

    for start, end in pairs:
        owner[root(end)] = root(start)
    members: dict[str, list[str]] = {}
    for terminal in owner:
        members.setdefault(root(terminal), []).append(terminal)
    return tuple(frozenset(net) for net in members.values())
