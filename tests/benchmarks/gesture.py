"""From a gesture on the bench to new readings on the screen, in JupyterLab, with 25 leads on the table.

Each gesture is timed from the press to the frame that shows its answer. The kernel tells how long the activity took
(solve, save, word, draw up), the page when the answer came and when it was painted; what lies between is
transfer: messages, JSON, and the two processes waiting for a processor. A button and a label of ipywidgets in the same
notebook tell how much of that is Jupyter's own.
"""

import json
from statistics import mean, quantiles

from tests.benchmarks.lab_page import run_in_lab
from tests.benchmarks.pairs import Result

_BUDGET = 100.0
"""What a hand feels as at once [ms]."""
_GESTURES = 60
_SLIDES = 60

_CELL = """
import json, pathlib, time
from lentera import kelas
from lentera.solar.bench import TERMINALS
from lentera.widgets.activity import Activity

spent = []
handle = Activity.handle
def timed(self, message):
    start = time.perf_counter()
    view = handle(self, message)
    spent.append(1000 * (time.perf_counter() - start))
    pathlib.Path("spent.json").write_text(json.dumps(spent))
    return view
widget = kelas.rangkai_surya("s06-rangkai", bebas=True)
RIGHT = [("battery.plus", "fuse.a"), ("fuse.b", "controller.battery_plus"), ("battery.minus", "controller.battery_minus"),
    ("panel.plus", "controller.pv_plus"), ("panel.minus", "controller.pv_minus"), ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"), ("controller.load_minus", "lamp1.minus"), ("lamp1.plus", "lamp2.plus"), ("lamp1.minus", "lamp2.minus")]
MORE = [("battery.minus", "panel.minus"), ("battery.minus", "lamp1.minus"), ("battery.minus", "lamp2.minus"), ("panel.minus", "lamp2.minus"),
    ("panel.minus", "controller.load_minus"), ("controller.pv_minus", "controller.load_minus"), ("controller.battery_minus", "controller.load_minus"),
    ("controller.pv_minus", "lamp1.minus"), ("controller.battery_minus", "lamp2.minus"), ("switch.b", "lamp2.plus"), ("fuse.a", "controller.battery_plus"),
    ("controller.pv_minus", "lamp2.minus"), ("controller.load_minus", "lamp2.minus"), ("panel.minus", "lamp1.minus"), ("controller.battery_minus", "panel.minus")]
for start, end in RIGHT + MORE:
    widget.activity.handle({"do": "join", "start": start, "end": end})
widget.activity.handle({"do": "cover"})
widget.view = dict(widget.activity.view)
Activity.handle = timed
import ipywidgets
from IPython.display import display
button, label = ipywidgets.Button(description="Bawaan"), ipywidgets.Label("0")
button.on_click(lambda _button: setattr(label, "value", str(int(label.value) + 1)))
display(ipywidgets.VBox([button, label]))
widget
"""

_WATCH = """
() => {
  const holder = document.querySelector(".lentera");
  const seen = (window.seen = { from: 0, arrived: 0, painted: [] });
  const paint = () => requestAnimationFrame(() => { const port = new MessageChannel(); port.port1.onmessage = () => {
    if (seen.from) { seen.painted.push({ total: performance.now() - seen.from, drawing: performance.now() - seen.arrived }); seen.from = 0; }
    seen.frames = (seen.frames || 0) + 1; }; port.port2.postMessage(0); });
  new MutationObserver((changes) => { if (!seen.arrived) seen.arrived = performance.now(); paint(); seen.arrived = seen.arrived || performance.now(); })
    .observe(holder, { subtree: true, childList: true, characterData: true, attributes: true });
}
"""

_PRESS = """
async (words) => {
  const button = [...document.querySelectorAll(".lentera button")].find((one) => words.some((word) => one.textContent.trim().startsWith(word)));
  const before = window.seen.painted.length;
  window.seen.arrived = 0;
  window.seen.from = performance.now();
  button.click();
  const end = performance.now() + 5000;
  while (window.seen.painted.length === before && performance.now() < end) await new Promise((done) => setTimeout(done, 1));
  await new Promise((done) => setTimeout(done, 30));
  return window.seen.painted[before] || null;
}
"""

_STOCK = """
async () => {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Bawaan");
  const label = document.querySelector(".widget-label");
  const start = performance.now();
  const painted = new Promise((done) => new MutationObserver((_changes, watcher) => { watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); }).observe(label, { subtree: true, childList: true, characterData: true }));
  button.click();
  const took = await painted;
  await new Promise((done) => setTimeout(done, 30));
  return took;
}
"""

_SLIDE = """
async ([selector, places]) => {
  const range = document.querySelector(selector);
  let updates = 0;
  const image = document.querySelector(".lentera .reads");
  const watcher = new MutationObserver(() => { updates += 1; });
  watcher.observe(image, { subtree: true, childList: true, characterData: true });
  const start = performance.now();
  const [low, high, step] = [Number(range.min), Number(range.max), Number(range.step)];
  for (let place = 0; place < places; place += 1) {
    range.value = String(low + ((high - low) * place) / places);
    range.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(done));
  }
  const took = performance.now() - start;
  await new Promise((done) => setTimeout(done, 400));
  watcher.disconnect();
  return { updates, took, last: range.value };
}
"""


def bench_gesture() -> Result:
    """Time gestures on a bench with 25 leads; report the shares and the slider's updates."""
    with run_in_lab(_CELL, ".lentera .wire") as (page, notebooks):
        page.wait_for_function("document.querySelectorAll('.lentera .wire').length === 25")
        page.evaluate(_WATCH)
        words = ["Nyalakan sakelar", "Matikan sakelar"]
        times = [page.evaluate(_PRESS, words) for _gesture in range(_GESTURES + 5)][5:]
        stock = [page.evaluate(_STOCK) for _gesture in range(_GESTURES + 5)][5:]
        spent = json.loads((notebooks.root / "s06" / "spent.json").read_text(encoding="utf-8"))[5:]
        slider = ".lentera input[type=range]"
        slides = page.evaluate(_SLIDE, [slider, _SLIDES]) if page.locator(slider).count() else None
    totals = [one["total"] for one in times]
    p95 = quantiles(totals, n=20)[-1]
    kernel, drawing = mean(spent), mean(one["drawing"] for one in times)
    details = {
        "stock_button_p95_ms": round(quantiles(stock, n=20)[-1], 1),
        "median_ms": round(sorted(totals)[len(totals) // 2], 1),
        "kernel_ms": round(kernel, 1),
        "drawing_ms": round(drawing, 1),
        "transfer_ms": round(mean(totals) - kernel - drawing, 1),
    }
    if slides:
        details["slider_updates_per_second"] = round(1000 * slides["updates"] / slides["took"], 1)
    return Result("bench-gesture", p95, _BUDGET, "at once, p95", "ms", 1.0, _GESTURES, details)


BENCHMARKS = {"bench-gesture": bench_gesture}
