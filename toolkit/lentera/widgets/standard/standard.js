// The standard sheet: product, recipe, five packs with a picture and a sentence each.
import { button, fromMarkup, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeRadios, makeResult } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";
import { makeSheet } from "../shared/printing.js";
import { makeTypedField } from "./fields.js";
import { packsMarkup } from "./packs_picture.js";

/** Make the rows of the recipe; rows that are no longer there are hidden, so no field is ever made anew under a hand. */
function makeRecipe(frame, after) {
  const { words, u, send } = frame;
  const box = make("div", {});
  const rows = [];
  let kind = "";
  const makeRow = (number) => {
    const set = (field) => (value) => send({ do: "portion", number, field, value });
    const name = makeTypedField(`${u}-bahan-${number}`, "", "", set("bahan"));
    const amount = makeTypedField(`${u}-jumlah-${number}`, "", "", set("jumlah"), { inputmode: "decimal" });
    const unit = makeChoice("", [["", ""]], set("satuan"));
    const remove = button("", () => { after("recipe"); send({ do: "remove_portion", number }); }, { kind: "quiet" });
    const legend = make("legend", { class: "sr" });
    const row = make("fieldset", { class: "sp-row" }, legend, name.box, amount.box, unit.box, remove);
    return { row, legend, name, amount, unit, remove };
  };
  // Alone in a list of fields, "Jumlah" would not say of which row.
  const labelOf = (field, text, row) => {
    const label = field.box.querySelector("label");
    if (label.textContent !== `${text}${row}`) label.replaceChildren(text, make("span", { class: "sr" }, row));
  };
  const show = (view) => {
    kind = view.kind;
    while (rows.length < view.portions.length) {
      rows.push(makeRow(rows.length));
      box.append(rows[rows.length - 1].row);
    }
    const fields = words.fields[kind];
    rows.forEach((one, number) => {
      one.row.hidden = number >= view.portions.length;
      if (one.row.hidden) return;
      const portion = view.portions[number];
      say(one.legend, words.portion[kind].replace("{n}", number + 1));
      const end = ` ${words.row.replace("{n}", number + 1).toLowerCase()}`;
      labelOf(one.name, fields.bahan, end);
      labelOf(one.amount, fields.jumlah, end);
      labelOf(one.unit, fields.takar, end);
      one.unit.offer(words.portion_units[kind]);
      one.name.show(portion.bahan);
      one.amount.show(portion.jumlah);
      one.unit.show(portion.satuan);
      say(one.remove.words, words.remove[kind].replace("{n}", number + 1));
      one.remove.hidden = view.portions.length < 3;
    });
  };
  const last = () => rows[rows.filter((one) => !one.row.hidden).length - 1].name.element;
  return { box, show, last, leave: () => rows.forEach((one) => { one.name.leave(); one.amount.leave(); }) };
}

/** Make the five packs: a field each, and what the pack shows in words. */
function makePacks(frame) {
  const { words, u, send } = frame;
  const list = make("ol", { class: "sp-packs" });
  const packs = words.pack.barang.map((_title, number) => {
    const field = makeTypedField(`${u}-timbang-${number}`, "", "", (value) => send({ do: "pack", number, value }), { inputmode: "decimal", "aria-describedby": `${u}-hasil-${number}` });
    const sign = make("span", { class: "sp-mark", "aria-hidden": "true" });
    const told = make("span", { id: `${u}-hasil-${number}` });
    list.append(make("li", {}, field.box, make("p", { class: "sp-said" }, sign, told)));
    return { field, sign, told };
  });
  const show = (view) => view.packs.forEach((one, number) => {
    const { field, sign, told } = packs[number];
    const titles = view.base === "ml" ? words.fluid_pack : words.pack[view.kind];
    say(field.box.querySelector("label"), titles[number]);
    field.show(one.text);
    say(told, one.said);
    const state = one.inside === true ? "ok" : one.inside === false || (one.said && one.net === null) ? "yet" : "";
    if (sign.dataset.state === state) return;
    sign.dataset.state = state;
    sign.className = `sp-mark ${state}`;
    sign.replaceChildren(...(state ? [icon(state)] : []));
  });
  return { list, show, leave: () => packs.forEach((one) => one.field.leave()) };
}

function renderStandard({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = "";
  let repeats = true;
  const send = frame.send;
  // That a field is saved is told once, not with every choice that the arrow keys pass.
  frame.send = (message) => {
    repeats = !["set", "portion", "kind"].includes(message.do);
    send(message);
  };
  const set = (field) => (value) => frame.send({ do: "set", field, value });
  const typed = (key, attributes) => makeTypedField(`${u}-${key}`, "", "", set(key), attributes);
  const kinds = makeRadios(words.fields.barang.jenis, words.kinds, (value) => frame.send({ do: "kind", value }));
  const fields = {
    nama: typed("nama"),
    varian: typed("varian"),
    berat: typed("berat", { inputmode: "decimal" }),
    satuan: makeChoice("", [["", ""]], set("satuan")),
    toleransi: typed("toleransi", { inputmode: "decimal" }),
    jenis_toleransi: makeChoice("", words.tolerances, set("jenis_toleransi")),
    kemasan_kosong: typed("kemasan_kosong", { inputmode: "decimal" }),
  };
  const methods = Object.fromEntries(Object.keys(words.methods).map((kind) => [kind, makeRadios(words.fields[kind].cara, words.methods[kind], set("cara"))]));
  const recipe = makeRecipe(frame, (place) => { goTo = place; });
  const intro = make("p", {});
  const recipeTitle = make("h3", {});
  const more = makeDoing("", () => { goTo = "row"; frame.send({ do: "add_portion" }); }, frame.tell);
  const packs = makePacks(frame);
  const packsTitle = make("h3", {});
  const picture = make("div", { class: "sp-board" });
  const results = make("ul", { class: "sp-results" });
  const sheet = makeSheet(words);
  const print = button(words.print, () => frame.send({ do: "print" }));
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);

  frame.bar.append(print);
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, intro, sheet.box),
    makeBlock(words.product, kinds.box,
      make("div", { class: "sp-two" }, fields.nama.box, fields.varian.box),
      make("div", { class: "sp-four" }, fields.berat.box, fields.satuan.box, fields.toleransi.box, fields.jenis_toleransi.box),
      make("p", { class: "muted small" }, words.limits)),
    make("div", { class: "block" }, recipeTitle, recipe.box, make("div", { class: "rowx" }, more.element, more.why)),
    make("div", { class: "block" }, packsTitle, ...Object.values(methods).map((one) => one.box), fields.kemasan_kosong.box, packs.list, picture, results),
    frame.saybar, frame.notice, result.block,
    make("div", { class: "block" }, frame.saved));

  const draw = (view, mine) => {
    const names = words.fields[view.kind];
    say(intro, words.intro[view.kind]);
    kinds.show(view.kind);
    fields.satuan.offer(words.units[view.kind]);
    for (const [key, field] of Object.entries(fields)) {
      say(field.box.querySelector("label"), names[key]);
      field.show(view.values[key]);
    }
    fields.kemasan_kosong.box.hidden = !view.gross;
    for (const [kind, one] of Object.entries(methods)) {
      one.box.hidden = kind !== view.kind;
      one.show(view.values.cara);
    }
    say(recipeTitle, words.recipe[view.kind]);
    recipe.show(view);
    more.show(view.more, words.add[view.kind]);
    say(packsTitle, words.test[view.kind]);
    packs.show(view);
    const key = JSON.stringify([view.wanted, view.allowed, view.packs]);
    if (picture.dataset.key !== key) {
      picture.dataset.key = key;
      picture.replaceChildren(fromMarkup(packsMarkup(view, words.picture, `${u}-gambar`)));
    }
    results.replaceChildren(...view.results.map((text) => make("li", {}, text)));
    sheet.show(view.printed);
    result.show(view.check);
    if (mine && goTo) {
      const target = goTo === "row" ? recipe.last() : more.element;
      goTo = "";
      target.focus();
    }
    return repeats;
  };
  return frame.follow(draw, () => {
    recipe.leave();
    packs.leave();
    for (const field of Object.values(fields)) field.leave?.();
  });
}

export default { render: renderStandard };
