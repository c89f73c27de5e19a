// The circuit diagram: the same circuit with symbols.
import assert from "node:assert/strict";
import test from "node:test";
import { markupOf } from "../../toolkit/lentera/widgets/drawing/canvas.js";
import { KIT_A } from "../../toolkit/lentera/widgets/drawing/kit_a.js";
import { KIT_B } from "../../toolkit/lentera/widgets/drawing/kit_b.js";
import { PLAN_A } from "../../toolkit/lentera/widgets/drawing/plan_a.js";
import { PLAN_B } from "../../toolkit/lentera/widgets/drawing/plan_b.js";
import { drawFuseSymbol, drawLampSymbol, drawSwitchSymbol } from "../../toolkit/lentera/widgets/drawing/symbols.js";
import { PICTURE_A, PICTURE_B, WORDS, flaw } from "./drawings.js";

const numbersIn = (markup) => [...markup.matchAll(/data-wire="([^"]+)".*?<text[^>]*>([^<]+)</g)].map(([, id, text]) => [id, text]);
const draw = (kit, picture) => markupOf(kit, kit.scene("u", WORDS, picture), picture.wires, new Map(), new Map());

for (const [name, board, plan, picture] of [["kit b", KIT_B, PLAN_B, PICTURE_B], ["kit a", KIT_A, PLAN_A, PICTURE_A]]) {
  test(`${name}: every terminal of the picture is in the diagram`, () => {
    assert.deepEqual(Object.keys(plan.layout.places).toSorted(), Object.keys(board.layout.places).toSorted());
  });

  test(`${name}: the same leads have the same numbers, and the same words are written`, () => {
    assert.deepEqual(numbersIn(draw(plan, picture).nomor), numbersIn(draw(board, picture).nomor));
    assert.equal(numbersIn(draw(plan, picture).nomor).length, picture.wires.length);
    const words = (kit) => kit.scene("u", WORDS, picture).labels.map((one) => one.text);
    for (const lamp of picture.lamps) for (const word of [lamp.name, lamp.word]) assert.ok(words(plan).includes(word), word);
    for (const word of [picture.panel_word, picture.sky_word]) assert.ok(words(plan).includes(word), word);
  });

  test(`${name}: the diagram is whole markup`, () => {
    for (const [group, markup] of plan.scene("u", WORDS, picture).parts) assert.equal(flaw(markup), "", group);
  });
}

test("each state of a fuse, a switch and a lamp has its own symbol", () => {
  const ends = [[373, 336], [457, 336]];
  assert.equal(new Set(["in", "blown", "out"].map((state) => drawFuseSymbol(...ends, state))).size, 3);
  assert.notEqual(drawSwitchSymbol(...ends, true), drawSwitchSymbol(...ends, false));
  const lamps = [{ brightness: 0 }, { brightness: 1 }, { brightness: 0.3 }, { brightness: 0, dead: true }].map((lamp) => drawLampSymbol("u", 0, 0, 30, lamp));
  assert.equal(new Set(lamps).size, 4);
});
