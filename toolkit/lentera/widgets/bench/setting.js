// What is set on the table now and then: fuse, hour and sky, kit, when the rules speak, and starting over.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeDoing, makeRadios, makeSelect, makeSlider } from "../shared/frame.js";
import { makeFold } from "./joining.js";

/** Make a question that is asked before something big; Escape and "Batal" lead back to where it came from. */
export function makeAsking(words, text, yesText, onyes, onclose) {
  const id = freshId("tanya");
  const no = button(words.cancel, () => show(false));
  const yes = button(yesText, () => {
    show(false);
    onyes();
  }, { kind: "main" });
  const panel = make("div", { role: "group", "aria-labelledby": id, class: "panel", hidden: true }, make("p", { id }, text), make("div", { class: "rowx" }, no, yes));
  const show = (open) => {
    const inside = panel.contains(document.activeElement);
    panel.hidden = !open;
    if (open) no.focus();
    else if (inside) onclose();
  };
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
  });
  return { panel, open: () => show(true) };
}

function makeFuse(words, send, tell) {
  const state = make("p", {});
  const size = makeSelect(words.fuse_size, words.fuses);
  const pull = makeDoing(words.pull_fuse, () => send({ do: "pull_fuse" }), tell);
  const put = makeDoing(words.put_fuse, () => send({ do: "put_fuse", fuse: size.select.value }), tell);
  const box = make("fieldset", {}, make("legend", {}, words.fuse_title), state, make("div", { class: "rowx low" }, pull.element, size.box, put.element, pull.why, put.why));
  let held = null;
  return {
    box,
    show: (fuse) => {
      box.hidden = !fuse;
      if (!fuse) return;
      say(state, fuse.text);
      pull.show(fuse.pull);
      put.show(fuse.put);
      if (fuse.fuse && fuse.fuse !== held) size.show(fuse.fuse);
      held = fuse.fuse;
    },
  };
}

function makeClock(words, send, slide) {
  let clock = { hour: null, text: "" };
  const noon = 12;
  const two = (number) => String(number).padStart(2, "0");
  // Sky and what follows from it are told by the live line; the slider itself tells the hour once.
  const read = (hour) => (clock.hour === null && hour === noon ? clock.text : `${two(Math.floor(hour))}.${two((hour % 1) * 60)}`);
  const slider = makeSlider(words.clock, { min: 0, max: 23.5, step: 0.5 }, read, (hour) => slide({ do: "clock", hour }));
  const sky = makeRadios(words.sky_title, words.skies, (value) => send({ do: "clock", sky: value }));
  return {
    boxes: [slider.box, sky.box],
    show: (now) => {
      clock = now;
      slider.show(now.hour ?? noon);
      sky.show(now.chosen ?? now.sky);
    },
  };
}

/** Make the part "set the table" and what starts over; `focusForm` is where the focus goes on a cleared table. */
export function makeSetting(words, { send, slide, tell }, focusForm) {
  const fuse = makeFuse(words, send, tell);
  const clock = makeClock(words, send, slide);
  let kit = "b";
  const kits = makeRadios(words.kit_title, words.kits, (value) => {
    kits.show(kit);
    if (value !== kit) other.open();
  });
  const other = makeAsking(words, words.kit_ask, words.kit_yes, () => {
    const wanted = kit === "a" ? "b" : "a";
    kits.radios.find((one) => one.radio.value === wanted).radio.focus();
    send({ do: "start_over", kit: wanted });
  }, () => kits.radios.find((one) => one.radio.checked).radio.focus());
  const judging = makeRadios(words.judging_title, words.judgings, (value) => send({ do: "judging", when: value }));
  const fold = makeFold(words.table_title, ...clock.boxes, fuse.box, judging.box, kits.box, other.panel);

  const over = makeDoing(words.start_over, () => ask.open(), tell, { kind: "quiet" });
  const ask = makeAsking(words, words.start_over_ask, words.start_over_yes, () => {
    focusForm();
    send({ do: "start_over" });
  }, () => over.element.focus());
  const again = make("div", { class: "block apart" }, make("div", { class: "rowx" }, over.element, over.why), ask.panel);

  const show = (view) => {
    kit = view.kit;
    fuse.show(view.fuse);
    clock.show(view.clock);
    kits.show(kit);
    kits.box.hidden = !view.free;
    judging.box.hidden = !view.judging;
    if (view.judging) judging.show(view.judging);
    over.show(view.start_over);
  };
  return { fold, again, show };
}
