// What a pointer does on a drawing: press two sockets or drag between them, put a probe, move what is enlarged.

/** Two presses of one socket within this time are one press by a hand that double-clicks [ms]. */
const DOUBLE_PRESS = 500;
/** How far a pointer moves before it drags [units of the drawing]. */
const DRAG_FROM = 14;

/**
 * Listen to the pointer on a canvas. `options` are a board's; `pan` moves the enlarged drawing by [x, y] and tells
 * whether it is enlarged. Returns what forgets every half-done gesture.
 */
export function listen(canvas, words, options, pan) {
  const { svg } = canvas;
  const announce = options.announce || (() => {});
  const joins = options.mode !== "probe";
  let chosen = null;
  let chosenAt = 0;
  let hand = null; // {pointer, kind: "lead" | "probe" | "ground", from, moved, colour}

  const forget = () => {
    chosen = null;
    hand = null;
    document.removeEventListener("keydown", escape, true);
    canvas.choose(null);
    canvas.drawProbes();
  };
  /** Cancel wherever the focus is: a press on the picture leaves it outside. */
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    forget();
    announce(words.unchosen);
  };
  const join = (start, end) => {
    forget();
    options.onjoin?.(start, end, "");
  };
  const take = (event, kind, more = {}) => {
    hand = { pointer: event.pointerId, kind, from: canvas.at(event), moved: false, ...more };
    svg.setPointerCapture(event.pointerId);
  };
  const tipOf = (place) => [place[0] - hand.grip[0], place[1] - hand.grip[1]];

  const pressSocket = (event, terminal) => {
    event.preventDefault();
    if (!joins) {
      options.onterminal?.(terminal);
      return;
    }
    if (chosen && chosen !== terminal) {
      join(chosen, terminal);
      return;
    }
    if (chosen === terminal) {
      if (event.timeStamp - chosenAt < DOUBLE_PRESS) return;
      forget();
      announce(words.unchosen);
      return;
    }
    chosen = terminal;
    chosenAt = event.timeStamp;
    document.addEventListener("keydown", escape, true);
    take(event, "lead");
    canvas.choose(chosen);
    const named = canvas.words.terminals[terminal];
    announce(words.chosen.replace("{name}", named.name), words.chosen.replace("{name}", named.spoken));
  };

  const pressed = (event) => {
    if (event.button > 0 || hand !== null || !canvas.picture) return;
    const place = canvas.at(event);
    const grip = event.target.closest?.("[data-probe]");
    if (grip && options.onprobe) {
      event.preventDefault();
      const colour = grip.dataset.probe;
      const terminal = canvas.picture.probes[colour];
      const [x, y] = canvas.layout.places[terminal] || canvas.kit.rest[colour];
      take(event, "probe", { colour, grip: [place[0] - x, place[1] - y] });
      return;
    }
    if (event.target.dataset.toggle || (joins && event.target.closest("[data-wire]"))) return;
    const terminal = canvas.socketAt(place);
    if (terminal) pressSocket(event, terminal);
    // A finger on the ground scrolls the page; the arrow buttons move the picture for it.
    else if (event.pointerType !== "touch" && pan([0, 0])) take(event, "ground");
  };
  const moved = (event) => {
    if (hand === null || event.pointerId !== hand.pointer) return;
    const place = canvas.at(event);
    if (!hand.moved && Math.hypot(place[0] - hand.from[0], place[1] - hand.from[1]) < (hand.kind === "ground" ? 3 : DRAG_FROM)) return;
    hand.moved = true;
    if (hand.kind === "lead") canvas.choose(chosen, place);
    else if (hand.kind === "probe") canvas.drawProbes({ colour: hand.colour, at: tipOf(place) });
    else pan([hand.from[0] - place[0], hand.from[1] - place[1]]);
  };
  const released = (event) => {
    if (hand === null || event.pointerId !== hand.pointer) return;
    const done = hand;
    const place = done.kind === "probe" ? tipOf(canvas.at(event)) : canvas.at(event);
    hand = null;
    if (!done.moved || done.kind === "ground") return;
    const end = canvas.socketAt(place);
    if (done.kind === "probe") {
      canvas.drawProbes();
      if (end) options.onprobe(done.colour, end);
      else announce(words.missed);
      return;
    }
    if (end && end !== chosen) {
      join(chosen, end);
    } else {
      forget();
      announce(words.dropped);
    }
  };
  svg.addEventListener("pointerdown", pressed);
  svg.addEventListener("pointermove", moved);
  svg.addEventListener("pointerup", released);
  svg.addEventListener("pointercancel", (event) => {
    if (hand === null || event.pointerId !== hand.pointer) return;
    const lead = hand.kind === "lead";
    forget();
    if (lead) announce(words.dropped);
  });
  // Measured: Chromium heeds touch-action on the picture but not on a socket in it, and would scroll the page
  // away under a finger that drags a lead up or down.
  svg.addEventListener(
    "touchstart",
    (event) => {
      if (event.touches.length !== 1 || !canvas.picture) return;
      if (event.target.closest?.("[data-probe]") || canvas.socketAt(canvas.at(event.touches[0]))) event.preventDefault();
    },
    { passive: false },
  );
  svg.addEventListener("click", (event) => {
    const { toggle } = event.target.dataset;
    if (toggle && event.detail < 2) options.onswitch?.(toggle);
    const wire = event.target.closest("[data-wire]");
    if (wire) options.onwire?.(wire.dataset.wire);
  });
  return forget;
}
