// Where a printed sheet is served.
import assert from "node:assert/strict";
import test from "node:test";
import { sheetAddress } from "../../toolkit/lentera/widgets/shared/printing.js";

const sheet = { file: "cetak/buku-servis.pdf", path: "s10/cetak/buku-servis.pdf" };

test("a notebook's own address tells the folder", () => {
  assert.equal(sheetAddress("/notebooks/s10/merawat.ipynb", "/", sheet), "/files/s10/cetak/buku-servis.pdf");
  assert.equal(sheetAddress("/user/7/notebooks/kelas%20kita/a.ipynb", "/user/7/", sheet), "/user/7/files/kelas%20kita/cetak/buku-servis.pdf");
  assert.equal(sheetAddress("/notebooks/a.ipynb", "/", sheet), "/files/cetak/buku-servis.pdf");
});

test("elsewhere in Jupyter the path from the workspace is taken", () => {
  assert.equal(sheetAddress("/lab/tree/s10/a.ipynb", "/", sheet), "/files/s10/cetak/buku-servis.pdf");
});

test("a page that is no Jupyter page gets no link", () => {
  assert.equal(sheetAddress("/x", "", sheet), "");
  assert.equal(sheetAddress("/lab", "/", { file: "cetak/a.pdf", path: "" }), "");
  assert.equal(sheetAddress("/lab", "/", null), "");
});
