// Picture and diagram of one circuit as two tabs over one place; only the one that is shown is drawn.
import { make } from "../shared/dom.js";
import { makeTabs } from "../shared/frame.js";
import { makeBoard } from "./board.js";
import { makeSchematic } from "./schematic.js";

/** Make both views: `{ element, update(picture), leave() }`; `options` are a board's. */
export function makeViews(words, options) {
  const makers = { board: makeBoard, schematic: makeSchematic };
  const views = Object.keys(makers).map((id) => {
    const drawing = makers[id](words, options);
    return { id, text: words.views[id], panel: drawing.pic, drawing };
  });
  let shown = views[0];
  let picture = null;
  const show = () => {
    for (const view of views) view.drawing.zoom.hidden = view !== shown;
    if (picture) shown.drawing.update(picture);
  };
  const tabs = makeTabs(words.views_title, views, (id) => {
    for (const view of views) view.drawing.leave();
    shown = views.find((view) => view.id === id);
    show();
  });
  const element = make("div", { class: "drawing" }, make("div", { class: "viewbar" }, tabs.list, ...views.map((view) => view.drawing.zoom)), ...views.map((view) => view.panel));
  show();
  return {
    element,
    update: (next) => {
      picture = next;
      shown.drawing.update(picture);
    },
    leave: () => views.forEach((view) => view.drawing.leave()),
  };
}
