// What one can do with a help card: copy it, hear it, print it, show it to somebody.

import { act, el, news } from "./element.js";
import { listenTo, showLarge, showing, speech } from "./later.js";

/** `card` as it is drawn, `told` as data, `text` as plain words. */
export function tools(card, told, text, words) {
  // Only a page with a card needs them, and it must not need the network again.
  const [large, voice] = [showing(), speech()];
  const [state, tell] = news({ class: "hint" });
  const copy = act(words.copy, async () => (await copied(text) ? tell(words.copied) : tell(words.not_copied, "alert")));
  const read = act(words.listen, () => listenTo(voice, text, words, {
    tell, begin: () => { read.textContent = words.stop; }, end: () => { read.textContent = words.listen; },
  }));
  const print = act(words.print, () => printed(card));
  const show = act(words.show, () => showLarge(large, told, words, { opener: show, tell }));
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

/** Print this card and nothing else. */
function printed(card) {
  const message = card.closest("li");
  message.classList.add("printing");
  document.body.classList.add("one-card");
  addEventListener("afterprint", () => {
    message.classList.remove("printing");
    document.body.classList.remove("one-card");
  }, { once: true });
  print();
}
