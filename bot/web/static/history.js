// What this tab keeps of the conversation, so that a reload loses nothing: what was said, a draft, what is on its way.

const KEY = "balise";
const NOTHING = { said: [], draft: "", pending: null };
let over = false; // An answer may still come after all was erased: it is not kept.

/** {said: messages, oldest first; draft: text; pending: a message sent and not yet answered, or null}. */
export function recall() {
  try {
    return { ...NOTHING, ...JSON.parse(sessionStorage.getItem(KEY)) };
  } catch {
    return { ...NOTHING };
  }
}

/** Keep these parts; the others stay as they are. */
export function remember(parts) {
  if (over) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...recall(), ...parts }));
  } catch {
    // No room or no right to store: the page works on, a reload shows the welcome only.
  }
}

/** Forget the conversation; how the page looks is kept. */
export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing could be stored, so nothing is left.
  }
}

/** Forget the conversation, and keep nothing more on this page. */
export function forgetForGood() {
  over = true;
  forget();
}

/** Forget everything of this tab, and keep nothing more on this page. */
export function forgetAll() {
  over = true;
  try {
    sessionStorage.clear();
  } catch {
    // Nothing could be stored, so nothing is left.
  }
}
