// The fault workshop: a case in tabs, its picture and meter, the readings, the decision, and what came of it.
import { button, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeResult, makeTabs } from "../shared/frame.js";
import { makeBoard } from "../drawing/board.js";
import { makeMeterFace } from "./face.js";
import { makeMeasuring } from "./measuring.js";
import { makeDeciding } from "./deciding.js";
import { makePractice } from "./practice.js";
import { makeTelling } from "./telling.js";
import { makeLogRow } from "./logrow.js";
import { makeAsking } from "../shared/asking.js";

function renderWorkshop({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, widget, send, tell } = frame;
  widget.classList.add("shop");

  const panels = words.tabs.map(([id, text]) => ({ id, text, panel: make("div", { class: "casepanel" }) }));
  const tabs = makeTabs(words.cases, panels, (tab) => send({ do: "tab", tab }));
  tabs.buttons.forEach((one) => one.append(make("span", { class: "sr", hidden: true }, ` ${words.done}`)));

  const board = makeBoard(words.board, {
    mode: "probe",
    announce: tell,
    onterminal: (terminal) => send({ do: "press", terminal }, { repeats: true }),
    onprobe: (probe, terminal) => send({ do: "put", probe, terminal }),
  });
  const face = makeMeterFace(words.meter);
  const hold = make("div", { class: "tablehold" }, make("div", { class: "table2" }, board.pic, make("div", { class: "meterhold" }, face.svg)));

  const code = make("span", { class: "tag" });
  const quote = make("blockquote", {});
  const told = make("div", { class: "case" }, quote, make("p", { class: "rowx muted" }, code, make("span", {}, words.ask)));

  const measuring = makeMeasuring(words, send, tell);
  const deciding = makeDeciding(words, send);
  const check = button(words.check, () => send({ do: "check" }, { patience: 20000 }), { kind: "main", picture: "ok" });
  deciding.box.append(check);
  const result = makeResult(words);
  const telling = makeTelling(words);
  const log = makeLogRow(words, send);
  const practice = makePractice(words, send);
  const again = makeAgain(words, send);
  const tally = make("p", { class: "tally" });

  const work = make("div", {},
    told, hold, frame.saybar,
    make("div", { class: "block cols" }, make("div", { class: "stack" }, measuring.looking, measuring.measuring), make("div", { class: "stack" }, deciding.box, measuring.hinting)),
    result.block, telling.block, log.block,
    makeBlock("", again.box));
  frame.bar.append(board.zoom);
  const foot = make("div", { class: "block" }, tally, frame.saved);
  widget.append(tabs.list, ...panels.map((one) => one.panel), frame.notice, foot);

  const logButton = () => button(words.log_open, () => {
    send({ do: "log" });
    log.focusSoon();
  }, { kind: "main" });

  return frame.follow((view) => {
    const panel = panels.find((one) => one.id === view.tab).panel;
    tabs.choose(view.tab);
    tabs.buttons.forEach((one, index) => {
      const done = Boolean(view.done[index]);
      one.classList.toggle("found", done);
      one.querySelector(".sr").hidden = !done;
    });
    if (practice.box.parentNode !== panels[panels.length - 1].panel) panels[panels.length - 1].panel.prepend(practice.box);
    practice.update(view.practice);
    if (work.parentNode !== panel) panel.append(work);
    work.hidden = !view.work;
    say(tally, view.tally);
    board.zoom.hidden = !view.work?.picture;
    if (!view.work) {
      // The live line stays on the screen where no case is open.
      if (frame.saybar.parentNode !== panel) panel.append(frame.saybar);
      return;
    }
    if (frame.saybar.parentNode !== work) hold.after(frame.saybar);
    const one = view.work;
    say(code, one.code);
    say(quote, one.complaint);
    hold.hidden = !one.picture;
    hold.classList.toggle("alone", !one.probed);
    face.svg.parentNode.hidden = !one.probed;
    if (one.picture) board.update(one.picture);
    face.update(one.meter);
    measuring.update(one);
    deciding.update(one);
    result.show(one.check, (report) => (report.next && one.found.length && !one.log ? [logButton()] : []));
    telling.update(one);
    log.update(one);
    again.update(one);
  }, board.leave);
}

/** Make the button that begins a case again, and asks before it does. */
function makeAgain(words, send) {
  const ask = button(words.restart, () => asking.open(), { kind: "quiet" });
  const asking = makeAsking({ label: words.restart, question: words.restart_ask, yes: words.restart_yes, cancel: words.cancel }, () => ask, () => send({ do: "restart" }));
  let key = "";
  const update = (one) => {
    if (key !== one.key) asking.close();
    key = one.key;
  };
  return { box: make("div", { class: "stack" }, ask, asking.box), update };
}

export default { render: renderWorkshop };
