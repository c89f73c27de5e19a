// The water tank: picture, live line, slider and choices, readings and table, and three questions.
import { button, freshId, make, say, twoVoices } from "../shared/dom.js";
import { fillTable, makeBlock, makeFrame, makeRadios, makeResult, makeSelect, makeSlider } from "../shared/frame.js";
import { TANK_SIZE } from "./geometry.js";
import { drawTank } from "./picture.js";

function makeTankPicture(words) {
  const u = freshId("tandon");
  const holder = document.createElement("template");
  holder.innerHTML = `<svg viewBox="0 0 ${TANK_SIZE.join(" ")}" role="img" focusable="false" aria-labelledby="${u}-judul ${u}-isi"><title id="${u}-judul"></title><desc id="${u}-isi"></desc><g></g></svg>`;
  const svg = holder.content.firstChild;
  let drawn = "";
  const update = (view) => {
    const markup = drawTank(view, words);
    if (markup !== drawn) svg.querySelector("g").innerHTML = markup;
    drawn = markup;
    say(svg.querySelector("title"), view.picture.title);
    say(svg.querySelector("desc"), view.picture.description);
  };
  return { box: make("div", { class: "tk-pic" }, svg), update };
}

/** Make the question of a power: its text, a number and a unit. */
function makeQuestion(words, index, send) {
  const name = words.names[index];
  const u = freshId(name);
  const text = make("p", { id: `${u}-teks`, class: "tk-ask" });
  const number = make("input", { type: "text", id: u, inputmode: "decimal", autocomplete: "off", "aria-describedby": `${u}-teks` });
  const unit = makeSelect("", [["", words.pick_unit], ...words.units.map((one) => [one, one])], () => now());
  const about = () => make("span", { class: "sr" }, `${words.question[index]}: `);
  unit.box.querySelector("label").append(about(), words.unit);
  let timer = null;
  const now = () => {
    clearTimeout(timer);
    timer = null;
    send({ do: "set", field: name, value: { nilai: number.value, satuan: unit.select.value } });
  };
  number.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, 400);
  });
  number.addEventListener("blur", () => {
    if (timer !== null) now();
  });
  const box = make("div", { class: "tk-question" }, make("fieldset", {}, make("legend", {}, words.question[index]), text,
    make("div", { class: "measure" }, make("div", {}, make("label", { for: u }, about(), words.number), number), unit.box)));
  const update = (view) => {
    say(text, view.questions[index]);
    const value = view.values[name];
    if (number !== document.activeElement && number.value !== value.nilai) number.value = value.nilai;
    if (timer === null) unit.show(value.satuan);
  };
  return { box, update, flush: () => timer !== null && now() };
}

function makeQuestions(frame) {
  const { words } = frame;
  let asked = true;
  const send = (message) => {
    asked = message.do !== "set";
    frame.send(message);
  };
  const all = words.names.map((_, index) => makeQuestion(words, index, send));
  const check = button(words.check, () => {
    all.forEach((one) => one.flush());
    send({ do: "check" });
  }, { kind: "main", picture: "ok" });
  const result = makeResult(words);
  const block = makeBlock(words.questions_title, make("p", {}, words.sums), ...all.map((one) => one.box), make("div", { class: "rowx" }, check));
  block.classList.add("apart");
  const update = (view) => {
    all.forEach((one) => one.update(view));
    result.show(view.check);
  };
  // What she types is told once; every other answer is told each time.
  const again = (mine) => {
    const told = !mine || asked;
    if (mine) asked = true;
    return told;
  };
  return { parts: [block, result.block], update, again };
}

function renderTank({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const picture = makeTankPicture(words);
  const charge = makeSlider(words.charge, words.range, (percent) => words.charges[percent] ?? "", (percent) => frame.slide({ do: "charge", percent }));
  const load = makeRadios(words.load, words.loads, (id) => frame.send({ do: "load", load: id }));
  const cable = makeRadios(words.cable, words.cables, (id) => frame.send({ do: "cable", cable: id }));
  const formula = make("p", { class: "tk-sum" });
  const table = make("table", {});
  const controls = makeBlock(words.try_title, charge.box, load.box, cable.box);
  controls.classList.add("apart");
  const questions = words.judged ? makeQuestions(frame) : null;
  frame.widget.append(
    picture.box, frame.saybar, frame.notice, controls,
    makeBlock("", formula, make("div", { class: "tk-table" }, table)),
    makeBlock(words.limits_title, make("ul", { class: "state" }, ...words.limits.map((text) => make("li", {}, text)))),
    ...(questions ? questions.parts : []), makeBlock("", frame.saved),
  );
  return frame.follow((view, mine) => {
    picture.update(view);
    charge.show(view.charge);
    load.show(view.load);
    cable.show(view.cable);
    twoVoices(formula, view.formula.shown, view.formula.spoken);
    fillTable(table, { ...view.table, numbers: [1, 2, 3] });
    if (!questions) return true;
    questions.update(view);
    return questions.again(mine);
  });
}

export default { render: renderTank };
