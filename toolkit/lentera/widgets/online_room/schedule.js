// The shared computer: what each child needs, and a table with a list to choose from for each time.
import { button, make, say } from "../shared/dom.js";
import { makeBlock, makeRadios } from "../shared/frame.js";
import { makeAsking } from "../shared/asking.js";
import { makeChoice } from "../shared/choice.js";
import { makeSheet } from "../shared/printing.js";

function makeNeeds(words) {
  const list = make("ul", { class: "or-needs" });
  const show = (needs) => {
    const key = JSON.stringify(needs);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...needs.map((one) => make("li", { class: "or-need" },
      make("p", {}, make("b", {}, one.name), ` · ${one.grade}`),
      make("p", {}, one.live), make("p", {}, one.homework), make("p", { class: "muted" }, one.device), make("p", { class: "tag next" }, one.turns))));
  };
  return { box: makeBlock(words.needs, list), show };
}

// The roles are written out: a narrow screen lays each row out in two lines, and a table would lose its rows there.
function makeTimes(words, frame) {
  const head = make("tr", { role: "row" });
  const body = make("tbody", { role: "rowgroup" });
  const table = make("table", { class: "or-times", role: "table" }, make("caption", {}, words.table), make("thead", { role: "rowgroup" }, head), body);
  let rows = [];
  const build = (view) => {
    head.replaceChildren(...view.heads.map((text) => make("th", { scope: "col", role: "columnheader" }, text)));
    rows = view.rows.map((row, slot) => {
      const seats = row.seats.map((_seat, computer) => {
        const choice = makeChoice(row.labels[computer], view.options, (child) => frame.send({ do: "seat", slot, computer, child }));
        choice.box.querySelector("label").className = "sr";
        return choice;
      });
      const note = make("td", { class: "small", role: "cell" });
      return { seats, note, line: make("tr", { role: "row" }, make("th", { scope: "row", class: "num", role: "rowheader" }, row.time), ...seats.map((one) => make("td", { role: "cell" }, one.box)), note) };
    });
    body.replaceChildren(...rows.map((one) => one.line));
  };
  const show = (view) => {
    if (table.dataset.key !== String(view.computers)) {
      table.dataset.key = String(view.computers);
      build(view);
    }
    view.rows.forEach((row, slot) => {
      rows[slot].seats.forEach((one, computer) => {
        one.offer(view.options);
        one.show(row.seats[computer]);
      });
      say(rows[slot].note, row.note);
    });
  };
  return { table, show, flush: () => rows.forEach((row) => row.seats.forEach((one) => one.flush())) };
}

/** Make the part with the schedule of the computer. */
export function makeSchedule(words, frame) {
  let now = { children: 3, computers: 1 };
  const many = (change) => frame.send({ do: "many", ...now, ...change });
  const children = makeRadios(words.children, words.children_options, (value) => many({ children: Number(value) }));
  const computers = makeRadios(words.computers, words.computers_options, (value) => many({ computers: Number(value) }));
  const needs = makeNeeds(words);
  const times = makeTimes(words, frame);
  const clear = button(words.clear, () => asking.open(), { kind: "quiet" });
  const asking = makeAsking({ label: words.clear, question: words.sure, yes: words.clear, cancel: frame.words.cancel }, () => clear, () => frame.send({ do: "clear" }));
  const print = button(words.print, () => {
    times.flush();
    frame.send({ do: "print" });
  });
  const sheet = makeSheet(frame.words);
  const panel = make("div", {},
    make("div", { class: "block" }, make("p", { class: "or-lead" }, words.intro), make("div", { class: "or-two or-many" }, children.box, computers.box)),
    needs.box,
    make("div", { class: "block" }, times.table, make("p", { class: "muted or-break" }, words.break), make("div", { class: "rowx" }, print, clear), asking.box, sheet.box));
  const show = (view, printed) => {
    now = { children: view.children, computers: view.computers };
    children.show(String(view.children));
    computers.show(String(view.computers));
    needs.show(view.needs);
    times.show(view);
    sheet.show(printed);
  };
  return { panel, show, flush: times.flush };
}
