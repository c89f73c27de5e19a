// The cash book: a table to write in, the balance beside each row, what happened in the market, and the sheet.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeLater, makeResult, makeSelect } from "../shared/frame.js";
import { makeSheet } from "../shared/printing.js";

/** Make one field of the table; its head stands above the column, and beside the field on a narrow screen. */
function makeCell(column, at, words, send) {
  const id = freshId("kas");
  const element = make("input", { type: "text", id, autocomplete: "off", inputmode: column.number ? "numeric" : undefined, "aria-label": `${column.name}, ${words.row} ${at + 1}` });
  const label = make("label", { for: id }, column.name);
  const later = makeLater(() => send(element.value));
  element.addEventListener("input", later.soon);
  element.addEventListener("blur", later.now);
  const show = (value) => {
    if (element !== document.activeElement && element.value !== value) element.value = value;
  };
  return { cell: make("td", { role: "cell", class: `cb-${column.id}` }, label, element), element, show, leave: later.now };
}

/** Make the rows; a row is known by its place, so what stands below a removed one moves up into its elements. */
function makeRows(words, frame, after) {
  const body = make("tbody", { role: "rowgroup" });
  const rows = [];
  const makeRow = (at) => {
    const head = make("th", { scope: "row", role: "rowheader" }, make("span", { class: "sr" }, `${words.row} `), String(at + 1));
    const cells = words.columns.filter((column) => column.field).map((column) => ({ id: column.id, ...makeCell(column, at, words, (value) => frame.send({ do: "set", row: at, field: column.id, value })) }));
    const balance = make("span", { class: "num" });
    const drop = button(words.remove, () => { after("undo"); frame.send({ do: "remove", row: at }); }, { kind: "quiet" });
    drop.words.append(make("span", { class: "sr" }, ` ${words.row} ${at + 1}`));
    const line = make("tr", { role: "row" }, head, ...cells.map((one) => one.cell), make("td", { role: "cell", class: "n cb-saldo" }, make("span", { class: "cb-name" }, words.balance), balance), make("td", { role: "cell", class: "cb-drop" }, drop));
    body.append(line);
    return { line, cells, balance, drop };
  };
  const show = (written) => {
    while (rows.length > written.length) rows.pop().line.remove();
    while (rows.length < written.length) rows.push(makeRow(rows.length));
    written.forEach((row, at) => {
      for (const cell of rows[at].cells) cell.show(row[cell.id]);
      say(rows[at].balance, row.saldo);
    });
  };
  // The day is there already; what for comes next.
  const first = (at) => rows[at]?.cells[1].element;
  return { body, show, first, last: () => first(rows.length - 1), leave: () => rows.forEach((row) => row.cells.forEach((cell) => cell.leave())) };
}

/** Make the field of her own profit. */
function makeProfit(words, send) {
  const id = freshId("laba");
  const help = make("p", { class: "muted small", id: `${id}-bantuan` }, words.profit_help);
  const costs = make("p", { class: "muted small", id: `${id}-modal` });
  const element = make("input", { type: "text", id, inputmode: "numeric", autocomplete: "off", "aria-describedby": `${help.id} ${costs.id}` });
  const later = makeLater(() => send(element.value));
  element.addEventListener("input", later.soon);
  element.addEventListener("blur", later.now);
  const show = (value) => {
    if (element !== document.activeElement && element.value !== value) element.value = value;
  };
  return { box: make("div", { class: "cb-profit" }, make("label", { for: id }, words.profit), element, help, costs), tell: (text) => say(costs, text), show, leave: later.now };
}

function renderCashBook({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, tell } = frame;
  let goTo = "";
  let typing = false;
  const send = frame.send;
  // While she types, "saved" does not talk into her letters; the new balance is told when she pauses.
  frame.send = (message) => {
    typing = message.do === "set" || message.do === "profit";
    send(message);
  };
  const rows = makeRows(words, frame, (place) => { goTo = place; });
  const head = make("tr", { role: "row" }, make("th", { scope: "col", role: "columnheader", class: "cb-no" }, words.number), ...words.columns.map((column) => make("th", { scope: "col", role: "columnheader", class: `cb-${column.id} ${column.number ? "n" : ""}`.trim() }, column.name)), make("th", { scope: "col", role: "columnheader", class: "cb-drop" }, make("span", { class: "sr" }, words.remove)));
  const sums = make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader", colspan: "3" }, words.sums));
  const [sumIn, sumOut, sumLeft] = ["masuk", "keluar", "saldo"].map((id) => {
    const value = make("span", { class: "num" });
    const name = words.columns.find((column) => column.id === id).name;
    sums.append(make("td", { role: "cell", class: "n" }, make("span", { class: "cb-name" }, name), value));
    return value;
  });
  sums.append(make("td", { role: "cell" }));
  const table = make("table", { class: "cb-table", role: "table" }, make("caption", {}, words.caption), make("thead", { role: "rowgroup" }, head), rows.body, make("tfoot", { role: "rowgroup" }, sums));
  const none = make("p", { class: "muted" });
  const add = makeDoing(words.add, () => { goTo = "last"; frame.send({ do: "add" }); }, tell);
  const undo = button(words.undo, () => { goTo = "back"; frame.send({ do: "undo" }); }, { picture: "undo" });
  const print = makeDoing(words.print, () => frame.send({ do: "print" }), tell);
  const csv = makeDoing(words.csv, () => frame.send({ do: "csv" }), tell);
  const sheet = makeSheet(words);
  const spread = makeSheet({ sheet: words.csv_file, open_sheet: words.open_csv });
  const check = button(words.check, () => { rows.leave(); profit.leave(); frame.send({ do: "check" }); }, { kind: "main", picture: "ok" });
  const result = makeResult(words);
  const rounds = makeSelect(words.round, [], (value) => frame.send({ do: "round", round: Number(value) }));
  const profit = makeProfit(words, (value) => frame.send({ do: "profit", value }));
  const opening = make("p", { class: "tally" });
  const happened = make("ol", { class: "cb-happened" });
  const nothing = make("p", { class: "muted" });
  const hint = make("p", {});
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), make("div", { class: "cb-round" }, rounds.box)),
    makeBlock(words.happened, hint, nothing, happened),
    make("div", { class: "block" }, opening, none, make("div", { class: "cb-room" }, table), make("div", { class: "rowx cb-more" }, add.element, undo), add.why, profit.box),
    frame.saybar, frame.notice, result.block,
    makeBlock(words.keep, make("div", { class: "rowx" }, print.element, csv.element), print.why, sheet.box, spread.box, frame.saved));

  const targets = { last: rows.last, undo: () => (undo.hidden ? add.element : undo), back: () => rows.first(back) || add.element };
  let back = 0;
  const draw = (view, mine) => {
    rows.show(view.rows);
    table.hidden = !view.rows.length;
    say(none, view.no_rows);
    none.hidden = !view.no_rows;
    say(sumIn, view.sums.masuk);
    say(sumOut, view.sums.keluar);
    say(sumLeft, view.sums.saldo);
    say(opening, view.opening);
    rounds.offer(view.rounds);
    rounds.show(String(view.round));
    profit.show(view.profit);
    profit.tell(view.costs);
    add.show(view.add);
    print.show(view.print);
    csv.show(view.print);
    csv.why.hidden = true;
    undo.hidden = !view.undo;
    back = view.at;
    say(hint, view.hint);
    say(nothing, view.nothing);
    nothing.hidden = !view.nothing;
    const key = JSON.stringify(view.happened);
    if (happened.dataset.key !== key) {
      happened.dataset.key = key;
      happened.replaceChildren(...view.happened.map((one) => make("li", {}, make("b", {}, one.when), " ", make("span", {}, one.text))));
    }
    happened.hidden = !view.happened.length;
    result.show(view.check);
    sheet.show(view.printed);
    spread.show(view.csv);
    if (mine && goTo) {
      const target = targets[goTo]();
      goTo = "";
      target.focus();
    }
    return !typing;
  };
  return frame.follow(draw, () => { rows.leave(); profit.leave(); });
}

export default { render: renderCashBook };
