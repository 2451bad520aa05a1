// What one can do with a help card: copy it, hear it, print it, show it to somebody.

import { el, link } from "./element.js";

export function tools(card, text, words) {
  const state = el("span", { class: "hint", role: "status" });
  const tell = (sentence) => { state.textContent = sentence; };
  const button = (label, act) => {
    const made = el("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  const copy = button(words.copy, async () => tell(await copied(text) ? words.copied : words.not_copied));
  const read = button(words.read, () => aloud(text, read, words, tell));
  const print = button(words.print, () => printed(card));
  const show = link("way", "/conversation/montrer", words.show);
  return el("div", { class: "card-tools" }, show, copy, read, print, state);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Read with a French voice of this device; a second press stops. A network voice would hear the text: local ones only. */
async function aloud(text, button, words, tell) {
  const speech = window.speechSynthesis;
  if (speech && speech.speaking) {
    speech.cancel();
    return;
  }
  const voice = (await voices(speech)).find((one) => one.lang.startsWith("fr") && one.localService);
  if (!voice) {
    tell(words.no_voice);
    return;
  }
  const spoken = new SpeechSynthesisUtterance(text.replace(/https?:\S+/g, ""));
  spoken.voice = voice;
  spoken.lang = "fr-FR";
  spoken.onend = spoken.onerror = () => { button.textContent = words.read; };
  button.textContent = words.stop;
  speech.speak(spoken);
}

/** The voices of this device; some browsers know them only a moment after they were first asked. */
function voices(speech) {
  if (!speech || speech.getVoices().length) return speech ? speech.getVoices() : [];
  return new Promise((resolve) => {
    const done = () => resolve(speech.getVoices());
    speech.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, 1000);
  });
}

/** Print this card and nothing else. */
function printed(card) {
  card.classList.add("printed");
  document.body.classList.add("one-card");
  addEventListener("afterprint", () => {
    card.classList.remove("printed");
    document.body.classList.remove("one-card");
  }, { once: true });
  print();
}
