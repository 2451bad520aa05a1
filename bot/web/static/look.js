// « Affichage »: text size, colours, contrast, motion, letters. Kept in this tab only, by `early.js` read.

const KEY = "balise-look";
const AUTO = ["auto", "normal"];
const knob = document.getElementById("look-knob"), panel = document.getElementById("look");
const dark = document.getElementById("dark");
const deviceDark = dark.media.startsWith("screen and") ? dark.media : "screen and (prefers-color-scheme: dark)";
const chosen = () => panel.querySelectorAll("input:checked");

for (const [name, value] of Object.entries(kept())) {
  const wanted = panel.querySelector(`input[name="${name}"][value="${value}"]`);
  if (wanted) wanted.checked = true;
}
knob.addEventListener("click", () => show(panel.hidden));
document.getElementById("look-close").addEventListener("click", () => show(false));
panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.stopPropagation(); // In a frame, Escape would close the whole of Balise.
  show(false);
});
panel.addEventListener("change", () => {
  const look = {};
  for (const { name, value } of chosen()) if (!AUTO.includes(value)) look[name] = value;
  keep(look);
  wear(look);
});

function show(wanted) {
  panel.hidden = !wanted;
  knob.setAttribute("aria-expanded", String(wanted));
  (wanted ? chosen()[0] : knob).focus();
  dispatchEvent(new Event("resize")); // What keeps clear of the bar measures it again.
}

function wear(look) {
  const root = document.documentElement;
  for (const { name } of chosen()) {
    if (look[name]) root.dataset[name] = look[name];
    else delete root.dataset[name];
  }
  dark.media = { dark: "screen", light: "not all" }[look.theme] || deviceDark;
  dispatchEvent(new Event("resize"));
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) || {};
  } catch {
    return {};
  }
}

function keep(look) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Nothing may be stored here: the choice holds for this page.
  }
}
