"""Run the benchmarks: `python -m tests.benchmarks [--only name]`.

Every module of this folder with a table `BENCHMARKS` (name to a function that gives a `Result`) takes part.
Exit code 0: all goals reached; 1: one is not, or where CI is set a peer is
missing; 2: wrong call.
"""

import argparse
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tests.benchmarks
from tests.benchmarks.pairs import MissingPeerError, Result

OUT = Path("build", "bench.json")


def found() -> dict[str, Callable[[], Result]]:
    """Collect the benchmarks of all modules."""
    benchmarks: dict[str, Callable[[], Result]] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(tests.benchmarks.__path__)):
        if module != "__main__":
            benchmarks |= getattr(importlib.import_module(f"tests.benchmarks.{module}"), "BENCHMARKS", {})
    return benchmarks


def save(rows: list[dict[str, Any]], out: Path) -> None:
    """Write the rows, keeping earlier rows of benchmarks that did not run now."""
    kept: list[dict[str, Any]] = []
    if out.exists():
        names = {row["name"] for row in rows}
        kept = [row for row in json.loads(out.read_text(encoding="utf-8")) if row["name"] not in names]
    out.parent.mkdir(parents=True, exist_ok=True)
    half = out.with_suffix(".tmp")
    with half.open("w", encoding="utf-8") as file:
        json.dump(kept + rows, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    half.replace(out)


def main(arguments: list[str]) -> int:
    """Run what was asked for, print the table and write the file."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", metavar="NAME", help="run one benchmark")
    only = parser.parse_args(arguments).only
    benchmarks = found()
    if only and only not in benchmarks:
        print(f"There is no benchmark {only!r}; there are: {', '.join(benchmarks)}.", file=sys.stderr)  # noqa: T201  a command prints
        return 2
    rows, good = [], True
    print(f"{'name':<24}{'ours':>10}{'peer':>10}  {'unit':<5}{'ratio':>7}{'goal':>7}  peer")  # noqa: T201  a command prints
    for name in [only] if only else benchmarks:
        try:
            result = benchmarks[name]()
        except MissingPeerError as error:
            print(f"{name:<24}{error}")  # noqa: T201  a command prints
            # A laptop without ngspice may still run the others; the pipeline installs every peer.
            good &= not os.environ.get("CI")
            continue
        good &= result.reached
        verdict = "" if result.reached else "  over its goal"
        print(  # noqa: T201  a command prints
            f"{name:<24}{result.ours:>10.4g}{result.peer:>10.4g}  {result.unit:<5}{result.ratio:>7.2f}"
            f"{result.goal:>7.2f}  {result.peer_name}{verdict}",
            flush=True,
        )
        for name_of, value in result.details.items():
            print(f"  {name_of:<22}{value:>10.4g}")  # noqa: T201  a command prints
        rows.append(result.row())
    save(rows, OUT)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
