// A voice of the laptop itself, in the language of the lesson; without one there is no button.
import { button, say } from "../shared/dom.js";

/** Choose a voice that needs no internet and speaks the language. */
export function chooseVoice(voices, lang) {
  const spoken = (voice) => voice.lang.toLowerCase().replace("_", "-").split("-")[0];
  return voices.find((voice) => voice.localService && spoken(voice) === lang) ?? null;
}

/** Make the button that reads a script aloud, and stops when it is pressed again. */
export function makeVoice(words) {
  const speech = globalThis.speechSynthesis;
  let script = "";
  let speaking = null;
  const rest = () => {
    speaking = null;
    say(element.words, words.listen);
  };
  const stop = () => {
    if (!speaking) return;
    speech.cancel();
    rest();
  };
  const speak = () => {
    const said = new SpeechSynthesisUtterance(script);
    said.voice = chooseVoice(speech.getVoices(), words.lang);
    said.lang = said.voice ? said.voice.lang : words.lang;
    said.onend = said.onerror = () => {
      if (speaking === said) rest();
    };
    speaking = said;
    say(element.words, words.quiet);
    speech.speak(said);
  };
  const element = button(words.listen, () => (speaking ? stop() : speak()), { repeats: true });
  const look = () => {
    element.hidden = !speech || !chooseVoice(speech.getVoices(), words.lang);
  };
  look();
  // Browsers find their voices some time after the page is there.
  if (speech) speech.addEventListener?.("voiceschanged", look);
  const leave = () => {
    stop();
    if (speech) speech.removeEventListener?.("voiceschanged", look);
  };
  return { element, stop, leave, ready: (text) => { script = text; } };
}
