// What this tab keeps of the conversation, so that a reload loses nothing: what was said, a draft, what is on its way.

const KEY = "balise";
const NOTHING = { said: [], draft: "", pending: null, mark: "", until: Infinity };
const MINUTE = 60000;
let over = false; // An answer may still come after all was erased: it is not kept.
let span = 60 * MINUTE; // how long the gateway remembers; see settle

/** {said: messages, oldest first; draft: text; pending: a message sent and not yet answered, or null; mark: whose}. */
export function recall() {
  try {
    const kept = { ...NOTHING, ...JSON.parse(sessionStorage.getItem(KEY)) };
    return Date.now() < kept.until ? kept : { ...NOTHING };
  } catch {
    return { ...NOTHING };
  }
}

/** Of what is kept, drop what is of another conversation than `mark` ("": not begun), or too old. */
export function settle(mark, minutes) {
  span = minutes * MINUTE;
  const kept = recall();
  if (kept.mark && kept.mark !== mark) {
    if (mark) forget();
    else remember({ said: [] }); // What was on its way still is.
  }
  remember({ mark });
}

/** Keep these parts; the others stay as they are. */
export function remember(parts) {
  if (over) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...recall(), ...parts, until: Date.now() + span }));
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
