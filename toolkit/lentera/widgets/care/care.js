// The calendar of care: a year lived month by month, a job step by step, and what is due at home.
import { button, freshId, icon, make, say, setAvailable } from "../shared/dom.js";
import { fillTable, makeBlock, makeDoing, makeFrame, makeRadios, makeResult, makeSelect, makeTabs } from "../shared/frame.js";
import { makeSheet } from "../shared/printing.js";
import { narrowChart, wideChart } from "./chart.js";
import { makeAsking } from "../shared/asking.js";

/** Make the jobs of a month: native checkboxes, rebuilt only when another month comes. */
function makeJobs(words, frame) {
  const list = make("ul", { class: "care-jobs" });
  const box = make("fieldset", {}, make("legend", {}, words.jobs), list);
  let boxes = [];
  const show = (jobs) => {
    const key = JSON.stringify(jobs.map((job) => [job.id, job.about]));
    if (list.dataset.key !== key) {
      list.dataset.key = key;
      boxes = jobs.map((job) => make("input", { type: "checkbox", onchange: (event) => frame.send({ do: "tick", task: job.id, on: event.target.checked }) }));
      list.replaceChildren(...jobs.map((job, index) => {
        const [name, about] = [freshId("kerja"), freshId("tentang")];
        boxes[index].setAttribute("aria-labelledby", name);
        boxes[index].setAttribute("aria-describedby", about);
        const words = make("span", { class: "care-about muted", id: about }, make("span", {}, job.why), " ", make("span", {}, `${job.about}.`));
        return make("li", {}, make("label", { class: "pick" }, boxes[index], make("span", {}, make("span", { id: name }, job.text), " ", words)));
      }));
    }
    jobs.forEach((job, index) => { boxes[index].checked = job.ticked; });
    box.hidden = !jobs.length;
  };
  return { box, show };
}

/** Make the picture of the year in two layouts; the narrow one is for small screens and big letters. */
function makeChart(words) {
  const draw = (name, size) => {
    const id = freshId("arsir");
    const box = make("div", { class: `care-chart ${name}` });
    box.innerHTML = `<svg viewBox="0 0 ${size}" role="img" aria-labelledby="${id}-judul ${id}-isi" focusable="false"><title id="${id}-judul"></title><desc id="${id}-isi"></desc><g></g></svg>`;
    return { id, box, group: box.querySelector("g"), title: box.querySelector("title"), desc: box.querySelector("desc") };
  };
  const wide = draw("care-wide", "900 350");
  const narrow = draw("care-narrow", "360 512");
  const show = (bars, picture) => {
    for (const one of [wide, narrow]) {
      say(one.title, picture.title);
      say(one.desc, picture.desc);
      one.group.innerHTML = (one === wide ? wideChart : narrowChart)(bars, words.legend, one.id);
    }
  };
  return { boxes: [wide.box, narrow.box], show };
}

/** Fill a table that folds on small screens: there each cell tells its column itself, and stays a cell for the ear. */
function fillFolding(table, content) {
  const before = table.dataset.key;
  fillTable(table, content);
  if (table.dataset.key === before) return;
  const roles = { TR: "row", TH: "columnheader", TD: "cell", THEAD: "rowgroup", TBODY: "rowgroup" };
  table.setAttribute("role", "table");
  for (const one of table.querySelectorAll("tr,th,td,thead,tbody")) one.setAttribute("role", one.scope === "row" ? "rowheader" : roles[one.tagName]);
  for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, index) => { cell.dataset.head = content.head[index]; });
}

/** Make what the lamp is like now, as readings. */
function makeCondition(name) {
  const title = make("h3", { class: "sr" }, name);
  const list = make("dl", { class: "reads care-reads" });
  const show = (rows) => {
    const key = JSON.stringify(rows);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...rows.map((row) => make("div", {}, make("dt", {}, row.name), make("dd", {}, row.value, " ", make("small", {}, row.note)))));
    for (const one of [title, list]) one.hidden = !rows.length;
  };
  return { title, list, show };
}

/** Make the steps on offer; each is one button, and the focus goes on to the next one when a step is used. */
function makeOffered(frame, words) {
  const list = make("ul", { class: "care-steps" });
  const none = make("p", { class: "muted" }, words.all_used);
  let chosen = null;
  const lines = new Map();
  const show = (steps, mine, fallback) => {
    for (const [id, line] of lines) {
      if (steps.some((step) => step.id === id)) continue;
      line.remove();
      lines.delete(id);
    }
    steps.forEach((step, index) => {
      if (!lines.has(step.id)) {
        const add = button(step.text, () => {
          chosen = [...lines.keys()].indexOf(step.id);
          frame.send({ do: "add", step: step.id });
        }, { kind: "care-step" });
        add.prepend(make("span", { class: "care-plus", "aria-hidden": "true" }, "+"));
        add.setAttribute("aria-label", `${words.pick}: ${step.text}`);
        lines.set(step.id, make("li", {}, add));
      }
      const line = lines.get(step.id);
      if (list.children[index] !== line) list.insertBefore(line, list.children[index] || null);
    });
    none.hidden = steps.length > 0;
    if (!mine || chosen === null) return;
    const at = Math.min(chosen, list.children.length - 1);
    chosen = null;
    (at < 0 ? fallback : list.children[at].firstChild).focus();
  };
  return { list, none, show };
}

/** Make the learner's order; lines are kept by place, so moving a step moves the focus with it. */
function makeOrder(frame, words) {
  const list = make("ol", { class: "care-order" });
  const none = make("p", { class: "muted" }, words.no_order);
  const lines = [];
  let goTo = null;
  const labels = { up: words.up, down: words.down, drop: words.drop };
  const act = (name, send) => button(labels[name], send, { kind: name === "drop" ? "quiet" : "" });
  const makeLineOf = (at) => {
    const text = make("span", {});
    const up = act("up", () => { goTo = [at - 1, "up"]; frame.send({ do: "move", at, by: -1 }); });
    const down = act("down", () => { goTo = [at + 1, "down"]; frame.send({ do: "move", at, by: 1 }); });
    const drop = act("drop", () => { goTo = [at, "drop"]; frame.send({ do: "drop", at }); });
    const number = make("b", { "aria-hidden": "true" }, String(at + 1));
    const line = make("li", {}, number, text, make("span", { class: "care-acts" }, up, down, drop));
    return { line, text, up, down, drop };
  };
  const show = (order, mine, fallback) => {
    while (lines.length < order.length) {
      lines.push(makeLineOf(lines.length));
      list.append(lines[lines.length - 1].line);
    }
    while (lines.length > order.length) lines.pop().line.remove();
    order.forEach((step, at) => {
      const one = lines[at];
      say(one.text, step.text);
      for (const name of Object.keys(labels)) one[name].setAttribute("aria-label", `${labels[name]}: ${step.text}`);
      setAvailable(one.up, step.up, words.at_end);
      setAvailable(one.down, step.down, words.at_end);
    });
    none.hidden = order.length > 0;
    if (!mine || goTo === null) return;
    const [at, name] = goTo;
    goTo = null;
    const line = lines[Math.min(Math.max(at, 0), lines.length - 1)];
    (line ? line[name] : fallback).focus();
  };
  return { list, none, show };
}

function renderCare({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;

  // A year of care
  const kit = makeRadios(words.kit, words.kits, (value) => frame.send({ do: "kit", kit: value }));
  const house = make("p", { class: "muted" });
  const month = make("h3", {});
  const sky = make("p", {});
  const jobs = makeJobs(words, frame);
  const sum = make("p", { class: "tally" });
  const all = makeDoing(words.all, () => frame.send({ do: "all" }), frame.tell);
  const run = makeDoing(words.run, () => frame.send({ do: "run" }, { patience: 20000 }), frame.tell, { kind: "main", picture: "next" });
  const back = makeDoing(words.back, () => frame.send({ do: "back" }), frame.tell, { kind: "quiet", picture: "undo" });
  const again = makeDoing(words.again, () => asking.open(), frame.tell, { kind: "quiet" });
  const asking = makeAsking({ label: words.again, question: words.again_ask, yes: words.again_yes, cancel: words.cancel }, () => again.element, () => frame.send({ do: "again" }));
  const yearPanel = make("div", {},
    make("div", { class: "block" }, kit.box, house),
    make("div", { class: "block apart" }, month, sky, jobs.box, sum, make("div", { class: "rowx" }, run.element, all.element), make("div", { class: "rowx care-turn" }, back.element, again.element), asking.box, run.why));

  // Step by step
  const job = makeSelect(words.job, [], (value) => frame.send({ do: "job", job: value }));
  const offered = makeOffered(frame, words);
  const order = makeOrder(frame, words);
  const checkOrder = button(words.check_order, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const clear = button(words.clear, () => frame.send({ do: "clear" }), { kind: "quiet" });
  const stepsPanel = make("div", {},
    make("div", { class: "block" }, job.box),
    make("div", { class: "block care-two" },
      make("div", {}, make("h3", {}, words.offered), offered.none, offered.list),
      make("div", {}, make("h3", {}, words.order), order.none, order.list, make("div", { class: "rowx" }, checkOrder, clear))));

  // My calendar
  const dayId = `${u}-dipasang`;
  const day = make("input", { type: "date", id: dayId, "aria-describedby": `${dayId}-kata`, onchange: () => frame.send({ do: "put_up", day: day.value }) });
  const dayWords = make("p", { class: "muted", id: `${dayId}-kata` });
  const table = make("table", { class: "care-table" });
  const print = button(words.print, () => frame.send({ do: "print" }));
  const sheet = makeSheet(words);
  const calendarPanel = make("div", {},
    make("div", { class: "block" }, make("label", { for: dayId }, words.put_up), make("div", { class: "rowx" }, day, dayWords)),
    makeBlock(words.calendar, make("p", { class: "muted lead" }, words.calendar_from), table, make("div", { class: "rowx care-print" }, print), sheet.box));

  const chart = makeChart(words);
  const condition = makeCondition(words.state);
  const said = make("div", {});
  const best = make("p", { class: "care-best" });
  const causes = make("table", { class: "care-table" });
  const notes = make("div", {});
  const report = makeBlock(words.report, said, best, causes, notes);
  const numbers = make("table", { class: "care-table" });
  const result = makeResult(words);
  const yearOut = make("div", {}, make("div", { class: "block" }, make("h3", {}, words.chart), ...chart.boxes), condition.title, condition.list, report, make("div", { class: "block" }, numbers));
  const stepsOut = make("div", {}, result.block);
  const out = { tahun: yearOut, langkah: stepsOut, kalender: make("div", {}) };
  const turn = (id) => Object.entries(out).forEach(([name, element]) => { element.hidden = name !== id; });
  const tabs = makeTabs(words.tabs, [
    { id: "tahun", text: words.tab_year, panel: yearPanel },
    { id: "langkah", text: words.tab_steps, panel: stepsPanel },
    { id: "kalender", text: words.tab_calendar, panel: calendarPanel },
  ], turn);
  turn("tahun");
  frame.widget.classList.add("care");
  frame.widget.append(tabs.list, yearPanel, stepsPanel, calendarPanel, frame.saybar, frame.notice, yearOut, stepsOut, make("div", { class: "block" }, frame.saved));

  const showReport = (found) => {
    report.hidden = !found;
    const key = JSON.stringify(found);
    if (!found || report.dataset.key === key) return;
    report.dataset.key = key;
    said.replaceChildren(...found.said.map((text) => make("p", {}, text)));
    best.replaceChildren(...(found.best ? [icon("hint"), make("span", {}, found.best)] : []));
    best.hidden = !found.best;
    causes.hidden = !found.table.rows.length;
    fillFolding(causes, found.table);
    notes.replaceChildren(...found.notes.map((text) => make("p", { class: "muted" }, text)));
  };

  return frame.follow((view, mine) => {
    kit.show(view.kit);
    say(house, view.house);
    say(month, view.month);
    say(sky, view.sky);
    sky.hidden = !view.sky;
    jobs.show(view.jobs);
    say(sum, view.sum);
    sum.hidden = !view.sum;
    run.show(view.run);
    all.show(view.all);
    back.show(view.back);
    again.show(view.back);
    chart.show(view.bars, view.picture);
    condition.show(view.condition);
    showReport(view.report);
    numbers.hidden = !view.table.rows.length;
    numbers.parentElement.hidden = numbers.hidden;
    fillFolding(numbers, view.table);
    job.offer(view.steps.jobs);
    job.show(view.steps.job);
    offered.show(view.steps.offered, mine, checkOrder);
    order.show(view.steps.order, mine, checkOrder);
    result.show(view.check);
    if (day !== document.activeElement) day.value = view.put_up;
    say(dayWords, view.put_up_words);
    fillFolding(table, view.calendar);
    sheet.show(view.printed);
  });
}

export default { render: renderCare };
