// What one can do with a help card: copy it, hear it, print it, show it to somebody.

import { el, link } from "./element.js";

export function tools(card, said, text, words) {
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
  show.addEventListener("click", (event) => {
    event.preventDefault();
    showing(said, words, show);
  });
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
function aloud(text, button, words, tell) {
  const speech = window.speechSynthesis;
  if (speech && speech.speaking) {
    speech.cancel();
    return;
  }
  const voice = speech && speech.getVoices().find((one) => one.lang.startsWith("fr") && one.localService);
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

/** The sentence and the number, full screen and large, for an adult to read; Escape or the button comes back. */
function showing(said, words, from) {
  const line = said.emergency[0] || said.line;
  const close = el("button", { type: "button" }, words.show_back);
  const dialog = el("dialog", { class: "showing", "aria-labelledby": "showing-title" },
    el("h2", { id: "showing-title" }, said.show),
    el("blockquote", null, said.sentence),
    el("p", { class: "number" }, [line.name, line.number || line.sms].filter(Boolean).join(" : ")),
    line.tel && el("p", { class: "ways" }, link("way call", `tel:${line.tel}`, line.call)),
    el("p", null, said.for_adult), close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
