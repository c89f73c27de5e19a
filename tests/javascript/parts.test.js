// The cards' pictures and the choice of a voice, without a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { CARD_DRAWINGS, CARD_SIZE, drawCard } from "../../toolkit/lentera/widgets/parts/drawings.js";
import { chooseVoice } from "../../toolkit/lentera/widgets/shared/voice.js";

const printed = { pairs: ["PANEL", "BATERAI", "BEBAN"], volts: "12,5", size: "12 V 7 Ah", usb: "USB", plain: "polos", striped: "belang" };
const folder = new URL("../../toolkit/lentera/widgets/parts/data/", import.meta.url);

/** Walk through markup and tell the first thing that is not closed or not quoted. */
function flaw(markup) {
  const open = [];
  const rest = markup.replace(/<(\/?)([a-z][\w]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi, (_, closing, name, _attributes, single) => {
    if (closing) {
      if (open.pop() !== name) open.push(`/${name}`);
    } else if (!single) open.push(name);
    return "";
  });
  if (/[<>]/.test(rest)) return `odd: ${rest.match(/.{0,30}[<>].{0,30}/)[0]}`;
  return open.length ? `not closed: ${open.join(" ")}` : "";
}

test("every card has a drawing", () => {
  const ids = [...readFileSync(new URL("cards.toml", folder), "utf8").matchAll(/^part = "(\w+)"/gm)].map((found) => found[1]);
  assert.equal(ids.length, 12);
  for (const id of ids) assert.ok(CARD_DRAWINGS[id], id);
});

test("every part of the poles has a drawing", () => {
  const ids = [...readFileSync(new URL("poles.toml", folder), "utf8").matchAll(/^(\w+) = \{/gm)].map((found) => found[1]);
  assert.equal(ids.length, 5);
  for (const id of ids) assert.ok(CARD_DRAWINGS[id], id);
});

test("the check of markup can fail", () => {
  assert.notEqual(flaw("<g><path/>"), "");
  assert.notEqual(flaw('<g a="1></g>'), "");
  assert.equal(flaw('<g a="1"><path d="M0 0"/></g>'), "");
});

test("every drawing is well formed and has no number that is none", () => {
  for (const id of Object.keys(CARD_DRAWINGS)) {
    for (const numbered of [false, true]) {
      const markup = drawCard(id, printed, numbered);
      assert.equal(flaw(markup), "", id);
      assert.doesNotMatch(markup, /NaN|undefined|null/, id);
    }
  }
});

test("colours are the tokens of the theme", () => {
  for (const id of Object.keys(CARD_DRAWINGS)) assert.doesNotMatch(drawCard(id, printed).replaceAll("#fff", ""), /#[0-9a-f]{3}/i, id);
});

test("circles and boxes stay inside the picture", () => {
  const [width, height] = CARD_SIZE;
  for (const id of Object.keys(CARD_DRAWINGS)) {
    const markup = drawCard(id, printed).replace(/<g transform.*?<\/g>/gs, "");
    for (const [, x, y, r] of markup.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)) {
      assert.ok(+x - +r >= 0 && +x + +r <= width && +y - +r >= 0 && +y + +r <= height, `${id}: circle ${x} ${y}`);
    }
    for (const [, x, y, w, h] of markup.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)) {
      assert.ok(+x + +w <= width && +y + +h <= height, `${id}: box ${x} ${y}`);
    }
  }
});

test("the controller's screws are counted only where they are asked for", () => {
  assert.doesNotMatch(drawCard("pengatur", printed), />6<\/text>/);
  assert.match(drawCard("pengatur", printed, true), />6<\/text>/);
});

test("only a voice of this laptop that speaks the language is taken", () => {
  const far = { lang: "id-ID", localService: false };
  const other = { lang: "en-US", localService: true };
  const near = { lang: "id_ID", localService: true };
  assert.equal(chooseVoice([far, other], "id"), null);
  assert.equal(chooseVoice([far, other, near], "id"), near);
  assert.equal(chooseVoice([far, other, near], "en"), other);
  assert.equal(chooseVoice([], "id"), null);
});
