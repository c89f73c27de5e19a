"""From a letter in the page editor to the page that shows it, in JupyterLab, with a page of three products and a picture.

Each letter is pressed with the browser's own keyboard and timed from its keydown to the frame that shows the new page. In the
same notebook a Textarea of ipywidgets writes the same text into an HTML widget: that is what a plain notebook offers, without
saving, checking what the page holds, or telling its outline.
"""

import json
from statistics import mean, quantiles

from tests.benchmarks.lab_page import run_in_lab
from tests.benchmarks.pairs import Result

_BUDGET = 150.0
"""What still feels as if the page grew under the letter [ms]."""
_LETTERS = 60
_WARM = 8

_CELL = """
import json, pathlib, time
from lentera.place import Place
from lentera.widgets.activity import Activity
from lentera.widgets.activity_widget import show
from lentera.widgets.editor.session import EditorSession

session = EditorSession(Place.here(), "s03-profil")
session.handle({"do": "sample", "file": "keripik-pisang.svg"})
card = '<article>\\n<h2>Keripik</h2>\\n<img src="foto/keripik-pisang.svg" alt="Keripik">\\n<p>Berat bersih: 150 g</p>\\n<p>Harga: Rp11.000</p>\\n</article>\\n'
text = "<!doctype html>\\n<html lang='id'>\\n<head>\\n<meta charset='utf-8'>\\n<title>Toko</title>\\n<style>body{font-size:18px}</style>\\n</head>\\n<body>\\n<h1>Toko</h1>\\n" + 3 * card + "</body>\\n</html>\\n"
session.handle({"do": "type", "file": "index.html", "text": text, "base": session.view["stamp"]})
spent = []
handle = Activity.handle
def timed(self, message):
    start = time.perf_counter()
    view = handle(self, message)
    spent.append(1000 * (time.perf_counter() - start))
    pathlib.Path("spent.json").write_text(json.dumps(spent))
    return view
Activity.handle = timed
import ipywidgets
from IPython.display import display
area, page = ipywidgets.Textarea(text, description="Bawaan", rows=8), ipywidgets.HTML(text)
area.observe(lambda change: setattr(page, "value", change.new), "value")
display(ipywidgets.VBox([area, page]))
show(session)
"""

_WATCH = """
() => {
  const seen = (window.seen = { from: 0, painted: [] });
  addEventListener("keydown", () => { seen.from = performance.now(); }, true);
  const paint = () => requestAnimationFrame(() => { const port = new MessageChannel(); port.port1.onmessage = () => {
    if (seen.from) { seen.painted.push(performance.now() - seen.from); seen.from = 0; } }; port.port2.postMessage(0); });
  new MutationObserver((changes) => { if (changes.some((one) => one.attributeName === "data-shown")) paint(); })
    .observe(document.querySelector(".ed-sheet"), { subtree: true, attributes: true });
  const stock = [...document.querySelectorAll(".widget-html-content")].find((one) => one.textContent.includes("Toko"));
  new MutationObserver(paint).observe(stock, { subtree: true, childList: true, characterData: true });
}
"""


def _press(page: "object", letters: int) -> list[float]:
    """Press letters one after the other, each when the one before is seen; return the times [ms]."""
    page.evaluate("window.seen.painted = []")  # type: ignore[attr-defined]
    for number in range(letters):
        page.keyboard.press("abcdefghij"[number % 10])  # type: ignore[attr-defined]
        page.wait_for_function(f"window.seen.painted.length > {number}", polling=5, timeout=10_000)  # type: ignore[attr-defined]
        page.wait_for_timeout(40)  # type: ignore[attr-defined]
    return list(page.evaluate("window.seen.painted"))  # type: ignore[attr-defined]


def bench_preview() -> Result:
    """Time letters in the page editor, and in a Textarea beside an HTML widget."""
    with run_in_lab(_CELL, ".lentera .ed-frame[data-shown]", 1400) as (page, notebooks):
        page.evaluate(_WATCH)
        editor = page.locator(".cm-content[aria-label^='Kode index.html']")
        editor.scroll_into_view_if_needed()
        editor.locator(".cm-line", has_text="<h1>").click()
        page.keyboard.press("End")
        for _left in "</h1>":
            page.keyboard.press("ArrowLeft")
        times = _press(page, _LETTERS + _WARM)[_WARM:]
        spent = json.loads((notebooks.root / "s06" / "spent.json").read_text(encoding="utf-8"))[_WARM:]
        area = page.locator("textarea").first
        area.scroll_into_view_if_needed()
        area.click()
        area.evaluate("(one) => { const at = one.value.indexOf('</h1>'); one.setSelectionRange(at, at); }")
        stock = _press(page, _LETTERS + _WARM)[_WARM:]
    p95 = quantiles(times, n=20)[-1]
    details = {
        "stock_textarea_p95_ms": round(quantiles(stock, n=20)[-1], 1),
        "stock_textarea_median_ms": round(sorted(stock)[len(stock) // 2], 1),
        "median_ms": round(sorted(times)[len(times) // 2], 1),
        "kernel_ms": round(mean(spent), 1),
    }
    return Result("preview", p95, _BUDGET, "the page under the letter, p95", "ms", 1.0, _LETTERS, details)


BENCHMARKS = {"preview": bench_preview}
