// Lines and words of the code box.
import assert from "node:assert/strict";
import test from "node:test";
import { lineSpan, sameWords } from "../../toolkit/lentera/widgets/product_card/lines.js";

const TEXT = "<article>\n  <h2>Madu\n</article>";

test("a line is found by its number", () => {
  const [start, end] = lineSpan(TEXT, 2);
  assert.equal(TEXT.slice(start, end), "  <h2>Madu");
});

test("a line that is not there is the nearest one", () => {
  assert.deepEqual(lineSpan(TEXT, 99), lineSpan(TEXT, 3));
  assert.deepEqual(lineSpan(TEXT, 0), lineSpan(TEXT, 1));
  assert.deepEqual(lineSpan("", 1), [0, 0]);
});

test("spaces that somebody has just typed are no other words", () => {
  assert.equal(sameWords("Keripik ", "Keripik"), true);
  assert.equal(sameWords("a\n  b", "a b\n"), true);
  assert.equal(sameWords("Keripik p", "Keripik"), false);
  assert.equal(sameWords("", "  "), true);
});
