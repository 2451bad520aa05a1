// A new conversation begins with an empty transcript.

import { forget } from "./history.js";

document.getElementById("doors").addEventListener("submit", forget);
