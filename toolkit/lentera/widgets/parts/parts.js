// The parts: cards to get to know them, a list to match them with their uses, a list of their poles.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeResult, makeTabs } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";
import { drawCard } from "./drawings.js";
import { makeVoice } from "../shared/voice.js";

/** Make a picture of a part; without words of its own it only repeats what stands beside it. */
function makeCardPicture(printed, name = "", numbered = false) {
  const u = freshId("gambar");
  const holder = document.createElement("template");
  const named = name ? `role="img" aria-labelledby="${u}-judul ${u}-isi"` : 'aria-hidden="true"';
  holder.innerHTML = `<svg class="kb-pic" viewBox="0 0 240 180" focusable="false" ${named}>${name ? `<title id="${u}-judul"></title><desc id="${u}-isi"></desc>` : ""}<g></g></svg>`;
  const svg = holder.content.firstChild;
  const inside = svg.querySelector("g");
  const show = (id, title = "", description = "") => {
    if (svg.dataset.part !== id) {
      svg.dataset.part = id;
      inside.innerHTML = drawCard(id, printed, numbered);
    }
    if (!name) return;
    say(svg.querySelector("title"), title);
    say(svg.querySelector("desc"), description);
  };
  return { svg, show };
}

/** Make the list of cards and the open card. */
function makeCards(frame) {
  const { words } = frame;
  const byId = new Map(words.cards.map((card) => [card.id, card]));
  const order = words.cards.map((card) => card.id);
  const name = freshId("kartu");
  const open = (id) => frame.send({ do: "card", part: id });
  const rows = new Map();
  const groups = words.kit_order.map((kit) => {
    const picks = words.cards.filter((card) => card.kit === kit).map((card) => {
      const radio = make("input", { type: "radio", name, value: card.id, onchange: () => open(card.id) });
      const small = makeCardPicture(words.printed);
      small.show(card.id);
      const mark = make("span", { class: "kb-mark ok", hidden: true }, icon("ok"), make("span", { class: "sr" }, ` (${words.opened})`));
      rows.set(card.id, { radio, mark });
      return make("label", { class: "pick kb-pick" }, radio, small.svg, make("span", {}, card.name), mark);
    });
    return make("fieldset", {}, make("legend", {}, words.kits[kit]), make("div", { class: "kb-picks" }, ...picks));
  });

  const picture = makeCardPicture(words.printed, "name");
  const title = make("h3", {});
  const use = make("p", { class: "kb-use" });
  const texts = Object.fromEntries(["feel", "poles", "script"].map((key) => [key, make("dd", {})]));
  const voice = makeVoice(words);
  const following = button(words.following, () => {
    open(order[(order.indexOf(shown) + 1) % order.length]);
  }, { picture: "next", repeats: true });
  const card = make("div", { class: "kb-card" },
    picture.svg, make("div", { class: "kb-name" }, title, use),
    make("dl", {}, ...Object.entries(texts).flatMap(([key, text]) => [make("dt", {}, words[key]), text])),
    make("div", { class: "rowx" }, following, voice.element));
  const tally = make("p", { class: "muted" });
  const box = make("div", { class: "block kb-two kb-first" }, make("div", { class: "kb-list" }, ...groups, tally), card,
    make("p", { class: "muted kb-real" }, words.real));

  let shown = "";
  const update = (view) => {
    if (shown && shown !== view.card) voice.stop();
    shown = view.card;
    const one = byId.get(shown);
    for (const [id, row] of rows) {
      row.radio.checked = id === shown;
      row.mark.hidden = !view.known.includes(id);
    }
    picture.show(shown, one.name, one.shape);
    say(title, one.name);
    say(use, `${one.use}.`);
    for (const [key, text] of Object.entries(texts)) say(text, one[key]);
    voice.ready(one.script);
    say(tally, view.known_tally);
  };
  return { box, update, open, focus: (id) => rows.get(id).radio.focus(), hush: voice.stop, leave: voice.leave };
}

function makeMatching(frame) {
  const { words } = frame;
  const uses = new Map(words.uses);
  const rows = words.rows.map((row) => {
    const small = makeCardPicture(words.printed);
    small.show(row.id);
    const choice = makeChoice("", [["", words.pick], ...words.uses], (use) => frame.send({ do: "match", part: row.id, use }, { repeats: true }));
    choice.box.querySelector("label").append(row.name, make("span", { class: "sr" }, `: ${words.use_of.toLowerCase()}`));
    // A narrow screen cuts what stands in a list; the whole use is under it, for eyes alone.
    const whole = make("p", { class: "kb-whole muted", "aria-hidden": "true" });
    choice.box.append(whole);
    const show = (use) => {
      choice.show(use);
      say(whole, use ? uses.get(use) : "");
    };
    return { id: row.id, show, flush: choice.flush, box: make("li", { class: "kb-row" }, small.svg, choice.box) };
  });
  const tally = make("p", { class: "tally" });
  const box = make("div", { class: "block apart kb-first" }, make("p", {}, words.match_intro), make("ol", { class: "kb-rows" }, ...rows.map((row) => row.box)), tally);
  const update = (view) => {
    rows.forEach((row) => row.show(view.uses[row.id]));
    say(tally, view.tally);
  };
  return { box, update, flush: () => rows.forEach((row) => row.flush()) };
}

function renderCards(frame) {
  const { words } = frame;
  const cards = makeCards(frame);
  if (!words.judged) {
    frame.widget.append(make("div", { class: "kb-box" }, cards.box), frame.saybar, frame.notice, makeBlock("", frame.saved));
    return frame.follow(cards.update, cards.leave);
  }
  const matching = makeMatching(frame);
  const meet = make("div", { class: "kb-box" }, cards.box);
  const match = make("div", { class: "kb-box" }, matching.box);
  const result = makeResult(words);
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const tabs = makeTabs(words.tabs, [{ id: "kenalan", text: words.meet, panel: meet }, { id: "cocok", text: words.match, panel: match }], (id) => arrange(id));
  const arrange = (id) => {
    check.hidden = id !== "cocok";
    result.block.hidden = check.hidden || !found;
    if (!check.hidden) cards.hush();
  };
  let found = null;
  const lookUp = (label, part) => button(label, () => {
    tabs.choose("kenalan", true);
    cards.open(part);
    cards.focus(part);
  });
  check.hidden = true;
  frame.saybar.append(check);
  frame.widget.append(make("div", { class: "kb-tabs" }, tabs.list), meet, match, frame.saybar, frame.notice, result.block, makeBlock("", frame.saved));
  return frame.follow((view) => {
    cards.update(view);
    matching.update(view);
    found = view.check;
    result.show(found, (report) => (report.part ? [lookUp(view.open_card, report.part)] : []));
    result.block.hidden = check.hidden || !found;
  }, () => {
    matching.flush();
    cards.leave();
  });
}

function renderPoles(frame) {
  const { words } = frame;
  const rows = words.rows.map((row) => {
    const picture = makeCardPicture(words.printed, "", true);
    picture.show(row.id);
    const marks = make("p", { id: freshId("ciri") }, row.marks);
    const choices = Object.entries(words.pole_names).map(([pole, text]) => {
      const choice = makeChoice("", [["", words.pick], ...row.places], (place) => frame.send({ do: "point", part: row.id, pole, place }, { repeats: true }));
      choice.box.querySelector("label").append(make("span", { class: "sr" }, `${row.name}: `), text);
      return [pole, choice];
    });
    // Whoever comes by Tab hears the marks with the first list of a part.
    choices[0][1].select.setAttribute("aria-describedby", marks.id);
    const box = make("li", { class: "kb-pole" }, picture.svg,
      make("div", {}, make("h3", {}, row.name), marks, make("div", { class: "kb-both" }, ...choices.map(([, choice]) => choice.box))));
    return { id: row.id, choices, box };
  });
  const result = makeResult(words);
  const tally = make("p", { class: "tally" });
  if (words.judged) frame.saybar.append(button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" }));
  frame.widget.append(
    make("div", { class: "kb-box" }, make("div", { class: "block apart" }, make("p", {}, words.intro), make("ol", { class: "kb-poles" }, ...rows.map((row) => row.box)), tally)),
    frame.saybar, frame.notice, result.block, makeBlock("", frame.saved),
  );
  return frame.follow((view) => {
    for (const row of rows) for (const [pole, choice] of row.choices) choice.show(view.places[row.id][pole]);
    say(tally, view.tally);
    result.show(view.check);
  }, () => rows.forEach((row) => row.choices.forEach(([, choice]) => choice.flush())));
}

function renderParts({ model, el }) {
  const frame = makeFrame({ model, el });
  return frame.words.kind === "poles" ? renderPoles(frame) : renderCards(frame);
}

export default { render: renderParts };
