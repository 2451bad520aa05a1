// A help card for somebody else's eyes: its sentence and its first numbers, large, in place of the conversation.
// templates/show.html is the same screen without JavaScript.

import { act, el } from "./element.js";
import { reached } from "./line.js";

/** « Précédent » and the button come back to where one was. Nothing is asked of the server, nor of the network. */
export function show(card, words, opener) {
  const main = document.getElementById("main");
  const number = (line) => line.number || line.sms;
  const screen = el("div", { class: "showing", tabindex: "-1" },
    el("h1", null, card.show), el("blockquote", null, card.sentence),
    [...card.emergency.slice(0, 1), card.line].map((line) => [
      el("p", { class: "number" }, line.name, number(line) && `\u00a0: ${number(line)}`),
      el("p", { class: "ways" }, reached(line)),
    ]),
    el("p", null, card.for_adult),
    el("p", null, act(words.back, () => history.back())));
  main.classList.add("apart");
  main.append(screen);
  history.pushState(null, "");
  addEventListener("popstate", () => {
    screen.remove();
    main.classList.remove("apart");
    opener.focus();
  }, { once: true });
  scrollTo(0, 0);
  screen.focus({ preventScroll: true });
}
