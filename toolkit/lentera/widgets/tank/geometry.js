// Where the water stands and how wide it flows. Volts, amperes and cable come in, places of the drawing go out.

/** The drawing's size. */
export const TANK_SIZE = [900, 420];
/** The scale beside the tank: volts at its ends and where they stand. */
export const TANK_SCALE = { low: 10, high: 13, bottom: 252, top: 72 };
/** Widths of the pipe by cable. */
const PIPES = { pendek: 40, panjang: 16 };
/** Amperes that fill the spout. */
const FULL_FLOW = 0.9;
const SPOUT = 34;

/** Tell how high the water of a voltage stands. */
export function levelOf(volts) {
  const { low, high, bottom, top } = TANK_SCALE;
  const share = (Math.max(low, Math.min(high, volts)) - low) / (high - low);
  return bottom - share * (bottom - top);
}

export const pipeOf = (cable) => PIPES[cable];

/** Tell how wide the stream of a current is; a small one can still be seen, none is 0. */
export function streamOf(amps) {
  if (amps <= 0) return 0;
  return Math.max(4, Math.min(SPOUT, (amps / FULL_FLOW) * SPOUT));
}

/** Tell how many arrows run through the pipe: 0 to 6. */
export const arrowsOf = (amps) => (amps <= 0 ? 0 : Math.min(6, Math.ceil(amps / 0.15)));
