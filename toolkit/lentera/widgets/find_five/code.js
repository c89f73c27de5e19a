// A line of HTML in pieces, so that tags, names and values can be told apart by eye.

const CODE_LETTER = /[a-zA-Z]/;

/** Cut a line into [kind, text]: "tag" for what stands in < >, "value" for what is quoted there, "" for words. */
export function codePieces(line) {
  const pieces = [];
  const put = (kind, text) => {
    if (!text) return;
    const last = pieces[pieces.length - 1];
    if (last && last[0] === kind) last[1] += text;
    else pieces.push([kind, text]);
  };
  let place = 0;
  while (place < line.length) {
    const opened = line.indexOf("<", place);
    if (opened < 0) {
      put("", line.slice(place));
      break;
    }
    put("", line.slice(place, opened));
    const next = line[opened + 1] || "";
    if (next !== "/" && next !== "!" && !CODE_LETTER.test(next)) {
      put("", "<");
      place = opened + 1;
      continue;
    }
    place = opened;
    while (place < line.length && line[place] !== ">") {
      const sign = line[place];
      const end = sign === '"' || sign === "'" ? line.indexOf(sign, place + 1) : -1;
      if (sign === '"' || sign === "'") {
        put("value", end < 0 ? line.slice(place) : line.slice(place, end + 1));
        place = end < 0 ? line.length : end + 1;
      } else {
        put("tag", sign);
        place += 1;
      }
    }
    if (place < line.length) {
      put("tag", ">");
      place += 1;
    }
  }
  return pieces;
}
