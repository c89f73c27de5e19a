// A day, a week, a year of a lamp: choices at the left, three plots or a table at the right, words below.
import { button, freshId, make, say, twoVoices } from "../shared/dom.js";
import { fillTable, makeBlock, makeDoing, makeFrame, makeRadios, makeSelect, makeSlider, makeTabs } from "../shared/frame.js";
import { drawDays, hatches } from "./plot.js";
import { nearest } from "./scales.js";

/** Work that takes longer than this is told [ms]. */
const PATIENCE = 300;

/** Make the list of choices; `set` sends one, `slide` sends where a slider is. */
function makeChoices(words, set, slide, reread) {
  const slider = (name) => {
    const { min, max, step, texts } = words.slides[name];
    return makeSlider(words[name], { min, max, step }, (value) => texts[(value - min) / step] || "", (value) => slide(name, value));
  };
  const choose = (name, options) => makeSelect(words[name], options, (value) => set(name, value));
  const fields = {
    span: makeRadios(words.span, words.spans, (value) => set("span", value)),
    sky: choose("sky", words.skies),
    kit: choose("kit", words.kits),
    brightness: choose("brightness", words.steps),
    lit: slider("lit"),
    start: slider("start"),
    phone: slider("phone"),
    charge: slider("charge"),
  };
  const skyYear = make("p", { class: "muted" }, words.sky_year);
  const noPort = make("p", { class: "muted" }, words.no_port);
  const ownName = make("p", {});
  const own = make("div", { class: "own" }, ownName, button(words.own_read, reread));
  const order = [fields.span.box, fields.sky.box, skyYear, fields.kit.box, own, fields.lit.box, fields.start.box, fields.brightness.box, fields.phone.box, noPort, fields.charge.box];
  const box = make("div", { class: "choose", role: "group", "aria-label": words.choices_title }, ...order);
  const hide = (element, hidden) => {
    const lost = hidden && element.contains(document.activeElement);
    element.hidden = hidden;
    if (lost) fields.kit.select.focus();
  };
  const show = (view) => {
    for (const [name, field] of Object.entries(fields)) field.show(view.choices[name]);
    hide(fields.sky.box, view.year);
    skyYear.hidden = !view.year;
    hide(own, !view.own);
    say(ownName, view.own_name);
    ownName.hidden = !view.own_name;
    hide(fields.brightness.box, !view.steps);
    hide(fields.phone.box, !view.phones);
    noPort.hidden = view.phones || !view.result;
  };
  return { box, show };
}

/** Make the picture with its reading slider; both tell the same place of the axis. */
function makePicture(words, root) {
  const u = freshId("hari");
  const id = `${u}-baca`;
  const holder = document.createElement("template");
  holder.innerHTML = `<svg role="img" aria-labelledby="${u}-nama ${u}-isi" focusable="false"><title id="${u}-nama"></title><desc id="${u}-isi"></desc><g class="art"></g><path class="cursor"/><g class="over"></g></svg>`;
  const svg = holder.content.firstChild;
  const art = svg.querySelector(".art");
  const over = svg.querySelector(".over");
  const cursor = svg.querySelector(".cursor");
  const frame = make("div", { class: "plots" }, svg);
  const label = make("label", { for: id });
  const range = make("input", { type: "range", id, min: "0", max: "0", step: "1", value: "0", oninput: () => point(Number(range.value)) });
  const reading = make("p", { class: "reading" });
  const swatch = (kind) => {
    const one = document.createElement("template");
    one.innerHTML = `<svg width="34" height="22" viewBox="0 0 34 22" aria-hidden="true" focusable="false">${kind === "kept" ? '<path class="kept" d="M2 11H32"/>' : `${hatches(`${u}-${kind}`)}<rect class="lamp ${kind}" x="2" y="2" width="30" height="18"${kind === "on" ? "" : ` style="fill:url(#${u}-${kind}-${kind})"`}/>`}</svg>`;
    return one.content.firstChild;
  };
  const keyA = make("li", {}, swatch("kept"), make("span", {}, words.kept_line));
  const key = make("ul", { class: "key" }, ...["on", "dim", "off"].map((kind) => make("li", {}, swatch(kind), make("span", {}, words[`key_${kind}`]))), keyA);
  const note = make("p", { class: "muted" });
  const box = make("div", { class: "pictured" }, frame, make("div", { class: "reader" }, label, range, reading), key, note);
  let plot = null;
  let shape = null;
  let place = null;

  const point = (number) => {
    const one = plot.reader.places[number];
    place = one.at;
    range.setAttribute("aria-valuetext", one.spoken);
    twoVoices(reading, one.text, one.spoken);
    const x = (shape.left + one.at * shape.room).toFixed(1);
    cursor.setAttribute("d", `M${x} ${shape.top.toFixed(1)}V${shape.bottom.toFixed(1)}`);
  };
  const draw = () => {
    const width = Math.floor(frame.clientWidth);
    if (!plot || width < 100) return;
    const size = Math.min(parseFloat(getComputedStyle(root).fontSize) * 0.89, width / 18);
    shape = drawDays(plot, { width, size, marks: words.marks, words, u });
    svg.setAttribute("width", String(width));
    svg.setAttribute("height", String(shape.height));
    svg.setAttribute("viewBox", `0 0 ${width} ${shape.height}`);
    svg.style.fontSize = `${size}px`;
    art.innerHTML = shape.art;
    over.innerHTML = shape.over;
    point(Number(range.value));
  };
  const follow = (event) => {
    const at = (event.clientX - svg.getBoundingClientRect().left - shape.left) / shape.room;
    range.value = String(nearest(plot.reader.places, at));
    point(Number(range.value));
  };
  svg.addEventListener("pointermove", (event) => shape && follow(event));
  svg.addEventListener("pointerdown", (event) => shape && follow(event));
  const watch = new ResizeObserver(() => draw());
  watch.observe(frame);

  const show = (given, name, told) => {
    plot = given;
    svg.querySelector("title").textContent = `${words.picture_name}: ${name}`;
    svg.querySelector("desc").textContent = told;
    say(label, plot.reader.title);
    range.max = String(plot.reader.places.length - 1);
    // The place on the axis stays when the length of time changes; the first one is late in the afternoon.
    range.value = String(nearest(plot.reader.places, place ?? 0.8));
    keyA.hidden = !plot.charge.kept;
    say(note, plot.note);
    draw();
  };
  return { box, show, leave: () => watch.disconnect() };
}

/** Make a table that scrolls inside its own frame, which is a stop only while something is outside. */
function makeTable() {
  const table = make("table", {});
  const holder = make("div", { class: "scroller", "data-scrolls": true, "data-lm-suppress-shortcuts": "true" }, table);
  const watch = new ResizeObserver(() => {
    if (holder.scrollWidth > holder.clientWidth + 1) holder.tabIndex = 0;
    else holder.removeAttribute("tabindex");
  });
  watch.observe(holder);
  const show = (content) => {
    fillTable(table, content);
    holder.setAttribute("role", "group");
    holder.setAttribute("aria-label", content.caption);
  };
  return { holder, show, leave: () => watch.disconnect() };
}

/** Put sentences in a list, each for eyes and ears. */
function fillList(list, sentences) {
  const wanted = JSON.stringify(sentences);
  if (list.dataset.key === wanted) return;
  list.dataset.key = wanted;
  list.replaceChildren(...sentences.map((one) => {
    const item = make("li", {});
    twoVoices(item, one.text, one.spoken);
    return item;
  }));
}

function makeCompare(words, send, tell) {
  const how = make("p", {}, words.compare_how);
  const sentences = make("div", { class: "pair" });
  const table = makeTable();
  const keep = makeDoing(words.keep, () => send({ do: "keep" }), tell, { kind: "main" });
  const back = makeDoing(words.back_to_a, () => send({ do: "back" }), tell);
  const drop = button(words.drop, () => {
    keep.element.focus();
    send({ do: "drop" });
  }, { kind: "quiet" });
  const block = makeBlock(words.compare_title, how, sentences, table.holder, make("div", { class: "rowx" }, keep.element, back.element, drop), keep.why, back.why);
  block.classList.add("apart");
  const show = (view) => {
    how.hidden = view.kept;
    sentences.hidden = !view.sentences.length;
    const known = JSON.stringify(view.sentences);
    if (sentences.dataset.key !== known) {
      sentences.dataset.key = known;
      sentences.replaceChildren(...view.sentences.map((text) => make("p", {}, text)));
    }
    table.holder.hidden = !view.table;
    if (view.table) table.show(view.table);
    keep.show(view.keep, view.kept ? words.keep_again : words.keep);
    keep.element.classList.toggle("main", !view.kept);
    for (const one of [back.element, drop]) one.hidden = !view.kept;
    if (view.kept) back.show(view.back);
    else back.why.hidden = true;
  };
  return { block, show, leave: table.leave };
}

function renderDays({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  let timer = null;
  const soon = (go) => {
    clearTimeout(timer);
    timer = setTimeout(() => frame.tell(words.busy), PATIENCE);
    go();
  };
  const send = (message) => soon(() => frame.send(message, { patience: 20000 }));
  const choices = makeChoices(words, (name, value) => send({ do: "set", name, value }), (name, value) => soon(() => frame.slide({ do: "set", name, value }, { patience: 20000 })), () => send({ do: "read" }));

  const picture = makePicture(words, frame.root);
  const table = makeTable();
  const panels = [make("div", {}, picture.box), make("div", {}, table.holder)];
  const tabs = makeTabs(words.views, [
    { id: "gambar", text: words.picture, panel: panels[0] },
    { id: "tabel", text: words.table, panel: panels[1] },
  ]);
  const seen = make("div", { class: "seen" }, tabs.list, ...panels);

  const why = make("p", {});
  const faults = make("ul", { class: "state" });
  const mend = make("div", { class: "mend" }, make("h3", {}, words.own_title), why, faults);

  const reads = make("dl", { class: "reads" });
  const summary = make("ul", { class: "state" });
  const events = make("ol", { class: "events" });
  const quiet = make("p", { class: "muted" }, words.no_events);
  const story = makeBlock(words.summary_title, summary, make("h4", {}, words.events_title), events, quiet, make("p", { class: "muted" }, words.model));
  story.classList.add("apart");
  const compare = makeCompare(words, send, frame.tell);
  frame.widget.append(
    make("div", { class: "days" }, choices.box, make("div", { class: "right" }, mend, seen)),
    frame.saybar, frame.notice, reads, story, compare.block,
    make("div", { class: "block" }, frame.saved),
  );
  frame.widget.classList.add("hari");

  return frame.follow((view, mine) => {
    if (mine) clearTimeout(timer);
    choices.show(view);
    mend.hidden = !view.why;
    say(why, view.why);
    fillList(faults, view.faults.map((text) => ({ text, spoken: text })));
    faults.hidden = !view.faults.length;
    for (const one of [seen, reads, story]) one.hidden = !view.result;
    compare.show(view.compare);
    if (!view.result) return;
    const { result } = view;
    picture.show(result.plot, result.name, result.summary.map((one) => one.spoken).join(" "));
    table.show(result.table);
    const known = JSON.stringify(result.readings);
    if (reads.dataset.key !== known) {
      reads.dataset.key = known;
      reads.replaceChildren(...result.readings.map((one) => make("div", {}, make("dt", {}, one.name), make("dd", {}, one.value, make("small", {}, one.note)))));
    }
    fillList(summary, result.summary);
    fillList(events, result.plot.events);
    events.hidden = !result.plot.events.length;
    quiet.hidden = !events.hidden;
  }, () => {
    clearTimeout(timer);
    picture.leave();
    table.leave();
    compare.leave();
  });
}

export default { render: renderDays };
