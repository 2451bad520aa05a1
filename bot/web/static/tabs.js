// The other tabs of this Balise: who leaves in a hurry or erases in one, does so in all. They share one conversation.

const channel = window.BroadcastChannel ? new BroadcastChannel("balise") : null;

export function tellTabs(what) {
  if (channel) channel.postMessage(what);
}

export function onTab(what, doing) {
  if (channel) channel.addEventListener("message", (event) => event.data === what && doing());
}
