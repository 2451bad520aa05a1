// A new conversation begins with an empty transcript, here and in the other tabs: the gateway ends the one before.

import { framed } from "./frame.js";
import { forget } from "./history.js";
import { tellTabs } from "./tabs.js";

document.getElementById("doors").addEventListener("submit", (event) => {
  forget();
  tellTabs("erased");
  if (!framed) return;
  // In a frame whose cookies the browser refuses, a conversation that is begun here would be lost on the way.
  event.preventDefault();
  location.assign(`/cadre?pour=${encodeURIComponent(event.submitter.value)}`);
});
