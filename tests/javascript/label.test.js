// The pictures of label and packs: words break into lines that fit, sizes shrink, marks stand where they belong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { breakLines, drawBack, drawFront, fittingSize, textWidth } from "../../toolkit/lentera/widgets/label/label_picture.js";
import { heightOf, packsMarkup, reachOf } from "../../toolkit/lentera/widgets/standard/packs_picture.js";

const textOf = (line) => line.map((one) => one.text).join("");
const LABEL = {
  name: "Keripik Pisang", maker: "Usaha Bu Rahma, Sepaku", size_head: "Berat bersih", size: "150 g", made: "22 11 2026", until: "22 02 2027", qr: "",
  rows: [{ head: "Komposisi", pieces: [{ text: "Pisang, " }, { text: "kacang tanah", bold: true }, { text: ", gula" }] }, { head: "Halal", pieces: [] }],
};

test("no line is wider than it may be, and no word is lost", () => {
  const pieces = [{ text: "Pisang, minyak goreng, gula, garam, bawang putih dan cabai kering" }];
  const lines = breakLines(pieces, 150, 16);
  assert.ok(lines.length > 2);
  for (const line of lines) assert.ok(textWidth(textOf(line).trimEnd(), 16) <= 150, textOf(line));
  assert.equal(lines.map(textOf).join("").replace(/\s+/g, ""), pieces[0].text.replace(/\s+/g, ""));
});

test("a comma stays with the bold word before it", () => {
  const lines = breakLines(LABEL.rows[0].pieces, 130, 16).map(textOf);
  assert.ok(lines.every((line) => !line.startsWith(",")), lines.join("|"));
});

test("a word longer than a line is cut and whole", () => {
  const lines = breakLines([{ text: "W".repeat(60) }], 100, 16);
  assert.ok(lines.length > 5);
  assert.equal(lines.map(textOf).join(""), "W".repeat(60));
});

test("nothing gives no line", () => {
  assert.deepEqual(breakLines([{ text: "" }], 100, 16), []);
});

test("the largest size that fits is taken, else the smallest", () => {
  assert.equal(fittingSize([30, 20, 10], 50, (size) => size * 2), 20);
  assert.equal(fittingSize([30, 20, 10], 5, (size) => size), 10);
});

test("what people wrote is text and never markup", () => {
  const hostile = { ...LABEL, name: "<script>x</script>", maker: "</svg>\"&", rows: [{ head: "Asal", pieces: [{ text: "<img>" }] }] };
  assert.ok(!drawFront(hostile, "").includes("<script>"));
  assert.ok(!drawFront(hostile, "").includes("</svg>"));
  assert.ok(!drawBack(hostile).includes("<img>"));
});

test("allergens are bold on the back", () => {
  assert.match(drawBack(LABEL), /<tspan font-weight="700">kacang<\/tspan>/);
});

test("what is missing is a dotted line", () => {
  assert.match(drawBack(LABEL), /stroke-dasharray/);
  assert.match(drawFront({ ...LABEL, name: "" }, ""), /stroke-dasharray/);
});

test("a heavier pack stands higher, and none leaves the picture", () => {
  assert.ok(heightOf(152, 150, 10) < heightOf(150, 150, 10));
  assert.ok(heightOf(142, 150, 10) > heightOf(150, 150, 10));
  assert.equal(heightOf(9999, 150, 10), heightOf(160, 150, 10));
});

test("the picture reaches beyond the tolerance and beyond every pack", () => {
  assert.ok(reachOf(150, 5, [150, 142]) > 8);
  assert.ok(reachOf(150, 5, []) > 5);
  assert.ok(reachOf(150, null, [150]) > 0);
});

test("a pack outside has another shape than one inside", () => {
  const pack = (net, inside) => ({ net, inside, amount: `${net} g` });
  const view = { wanted: 150, allowed: 5, scale: ["standar 150 g", "155 g", "145 g"], told: "", packs: [pack(150, true), pack(142, false), { net: null }, { net: null }, { net: null }] };
  const drawn = packsMarkup(view, "Gambar", "x");
  assert.equal(drawn.split("sp-in").length - 1, 1);
  assert.equal(drawn.split("sp-out").length - 1, 1);
  assert.equal(drawn.split("sp-empty").length - 1, 3);
});
