// Copied voices: a story, three checks to try, and a family's plan made of choices only; the word has no field.
import { button, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeRadios } from "../shared/frame.js";
import { makeChips } from "../shared/decide.js";
import { makeSheet } from "../shared/printing.js";
import { makeVoice } from "../shared/voice.js";

const VOICE_BETWEEN = {
  suara: '<path class="o" fill="none" d="M92 50h6l5-14 8 28 8-34 7 30 5-14h5"/>',
  isyarat: '<path class="o" fill="var(--act-tint)" d="M100 70V48a4 4 0 0 1 8 0V32a4 4 0 0 1 8 0v-2a4 4 0 0 1 8 0v6a4 4 0 0 1 8 0v24c0 12-6 18-16 18s-12-4-16-8z"/>'
    + '<path class="oi" fill="none" d="M108 48v8M116 32v22M124 36v18"/>',
};
const voiceFigure = (story, id) => `<svg viewBox="0 0 220 96" role="img" aria-labelledby="${id}"><title id="${id}"></title>`
  + '<g class="o"><circle cx="48" cy="34" r="18" fill="var(--surface)"/><path d="M18 88a30 30 0 0 1 60 0z" fill="var(--act-tint)"/></g>'
  + '<g class="o" stroke-dasharray="5 4"><circle cx="172" cy="34" r="18" fill="var(--surface)"/><path d="M142 88a30 30 0 0 1 60 0z" fill="var(--surface)"/></g>'
  + `${VOICE_BETWEEN[story]}</svg>`;

/** Make one check: how it is done, a button to try it, and what follows. */
function makeCheck(words, number, frame) {
  const title = make("h4", {});
  const how = make("p", {});
  const follows = make("p", {});
  const told = make("div", { class: "vc-follows" }, make("b", {}, words.follows), follows);
  const state = { id: "" };
  const what = make("span", { class: "sr" });
  const go = button(words.try, () => frame.send({ do: "try", way: state.id }));
  go.words.append(what);
  const box = make("li", { class: "vc-way" }, make("span", { class: "vc-number", "aria-hidden": "true" }, String(number)), make("div", { class: "vc-about" }, title, how, go, told));
  const show = (one) => {
    state.id = one.id;
    say(title, one.name);
    say(what, `: ${one.name}`);
    say(how, one.how);
    say(follows, one.follows);
    told.hidden = !one.follows;
  };
  return { box, show };
}

function renderVoiceCard({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  const voice = makeVoice(words);
  const stories = makeRadios(words.stories_title, words.stories, (story) => frame.send({ do: "story", story }));
  const figure = make("div", { class: "vc-figure" });
  const facts = make("ul", { class: "state" });
  const lines = ["happens", "what", "feels"].map((key) => {
    const text = make("p", {});
    return { key, text, box: make("div", { class: `vc-line vc-${key}` }, make("h3", {}, words[key]), text) };
  });
  const checks = [1, 2, 3].map((number) => makeCheck(words, number, frame));
  const chips = words.parts.map((part) => {
    const made = makeChips(part.name, (value, on) => frame.send({ do: "plan", part: part.id, value, on }));
    made.offer(part.options);
    return { id: part.id, ...made };
  });
  const tally = make("p", { class: "tally" });
  const print = button(words.print, () => frame.send({ do: "print" }), { kind: "main" });
  const sheet = makeSheet(words);
  frame.bar.append(make("span", { class: "tag lampc" }, words.mark));
  frame.saybar.append(print);
  frame.widget.append(
    make("div", { class: "block apart" }, make("p", { class: "muted" }, words.intro), stories.box),
    make("div", { class: "block" }, make("div", { class: "vc-story" }, figure, make("div", { class: "vc-lines" }, ...lines.map((one) => one.box), make("div", { class: "rowx vc-listen" }, voice.element)))),
    makeBlock(words.ways, make("ol", { class: "vc-ways" }, ...checks.map((one) => one.box)), make("div", { class: "vc-facts" }, make("h4", {}, words.facts), facts)),
    makeBlock(words.plan, make("p", { class: "vc-never" }, words.never), make("div", { class: "vc-parts" }, ...chips.map((one) => one.box)), tally),
    frame.saybar, frame.notice, make("div", { class: "block" }, sheet.box, frame.saved));

  return frame.follow((view) => {
    stories.show(view.story);
    if (figure.dataset.story !== view.story) {
      figure.dataset.story = view.story;
      figure.innerHTML = voiceFigure(view.story, `${u}-gambar`);
      figure.querySelector("title").textContent = view.told.who;
      voice.stop();
    }
    lines.forEach((one) => say(one.text, view.told[one.key]));
    voice.ready(view.script);
    voice.element.parentElement.hidden = (model.get("look") || {}).sound === false;
    checks.forEach((one, index) => one.show(view.ways[index]));
    chips.forEach((one) => one.show(view.chosen[one.id]));
    say(tally, view.tally);
    sheet.show(view.printed);
    const key = JSON.stringify(view.facts);
    if (facts.dataset.key === key) return;
    facts.dataset.key = key;
    facts.replaceChildren(...view.facts.map((text) => make("li", {}, text)));
  }, voice.leave);
}

export default { render: renderVoiceCard };
