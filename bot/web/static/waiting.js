// While an answer is coming: three dots, then honestly that it is late, with the way to people who answer.

import { beacon, el } from "./element.js";

const SHOW_AFTER = 300, SAY_LATE_AFTER = 10000; // milliseconds
const place = document.getElementById("waiting");

/** Returns the way to stop. `help()` makes the link to the numbers. */
export function wait(words, help) {
  const show = (...parts) => {
    place.replaceChildren(...parts);
    place.scrollIntoView({ block: "nearest" });
  };
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, [0, 1, 2].map(() => el("span")));
  const timers = [
    setTimeout(() => show(beacon("listens"), dots, el("span", null, words.typing)), SHOW_AFTER),
    setTimeout(() => show(beacon("worries"), el("span", null, words.late), help()), SAY_LATE_AFTER),
  ];
  return () => {
    timers.forEach(clearTimeout);
    place.replaceChildren();
  };
}
