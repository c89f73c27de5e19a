// Small pictures of what a house uses; words always stand beside them.

const LINE = 'fill="none" stroke="var(--out)" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"';

const SHAPES = {
  lamp: `<path ${LINE} style="fill:var(--lamp)" d="M16 4a9 9 0 0 0-5 16.500V24h10v-3.500A9 9 0 0 0 16 4z"/><path ${LINE} d="M12 28h8"/>`,
  phone: `<rect ${LINE} style="fill:var(--surface)" x="9" y="3" width="14" height="26" rx="3"/><path ${LINE} d="M14 25h4"/>`,
  radio: `<rect ${LINE} style="fill:var(--surface)" x="3" y="11" width="26" height="17" rx="3"/><path ${LINE} d="M8 11L24 4"/><circle ${LINE} cx="11" cy="20" r="4"/><path ${LINE} d="M20 17h5M20 22h5"/>`,
  fan: `<circle ${LINE} style="fill:var(--surface)" cx="16" cy="13" r="10"/><path ${LINE} d="M16 13c0-6 5-6 5-2s-3 2-5 2c6 0 6 5 2 5s-2-3-2-5c0 6-5 6-5 2s3-2 5-2c-6 0-6-5-2-5s2 3 2 5M16 23v6M10 29h12"/>`,
  plug: `<path ${LINE} style="fill:var(--surface)" d="M8 12h16v5a8 8 0 0 1-16 0z"/><path ${LINE} d="M12 4v8M20 4v8M16 25v5"/>`,
};

/** Return the markup of one device's picture. */
export function drawDevice(name) {
  return `<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">${SHAPES[name] || SHAPES.plug}</svg>`;
}
