// « Mes traces »: what this tab keeps, counted here and told to nobody.

import { recall } from "./history.js";

const kept = document.getElementById("kept");
const { said } = recall();

if (said.length) kept.textContent = kept.dataset.kept.replace("{n}", said.length);
