// Beside the code: the outline for the ear, the rows of the check, all findings, and the hints.
import { button, decoration, icon, make, say, setAvailable } from "../shared/dom.js";
import { makeResult } from "../shared/frame.js";
import { chooseVoice } from "../shared/voice.js";

const SPEAKER = '<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z"/><path d="M15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>';


/** Make the outline: a list in the order of the page, and a button that reads it with a voice of the laptop itself. */
export function makeOutline(words, tell) {
  const list = make("ol", { class: "ed-outline" });
  const empty = make("p", { class: "muted" }, words.outline_empty);
  const speech = globalThis.speechSynthesis;
  let script = "";
  let speaking = null;
  const rest = () => {
    speaking = null;
    say(listen.words, words.listen);
  };
  const speak = () => {
    const voice = speech && chooseVoice(speech.getVoices(), words.lang);
    if (!voice) {
      tell(words.no_voice);
      return;
    }
    const said = new SpeechSynthesisUtterance(script);
    said.voice = voice;
    said.lang = voice.lang;
    said.onend = said.onerror = () => { if (speaking === said) rest(); };
    speaking = said;
    say(listen.words, words.quiet);
    speech.speak(said);
  };
  const stop = () => {
    if (!speaking) return;
    speech.cancel();
    rest();
  };
  const listen = button(words.listen, () => (speaking ? stop() : speak()), { repeats: true });
  listen.prepend(decoration(SPEAKER));
  const show = (view) => {
    script = view.script || "";
    const key = JSON.stringify(view.outline);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...view.outline.map(([label, text, told]) => make("li", {}, make("span", { class: "ed-k" }, label), told ? make("span", {}, text) : make("strong", { class: "yet" }, text))));
    list.hidden = !view.outline.length;
    empty.hidden = Boolean(view.outline.length);
    listen.hidden = !view.outline.length;
  };
  const box = make("div", {}, make("h3", {}, words.outline), empty, list, listen);
  return { box, show, leave: stop };
}

/** Make the result: a row for each rule, the one finding with its next step, and all findings on request. */
export function makeFindings(words, send, goTo) {
  const rows = make("ul", { class: "ed-rules" });
  const empty = make("p", { class: "muted" }, words.result_empty);
  const stale = make("p", { class: "muted" });
  const report = makeResult(words);
  const all = make("ol", { class: "ed-all" });
  const allTitle = make("h4", {});
  const allBox = make("div", { hidden: true }, allTitle, all);
  const more = button(words.all, () => send({ do: "all" }), { kind: "quiet" });
  const lineButton = (finding) => button(words.go_line.replace("{n}", finding.line), () => goTo(finding), { kind: "quiet" });

  const showRows = (found) => {
    const key = JSON.stringify(found);
    if (rows.dataset.key === key) return;
    rows.dataset.key = key;
    rows.replaceChildren(...found.map(({ title, ok }) => {
      const state = make("strong", { class: ok ? "ok" : "yet" }, ok ? words.rule_ok : words.rule_yet);
      const sign = icon(ok ? "ok" : "yet");
      sign.classList.add(ok ? "ok" : "yet");
      return make("li", {}, sign, make("span", {}, title), state);
    }));
    rows.hidden = !found.length;
  };
  const showAll = (found, page) => {
    const key = JSON.stringify(found ?? null);
    if (all.dataset.key === key) return;
    all.dataset.key = key;
    allBox.hidden = !found || !found.length;
    say(more.words, found ? words.fewer : words.all);
    say(allTitle, words.findings.replace("{file}", page));
    all.replaceChildren(...(found || []).map((one) => make("li", {}, make("div", {}, make("p", {}, one.says), make("p", { class: "muted" }, one.next)), one.line ? lineButton(one) : null)));
  };
  const show = (view) => {
    const found = view.check;
    const told = found && (found.yet || found.next || (found.right || []).length);
    empty.hidden = Boolean(found);
    showRows(found?.rows || []);
    const rowsTell = (found?.rows || []).length && (found.yet || found.next);
    const first = (found?.marks || [])[0];
    report.show(told ? { ...found, right: rowsTell ? [] : found.right } : null, () => (first && first.line ? [lineButton(first)] : []));
    report.block.classList.add("ed-report");
    say(stale, found?.stale ? words.stale : "");
    stale.hidden = !found?.stale;
    showAll(found?.all, view.preview?.page || "");
    more.hidden = !view.preview;
  };
  report.block.querySelector("h3").remove();
  const box = make("div", {}, make("h3", {}, words.result), empty, rows, report.block, stale, make("div", { class: "rowx" }, more), allBox);
  return { box, show };
}

/** Make the hints that have been read, each with its number. */
export function makeEditorHints(words) {
  const list = make("div", { class: "block", hidden: true });
  const show = (view, ask) => {
    list.hidden = !view.hints.length;
    while (list.children.length > view.hints.length) list.lastChild.remove();
    view.hints.slice(list.children.length).forEach((text) => {
      const number = list.children.length + 1;
      list.append(make("div", { class: "hint" }, icon("hint"), make("div", {}, make("b", {}, words.hint_number.replace("{n}", number)), make("p", {}, text))));
    });
    setAvailable(ask, view.next_hint.ok, view.next_hint.why);
  };
  return { list, show };
}
