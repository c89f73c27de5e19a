// Price: a list of costs, three results, and the ways they are worked out. Numbers go to Python while they are typed.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { fillTable, makeBlock, makeDoing, makeFrame, makeLater, makeRadios, makeResult, makeSelect, makeSlider } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";
import { drawBars, drawPiece, drawPlot } from "./drawings.js";

/** Let a row of amounts stand as a block where the widget is too narrow for columns: each cell brings its head along. */
function makeStacking(table, head) {
  const roles = { thead: "rowgroup", tbody: "rowgroup", tr: "row", "thead th": "columnheader", "tbody th": "rowheader", td: "cell" };
  table.className = "hb-stack";
  table.setAttribute("role", "table");
  for (const [name, role] of Object.entries(roles)) for (const one of table.querySelectorAll(name)) one.setAttribute("role", role);
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.children].forEach((cell, index) => {
      if (cell.querySelector(".hb-head")) return;
      cell.prepend(make("span", { class: "hb-head", "aria-hidden": "true" }, head[index]));
    });
  }
}

/** Make a field that sends what is typed a moment later, and at once when it is left. */
function makeAmount(title, send, { help = "", plainText = false } = {}) {
  const id = freshId("biaya");
  const field = make("input", { type: "text", id, inputmode: plainText ? undefined : "decimal", autocomplete: "off", "aria-describedby": help ? `${id}-bantuan` : undefined });
  const later = makeLater(() => send(field.value));
  field.addEventListener("input", later.soon);
  field.addEventListener("blur", later.now);
  const box = make("div", { class: "hb-field" }, make("label", { for: id }, title), field, help ? make("p", { class: "muted small", id: `${id}-bantuan` }, help) : null);
  const show = (value) => {
    if (field !== document.activeElement && field.value !== value) field.value = value;
  };
  return { box, field, show, now: later.now };
}

/** Make her list of costs. A row is known by its place: what stands below a removed one moves up into its elements. */
function makeCosts(words, send, focusAdd) {
  const list = make("ol", { class: "hb-rows" });
  const rows = [];
  const makeRow = (index) => {
    const set = (field) => (value) => send({ do: "row", row: index, field, value });
    const legend = make("legend", { class: "sr" });
    const name = makeAmount(words.cost_name, set("nama"), { plainText: true });
    const group = makeChoice(words.group, words.groups, set("golongan"));
    const amount = makeAmount(words.amount, set("jumlah"));
    // Alone in a list of fields, "Jumlah uang" would not say of which row.
    const ends = [name, group, amount].map((one) => {
      const end = make("span", { class: "sr" });
      one.box.querySelector("label").append(end);
      return end;
    });
    const hidden = make("span", { class: "sr" });
    const drop = make("button", { type: "button", class: "btn quiet", onclick: (event) => event.detail > 1 || send({ do: "drop", row: index }) }, words.remove, hidden);
    const item = make("li", {}, make("fieldset", { class: "hb-row" }, legend, name.box, group.box, amount.box, drop));
    return { item, legend, name, group, amount, drop, hidden, ends };
  };
  const show = (costs) => {
    while (rows.length > costs.length) {
      const gone = rows.pop();
      const lost = gone.item.contains(document.activeElement);
      gone.item.remove();
      if (lost) (rows.length ? rows[rows.length - 1].drop : focusAdd()).focus();
    }
    while (rows.length < costs.length) {
      rows.push(makeRow(rows.length));
      list.append(rows[rows.length - 1].item);
    }
    costs.forEach((cost, index) => {
      const row = rows[index];
      say(row.legend, cost.label);
      say(row.hidden, ` ${cost.label.toLowerCase()}`);
      for (const end of row.ends) say(end, ` ${cost.label.toLowerCase()}`);
      row.name.show(cost.nama);
      row.group.show(cost.golongan);
      row.amount.show(cost.jumlah);
    });
    list.hidden = !costs.length;
  };
  const leave = () => rows.forEach((row) => { row.name.now(); row.amount.now(); row.group.flush(); });
  const last = () => rows[rows.length - 1]?.name.field;
  return { list, show, leave, last };
}

/** Make the worked example, which opens and closes. */
function makeExample(words) {
  const id = freshId("contoh");
  const table = make("table", {});
  fillTable(table, { caption: words.example_table.caption, head: words.example_table.head, rows: words.example_table.rows, numbers: [2] });
  const lines = Object.values(words.example_lines).flat().map((text) => make("li", {}, text));
  const box = make("div", { id, class: "hint", hidden: true }, icon("hint"), make("div", { class: "apart" }, make("b", {}, words.example_title), table, make("ul", { class: "state" }, ...lines)));
  const open = button(words.example_open, () => {
    box.hidden = !box.hidden;
    open.setAttribute("aria-expanded", String(!box.hidden));
    say(open.words, box.hidden ? words.example_open : words.example_close);
  }, { kind: "quiet", picture: "hint" });
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-controls", id);
  return { open, box };
}

/** Make what is given in the exercise: the costs, and packs, margin and fixed costs beside them. */
function makeGiven() {
  const table = make("table", {});
  const facts = make("dl", { class: "reads hb-given" });
  const box = make("div", { class: "apart" }, table, facts);
  const show = (given) => {
    box.hidden = !given;
    if (!given) return;
    fillTable(table, { caption: given.caption, head: given.head, rows: given.rows, numbers: [2] });
    const key = JSON.stringify(given.given);
    if (facts.dataset.key === key) return;
    facts.dataset.key = key;
    facts.replaceChildren(...given.given.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
  };
  return { box, show };
}

/** Keep a picture and replace it only when it changes. */
function keepPicture(holder, key, draw) {
  const text = JSON.stringify(key);
  if (holder.dataset.key === text) return;
  holder.dataset.key = text;
  holder.innerHTML = draw();
}

function renderPrice({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, send, tell } = frame;
  const set = (field) => (value) => send({ do: "set", field, value });
  let goTo = null;

  const mode = makeRadios(words.mode, words.modes, (value) => send({ do: "mode", mode: value }));
  const example = makeExample(words);
  const fields = Object.fromEntries(Object.entries(words.fields).map(([field, title]) => [field, makeAmount(title, set(field), { help: words.helps[field], plainText: field === "nama" })]));

  const given = makeGiven();
  const lead = make("p", { class: "lead" });
  const addGroup = makeSelect(words.new_group, words.groups);
  const add = makeDoing(words.add, () => { goTo = () => costs.last(); send({ do: "add", group: addGroup.select.value }); }, tell);
  const costs = makeCosts(words, send, () => add.element);
  const adding = make("div", { class: "rowx hb-add" }, addGroup.box, add.element, add.why);
  const total = make("p", { class: "tally" });

  const steps = {};
  const makeStep = (result, ...extra) => {
    const lines = make("ol", { class: "hb-lines" });
    const way = makeDoing(words.way, () => send({ do: "show", result }), tell, { kind: "quiet", picture: "hint" });
    way.element.append(make("span", { class: "sr" }, ` (${words.fields[result]})`));
    steps[result] = { lines, way };
    return makeBlock(words.steps[result], make("div", { class: "apart" }, make("p", {}, words.questions[result]), make("div", { class: "hb-pair" }, ...extra.map((one) => one.box), fields[result].box), make("div", { class: "rowx" }, way.element, way.why), lines));
  };
  const money = make("div", { class: "hb-money" });
  const moneyTold = make("p", {});
  const moneyBox = make("div", { class: "apart" }, make("h4", {}, words.money_title), money, moneyTold);
  const unitBlock = makeStep("hpp", fields.bungkus);
  unitBlock.append(moneyBox);

  const barsPicture = make("div", { class: "hb-holder" });
  const barsTold = make("p", {});
  const barsTable = make("table", {});
  const bars = make("div", { class: "apart hb-extra" }, make("h4", {}, words.bars_title), barsPicture, barsTold, make("div", { "data-scrolls": "", class: "hb-scroll" }, barsTable));
  const priceBlock = makeStep("harga", fields.margin);
  priceBlock.append(bars);

  const plotPicture = make("div", { class: "hb-holder" });
  const plotTold = make("p", {});
  const plotTable = make("table", {});
  const asRupiah = (value) => `Rp${String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ".")}`;
  const slider = makeSlider(words.slider, { min: 0, max: 1, step: 1 }, asRupiah, (value) => frame.slide({ do: "what_if", price: value }));
  const whatIf = make("p", { class: "tally" });
  const drawn = make("div", { class: "apart" }, plotPicture, plotTold, plotTable);
  const plot = make("div", { class: "apart hb-extra" }, make("h4", {}, words.plot_title), slider.box, whatIf, drawn);
  const neededBlock = makeStep("impas", fields.tetap);
  neededBlock.append(plot);

  const fresh = makeDoing(words.new, () => send({ do: "new" }), tell);
  const check = button(words.check, () => send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.saybar.append(check);
  frame.widget.append(
    makeBlock("", make("div", { class: "apart" }, mode.box, make("div", { class: "rowx" }, example.open, fresh.element, fresh.why), example.box)),
    makeBlock(words.costs_title, make("div", { class: "apart" }, lead, fields.nama.box, given.box, costs.list, adding, total)),
    unitBlock, priceBlock, neededBlock,
    frame.saybar, frame.notice, result.block,
    make("div", { class: "block" }, make("p", { class: "muted" }, words.practice), frame.saved),
  );

  const ownOnly = [fields.nama.box, fields.bungkus.box, fields.margin.box, fields.tetap.box, adding];

  return frame.follow((view, mine) => {
    const own = view.mode === "sendiri";
    mode.show(view.mode);
    say(lead, own ? words.costs_lead : words.given_lead);
    for (const box of ownOnly) box.hidden = !own;
    fresh.element.hidden = own;
    fresh.show(view.new);
    if (own) fresh.why.hidden = true;
    given.show(view.given);
    costs.show(view.rows);
    add.show(view.add);
    say(total, view.total);
    total.hidden = !view.total;
    fields.nama.show(view.name);
    for (const [field, value] of Object.entries(view.values)) fields[field].show(value);
    for (const [name, one] of Object.entries(view.asked)) {
      const { lines, way } = steps[name];
      const key = JSON.stringify(one.lines);
      if (lines.dataset.key !== key) {
        lines.dataset.key = key;
        lines.replaceChildren(...one.lines.map((text) => make("li", {}, text)));
        if (one.lines.length && way.element === document.activeElement) {
          lines.tabIndex = -1;
          lines.setAttribute("data-lm-suppress-shortcuts", "true");
          lines.focus();
        }
      }
      lines.hidden = !one.lines.length;
      way.show(one.way);
      way.element.hidden = one.lines.length > 0;
      if (one.lines.length) way.why.hidden = true;
    }
    moneyBox.hidden = !view.money;
    if (view.money) {
      say(moneyTold, view.money.told);
      keepPicture(money, view.money.pieces, () => view.money.pieces.map((piece) => Array.from({ length: piece.n }, () => drawPiece(piece)).join("")).join(""));
    }
    bars.hidden = !view.bars;
    if (view.bars) {
      keepPicture(barsPicture, view.bars, () => drawBars(view.bars, words));
      say(barsTold, view.bars.told);
      fillTable(barsTable, { ...view.bars.table, numbers: [1, 2, 3] });
      makeStacking(barsTable, view.bars.table.head);
    }
    plot.hidden = !view.plot;
    if (view.plot) {
      for (const name of ["min", "max", "step"]) if (slider.range[name] !== String(view.slider[name])) slider.range[name] = String(view.slider[name]);
      slider.show(view.slider.value);
      say(whatIf, view.plot.what_if);
      drawn.hidden = !view.plot.drawn;
      if (view.plot.drawn) {
        keepPicture(plotPicture, view.plot.drawn, () => drawPlot(view.plot.drawn, words));
        say(plotTold, view.plot.drawn.told);
        fillTable(plotTable, { ...view.plot.drawn.table, numbers: [0, 1, 2, 3] });
        makeStacking(plotTable, view.plot.drawn.table.head);
      }
    }
    check.hidden = !view.judged && !words.judged;
    result.show(view.check);
    if (mine && goTo) {
      goTo()?.focus();
      goTo = null;
      return true;
    }
    // A field that is typed in tells once how it was understood; a slider tells its own place.
    return !["text", "range"].includes(document.activeElement?.type);
  }, () => {
    costs.leave();
    Object.values(fields).forEach((one) => one.now());
  });
}

export default { render: renderPrice };
