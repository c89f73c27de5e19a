// Sizing: six steps on one page. Numbers go to Python while they are typed; cards, notes and list come back.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { fillTable, makeBlock, makeDoing, makeFrame, makeLater, makeRadios, makeResult, makeSelect } from "../shared/frame.js";
import { drawDevice } from "./devices.js";

/** Make a number field with its unit; what she types goes out a moment later, and at once when she leaves it. */
function makeNumber(title, unit, send) {
  const id = freshId("angka");
  const field = make("input", { type: "text", id, inputmode: "decimal", autocomplete: "off" });
  const later = makeLater(() => send(field.value));
  field.addEventListener("input", later.soon);
  field.addEventListener("blur", later.now);
  const words = unit ? `${title} (${unit})` : title;
  const box = make("div", {}, make("label", { for: id }, words), field);
  const show = (value) => {
    if (field !== document.activeElement && field.value !== value) field.value = value;
  };
  return { box, show };
}

/** Make the card of a step: formula, her own line, and the worked example once she has asked for it. */
function makeCard(words, step, send) {
  const rule = make("p", {});
  const own = make("p", { class: "sum" });
  const example = make("p", {});
  const open = button(words.show_example, () => send({ do: "example", step }), { kind: "quiet", picture: "hint" });
  open.append(make("span", { class: "sr" }, `(${words.steps[step]})`));
  const box = make("div", { class: "hint card" }, icon("hint"), make("div", {}, make("b", {}, words.card), rule, own, example, open));
  const show = (card) => {
    say(rule, card.rule);
    say(own, card.own);
    own.hidden = !card.own;
    say(example, card.example);
    example.hidden = !card.example;
    if (card.open && open === document.activeElement) {
      example.tabIndex = -1;
      example.setAttribute("data-lm-suppress-shortcuts", "true");
      example.focus();
    }
    open.hidden = card.open;
  };
  return { box, show };
}

/** Make the list of rows. A row is known by its place: what stands below a removed one moves up into its elements. */
function makeRows(words, send, focusAdd) {
  const list = make("ol", { class: "loads" });
  const rows = [];
  const makeRow = (index) => {
    const id = freshId("baris");
    const name = make("b", { id });
    const picture = make("span", { class: "devices", "aria-hidden": "true" });
    const lasting = make("span", { class: "muted" });
    const fields = words.row_fields.map(([field, title]) => ({ field, ...makeNumber(title, "", (value) => send({ do: "row", row: index, field, value })) }));
    const hidden = make("span", { class: "sr" });
    const drop = make("button", { type: "button", class: "btn quiet", onclick: (event) => event.detail > 1 || send({ do: "drop", row: index }) }, words.remove, hidden);
    const numbers = make("div", { class: "numbers", role: "group", "aria-labelledby": id }, ...fields.map((one) => one.box));
    const item = make("li", { class: "load" }, make("div", { class: "about" }, name, picture, lasting), numbers, drop);
    return { item, name, picture, lasting, fields, drop, hidden };
  };
  const show = (loads) => {
    while (rows.length > loads.length) {
      const gone = rows.pop();
      const lost = gone.item.contains(document.activeElement);
      gone.item.remove();
      if (lost) (rows.length ? rows[rows.length - 1].drop : focusAdd()).focus();
    }
    while (rows.length < loads.length) {
      rows.push(makeRow(rows.length));
      list.append(rows[rows.length - 1].item);
    }
    loads.forEach((load, index) => {
      const row = rows[index];
      say(row.name, load.label);
      say(row.hidden, ` ${load.label}`);
      say(row.lasting, load.lasting);
      const key = `${load.picture} ${load.count}`;
      if (row.picture.dataset.key !== key) {
        row.picture.dataset.key = key;
        row.picture.innerHTML = Array.from({ length: load.count }, () => drawDevice(load.picture)).join("");
      }
      for (const one of row.fields) one.show(load.values[one.field]);
    });
  };
  return { list, show };
}

function renderSizing({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, send, tell } = frame;
  const chosen = {};

  const adds = words.appliances.map(([kind, name, picture]) => {
    const one = button(`${words.add}: ${name}`, () => send({ do: "add", kind }));
    const drawn = make("span", { class: "device", "aria-hidden": "true" });
    drawn.innerHTML = drawDevice(picture);
    one.prepend(drawn);
    return one;
  });
  const rows = makeRows(words, send, () => adds[0]);

  const numbers = {};
  for (const [field, title] of Object.entries(words.fields)) {
    if (words.units[field]) numbers[field] = makeNumber(title, words.units[field], (value) => send({ do: "set", field, value }));
    else chosen[field] = makeSelect(title, [["", words.pick], ...(words.sizes[field] || [])], (value) => send({ do: "set", field, value }));
  }
  const chemistry = makeRadios(words.chemistry, words.chemistries, (value) => send({ do: "chemistry", value }));
  const cards = Object.fromEntries(["energi", "panel", "baterai", "kabel"].map((step) => [step, makeCard(words, step, send)]));

  /** Make a step: heading, lead, what it waits for, and its fields. */
  const steps = {};
  const makeStep = (step, ...children) => {
    const waits = make("p", { class: "muted" });
    const inside = make("div", { class: "apart" }, make("p", { class: "lead" }, words.leads[step]), ...children);
    const block = makeBlock(words.steps[step], waits, inside);
    steps[step] = { waits, inside };
    return block;
  };
  const pair = (...boxes) => make("div", { class: "pair" }, ...boxes);
  const notes = make("div", { class: "apart" });
  const table = make("table", {});
  const total = make("p", { class: "tally" });
  const proof = make("ul", { class: "state" });
  const prove = makeDoing(words.prove, () => {
    tell(words.proving);
    // A slow laptop works on a whole year longer than on anything else.
    send({ do: "prove" }, { patience: 60000 });
  }, tell, { kind: "" });
  const writeList = button(words.write_list, () => send({ do: "write_list" }));
  const check = button(words.check, () => send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.saybar.append(check);

  frame.widget.append(
    makeStep("beban", rows.list, make("div", { class: "rowx adds" }, ...adds)),
    makeStep("energi", cards.energi.box, pair(numbers.energi.box)),
    makeStep("panel", cards.panel.box, pair(numbers.panel_hitung.box, chosen.panel_beli.box)),
    makeStep("baterai", chemistry.box, cards.baterai.box, pair(numbers.baterai_hitung.box, chosen.baterai_beli.box)),
    makeStep("kabel", cards.kabel.box, pair(numbers.kabel_panjang.box, numbers.kabel_arus.box, chosen.kabel_luas.box, chosen.sekering.box), notes),
    makeStep("belanja", make("div", { class: "apart" }, table, total, writeList), make("h3", {}, words.prove_title), make("div", { class: "rowx" }, prove.element, prove.why), proof),
    frame.saybar, frame.notice, result.block,
    make("div", { class: "block" }, frame.saved),
  );

  return frame.follow((view) => {
    rows.show(view.rows);
    for (const [field, one] of Object.entries(numbers)) one.show(view.written[field]);
    chosen.baterai_beli.offer([["", words.pick], ...view.battery_sizes]);
    for (const [field, one] of Object.entries(chosen)) one.show(view.written[field]);
    chemistry.show(view.chemistry);
    for (const [step, card] of Object.entries(cards)) card.show(view.cards[step]);
    for (const [step, one] of Object.entries(steps)) {
      say(one.waits, view.waits[step] || "");
      one.waits.hidden = !view.waits[step];
      one.inside.hidden = Boolean(view.waits[step]);
    }
    notes.replaceChildren(...view.cable_notes.map((text) => make("p", {}, text)));
    fillTable(table, { caption: words.list_caption, head: words.list_head, rows: view.list, numbers: [2] });
    table.hidden = !view.list.length;
    say(total, view.total);
    prove.show(view.prove);
    if (proof.dataset.key !== JSON.stringify(view.proof)) {
      proof.dataset.key = JSON.stringify(view.proof);
      proof.replaceChildren(...view.proof.map((text) => make("li", {}, text)));
    }
    check.hidden = !view.judged;
    result.show(view.check);
    // While she types, "saved" is told once and does not talk into her letters.
    return document.activeElement?.type !== "text";
  });
}

export default { render: renderSizing };
