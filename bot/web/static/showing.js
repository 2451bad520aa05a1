// A help card for somebody else's eyes: its sentence and its first numbers, large, in place of the conversation.
// templates/show.html is the same screen without JavaScript.

import { act, el } from "./element.js";
import { framed } from "./frame.js";
import { reached } from "./line.js";

/** « Précédent » and the button come back to where one was. Nothing is asked of the server, nor of the network. */
export function show(card, words, opener) {
  const main = document.getElementById("main"), { hash } = location;
  if (main.classList.contains("apart")) return;
  const close = () => {
    removeEventListener("popstate", back);
    screen.remove();
    main.classList.remove("apart");
    opener.focus();
  };
  const back = () => { if (location.hash === hash) close(); }; // « Aller au contenu » is no way back.
  const number = (line) => line.number || line.sms;
  const screen = el("div", { class: "showing", tabindex: "-1" },
    el("h1", null, card.show), el("blockquote", null, card.sentence),
    [...card.emergency.slice(0, 1), card.line].map((line) => [
      el("p", { class: "number" }, line.name, number(line) && `\u00a0: ${number(line)}`),
      el("p", { class: "ways" }, reached(line)),
    ]),
    el("p", null, card.for_adult),
    el("p", null, act(words.back, () => (framed ? close() : history.back()))));
  main.classList.add("apart");
  main.append(screen);
  // In a frame, a step more in the history would lead back to the school's page after « Quitter vite ».
  if (!framed) {
    history.pushState(null, "");
    addEventListener("popstate", back);
  }
  scrollTo({ top: 0, behavior: "instant" });
  screen.focus({ preventScroll: true });
}
