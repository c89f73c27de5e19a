// The drawing of the multimeter: where its dial points, where its plugs are, and what its display shows.
import assert from "node:assert/strict";
import test from "node:test";
import { METER_DIAL, METER_LEAVES, METER_SIZE, METER_SOCKETS, drawMeter, drawMeterHits, meterDialPoint } from "../../toolkit/lentera/widgets/meter/drawing.js";

const WORDS = {
  short: { off: "mati" },
  sockets: [["ten_amp", "10A"], ["milliamp", "mA"], ["common", "COM"], ["volt_ohm", "VΩ"]],
  blown: "sekering putus",
  beeps: "berbunyi",
};
const VIEW = { mode: "volts", text: "12.60", unit: "V", red_socket: "volt_ohm", black_socket: "common", blown: [], beep: false, wanted: "" };
const drawn = (change = {}) => drawMeter({ ...VIEW, ...change }, WORDS);

test("each place of the dial lies in its own direction, at least a finger apart", () => {
  const modes = Object.keys(METER_DIAL);
  assert.equal(new Set(Object.values(METER_DIAL)).size, modes.length);
  const places = modes.map((mode) => meterDialPoint(mode, 80));
  places.forEach(([x, y], index) => {
    for (const [otherX, otherY] of places.slice(index + 1)) assert.ok(Math.hypot(x - otherX, y - otherY) >= 46);
  });
});

test("off is straight up and volts are to its right", () => {
  const [middle, top] = meterDialPoint("off", 10);
  assert.ok(Math.abs(middle - meterDialPoint("off", 0)[0]) < 1e-9);
  assert.ok(top < meterDialPoint("off", 0)[1]);
  assert.ok(meterDialPoint("volts", 80)[0] > middle + 44);
});

test("the knob is turned to the mode, and only that mode is marked", () => {
  for (const [mode, degrees] of Object.entries(METER_DIAL)) {
    const markup = drawn({ mode });
    assert.ok(markup.includes(`rotate(${degrees} `), mode);
    assert.equal(markup.split('fill="var(--lamp)"').length - 1, 1, mode);
  }
});

test("sockets are a finger apart and inside the picture", () => {
  const places = Object.values(METER_SOCKETS);
  places.forEach(([x, y], index) => {
    assert.ok(x > 44 && x < METER_SIZE[0] - 44 && y < METER_SIZE[1]);
    if (index) assert.ok(x - places[index - 1][0] >= 46);
  });
});

test("each plug is drawn in its socket and its lead leaves at the left edge", () => {
  for (const [socket, [x, y]] of Object.entries(METER_SOCKETS)) {
    if (socket === "common") continue;
    assert.ok(drawn({ red_socket: socket }).includes(`M${x} ${y}V${METER_LEAVES.red - 26}`), socket);
  }
  const [x, y] = METER_SOCKETS.volt_ohm;
  assert.ok(drawn({ red_socket: "common", black_socket: "volt_ohm" }).includes(`M${x} ${y}V${METER_LEAVES.black - 26}`));
  assert.match(drawn(), /H-4/);
});

test("the display shows number and unit, and nothing when it is off", () => {
  assert.match(drawn(), />12\.60<\/text>/);
  assert.match(drawn(), />V<\/text>/);
  const off = drawn({ mode: "off", text: "", unit: "" });
  assert.match(off, /--lcd-off/);
  assert.doesNotMatch(off, />12/);
});

test("a blown fuse, a beep and the socket to use are in words or a ring", () => {
  assert.match(drawn({ blown: ["ten_amp"] }), />sekering putus</);
  assert.doesNotMatch(drawn(), />sekering putus</);
  assert.match(drawn({ mode: "continuity", beep: true }), />berbunyi</);
  const ring = 'stroke-dasharray="7 5"';
  assert.equal(drawn({ red_socket: "ten_amp", wanted: "volt_ohm" }).split(ring).length - 1, 1);
  assert.ok(!drawn().includes(ring));
});

test("markup escapes what it is given", () => {
  const markup = drawn({ text: "<b>&", unit: '"' });
  assert.ok(markup.includes("&lt;b&gt;&amp;"));
  assert.ok(!markup.includes("<b>"));
});

test("every place of the dial and every socket can be pressed", () => {
  const hits = drawMeterHits();
  for (const mode of Object.keys(METER_DIAL)) assert.ok(hits.includes(`data-mode="${mode}"`));
  for (const socket of Object.keys(METER_SOCKETS)) assert.ok(hits.includes(`data-socket="${socket}"`));
  for (const [, radius] of hits.matchAll(/r="(\d+)"/g)) assert.ok(Number(radius) >= 22);
});
