// What the editor works out about texts, without any screen.

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_unused, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Tell one text from another, in the same way as the activity: how many bytes, and their CRC-32. */
export function stampOf(text) {
  const bytes = new TextEncoder().encode(text);
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC_TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return `${bytes.length}-${((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0")}`;
}

/** Return the one piece in which a text differs from another: `{ from, to, insert }`. */
export function changeBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

const INSIDE_A_LINE = new Set(["a"]);

/**
 * Work out what a button puts into a line: `{ insert, caret }`, with `caret` counted from where the insert begins.
 * `before` and `after` are the line to the left and right of the caret; what is selected goes to the caret's place.
 */
export function snippetInto(name, pattern, { before, after, selected = "" }) {
  const indent = /^[ \t]*/.exec(before)[0];
  // A heading is not meant to go into the line that is already written, but below it.
  const below = !INSIDE_A_LINE.has(name) && !selected && before.trim() && !after.trim();
  const [left, right] = pattern.split("|").map((part) => part.replaceAll("\n", `\n${indent}`));
  const start = below ? `\n${indent}` : "";
  return { insert: start + left + selected + right, caret: (start + left + selected).length };
}

const PICTURE_MARK = /data:image\/lentera;([0-9a-f]{8}-\d+-\d+)/g;
/** The smallest picture there is, for one that is not there yet. */
const NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** Put pictures into a preview: `{ html, missing }`, where `missing` are the keys the screen has to ask for. */
export function fillPictures(html, pictures) {
  const missing = new Set();
  const filled = html.replace(PICTURE_MARK, (_mark, key) => {
    if (!pictures.has(key)) missing.add(key);
    return pictures.get(key) || NO_PICTURE;
  });
  return { html: filled, missing: [...missing] };
}

/** Return the mark that comes next below a line, and the first one again after the last. */
export function nextMark(lines, line) {
  const sorted = [...lines].sort((a, b) => a - b);
  return sorted.find((one) => one > line) ?? sorted[0] ?? 0;
}
