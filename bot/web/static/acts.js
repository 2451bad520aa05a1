// What one can do with an answer: hear it, and say with a thumb whether it was useful. No words are sent.

import { rate } from "./api.js";
import { act, el, icon, news } from "./element.js";
import { listenTo, speech } from "./later.js";

/** For a message with `rate`, a topic, the two thumbs as well. */
export function acts(one, words) {
  const [state, tell] = news();
  const listen = act(icon("listen"), () => listenTo(speech(), one.text, words, {
    tell, begin: () => is("stop", words.stop), end: () => is("listen", words.read),
  }), { "aria-label": words.read, title: words.read });
  const is = (name, said) => {
    listen.replaceChildren(icon(name));
    listen.setAttribute("aria-label", said);
    listen.title = said;
  };
  return el("div", { class: "acts" }, listen, one.rate && thumbs(one, words, tell), state);
}

function thumbs(one, words, tell) {
  const thumb = (name, label, useful) => act(icon(name), () => {
    both.remove();
    tell(words.rated);
    rate(one.rate, useful);
    delete one.rate; // A reload does not ask again.
    document.dispatchEvent(new Event("rated"));
  }, { "aria-label": label, title: label });
  const both = el("span", { class: "thumbs" }, el("span", { class: "ask" }, words.rate),
    thumb("up", words.rate_yes, true), thumb("down", words.rate_no, false));
  return both;
}
