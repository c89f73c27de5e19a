"""The whole check of a page of 200 lines, as a learner presses Periksa, and the Nu checker's run on the same page."""

import gc
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.pairs import PROCESSOR, WALL, MissingPeerError, Result, alternate
from tests.web.nu import find_nu

from lentera.web import Picture, Site
from lentera.web.checking import check_page

BUDGET = 20.0
"""What a check may take at most, so that the row of feedback follows the press at once [ms]."""
_LINES = 200
_CARD = """<article class="kartu" id="k{n}">
  <h2>Keripik rasa {n}</h2>
  <img src="foto/keripik{n}.jpg" alt="Sebungkus keripik pisang rasa {n}, label kuning {turn}">
  <p>Berat bersih: <strong>{turn} g</strong>. Harga: Rp11.{turn:03} &amp; gratis antar.</p>
  <ul>
    <li>Pisang kepok dari kebun {turn}</li>
    <li>Minyak kelapa buatan sendiri {turn}</li>
  </ul>
</article>
"""
_STYLE = b"""body { color: #16203a; background: #fff9e8; font-family: sans-serif; font-size: 18px; line-height: 1.5; }
h1, h2 { color: #23408e; }
a { color: #23408e; }
.kartu { border: 2px solid #23408e; padding: 16px; margin: 16px; }
"""


def _page(turn: int) -> str:
    """Make a page of 200 lines, with other words each turn: the same words are looked at once only."""
    page = (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>Katalog {turn}</title>\n<link rel="stylesheet" href="gaya.css">\n</head>\n<body>\n<main>\n'
        "<h1>Katalog Bu Rahma</h1>\n"
    )
    cards = (_LINES - page.count("\n") - 3) // _CARD.count("\n")
    page += "".join(_CARD.format(n=n, turn=turn) for n in range(cards))
    page += "<p>Buka setiap hari.</p>\n" * (_LINES - page.count("\n") - 3)
    return page + "</main>\n</body>\n</html>\n"


def _site(page: str) -> Site:
    pictures = {f"foto/keripik{n}.jpg": Picture(40_000, 600, 400) for n in range(30)}
    return Site({"katalog.html": page.encode(), "gaya.css": _STYLE}, pictures)


def page_check(turns: int = 60) -> Result:
    """Measure the check against its budget."""
    sites = [_site(_page(turn)) for turn in range(turns + 3)]
    times = []
    for site in sites[turns:]:
        if not check_page(site, "katalog.html").holds:
            raise AssertionError(check_page(site, "katalog.html").finding_sentence("id"))
    gc.collect()
    gc.disable()
    try:
        for site in sites[:turns]:
            start = PROCESSOR()
            check_page(site, "katalog.html")
            times.append(PROCESSOR() - start)
    finally:
        gc.enable()
    ours = median(times) * 1e3
    return Result("page-check", ours, BUDGET, "the 20 ms a check may take", "ms", 1.0, turns)


def page_check_nu(turns: int = 5) -> Result:
    """Compare it with one run of the Nu checker."""
    command = find_nu()
    if command is None:
        raise MissingPeerError("the Nu checker is missing; set VNU_JAR")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "katalog.html")
        path.write_text(_page(0), encoding="utf-8")
        sites = [_site(_page(1000 + turn)) for turn in range(turns + 2)]

        def nu(_turn: int) -> object:
            return subprocess.run(
                [*command, "--exit-zero-always", str(path)], capture_output=True, check=True
            )

        ours, peer = alternate(
            lambda turn: check_page(sites[turn % len(sites)], "katalog.html"),
            nu,
            turns,
            clock=WALL,
            warm_up=1,
        )
    return Result("page-check-nu", ours * 1e3, peer * 1e3, "one run of the Nu checker", "ms", 0.05, turns)


BENCHMARKS = {"page-check": page_check, "page-check-nu": page_check_nu}
