// The signs of the class's buttons: what is off looks different from what is on, whatever the colours.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { createElement: () => ({ set innerHTML(text) { this.content = { firstElementChild: text }; } }) };
const { portrait, switchSign } = await import("../../toolkit/lentera/widgets/online_room/pictures.js");

test("what is off has one stroke more than what is on", () => {
  for (const name of ["mic", "camera", "captions", "pinned"]) {
    const strokes = (on) => switchSign(name, on).match(/<path/g).length;
    assert.equal(strokes(false), strokes(true) + 1);
  }
});

test("a hand that is down is not crossed out", () => {
  assert.equal(switchSign("hand", false), switchSign("hand", true));
});

test("pictures are decoration: names and states stand beside them in words", () => {
  for (const hair of ["scarf", "short", "tail", "curls"]) assert.match(portrait({ hair, cloth: "--cell" }), /aria-hidden="true"/);
});

test("the living room is drawn only when it is behind the child", () => {
  const plain = portrait({ hair: "short", cloth: "--cell" });
  assert.ok(portrait({ hair: "short", cloth: "--cell", behind: true }).length > plain.length);
});
