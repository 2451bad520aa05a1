// Before the first paint, as a plain script: how this person chose to see the page. See look.js.
(function () {
  var root = document.documentElement, look = {};
  if ("noModule" in HTMLScriptElement.prototype) root.classList.add("js");
  try { look = JSON.parse(sessionStorage.getItem("balise-look")) || {}; } catch (none) { look = {}; }
  for (var name in look) root.dataset[name] = look[name];
  var dark = document.getElementById("dark");
  if (look.theme === "dark") dark.media = "screen";
  if (look.theme === "light") dark.media = "not all";
})();
