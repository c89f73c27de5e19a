// The bar beside what a reading told.
import assert from "node:assert/strict";
import test from "node:test";
import { drawShare } from "../../toolkit/lentera/widgets/workshop/telling.js";

const filled = (markup) => Number(/<rect x="2"[^>]* width="(\d+)"/.exec(markup)?.[1] ?? 0);

test("the bar is as long as the share", () => {
  assert.equal(filled(drawShare(0.64)), 64);
  assert.equal(filled(drawShare(1)), 100);
});

test("nothing shut out leaves the bar empty", () => {
  assert.equal(filled(drawShare(0)), 0);
});

test("a share beyond all stays in its frame", () => {
  assert.equal(filled(drawShare(1.7)), 100);
  assert.equal(filled(drawShare(-0.2)), 0);
});

test("the bar is left out of what is read aloud, for the words stand beside it", () => {
  assert.match(drawShare(0.5), /aria-hidden="true"/);
});
