// Pictures to draw in tests, and a check of markup.
export const WORDS = {
  covered: "tertutup kain", switch: "Sakelar", on: "nyala", off: "mati", battery: "Baterai", blown: "putus", led_charge: "isi", led_load: "beban",
  controller_pairs: ["PANEL", "BATERAI", "BEBAN"], key_plus: "plus", key_minus: "minus", key_pair: "kabel isi dua", box: "Kotak utama", hubs: ["Kotak cabang 1", "Kotak cabang 2"],
  usb: "Lubang USB", charging: "mengisi",
};

const leads = (colour, pairs) =>
  pairs.map(([start, end], index) => ({ id: String(index + 1), number: String(index + 1), label: `Kabel ${index + 1}`, start, end, colour, heat: "cool", mark: "", tone: "", open: false }));

const day = { covered: false, sky: "cerah", sky_word: "cerah", sun_height: 0.8, switch_on: true, probes: null, title: "Gambar", description: "" };

export const PICTURE_B = {
  ...day, kit: "b", fuse: "in", fuse_word: "Sekering 5 A", battery_word: "12 V 7 Ah", panel_word: "Panel 10 Wp",
  controller: { volts: "12,6", bars: 3, charging: true, feeding: true, title: "Pengatur isi baterai" },
  lamps: [1, 2].map((n) => ({ name: `Lampu ${n}`, word: "menyala", brightness: 1, dead: false, alarm: false })),
  wires: leads("plus", [["battery.plus", "fuse.a"], ["fuse.b", "controller.battery_plus"], ["panel.plus", "controller.pv_plus"], ["controller.load_plus", "switch.a"], ["switch.b", "lamp1.plus"]]),
};

export const PICTURE_A = {
  ...day, kit: "a", fuse: "out", fuse_word: "", battery_word: "", panel_word: "Panel 20 Wp", controller: null,
  lamps: [1, 2, 3, 4].map((n) => ({ name: `Lampu ${n}`, word: "padam", brightness: 0, dead: false, alarm: false, on: n % 2 === 0, charging: n > 2 })),
  wires: leads("pair", [["panel.out", "box.in"], ["box.out1", "hub1.in"], ["box.out2", "hub2.in"], ["hub1.1", "lamp1.in"], ["hub2.3", "lamp4.in"]]),
};

/** Walk through markup and tell the first thing that is not closed or not quoted. */
export function flaw(markup) {
  const open = [];
  const rest = markup.replace(/<(\/?)([a-z]\w*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi, (_, closing, name, _attributes, single) => {
    if (closing) {
      if (open.pop() !== name) open.push(`/${name}`);
    } else if (!single) open.push(name);
    return "";
  });
  if (/[<>]/.test(rest)) return `odd: ${rest.match(/.{0,30}[<>].{0,30}/)[0]}`;
  return open.length ? `not closed: ${open.join(" ")}` : "";
}
