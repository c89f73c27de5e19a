// A family's rules for devices: the child's age, four elements and an optional one, each beside its part of the poster.
import { button, decoration, freshId, icon, make, say } from "../shared/dom.js";
import { makeChips, makeChoiceCards } from "../shared/decide.js";
import { makeDoing, makeFrame, makeLater, makeResult, makeTabs } from "../shared/frame.js";
import { makeSheet } from "../shared/printing.js";
import { makeVoice } from "../shared/voice.js";

/** Draw a picture for the eye alone; the words beside it say the same. */
function rulePicture(markup) {
  return decoration(markup || "", { kind: "fr-picture", box: "0 0 48 48" });
}

/** Say a sentence about a part of the rules. */
const aboutPart = (sentence, element) => sentence.replace("{label}", element.nama);

/** Make the choices for one part of the rules: ready sentences, own words, and the way on. */
function makeRule(element, words, send, extra, onward) {
  const u = freshId("aturan");
  const chips = makeChips(element.tanya, (part, on) => send({ do: "part", part, on }));
  const field = make("input", { id: u, type: "text", autocomplete: "off", maxlength: String(words.longest), "aria-describedby": `${u}-contoh ${u}-catatan` });
  const note = make("p", {});
  const noteRow = make("div", { id: `${u}-catatan`, class: "fr-note lampc", hidden: true }, icon("hint"), note);
  const later = makeLater(() => send({ do: "write", element: element.id, value: field.value }));
  field.addEventListener("input", later.soon);
  field.addEventListener("blur", later.now);
  const own = make("div", { class: "fr-own" }, make("label", { for: u }, words.own), field, make("p", { class: "muted small", id: `${u}-contoh` }, `${element.contoh}. ${words.own_help}`), noteRow);
  const panel = make("div", { class: "fr-panel" }, chips.box, own, extra, onward ? make("div", { class: "fr-onward" }, onward) : null);
  const show = (view) => {
    if (!view) return;
    chips.offer(view.options);
    chips.show(view.chosen);
    say(note, view.note);
    noteRow.hidden = !view.note;
    if (field.value === view.own) return;
    if (field !== document.activeElement) field.value = view.own;
    else if (view.note && field.value.length === view.own.length) {
      // Covered digits keep their places, so the hand stays where it is.
      const at = field.selectionStart;
      field.value = view.own;
      field.setSelectionRange(at, at);
    }
  };
  return { panel, show, later };
}

/** Make one part of the poster: picture, name, and its lines with a picture each. */
function makePosterPart(element, words) {
  const u = freshId("poster");
  const list = make("ul", { "aria-labelledby": u });
  const none = make("p", { class: "muted" }, words.none);
  const box = make("div", { class: "fr-part" }, rulePicture(words.pictures[element.gambar]), make("div", {}, make("p", { class: "fr-name", id: u }, element.nama), list, none));
  const show = (lines) => {
    const key = JSON.stringify(lines);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...lines.map((line) => make("li", {}, rulePicture(words.pictures[line.picture]), make("span", {}, line.text))));
    list.hidden = !lines.length;
    none.hidden = lines.length > 0;
  };
  return { box, show };
}

/** Make a list of facts that may change with the age. */
function makeFactList() {
  const list = make("ul", { class: "fr-facts" });
  const show = (facts) => {
    const key = JSON.stringify(facts);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...facts.map((text) => make("li", {}, text)));
  };
  return { list, show };
}

function renderFamilyRules({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const { elements } = words;
  let typing = false;
  const send = (message) => {
    typing = message.do === "write";
    frame.send(message);
  };
  const ages = makeChoiceCards(words.age, words.ages, (age) => send({ do: "age", age }), { numbered: false });
  const facts = makeFactList();
  const help = makeFactList();
  help.show(words.help);
  const boxed = (...children) => make("div", { class: "hint fr-hint" }, icon("hint"), make("div", {}, ...children));
  const beside = { isi: boxed(make("b", {}, words.facts), facts.list), cerita: boxed(help.list) };
  const openPart = (id) => {
    tabs.choose(id);
    tabs.buttons[elements.findIndex((one) => one.id === id)].focus();
  };
  const rules = elements.map((element, at) => {
    const after = elements[at + 1];
    const onward = after ? button(aboutPart(words.onward, after), () => openPart(after.id), { picture: "next" }) : null;
    return makeRule(element, words, send, beside[element.id], onward);
  });
  const tabs = makeTabs(words.parts, elements.map((element, at) => ({ id: element.id, text: element.singkat, panel: rules[at].panel })));
  const parts = elements.map((element) => makePosterPart(element, words));
  const flush = () => rules.forEach((rule) => rule.later.now());
  const check = button(words.check, () => {
    flush();
    send({ do: "check" });
  }, { kind: "main", picture: "ok" });
  const print = makeDoing(words.print, () => {
    flush();
    send({ do: "print" });
  }, frame.tell);
  const voice = makeVoice(words);
  const sheet = makeSheet(words);
  const result = makeResult(words);
  const poster = make("div", { class: "fr-poster" },
    make("div", { class: "fr-paper" }, make("h3", {}, words.poster), ...parts.map((part) => part.box)),
    make("p", { class: "muted small" }, words.sign), make("div", { class: "rowx" }, print.element, voice.element), print.why, sheet.box);
  const table = make("div", { class: "fr-table", hidden: true }, make("div", { class: "fr-top" }, make("p", { class: "muted" }, words.intro), tabs.list), make("div", { class: "fr-choices" }, ...rules.map((rule) => rule.panel)), poster);
  frame.saybar.append(check);
  frame.widget.append(make("div", { class: "block fr-age" }, make("p", { class: "fr-together" }, words.together), ages.box), table, frame.saybar, frame.notice, result.block, make("div", { class: "block" }, frame.saved));

  const onwards = (report) => {
    const element = elements.find((one) => one.id === report.part);
    return element ? [button(aboutPart(words.open, element), () => openPart(element.id))] : [];
  };
  return frame.follow((view) => {
    ages.show(view.age);
    facts.show(view.facts);
    table.hidden = !view.age;
    elements.forEach((element, at) => {
      rules[at].show(view.elements[element.id]);
      parts[at].show(view.elements[element.id]?.lines ?? []);
    });
    print.show(view.can_print);
    voice.ready(view.script);
    voice.element.classList.toggle("fr-off", (model.get("look") || {}).sound === false || !view.can_print.ok);
    result.show(view.check, onwards);
    sheet.show(view.printed);
    return !typing || Object.values(view.elements).some((one) => one.note && one.note === view.live);
  }, () => {
    flush();
    voice.leave();
  });
}

export default { render: renderFamilyRules };
