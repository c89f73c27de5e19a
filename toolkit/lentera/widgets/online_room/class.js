// The practice video class: a lobby, the class that goes on when she says so, and what remains of it.
import { button, freshId, icon, make, say, setAvailable } from "../shared/dom.js";
import { makeBlock, makeDoing, makeRadios } from "../shared/frame.js";
import { makeChat } from "../shared/chat.js";
import { listenForDigits, makeChoiceCards } from "../shared/decide.js";
import { makeVoice } from "../shared/voice.js";
import { portrait, switchSign } from "./pictures.js";

/** Make the button of one switch; it tells how it stands, what it does, and its key. */
function makeSwitch(name, words, frame) {
  const state = make("b", {});
  const does = make("small", {});
  const sign = make("span", { class: "or-sign" });
  const key = words.keys[name];
  const element = make("button", { type: "button", class: "btn or-switch", "aria-keyshortcuts": key, onclick: () => frame.send({ do: "switch", name }, { repeats: true }) },
    sign, state, does, key ? make("kbd", { "aria-hidden": "true" }, key) : null);
  const show = (on, text) => {
    say(state, text);
    say(does, words.switch[name][on ? 1 : 0]);
    element.setAttribute("aria-label", `${text}. ${words.switch[name][on ? 1 : 0]}`);
    if (sign.dataset.on === String(on)) return;
    sign.dataset.on = String(on);
    sign.replaceChildren(switchSign(name, on));
    element.classList.toggle("or-on", on);
  };
  const keyed = (wanted) => {
    element.querySelector("kbd")?.toggleAttribute("hidden", !wanted);
    if (key && !wanted) element.removeAttribute("aria-keyshortcuts");
  };
  return { element, show, keyed };
}

/** Make one tile: a picture, a name, and how the person stands in words. */
function makeTile(picture, kind = "") {
  const frame = make("div", { class: "or-pic" }, picture);
  const name = make("b", {});
  const state = make("span", {});
  const tile = make("li", { class: `or-tile ${kind}`.trim() }, frame, make("p", { class: "or-name" }, name, make("span", { class: "sr" }, ": "), state));
  return { tile, frame, show: (who, how) => { say(name, who); say(state, how); } };
}

const MATES = [{ hair: "tail", cloth: "--cloth" }, { hair: "short", cloth: "--frame2" }, { hair: "curls", cloth: "--cell" }, { hair: "scarf", cloth: "--bat" }];
const CHILD = { hair: "short", cloth: "--bus" };

/** Make the child's own picture: with the camera off there is a letter only. */
function makeOwnPicture(frame) {
  const show = (letter, on, plain) => {
    const key = `${letter}${on}${plain}`;
    if (frame.dataset.key === key) return;
    frame.dataset.key = key;
    frame.replaceChildren(on ? portrait({ ...CHILD, behind: !plain }) : make("span", { class: "or-letter", "aria-hidden": "true" }, letter));
  };
  return { show };
}

function makeLobby(words, frame, switches) {
  const names = makeRadios(words.names, words.name_options, (name) => frame.send({ do: "name", name }));
  const nameTold = make("p", { class: "or-told" });
  const backgrounds = makeRadios(words.backgrounds, words.background_options, (background) => frame.send({ do: "background", background }));
  const backgroundTold = make("p", { class: "or-told" });
  const preview = make("div", { class: "or-pic or-preview" });
  const own = makeOwnPicture(preview);
  const row = make("div", { class: "rowx or-lobby-switches" });
  const join = makeDoing("", () => frame.send({ do: "join" }), frame.tell, { kind: "main", picture: "next" });
  const box = makeBlock(words.lobby, make("p", { class: "muted" }, words.lobby_help),
    make("div", { class: "or-lobby" },
      make("div", { class: "or-column" }, names.box, nameTold, backgrounds.box, backgroundTold),
      make("figure", {}, preview, make("figcaption", { class: "small" }, words.preview), row)),
    make("div", { class: "rowx or-enter" }, join.element, join.why));
  const show = (view) => {
    names.show(view.name);
    backgrounds.show(view.background);
    told(nameTold, view.name_told, view.name_right);
    told(backgroundTold, view.background_told, view.plain);
    own.show(words.name_options[0][1][0], view.on.camera, view.plain);
    join.show(view.join, view.enter);
    if (!box.hidden) row.append(switches.mic.element, switches.camera.element);
  };
  return { box, show, first: () => names.radios[0].radio, join: join.element };
}

/** Tell something with its mark: a tick, or a diamond for what is not right yet. */
function told(place, text, right) {
  const key = `${right}${text}`;
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren(...(text ? [icon(right ? "ok" : "yet"), make("span", {}, text)] : []));
  place.className = `or-told ${right ? "ok" : "yet"}`;
}

function makeStage(words, frame, model) {
  const teacher = makeTile(portrait({ hair: "scarf", cloth: "--cell" }), "or-big");
  const interpreter = makeTile(portrait({ hair: "tail", cloth: "--bat2", signs: true }));
  const mates = MATES.map((look) => makeTile(portrait(look)));
  const child = makeTile("", "or-own");
  const own = makeOwnPicture(child.frame);
  const tiles = make("ul", { class: "or-tiles", "aria-label": words.people }, teacher.tile, interpreter.tile, ...mates.map((one) => one.tile), child.tile);
  const speaker = make("b", {});
  const speech = make("span", {});
  const caption = make("p", { class: "or-caption", lang: "id" }, speaker, " ", speech);
  const voice = makeVoice({ listen: words.listen, quiet: words.quiet, lang: "id" });
  const stage = make("div", { class: "or-stage" }, tiles, caption);
  const show = (view) => {
    const { step } = view;
    teacher.show(`${step.teacher}, ${words.teacher}`, step.caption ? words.speaks : step.tiles[0].state);
    teacher.tile.classList.toggle("or-speaks", Boolean(step.caption));
    interpreter.show(words.interpreter, words.interpreter_note);
    interpreter.tile.classList.toggle("or-big", view.on.pinned);
    step.tiles.forEach((one, index) => mates[index].show(one.name, one.state));
    child.show(`${step.child}, ${words.you}`, [view.states.mic, view.on.hand ? view.states.hand : ""].filter(Boolean).join(". "));
    child.tile.classList.toggle("or-raised", view.on.hand);
    own.show(step.child[0], view.on.camera, view.plain);
    stage.dataset.pinned = String(view.on.pinned);
    const spoken = view.on.captions && step.caption;
    say(speaker, spoken ? `${step.teacher}:` : "");
    say(speech, view.on.captions ? step.caption || words.no_speech : words.captions_off);
    caption.dataset.size = String(view.size);
    caption.classList.toggle("or-quiet", !spoken);
    voice.ready(step.script);
  };
  return { stage, show, voice: model.get("look")?.sound === false ? null : voice.element, leave: voice.leave };
}

function makeReplies(words, frame) {
  const row = make("div", { class: "or-replies" });
  const label = make("h4", { id: freshId("kirim") }, words.write);
  const box = make("div", { role: "group", "aria-labelledby": label.id }, label, row);
  let buttons = [];
  const show = (replies) => {
    const key = JSON.stringify(replies.map((one) => one.text));
    if (row.dataset.key !== key) {
      row.dataset.key = key;
      buttons = replies.map((one, number) => button(one.text, () => frame.send({ do: "reply", number })));
      row.replaceChildren(...buttons);
    }
    replies.forEach((one, number) => {
      say(buttons[number].words, one.sent ? `${one.text} (${words.sent})` : one.text);
      buttons[number].classList.toggle("or-on", one.sent);
    });
    box.hidden = !replies.length;
  };
  return { box, show };
}

/** Make the part with the video class. */
export function makeClass(words, frame, model) {
  const keys = () => model.get("look")?.keys !== false;
  const switches = Object.fromEntries(Object.keys(words.switch).map((name) => [name, makeSwitch(name, words, frame)]));
  const lobby = makeLobby(words, frame, switches);
  const stage = makeStage(words, frame, model);
  const count = make("h3", {});
  const askText = make("span", {});
  const asks = make("p", { class: "or-asks" }, make("b", {}, words.asked), " ", askText);
  const done = make("p", { class: "or-told ok" }, icon("ok"), make("span", {}, words.asked_done));
  const goOn = makeDoing(words.go_on, () => frame.send({ do: "go_on" }), frame.tell, { kind: "main", picture: "next" });
  const leave = button(words.leave, () => frame.send({ do: "leave" }));
  const row = make("div", { class: "or-controls", role: "group", "aria-label": words.controls });
  const size = makeRadios(words.size, words.size_options, (value) => frame.send({ do: "size", size: Number(value) }));
  const chat = makeChat(words.chat);
  const noChat = make("p", { class: "muted" }, words.no_chat);
  const replies = makeReplies(words, frame);
  const act = makeChoiceCards(words.stranger, words.act_options.map(([id, text]) => ({ id, text })), (id) => frame.send({ do: "act", act: id }));
  const note = make("div", {});
  const stranger = make("div", { class: "or-stranger" }, act.box, note);
  const keysHelp = make("p", { class: "muted small" }, words.keys_help);
  const inside = make("div", {},
    make("div", { class: "block or-now" }, make("div", { class: "rowx or-top" }, count, stage.voice), asks, done, make("div", { class: "rowx" }, goOn.element, leave, goOn.why)),
    stage.stage, make("div", { class: "or-under" }, row),
    make("div", { class: "block or-talk" },
      make("div", {}, make("h3", {}, words.chat), noChat, chat.list, replies.box),
      make("div", {}, size.box, keysHelp)),
    stranger);
  const again = button(words.again, () => frame.send({ do: "again" }));
  const over = makeBlock(words.over, make("ul", { class: "state" }, ...words.over_list.map((text) => make("li", {}, text))), make("p", { class: "or-after" }, words.over_next), again);
  const panel = make("div", { class: "or-class" }, lobby.box, inside, over);
  stranger.classList.add("block");
  const byKey = Object.fromEntries(Object.entries(words.keys).map(([name, key]) => [key.toLowerCase(), name]));
  let inClass = false;
  panel.addEventListener("keydown", (event) => {
    const name = byKey[event.key.toLowerCase()];
    if (!inClass || !name || !keys() || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    frame.send({ do: "switch", name }, { repeats: true });
  });
  const deaf = listenForDigits(stranger, () => model.get("look"), (digit) => act.press(digit));

  const showNote = (found) => {
    const key = JSON.stringify(found);
    if (note.dataset.key === key) return;
    note.dataset.key = key;
    note.className = found ? `or-note ${found.kind}` : "";
    note.replaceChildren(...(found ? [icon(found.kind), make("div", {}, make("p", {}, found.says), found.next ? make("p", {}, make("b", {}, found.next)) : null)] : []));
  };
  const showStep = (view) => {
    const { step } = view;
    say(count, step.count);
    say(askText, step.asks);
    done.hidden = !step.is_done;
    goOn.show(step.go_on);
    goOn.element.hidden = step.last;
    goOn.why.hidden ||= step.last;
    leave.classList.toggle("main", step.last);
    stage.show(view);
    row.append(...Object.values(switches).map((one) => one.element).filter((one) => one.parentElement !== row));
    chat.show(step.chat);
    noChat.hidden = step.chat.length > 0;
    replies.show(step.replies);
    stranger.hidden = !step.stranger;
    act.show(step.act);
    showNote(step.told);
    size.show(String(view.size));
  };
  const show = (view, mine) => {
    const held = panel.contains(document.activeElement) ? document.activeElement : null;
    inClass = view.phase === "inside";
    lobby.box.hidden = view.phase !== "lobby";
    inside.hidden = !inClass;
    over.hidden = view.phase !== "over";
    for (const [name, one] of Object.entries(switches)) {
      one.show(view.on[name], view.states[name]);
      one.keyed(inClass && keys());
    }
    keysHelp.hidden = !keys();
    lobby.show(view);
    if (inClass) showStep(view);
    if (!mine || !held || held.getClientRects().length) return;
    // What she pressed is gone with its part; the next one begins where she would look for it.
    if (inClass) (view.step.last ? leave : goOn.element).focus();
    else if (view.phase === "over") again.focus();
    else if (view.join.ok) lobby.join.focus();
    else lobby.first().focus();
  };
  return { panel, show, leave: () => { stage.leave(); deaf(); } };
}
