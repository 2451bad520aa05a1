// What one can do with an answer: hear it, and say with a thumb whether it was useful. No words are sent.

import { rate } from "./api.js";
import { act, el, icon } from "./element.js";
import { aloud } from "./speech.js";

/** For a message with `rate`, a topic, the two thumbs as well. */
export function acts(one, words) {
  const state = el("span", { role: "status" });
  const tell = (sentence) => { state.textContent = sentence; };
  const listen = act(icon("listen"), () => aloud(one.text, words, {
    tell, begin: () => listen.replaceChildren(icon("stop")), end: () => listen.replaceChildren(icon("listen")),
  }), { "aria-label": words.read, title: words.read });
  const thumbs = one.rate ? thumbsFor(one.rate, words, tell) : [];
  return el("div", { class: "acts" }, listen, thumbs, state);
}

function thumbsFor(topic, words, tell) {
  const asked = el("span", { class: "ask" }, words.rate);
  const thumb = (name, label, useful) => act(icon(name), () => {
    [asked, yes, no].forEach((gone) => gone.remove());
    tell(words.rated);
    rate(topic, useful);
  }, { "aria-label": label, title: label });
  const yes = thumb("up", words.rate_yes, true), no = thumb("down", words.rate_no, false);
  return [asked, yes, no];
}
