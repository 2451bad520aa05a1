// « Quitter vite »: blank at once, forget, leave. The server erases the conversation and redirects.

import { forget } from "./history.js";

const PRESSES = 3;
const WITHIN = 2000;
const exit = document.querySelector(".exit");
let presses = [];

exit.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

// Shift alone: a capital letter typed in between starts the count again.
addEventListener("keydown", (event) => {
  if (event.key !== "Shift") presses = [];
  if (event.key !== "Shift" || event.repeat) return;
  presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
  if (presses.length >= PRESSES) leave();
});

// A page that the browser kept alive is drawn again, so that « Précédent » shows nothing that was erased.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

function leave() {
  if (window.speechSynthesis) speechSynthesis.cancel();
  document.title = exit.dataset.title;
  document.body.remove();
  forget();
  location.replace(exit.href);
}
