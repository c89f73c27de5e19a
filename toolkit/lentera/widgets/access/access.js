// How she likes to work: groups of choices, and beside them a piece of a lesson on which each is tried at once.
import { button, freshId, make, say } from "../shared/dom.js";
import { listenForDigits, makeChoiceCards } from "../shared/decide.js";
import { makeBlock, makeDoing, makeFrame, makeLater, makeRadios } from "../shared/frame.js";
import { makeVoice } from "../shared/voice.js";

/** Make a piece of a lesson: a message, a button, a sentence that is read aloud, and answers to choose by digits. */
function makeSample(words, model, frame) {
  const hello = make("b", {});
  const message = make("div", { class: "ax-message" }, hello, make("p", {}, words.sample_message));
  const press = button(words.sample_button, () => frame.tell(words.sample_pressed), { kind: "main", picture: "ok", repeats: true });
  const voice = makeVoice(words);
  const speak = make("span", {}, voice.element);
  const mute = make("p", { class: "muted" });
  const cards = makeChoiceCards(words.sample_title, words.sample_answers.map(([id, text]) => ({ id, text })), (answer) => {
    const [, text] = words.sample_answers.find(([id]) => id === answer);
    frame.tell(words.sample_chosen.replace("{answer}", text));
  });
  const keys = make("p", { class: "muted" });
  const deaf = listenForDigits(cards.box, () => model.get("look"), cards.press);
  const hear = (sound) => {
    speak.hidden = !sound;
    const none = voice.element.hidden;
    mute.hidden = sound && !none;
    say(mute, sound ? (none ? words.no_voice : "") : words.no_sound);
    if (!sound) voice.stop();
  };
  let sound = true;
  const voices = () => hear(sound);
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", voices);
  const box = make("div", { class: "ax-sample" },
    make("div", { class: "ax-head" }, make("h3", {}, words.sample), make("span", { class: "tag lampc" }, words.sample_tag)),
    message, make("div", { class: "rowx" }, press, speak), mute, cards.box, keys);
  const show = (view) => {
    sound = view.sound === "on";
    say(hello, view.hello);
    voice.ready(`${view.hello} ${words.sample_message}`);
    hear(sound);
    say(keys, view.keys === "on" ? words.sample_keys : words.sample_keys_off);
  };
  const leave = () => {
    globalThis.speechSynthesis?.removeEventListener?.("voiceschanged", voices);
    voice.leave();
    deaf();
  };
  return { box, show, leave };
}

function renderAccess({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const set = (field) => (value) => frame.send({ do: "set", field, value });
  const undo = makeDoing(words.undo, () => frame.send({ do: "undo" }, { repeats: true }), frame.tell, { picture: "undo", repeats: true });
  const reset = button(words.reset, () => frame.send({ do: "reset" }));
  const groups = {
    text_size: makeRadios(words.text_size, words.sizes, set("text_size")),
    theme: makeRadios(words.theme, words.themes, set("theme")),
    sound: makeRadios(words.sound, words.sounds, set("sound")),
    keys: makeRadios(words.keys, words.key_choices, set("keys")),
    address: makeRadios(words.address, words.addresses, set("address")),
  };
  const keysHelp = make("p", { id: freshId("bantu"), class: "muted" }, words.keys_help);
  groups.keys.box.setAttribute("aria-describedby", keysHelp.id);
  groups.keys.box.append(keysHelp);
  for (const group of Object.values(groups)) group.box.classList.add("ax-group");
  groups.theme.box.classList.add("ax-lines");
  groups.theme.radios.forEach(({ radio }) => radio.after(make("span", { class: `ax-swatch ${radio.value}`, "aria-hidden": "true" }, "Aa")));

  const id = freshId("nama");
  const help = make("p", { id: `${id}-bantu`, class: "muted" }, words.name_help);
  const name = make("input", { type: "text", id, maxlength: "40", autocomplete: "off", spellcheck: "false", "aria-describedby": help.id });
  const later = makeLater(() => frame.send({ do: "set", field: "name", value: name.value }, { repeats: true }));
  let naming = false;
  let undoing = false;
  name.addEventListener("input", () => { naming = true; later.soon(); });
  name.addEventListener("blur", later.now);

  const sample = makeSample(words, model, frame);
  const escape = make("span", { class: "muted" }, words.escape);
  const follow = make("p", { class: "muted" });
  frame.root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    later.now();
    undoing = true;
    frame.send({ do: "undo" }, { repeats: true });
  });
  frame.widget.append(
    make("div", { class: "block ax-back" }, undo.element, reset, escape, undo.why),
    frame.saybar, frame.notice,
    make("div", { class: "ax-sides" },
      make("div", {},
        makeBlock(words.seeing, groups.text_size.box, groups.theme.box),
        makeBlock(words.handling, groups.sound.box, groups.keys.box),
        makeBlock(words.calling, groups.address.box, make("div", { class: "ax-name" }, make("label", { for: id }, words.name), name, help))),
      make("div", { class: "ax-side" }, sample.box)),
    make("div", { class: "block" }, frame.saved, follow));

  return frame.follow((view, mine) => {
    for (const [field, group] of Object.entries(groups)) group.show(view[field]);
    if (name !== document.activeElement || (mine && undoing)) name.value = view.name;
    undo.show(view.undo);
    sample.show(view);
    say(follow, view.kept ? words.follow : words.outside);
    const again = !naming || undoing;
    if (mine) naming = undoing = false;
    return again;
  }, () => { later.now(); sample.leave(); });
}

export default { render: renderAccess };
