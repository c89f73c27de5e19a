// The contrast check: texts of a page with their ratio, named palettes, an own pair, ready-made styles.
import { button, freshId, icon, make, plain, say } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeResult, makeSelect } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";

/** Draw words on a ground. They are a picture of colours that may not be readable: what they say stands beside them. */
function drawPair([width, height], lines, named) {
  const holder = document.createElement("template");
  const texts = lines.map(([text, x, y, size, weight, anchor]) => `<text x="${x}" y="${y}" text-anchor="${anchor}" style="font-size:${size}px;font-weight:${weight}">${plain(text)}</text>`);
  holder.innerHTML = `<svg viewBox="0 0 ${width} ${height}" focusable="false" ${named ? 'role="img"' : 'aria-hidden="true"'}><rect width="${width}" height="${height}"></rect>${texts.join("")}</svg>`;
  const svg = holder.content.firstChild;
  const paint = (colour, behind) => {
    svg.querySelector("rect").style.fill = behind || "none";
    svg.querySelectorAll("text").forEach((one) => { one.style.fill = behind ? colour : ""; });
  };
  return { svg, paint };
}

/** Make the little picture of a pair: the words beside it tell the same. */
function makePairChip(text, ground) {
  const { svg, paint } = drawPair([44, 44], [["Aa", 22, 29, 19, 700, "middle"]], false);
  svg.setAttribute("class", "ck-chip");
  paint(text, ground);
  return svg;
}

/** Make the table of texts; nothing in it takes the focus, so it is filled anew. */
function makePairTable(words) {
  // Its roles are written out, because on a narrow screen its rows stand as blocks.
  const table = make("table", { class: "ck-table", role: "table" });
  const row = (one) => make("tr", { role: "row" },
    make("th", { scope: "row", role: "rowheader" }, make("span", {}, one.what), make("span", { class: "ck-more" }, one.where), make("span", { class: "ck-more ck-quote" }, `“${one.sample}”`)),
    make("td", { role: "cell" }, make("div", { class: "ck-pair" }, makePairChip(one.text, one.ground), make("span", {}, one.colours, make("span", { class: "ck-more" }, one.codes)))),
    make("td", { role: "cell" }, make("div", { class: "ck-judged" }, make("b", { class: "ck-ratio" }, one.ratio), make("span", { class: `ck-word ${one.kind}` }, icon(one.kind), make("span", {}, one.word))), make("span", { class: "ck-more" }, one.needs)));
  const show = (rows) => {
    const key = JSON.stringify(rows);
    table.hidden = !rows.length;
    if (table.dataset.key === key) return;
    table.dataset.key = key;
    table.replaceChildren(
      make("caption", {}, words.caption),
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...words.head.map((text) => make("th", { scope: "col", role: "columnheader" }, text)))),
      make("tbody", { role: "rowgroup" }, ...rows.map(row)));
  };
  return { table, show };
}

/** Make the palettes: real radio buttons, so arrow keys walk through them and each one is told with its ratio. */
function makePalettes(words, onchange) {
  const name = freshId("palet");
  const radios = words.palette_rows.map((one) => {
    const radio = make("input", { type: "radio", name, value: one.id, "aria-label": `${one.name}, ${one.colours}, ${one.ratio}`, onchange: () => onchange(one.id) });
    const told = make("span", { class: "ck-told" }, make("span", {}, one.name), make("span", { class: "ck-more" }, one.colours));
    const label = make("label", { class: "pick ck-palette" }, radio, makePairChip(one.text, one.ground), told, make("b", { class: "ck-ratio" }, one.ratio));
    return { radio, label };
  });
  const box = make("fieldset", { class: "ck-palettes" }, make("legend", {}, words.palettes), ...radios.map((one) => one.label));
  const show = (id) => radios.forEach((one) => { one.radio.checked = one.radio.value === id; });
  return { box, show };
}

/** Make one colour of an own pair: by its name, or by its code. What she typed stays until the colour itself changes. */
function makeOwnColour(words, title, which, send, help) {
  const list = makeChoice(title, [["", words.other], ...words.colours], (value) => { if (value) send(which, value); });
  const id = freshId("kode");
  const code = make("input", { type: "text", id, autocomplete: "off", spellcheck: "false", maxlength: "40", "aria-describedby": help, onchange: () => send(which, code.value) });
  const label = make("label", { for: id }, words.code, make("span", { class: "sr" }, ` (${title})`));
  const box = make("div", { class: "ck-own" }, list.box, make("div", {}, label, code));
  let drawn = null;
  const show = (colour) => {
    list.show(words.colours.some(([css]) => css === colour.css) ? colour.css : "");
    if (colour.css !== drawn) code.value = colour.css;
    drawn = colour.css;
  };
  return { box, show, leave: () => list.flush() };
}

/** Make the cards of ready-made styles: a little page in each one's colours, and a button. */
function makeSamples(words, onuse) {
  const card = (one) => {
    const heading = make("b", {}, words.preview_title);
    const link = make("u", {}, words.preview_link);
    const page = make("div", { class: "ck-mini", "aria-hidden": "true" }, heading, make("span", {}, `${words.mini_text} `), link);
    Object.assign(page.style, { color: one.text, backgroundColor: one.ground });
    Object.assign(heading.style, { color: one.heading, backgroundColor: one.heading_ground });
    link.style.color = one.link;
    page.style.fontSize = one.size === "24px" ? "1.2em" : "";
    return make("li", { class: "ck-card" }, page, make("b", {}, one.name), button(one.use, () => onuse(one.id)));
  };
  return make("ul", { class: "ck-samples" }, ...words.samples.map(card));
}

function renderContrast({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;

  const page = makeSelect(words.page, [], (value) => frame.send({ do: "page", page: value }));
  const summary = make("p", { class: "ck-summary" });
  const table = makePairTable(words);

  const part = makeChoice(words.part, [], (value) => frame.send({ do: "part", part: value }));
  const palettes = makePalettes(words, (id) => frame.send({ do: "palette", id }));
  const colour = (which, value) => frame.send({ do: "colour", which, value });
  const help = make("p", { class: "muted small", id: `${u}-kode` }, words.code_help);
  const own = {
    text: makeOwnColour(words, words.own_text, "text", colour, help.id),
    ground: makeOwnColour(words, words.own_ground, "ground", colour, help.id),
  };
  const [first, second] = words.preview_lines;
  const sheet = drawPair([380, 124], [[words.preview_title, 20, 42, 26, 700, "start"], [first, 20, 74, 18, 400, "start"], [second, 20, 102, 18, 400, "start"]], true);
  sheet.svg.setAttribute("class", "ck-preview");
  const ratio = make("b", { class: "ck-big" });
  const word = make("span", {});
  const verdict = make("p", { class: "ck-verdict" }, ratio, make("span", { class: "ck-word" }));
  const sentence = make("p", {});
  const apply = makeDoing(words.apply, () => frame.send({ do: "apply" }), frame.tell, { kind: "main" });
  const file = make("p", { class: "muted small" });

  const undo = makeDoing(words.undo, () => frame.send({ do: "undo" }), frame.tell, { picture: "undo" });
  const check = button(words.check, () => frame.send({ do: "check" }, { patience: 15000 }), { picture: "ok" });
  const result = makeResult(words);
  const size = makeChoice(words.size, [["", words.size_other], ...words.sizes], (value) => { if (value) frame.send({ do: "size", size: Number(value) }); });

  frame.bar.append(undo.element, make("div", { class: "why" }, undo.why));
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("h3", {}, words.look), make("p", { class: "lead" }, words.lead),
      make("div", { class: "ck-top" }, page.box, summary), table.table),
    make("div", { class: "block" }, make("h3", {}, words.choose),
      make("div", { class: "ck-choose" },
        make("div", { class: "ck-left" }, part.box, palettes.box),
        make("div", { class: "ck-right" },
          make("div", { class: "ck-show", role: "group", "aria-labelledby": `${u}-pratinjau` },
            make("p", { class: "lab", id: `${u}-pratinjau` }, words.preview), sheet.svg, verdict, sentence,
            make("div", { class: "rowx" }, apply.element), apply.why, file),
          make("fieldset", { class: "ck-ownpair" }, make("legend", {}, words.own), own.text.box, own.ground.box, help)))),
    frame.saybar, frame.notice, result.block,
    makeBlock(words.styles, make("p", { class: "lead" }, words.styles_lead), makeSamples(words, (id) => frame.send({ do: "sample", id })),
      make("div", { class: "ck-size" }, size.box)),
    make("div", { class: "block" }, frame.saved));

  const draw = (view) => {
    page.offer(view.pages);
    page.show(view.page);
    page.box.hidden = !view.pages.length;
    say(summary, view.summary);
    table.show(view.rows);
    part.offer(view.parts);
    part.show(view.part);
    palettes.show(view.palette);
    own.text.show(view.pair.text);
    own.ground.show(view.pair.ground);
    sheet.paint(view.pair.text.hex, view.pair.ground.hex);
    sheet.svg.setAttribute("aria-label", view.pair.picture);
    say(ratio, view.pair.ratio);
    if (verdict.dataset.key !== view.pair.word) {
      verdict.dataset.key = view.pair.word;
      say(word, view.pair.word);
      verdict.lastChild.className = `ck-word ${view.pair.kind}`;
      verdict.lastChild.replaceChildren(icon(view.pair.kind), word);
    }
    say(sentence, view.pair.sentence);
    say(file, view.file_line);
    apply.show(view.apply);
    undo.show(view.undo);
    size.show(view.size);
    check.hidden = !view.judged;
    result.show(view.check);
  };
  return frame.follow(draw, () => {
    own.text.leave();
    own.ground.leave();
  });
}

export default { render: renderContrast };
