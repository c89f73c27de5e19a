// Numbers of the plots: scales, ticks, runs and room for labels. Nothing here touches the page.

/** Give even ticks from 0 to at least `top`, in at most `most` steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(top, most) {
  const least = Math.max(top, 1e-9) / Math.max(1, most);
  const ten = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= least * (1 - 1e-9));
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Write a number with its marks for decimals and thousands. */
export function numberText(value, marks, decimals = 0) {
  const [whole, rest] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.group);
  return `${value < 0 ? "−" : ""}${grouped}${rest ? marks.decimal + rest : ""}`;
}

/** Give the decimals that tell ticks apart. */
export function decimalsOf(ticks) {
  return [0, 1, 2].find((count) => ticks.every((one) => Math.abs(one - Number(one.toFixed(count))) < 1e-9)) ?? 2;
}

/** Give the runs of equal values: value, first place and place after the last. */
export function runsOf(values) {
  const runs = [];
  values.forEach((value, place) => {
    const last = runs[runs.length - 1];
    if (last && last.value === value) last.to = place + 1;
    else runs.push({ value, from: place, to: place + 1 });
  });
  return runs;
}

/** Give each place the lowest row in which it keeps its distance from the one before it. */
export function stackRows(places, gap) {
  const ends = [];
  return places.map((place) => {
    let row = ends.findIndex((end) => place - end >= gap);
    if (row < 0) row = ends.length;
    ends[row] = place;
    return row;
  });
}

/** Choose names for an axis that fit: long ones, short ones, or only every so many of the short ones. */
export function fitNames(names, room, letter) {
  const fits = (texts, every) => {
    const shown = texts.filter((_, index) => index % every === 0);
    return shown.slice(1).every((text, index) => {
      const apart = (names[(index + 1) * every].at - names[index * every].at) * room;
      return apart >= ((text.length + shown[index].length) / 2 + 0.6) * letter;
    });
  };
  const long = names.map((one) => one.text);
  const short = names.map((one) => one.short);
  for (const [texts, every] of [[long, 1], [short, 1], [long, 2], [short, 2], [short, 4]]) {
    if (fits(texts, every)) return names.map((one, index) => ({ at: one.at, text: index % every ? "" : texts[index] }));
  }
  return names.map((one, index) => ({ at: one.at, text: index % 4 ? "" : short[index] }));
}

/** Keep two labels apart that stand one above the other. */
export function spread(first, second, gap) {
  const short = gap - Math.abs(first - second);
  if (short <= 0) return [first, second];
  const up = first <= second ? -1 : 1;
  return [first + (up * short) / 2, second - (up * short) / 2];
}

const rounded = (value) => Number(value.toFixed(1));

/** Draw a line through values that are evenly spread from `left` over `room`; `y` places a value. */
export function linePath(values, left, room, y) {
  return values.map((value, index) => `${index ? "L" : "M"}${rounded(left + ((index + 0.5) / values.length) * room)} ${rounded(y(value))}`).join("");
}

/** Draw the areas under values: one for each stretch above 0, closed along `floor`. */
export function areaPath(values, left, room, y, floor) {
  const x = (index) => rounded(left + ((index + 0.5) / values.length) * room);
  return runsOf(values.map((value) => value > 0))
    .filter((run) => run.value)
    .map((run) => {
      const from = Math.max(0, run.from - 1);
      const to = Math.min(values.length - 1, run.to);
      const along = values.slice(from, to + 1).map((value, index) => `L${x(from + index)} ${rounded(y(value))}`);
      return `M${x(from)} ${rounded(floor)}${along.join("")}L${x(to)} ${rounded(floor)}Z`;
    })
    .join("");
}

/** Give the place in `places` (each with `at`) that is nearest to a share of the axis. */
export function nearest(places, at) {
  let best = 0;
  places.forEach((one, index) => {
    if (Math.abs(one.at - at) < Math.abs(places[best].at - at)) best = index;
  });
  return best;
}
