// Leaving a laptop: steps on offer, steps in order, a picture of the laptop after each, and what belongs to it.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeResult } from "../shared/frame.js";
import { makeActions, makeSteps } from "../shared/ordering.js";
import { laptopPicture, twoSteps } from "./drawings.js";

/** Make a picture from markup; it is drawn anew only when it differs. */
function makePicture(kind) {
  const holder = make("div", { class: kind });
  const show = (markup) => {
    const bare = markup.replace(/ (?:id|aria-labelledby)="[^"]*"/g, "");
    if (holder.dataset.key === bare) return;
    holder.dataset.key = bare;
    holder.innerHTML = markup;
  };
  return { holder, show };
}

/** Make the row of pictures: the laptop at first and after each chosen step. */
function makeScenes(words) {
  const list = make("ol", { class: "lv-scenes" });
  const known = [];
  const show = (scenes) => {
    while (known.length > scenes.length) known.pop().line.remove();
    scenes.forEach((scene, index) => {
      if (!known[index]) {
        const picture = makePicture("lv-picture");
        const title = make("b", {});
        const text = make("p", {});
        const line = make("li", {}, picture.holder, make("div", { class: "lv-caption" }, title, text));
        known[index] = { line, picture, title, text, id: freshId("laptop") };
        list.append(line);
      }
      const one = known[index];
      one.picture.show(laptopPicture(scene.looks, scene.title, scene.text, words, one.id));
      say(one.title, scene.title);
      say(one.text, scene.text);
    });
  };
  return { list, show };
}

/** Make what can be read besides: steps, a remark, and a drawing where there is one. */
function makeFold(fold, words) {
  const children = [make("ol", { class: "lv-list" }, ...fold.steps.map((step) => make("li", {}, step))), make("p", {}, fold.note)];
  if (fold.id === "dua_langkah") {
    const picture = makePicture("lv-two");
    picture.show(twoSteps(words, freshId("dua")));
    children.unshift(picture.holder, make("p", {}, words.two_text));
    children.push(...words.two_facts.map((fact) => make("p", { class: "muted" }, fact)));
  }
  return make("details", { class: "lv-fold" }, make("summary", { "data-lm-suppress-shortcuts": "true" }, fold.title), make("div", { class: "lv-inside" }, ...children));
}

function renderLeaving({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  frame.bar.append(make("span", { class: "tag lampc" }, words.simulation));
  const actions = makeActions(words, frame);
  const steps = makeSteps(words, frame);
  const noSteps = make("p", { class: "muted" });
  const scenes = makeScenes(words);
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), make("p", { class: "muted" }, words.super)),
    make("div", { class: "lv-sides" }, makeBlock(words.actions, actions.list), makeBlock(words.steps, noSteps, steps.list)),
    frame.saybar, frame.notice, result.block,
    makeBlock(words.scenes, scenes.list),
    makeBlock(words.more, ...words.folds.map((fold) => makeFold(fold, words))),
    make("div", { class: "block" }, frame.saved));

  return frame.follow((view, mine) => {
    actions.show(view.actions);
    const lost = steps.show(view.steps);
    say(noSteps, view.no_steps);
    noSteps.hidden = !view.no_steps;
    scenes.show(view.scenes);
    result.show(view.check);
    if (mine && lost) actions.first().focus();
  });
}

export default { render: renderLeaving };
