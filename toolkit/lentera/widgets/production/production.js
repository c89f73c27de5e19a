// The production house: a form for the next batch, and the register with the batch that expires first on top.
import { button, icon, make, say, twoVoices } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";
import { makeSheet } from "../shared/printing.js";
import { makeTypedField } from "../standard/fields.js";

const BATCH_ICONS = { baik: "ok", dulu: "next", lewat: "stop" };
const BATCH_CLASSES = { baik: "ok", dulu: "next", lewat: "stop" };

/** Make the register; the line of a batch is kept as long as the batch is there. */
function makeRegister(frame, after) {
  const { words, send } = frame;
  const list = make("ol", { class: "rp-list", "aria-label": words.list });
  const lines = new Map();
  const makeBatch = (code) => {
    const product = make("b", {});
    const about = make("p", { class: "muted small" });
    const until = make("b", { class: "rp-day num" });
    const state = make("span", {});
    const tag = make("p", { class: "rp-state" }, state);
    const chosen = make("p", { class: "tag rp-chosen", hidden: true }, words.on_label);
    const label = button("", () => send({ do: "label", code }));
    label.words.replaceChildren(words.use, make("span", { class: "sr" }, ` ${code}`));
    const remove = button("", () => { after("undo"); send({ do: "remove", code }); }, { kind: "quiet" });
    remove.words.replaceChildren(words.drop, make("span", { class: "sr" }, ` ${code}`));
    const line = make("li", { class: "rp-batch" },
      make("div", { class: "rp-code" }, make("span", { class: "rp-stamp num" }, code), chosen),
      make("div", { class: "rp-what" }, product, about),
      make("div", {}, make("p", { class: "small" }, words.best), until, tag),
      make("div", { class: "rp-acts" }, label, remove));
    return { line, product, about, until, state, tag, chosen, label, remove };
  };
  const show = (batches) => {
    const codes = batches.map((one) => one.code);
    for (const [code, one] of lines) {
      if (codes.includes(code)) continue;
      one.line.remove();
      lines.delete(code);
    }
    batches.forEach((batch, index) => {
      if (!lines.has(batch.code)) lines.set(batch.code, makeBatch(batch.code));
      const one = lines.get(batch.code);
      if (list.children[index] !== one.line) list.insertBefore(one.line, list.children[index] || null);
      say(one.product, batch.cells[0]);
      say(one.about, batch.cells.slice(1).join(" · "));
      twoVoices(one.until, batch.until, batch.until_told);
      const key = `${batch.state} ${batch.word}`;
      if (one.tag.dataset.key !== key) {
        one.tag.dataset.key = key;
        one.tag.className = `rp-state ${BATCH_CLASSES[batch.state]}`;
        one.tag.replaceChildren(icon(BATCH_ICONS[batch.state]), one.state);
        say(one.state, batch.word);
      }
      one.chosen.hidden = !batch.on_label;
    });
    list.hidden = !batches.length;
  };
  return { list, show };
}

function renderProduction({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = "";
  let repeats = true;
  const send = frame.send;
  // That a field is saved is told once, not with every choice that the arrow keys pass.
  frame.send = (message) => {
    repeats = message.do !== "set";
    send(message);
  };
  const set = (field) => (value) => frame.send({ do: "set", field, value });
  const typed = (key, help, attributes) => makeTypedField(`${u}-${key}`, words.fields[key], help, set(key), attributes);
  const fields = {
    produk: typed("produk", ""),
    jalur: makeChoice(words.fields.jalur, words.lines, set("jalur")),
    dibuat: typed("dibuat", "", { type: "date" }),
    jumlah: typed("jumlah", "", { inputmode: "numeric" }),
    umur: typed("umur", "", { inputmode: "numeric" }),
    satuan: makeChoice(words.fields.satuan, words.units, set("satuan")),
  };
  const suggestions = make("datalist", { id: `${u}-usul` });
  fields.produk.element.setAttribute("list", `${u}-usul`);
  const preview = make("p", { class: "rp-preview" });
  const add = makeDoing(words.add, () => { goTo = "form"; frame.send({ do: "add" }); }, frame.tell, { kind: "main" });
  const register = makeRegister(frame, (place) => { goTo = place; });
  const none = make("p", { class: "muted" });
  const undo = button(words.undo, () => { goTo = "form"; frame.send({ do: "undo" }); }, { picture: "undo" });
  const sheet = makeSheet(words);
  const print = button(words.print, () => frame.send({ do: "print" }));

  frame.bar.append(print);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), sheet.box),
    makeBlock(words.new,
      make("div", { class: "rp-form" }, fields.produk.box, fields.jalur.box, fields.dibuat.box, fields.jumlah.box, fields.umur.box, fields.satuan.box),
      suggestions,
      make("p", { class: "muted small" }, `${words.line_help} ${words.life_help}`),
      make("div", { class: "rowx rp-add" }, add.element, preview), add.why),
    frame.saybar, frame.notice,
    makeBlock(words.list, none, register.list, make("div", { class: "rowx rp-undo" }, undo), frame.saved));

  const targets = { form: () => fields.jumlah.element, undo: () => undo };
  const draw = (view, mine) => {
    for (const [key, field] of Object.entries(fields)) field.show(view.values[key]);
    suggestions.replaceChildren(...(view.suggested ? [make("option", { value: view.suggested })] : []));
    say(preview, view.preview);
    preview.hidden = !view.preview;
    add.show(view.add);
    register.show(view.batches);
    say(none, view.none);
    none.hidden = !view.none;
    undo.hidden = !view.undo;
    sheet.show(view.printed);
    if (mine && goTo) {
      const target = targets[goTo]();
      goTo = "";
      if (view.add.ok || target !== fields.jumlah.element || !document.activeElement?.closest(".rp-add")) target.focus();
    }
    return repeats;
  };
  return frame.follow(draw, () => {
    for (const field of Object.values(fields)) field.leave?.();
  });
}

export default { render: renderProduction };
