// The link to a printed sheet, where the page tells how its files are served.
import { make, say } from "./dom.js";

/**
 * Give the address of a file beside the notebook. Notebook 7 has the notebook's path in its own address; elsewhere
 * the path from the workspace is taken. Empty where the page is no Jupyter page.
 */
export function sheetAddress(pathname, baseUrl, sheet) {
  if (!baseUrl || !sheet) return "";
  const served = (path) => `${baseUrl}files/${path.split("/").map(encodeURIComponent).join("/")}`;
  const page = pathname.startsWith(`${baseUrl}notebooks/`) ? pathname.slice(`${baseUrl}notebooks/`.length) : "";
  if (page) {
    const folder = page.split("/").slice(0, -1).map(decodeURIComponent);
    return served([...folder, sheet.file].join("/"));
  }
  return sheet.path ? served(sheet.path) : "";
}

function jupyterBase() {
  try {
    return JSON.parse(document.getElementById("jupyter-config-data").textContent).baseUrl || "";
  } catch {
    return "";
  }
}

/**
 * Make the place that tells which file to print, with a link where there can be one. The link hands the file over:
 * Jupyter serves files in a sandbox, in which Chromium shows no PDF.
 */
export function makeSheet(words) {
  const name = make("b", {});
  const link = make("a", { download: "" }, words.open_sheet);
  const box = make("p", { class: "rowx sheet-line", hidden: true }, make("span", {}, words.sheet), name, link);
  const show = (sheet) => {
    box.hidden = !sheet;
    if (!sheet) return;
    say(name, sheet.file);
    const address = sheetAddress(window.location.pathname, jupyterBase(), sheet);
    link.hidden = !address;
    if (address) link.setAttribute("href", address);
  };
  return { box, show };
}
