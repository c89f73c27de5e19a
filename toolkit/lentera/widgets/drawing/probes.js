// The two probes of a multimeter on a drawing: tip, handle, and the lead that leaves the drawing at its right edge.

const PROBE_HANDLE = [24, 96];
/** Heights above the lower edge at which the leads leave the drawing. */
const PROBE_LEAVES = { red: 26, black: 9 };

const pointOn = ([x, y], lean, far) => {
  const turn = (lean * Math.PI) / 180;
  return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
};

const spotText = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

const probeInk = (colour) => (colour === "red" ? "--plus" : "--minus");
const probeLine = (d, stroke, wide, more = "") => `<path d="${d}" stroke="var(${stroke})" stroke-width="${wide}"${more}/>`;

/** Draw the lead of a probe; numbers and words stand over it. */
export function drawProbeLead({ colour, at, lean }, [width, height]) {
  const to = pointOn(at, lean, PROBE_HANDLE[1]);
  const out = [width, height - PROBE_LEAVES[colour]];
  const [bendX, bendY] = pointOn(at, lean, PROBE_HANDLE[1] + 70);
  // A handle that points down would send its lead out of the drawing and in again.
  const bend = [bendX, Math.min(bendY, out[1] + 6)];
  const lead = `M${spotText(to)}C${spotText(bend)} ${spotText([Math.max(to[0] + 20, width - 190), out[1]])} ${spotText(out)}`;
  const stripes = colour === "red" ? "" : probeLine(lead, "--stripe", 1.8, ' stroke-dasharray="8 7"');
  return `<g fill="none">${probeLine(lead, "--casing", 8.5)}${probeLine(lead, probeInk(colour), 5)}${stripes}</g>`;
}

/** Draw one probe with its tip `at` a place; `lean` is the direction from the tip to the handle [degrees]. */
export function drawProbe({ colour, at, lean }) {
  const red = colour === "red";
  const ink = probeInk(colour);
  const [from, to] = PROBE_HANDLE.map((far) => pointOn(at, lean, far));
  const body = `M${spotText(from)}L${spotText(to)}`;
  const collar = `M${spotText(pointOn(at, lean, 30))}L${spotText(pointOn(at, lean, 35))}`;
  const mark = red
    ? `M${spotText(pointOn(at, lean, 52))}L${spotText(pointOn(at, lean, 64))}M${spotText(pointOn(pointOn(at, lean, 58), lean + 90, 6))}L${spotText(pointOn(pointOn(at, lean, 58), lean - 90, 6))}`
    : body;
  return (
    `<g fill="none" data-tip="${colour}">${probeLine(`M${spotText(at)}L${spotText(from)}`, "--casing", 9, ' stroke-linecap="round"')}${probeLine(`M${spotText(at)}L${spotText(from)}`, "--screw2", 4.5, ' stroke-linecap="round"')}` +
    `${probeLine(body, "--casing", 18, ' stroke-linecap="round"')}${probeLine(body, ink, 13, ' stroke-linecap="round"')}${probeLine(collar, "--casing", 13)}` +
    `${probeLine(mark, "--stripe", red ? 2.6 : 2.4, red ? ' stroke-linecap="round"' : ' stroke-dasharray="9 8" stroke-dashoffset="-16"')}</g>`
  );
}

/** Draw the place where a hand takes hold of a probe. */
export function drawProbeHit({ colour, at, lean }) {
  const [from, to] = PROBE_HANDLE.map((far) => spotText(pointOn(at, lean, far)));
  return `<path class="grip" data-probe="${colour}" d="M${from}L${to}" stroke-width="44" stroke-linecap="round"/>`;
}
