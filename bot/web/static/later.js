// Modules that a first load does without: fetched when they are needed, null where the network is gone.

export const speech = () => import("./speech.js").catch(() => null);
export const showing = () => import("./showing.js").catch(() => null);

export async function listenTo(module, text, words, more) {
  const found = await module;
  if (found) found.aloud(text, words, more);
  else more.tell(words.cut, "alert");
}

export async function showLarge(module, card, words, { opener, tell }) {
  const found = (await module) || (await showing());
  if (found) found.show(card, words, opener);
  else if (navigator.onLine === false) tell(words.cut, "alert"); // The card stays in sight.
  else location.assign("/conversation/montrer");
}
