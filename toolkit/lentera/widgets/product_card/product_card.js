// Product cards: the cards of the page in a row, and of the open one form, code, picture and what is read aloud.
import { button, freshId, icon, make, say, setAvailable } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeResult } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";
import { makeAsking } from "../shared/asking.js";
import { keepTyped } from "../standard/fields.js";
import { lineSpan, sameWords } from "./lines.js";

/** Make the row of cards: each is a button that opens it. */
function makeCardRow(words, onopen) {
  const list = make("ol", { class: "pc-cards", "aria-label": words.cards });
  const rows = [];
  const makeRow = (number) => {
    const sign = make("span", { class: "pc-sign", "aria-hidden": "true" }, String(number + 1));
    const name = make("b", {});
    const word = make("span", { class: "pc-word" });
    const opener = make("button", { type: "button", class: "pc-open", onclick: () => onopen(number) }, sign,
      make("span", { class: "sr" }, `${number + 1}. `), make("span", { class: "pc-told" }, name, word));
    const item = make("li", {}, opener);
    list.append(item);
    return { item, opener, sign, name, word };
  };
  const show = (cards, at) => {
    while (rows.length < cards.length) rows.push(makeRow(rows.length));
    rows.forEach((row, number) => {
      row.item.hidden = number >= cards.length;
      if (row.item.hidden) return;
      say(row.name, cards[number].name);
      say(row.word, cards[number].word);
      if (row.opener.dataset.state !== cards[number].state) {
        row.opener.dataset.state = cards[number].state;
        row.sign.replaceChildren(cards[number].state === "ok" ? icon("ok") : String(number + 1));
      }
      if (number === at) row.opener.setAttribute("aria-current", "true");
      else row.opener.removeAttribute("aria-current");
    });
  };
  return { list, show, focus: (number) => rows[number].opener.focus() };
}

/** Make one field of the form, with its help and what is not right yet about it. While she is in it, spaces she has just typed stay. */
function makeCardField(words, name, send, rows = 0) {
  const id = freshId(`kartu-${name}`);
  const note = make("p", { id: `${id}-catatan`, class: "pc-note" }, icon("yet"), make("span", {}));
  note.hidden = true;
  const help = words.helps[name] ? make("p", { class: "muted small", id: `${id}-bantuan` }, words.helps[name]) : null;
  const element = make(rows ? "textarea" : "input", { id, type: rows ? undefined : "text", rows: rows || undefined, autocomplete: "off", maxlength: "300", "aria-describedby": help ? help.id : note.id });
  const kept = keepTyped(element, send);
  const show = (value, fresh) => {
    if (!fresh && element === document.activeElement && sameWords(element.value, value)) return;
    kept.show(value);
  };
  const tell = (text) => {
    say(note.lastChild, text);
    note.hidden = !text;
    if (!help) return;
    // One of the two is there: what is not right yet says again how it is written.
    help.hidden = Boolean(text);
    element.setAttribute("aria-describedby", text ? note.id : help.id);
  };
  return { box: make("div", { class: "field-box" }, make("label", { for: id }, words.fields[name]), element, help, note), element, show, tell, leave: kept.leave };
}

/** Make the code box: what is no card yet stays in it, with the line and a way back. */
function makeCodeBox(frame, at) {
  const { words } = frame;
  const id = freshId("kode");
  let base = "";
  const label = make("label", { for: id });
  const help = make("p", { class: "muted small", id: `${id}-bantuan` }, words.code_help);
  const says = make("p", { id: `${id}-temuan` });
  const next = make("p", {});
  const element = make("textarea", { id, class: "pc-code", rows: "11", spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off", maxlength: "8000", "aria-describedby": `${id}-bantuan ${id}-temuan` });
  const kept = keepTyped(element, (text) => {
    const before = base;
    base = text;
    frame.send({ do: "code", card: at(), text, base: before }, { repeats: true });
  });
  let line = 0;
  const goTo = button("", () => {
    const [start, end] = lineSpan(element.value, line);
    element.focus();
    element.setSelectionRange(start, end);
    frame.tell(words.line_is.replace("{n}", line).replace("{text}", element.value.slice(start, end).trim()));
  }, { repeats: true });
  const restore = button(words.restore, () => {
    element.focus();
    frame.send({ do: "restore", card: at() });
  });
  const finding = make("div", { class: "pc-finding", hidden: true }, icon("yet"), make("div", {}, says, next, make("div", { class: "rowx" }, goTo, restore)));
  const show = (code, number, fresh) => {
    say(label, words.code.replace("{n}", number + 1));
    if (fresh || element !== document.activeElement || !sameWords(element.value, code.text)) kept.show(code.text);
    base = code.finding ? code.text : code.base;
    if (!code.finding && finding.contains(document.activeElement)) element.focus();
    finding.hidden = !code.finding;
    element.setAttribute("aria-invalid", String(Boolean(code.finding)));
    say(says, code.finding ? code.finding.says : "");
    say(next, code.finding ? code.finding.next : "");
    line = code.finding ? code.finding.line : 0;
    goTo.hidden = !line;
    say(goTo.words, words.to_line.replace("{n}", line));
  };
  return { box: make("div", { class: "pc-coding" }, label, element, help, finding), element, show, leave: kept.leave };
}

/** Make the little card as buyers see it; the list beside it tells the same to the ear. */
function makeCardPicture(words, ask) {
  const photo = make("img", { alt: "" });
  const none = make("span", {}, words.no_photo);
  const name = make("b", {});
  const price = make("span", { class: "pc-price" });
  const weight = make("span", {});
  const stock = make("span", {});
  const box = make("div", { class: "pc-card", "aria-hidden": "true" }, make("div", { class: "pc-photo" }, photo, none), make("div", { class: "pc-facts" }, name, price, weight, stock));
  const known = new Map();
  const show = (view) => {
    if (view.fetched) known.set(view.fetched[0], view.fetched[1]);
    const key = view.shown ? view.shown.key : "";
    const source = known.get(key) || "";
    if (source && photo.getAttribute("src") !== source) photo.setAttribute("src", source);
    photo.hidden = !source;
    none.hidden = Boolean(source);
    // An answer that is overtaken by her next gesture is never drawn, so each view without the photo asks again.
    if (key && !known.has(key)) ask(view.shown.name);
    say(name, view.card.name || "…");
    say(price, view.card.price || "Rp…");
    say(weight, view.card.weight ? `${words.fields.weight}: ${view.card.weight}` : "");
    say(stock, view.card.stock ? `${words.fields.stock}: ${view.card.stock}` : "");
  };
  return { box, show };
}

/** Make the hints that were opened. */
function makeCardHints(words) {
  const box = make("div", { class: "block", hidden: true });
  const show = (hints) => {
    box.hidden = !hints.length;
    hints.slice(box.children.length).forEach((text) => {
      const number = box.children.length + 1;
      box.append(make("div", { class: "hint" }, icon("hint"), make("div", {}, make("b", {}, words.hint_number.replace("{n}", number)), make("p", {}, text))));
    });
  };
  return { box, show };
}

function renderProductCard({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, tell } = frame;
  let number = 0;
  let drawnCard = null;
  let goTo = "";
  let again = true;
  const at = () => number;
  const send = frame.send;
  // That a field is saved is told once, not with every pause while she types.
  frame.send = (message, how) => {
    again = !["set", "code", "picture"].includes(message.do);
    send(message, how);
  };
  /** Send what is still unsaved of the open card before something else is done. */
  const settle = () => {
    for (const field of Object.values(fields)) field.leave();
    photo.flush();
    code.leave();
  };
  const act = (message, place = "") => {
    settle();
    goTo = place;
    // The first check of a notebook loads the rules.
    frame.send(message, message.do === "check" ? { patience: 15000 } : {});
  };
  const set = (field) => (value) => frame.send({ do: "set", card: number, field, value });

  const cards = makeCardRow(words, (index) => act({ do: "card", card: index }));
  const page = makeChoice(words.page, [], (name) => act({ do: "page", page: name }));
  const pageLine = make("p", { class: "muted" });
  const tally = make("p", { class: "tally" });
  const copy = makeDoing("", () => act({ do: "copy" }, "name"), tell);

  const formTitle = make("h3", {});
  const fields = { name: makeCardField(words, "name", set("name")), alt: makeCardField(words, "alt", set("alt"), 3), weight: makeCardField(words, "weight", set("weight")), price: makeCardField(words, "price", set("price")), stock: makeCardField(words, "stock", set("stock")) };
  const photo = makeChoice(words.fields.picture, [["", words.no_photo]], set("picture"));
  const photoNote = make("p", { class: "pc-note", id: freshId("foto-catatan"), hidden: true }, icon("yet"), make("span", {}));
  photo.select.setAttribute("aria-describedby", photoNote.id);
  photo.box.append(photoNote);
  const count = make("p", { class: "small" });
  fields.alt.box.append(count);
  const offers = Object.fromEntries(["weight", "price"].map((field) => {
    const offer = makeDoing("", () => act({ do: "use", card: number, field }, field), tell, { kind: "pc-use" });
    fields[field].box.append(offer.element, offer.why);
    return [field, offer];
  }));
  const code = makeCodeBox(frame, at);
  const picture = makeCardPicture(words, (name) => frame.send({ do: "picture", name }, { patience: 20000 }));
  const heard = make("ul", { class: "pc-heard" });

  const remove = makeDoing(words.remove, () => { settle(); asking.open(); }, tell, { kind: "quiet" });
  const asking = makeAsking({ label: words.remove, question: words.remove_ask, yes: words.remove_yes, cancel: words.cancel }, () => remove.element, () => act({ do: "remove", card: number }, "card"));
  const end = make("div", { class: "block pc-end" }, make("div", { class: "rowx" }, remove.element, remove.why), asking.box);
  const undo = button(words.undo, () => act({ do: "undo" }), { picture: "undo", repeats: true, tell });
  const hint = button(words.hint, () => act({ do: "hint" }), { picture: "hint", tell });
  const check = button(words.check, () => act({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  const hints = makeCardHints(words);

  frame.bar.append(undo, hint);
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), make("div", { class: "pc-top" }, page.box, pageLine, tally), cards.list, make("div", { class: "rowx pc-more" }, copy.element, copy.why)),
    make("div", { class: "block pc-desk" },
      make("div", { class: "pc-form" }, formTitle, fields.name.box, photo.box, fields.alt.box, fields.weight.box, fields.price.box, fields.stock.box),
      make("div", { class: "pc-side" }, code.box, make("h3", {}, words.picture), picture.box, make("h3", {}, words.listen), heard)),
    end,
    frame.saybar, frame.notice, result.block, hints.box,
    makeBlock("", frame.saved));

  const focusOn = (place) => {
    if (place === "name") {
      fields.name.element.focus();
      fields.name.element.select();
    } else if (place === "card") cards.focus(number);
    else if (fields[place]) fields[place].element.focus();
  };

  const draw = (view, mine) => {
    const fresh = drawnCard !== `${view.page} ${view.number}` || Boolean(goTo);
    drawnCard = `${view.page} ${view.number}`;
    number = view.number;
    page.offer(view.pages);
    page.show(view.page);
    page.box.hidden = view.pages.length < 2;
    say(pageLine, view.page_line);
    say(tally, view.tally);
    cards.show(view.cards, number);
    copy.show(view.copy, view.copy.text);
    say(formTitle, words.form.replace("{n}", number + 1));
    for (const [name, field] of Object.entries(fields)) {
      field.show(view.values[name], fresh);
      field.tell(name === "alt" ? "" : view.notes[name]);
    }
    say(count, view.notes.alt || view.alt_told);
    count.className = view.notes.alt ? "small yet" : "small ok";
    photo.offer(view.photos);
    photo.show(view.photo, fresh);
    say(photoNote.lastChild, view.notes.picture);
    photoNote.hidden = !view.notes.picture;
    for (const [field, offer] of Object.entries(offers)) {
      const found = view.offers[field];
      const lost = !found && offer.element === document.activeElement;
      offer.element.hidden = !found;
      offer.why.hidden = !found;
      if (found) offer.show(found, found.label);
      if (lost) fields[field].element.focus();
    }
    code.show(view.code, number, fresh);
    picture.show(view);
    const key = JSON.stringify(view.heard);
    if (heard.dataset.key !== key) {
      heard.dataset.key = key;
      heard.replaceChildren(...view.heard.map(([label, text]) => make("li", {}, make("b", {}, label), make("span", {}, text))));
    }
    remove.show(view.remove);
    end.hidden = !view.remove.ok;
    say(asking.box.querySelector("p"), words.remove_ask.replace("{n}", number + 1));
    setAvailable(undo, view.undo, words.nothing_undo);
    setAvailable(hint, view.more_hints, words.no_hints);
    hints.show(view.hints);
    check.hidden = !view.judged;
    result.show(view.check);
    if (mine && goTo) {
      const place = goTo;
      goTo = "";
      focusOn(place);
    }
    return again;
  };
  return frame.follow(draw, settle);
}

export default { render: renderProductCard };
