// Pictures of the price screen: shares stay inside, the meeting point lies on both lines, texts are escaped.
import assert from "node:assert/strict";
import test from "node:test";
import { PLOT_SIZE, barWidths, drawBars, drawPiece, drawPlot, plotPoint } from "../../toolkit/lentera/widgets/price/drawings.js";
import { textParts } from "../../toolkit/lentera/widgets/photo/photo.js";

const words = { money_in: "uang masuk", money_out: "uang keluar", cost_word: "modal", profit_word: "untung" };

test("no packs and no money lie at the foot, all of both at the top right", () => {
  assert.deepEqual(plotPoint(0, 0), [PLOT_SIZE.left, PLOT_SIZE.bottom]);
  assert.deepEqual(plotPoint(1, 1), [PLOT_SIZE.right, PLOT_SIZE.top]);
});

test("a bar's parts never leave the picture", () => {
  for (const [cost, profit] of [[0.7, 0.3], [0.7, 0.21], [2, 3]]) {
    const [left, right] = barWidths(cost, profit, 560);
    assert.ok(left + right <= 560 + 1e-9);
    assert.ok(Math.abs(left / right - cost / profit) < 1e-9);
  }
});

test("the meeting point lies on both lines", () => {
  const [fixed, price, cost, most] = [300000, 11000, 7500, 138];
  const meet = fixed / (price - cost);
  const picture = drawPlot({ title: "t", told: "d", meet, most, packs_text: "86", most_text: "138", fixed_text: "Rp300.000", fixed: fixed / (price * most), out: (fixed + cost * most) / (price * most) }, words);
  const [, x, y] = picture.match(/class="hb-meet" cx="([\d.]+)" cy="([\d.]+)"/).map(Number);
  const [, outStart, endX, outEnd] = picture.match(/class="hb-out" d="M\d+ ([\d.]+)L([\d.]+) ([\d.]+)"/).map(Number);
  const share = (x - PLOT_SIZE.left) / (endX - PLOT_SIZE.left);
  assert.ok(Math.abs(y - (outStart + (outEnd - outStart) * share)) < 0.01);
  assert.ok(Math.abs(y - (PLOT_SIZE.bottom + (PLOT_SIZE.top - PLOT_SIZE.bottom) * share)) < 0.01);
});

test("what she wrote is text and never markup", () => {
  const bars = { title: '"><b>', told: "<i>", rows: [{ name: "<b>", cost: 0.7, profit: 0.3, cost_text: "<", profit_text: "&", price_text: ">" }] };
  assert.ok(!/<b>|<i>/.test(drawBars(bars, words)));
  assert.ok(!drawPiece({ value: "<b>", note: true }).includes("<b>"));
});

test("a file goes out in parts that give the file again", () => {
  const text = "abcdefghij";
  assert.deepEqual(textParts(text, 4), ["abcd", "efgh", "ij"]);
  assert.equal(textParts(text, 3).join(""), text);
  assert.deepEqual(textParts("", 4), [""]);
});
