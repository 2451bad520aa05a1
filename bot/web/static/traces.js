// « Mes traces »: what this tab keeps, counted here and told to nobody.

import { forget, recall } from "./history.js";
import { tellTabs } from "./tabs.js";

const kept = document.getElementById("kept"), erase = document.getElementById("erase");
const { said } = recall();

if (said.length) kept.textContent = kept.dataset.kept.replace("{n}", said.length);
if (erase) {
  erase.addEventListener("submit", () => {
    forget();
    tellTabs("erased");
  });
}
