// The picture of the link map is drawn from names that anybody may have chosen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawMap, sheetName } from "../../toolkit/lentera/widgets/link_map/drawing.js";

const picture = {
  sheet: [176, 76],
  sheets: [
    { name: "index.html", x: 10, y: 20, there: true },
    { name: '<b>"&.html', x: 10, y: 200, there: false },
  ],
  lines: [{ d: "M1 1L2 2", from: "index.html", to: "x", both: true, arrives: false }],
};
const how = { chosen: "index.html", missing: "belum ada", words: { "index.html": "Beranda" }, ids: "peta" };

test("names are text and never markup", () => {
  const drawn = drawMap(picture, how);
  assert.ok(drawn.includes("&lt;b&gt;&quot;&amp;.html"));
  assert.ok(!drawn.includes("<b>"));
});

test("a page that is not there cannot be chosen and says so", () => {
  const drawn = drawMap(picture, how);
  assert.equal(drawn.match(/data-page=/g).length, 1);
  assert.ok(drawn.includes(">belum ada</text>"));
  assert.ok(drawn.includes("lm-broken"));
});

test("a long name is shortened to what fits", () => {
  assert.equal(sheetName("produk.html"), "produk.html");
  assert.equal(sheetName("toko/cara-memesan-barang.html").length, 19);
});
