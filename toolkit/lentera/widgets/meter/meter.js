// The screen of the multimeter: what is measured beside the meter, the noted readings, and the answers of the task.
import { button, icon, make, say, twoVoices } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeRadios, makeResult } from "../shared/frame.js";
import { makeBoard } from "../drawing/board.js";
import { makeMeter, makeMeterNotes, makeMeterPress } from "./face.js";
import { makeMeterAnswer } from "./answers.js";

function renderMeter({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, widget, send, tell } = frame;
  const board = makeBoard(words.board, {
    mode: "probe",
    announce: tell,
    onterminal: makeMeterPress(send),
    onprobe: (probe, terminal) => send({ do: "put", probe, terminal }),
  });
  const meter = makeMeter(words, send, tell);
  const note = makeDoing(words.meter.note, () => send({ do: "note" }), tell, { kind: "main" });
  const notes = makeMeterNotes(words, send, () => note.element.focus());
  const things = makeRadios(words.thing_title, words.things, (thing) => send({ do: "thing", thing }));
  const turn = (gesture) => button("", () => send({ do: gesture }));
  const [flip, cover, fuse, lamp] = ["switch", "cover", "fuse", "lamp"].map(turn);

  const result = makeResult(words);
  const answers = words.fields.map((field) => ({ id: field.id, ...makeMeterAnswer(words, field, send, tell) }));
  const check = button(words.check, () => send({ do: "check" }), { kind: "main", picture: "ok" });
  const hints = make("div", {});
  const hint = makeDoing("", () => send({ do: "hint" }), tell, { kind: "quiet", picture: "hint" });
  const task = makeBlock(words.answers, words.intro ? make("p", {}, words.intro) : null, ...answers.map((one) => one.box), make("div", { class: "rowx" }, check, hint.element, hint.why), hints);

  frame.saybar.append(note.element);
  widget.classList.add("meter");
  task.classList.add("answers");
  frame.bar.append(flip, cover, fuse, lamp, board.zoom);
  widget.append(
    make("div", { class: "block thing" }, things.box),
    make("div", { class: "tablehold" }, make("div", { class: "table2" }, board.pic, make("div", { class: "meterhold" }, meter.picture))),
    frame.saybar, frame.notice, meter.readings,
    make("div", { class: "block apart" }, note.why, meter.controls),
    make("div", { class: "block" }, notes.box),
    task, result.block,
    make("div", { class: "block" }, frame.saved),
  );

  const drawHints = (view) => {
    while (hints.children.length > view.hints.length) hints.lastChild.remove();
    for (let index = hints.children.length; index < view.hints.length; index += 1) {
      const said = make("p", {});
      twoVoices(said, view.hints[index], view.hints_spoken[index]);
      hints.append(make("div", { class: "hint" }, icon("hint"), make("div", {}, make("b", {}, words.hint_number.replace("{n}", index + 1)), said)));
    }
  };
  return frame.follow((view) => {
    board.update(view.picture);
    meter.update(view.meter);
    things.show(view.thing);
    say(flip.words, view.switch);
    say(cover.words, view.cover);
    say(fuse.words, view.fuse);
    const lost = !view.lamp && document.activeElement === lamp;
    say(lamp.words, view.lamp);
    lamp.hidden = !view.lamp;
    if (lost) flip.focus();
    note.show(view.note);
    notes.update(view.notes);
    task.hidden = !view.judged;
    answers.forEach((one) => one.update(view.values[one.id], view.usable));
    hint.show(view.next_hint, view.next_hint.label);
    drawHints(view);
    result.show(view.check);
  }, board.leave);
}

export default { render: renderMeter };
