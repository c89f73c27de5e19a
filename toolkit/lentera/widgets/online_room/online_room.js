// The children's online room: four parts in tabs, one live line for all.
import { button, make } from "../shared/dom.js";
import { makeFrame, makeResult, makeTabs } from "../shared/frame.js";
import { makeClass } from "./class.js";
import { makeHomework } from "./homework.js";
import { makeSchedule } from "./schedule.js";
import { makeLog } from "./log.js";

function renderOnlineRoom({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  let typing = false;
  const send = frame.send;
  // That an answer is noted is said once, not with every letter.
  frame.send = (message, how) => {
    typing = message.do === "answer";
    send(message, how);
  };
  const tag = () => make("span", { class: "tag lampc" }, words.simulation);
  const parts = {
    kelas: makeClass(words.class, frame, model),
    tugas: makeHomework(words.homework, frame, tag),
    jadwal: makeSchedule(words.schedule, frame),
    pendamping: makeLog(words.log, frame),
  };
  const flush = () => {
    parts.tugas.flush();
    parts.jadwal.flush();
  };
  const tabs = makeTabs(words.tabs_label, Object.entries(words.tabs).map(([id, text]) => ({ id, text, panel: parts[id].panel })), (id) => {
    flush();
    frame.send({ do: "tab", tab: id });
  });
  tabs.list.classList.add("or-tabs");
  const check = button(words.check, () => {
    flush();
    frame.send({ do: "check" });
  }, { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.bar.querySelector("h2").after(tag());
  frame.bar.classList.add("or-bar");
  frame.saybar.append(check);
  frame.widget.append(make("div", { class: "or-head" }, tabs.list), ...Object.values(parts).map((one) => one.panel), frame.saybar, frame.notice, result.block, make("div", { class: "block" }, frame.saved));

  return frame.follow((view, mine) => {
    tabs.choose(view.tab);
    parts.kelas.show(view.class, mine);
    parts.tugas.show(view.homework, mine);
    parts.jadwal.show(view.schedule, view.printed);
    parts.pendamping.show(view.log, mine);
    check.hidden = view.tab !== "tugas" && view.tab !== "jadwal";
    result.show(view.check);
    return !typing;
  }, () => {
    flush();
    parts.kelas.leave();
  });
}

export default { render: renderOnlineRoom };
