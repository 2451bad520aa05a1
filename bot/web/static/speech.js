// « Écouter »: a French voice of this device. A voice over the network would hear the text: local ones only.

let asked = false; // The voices were asked for, and are not known yet.

/** Read `text`; a second press, on any button, stops. `tell(words.no_voice)` where there is no voice. */
export async function aloud(text, words, { begin, end, tell }) {
  const speech = window.speechSynthesis;
  if (speech && speech.speaking) {
    speech.cancel();
    return;
  }
  if (asked) return;
  asked = true;
  const voice = (await voices(speech)).find((one) => one.lang.startsWith("fr") && one.localService);
  asked = false;
  if (!voice) {
    tell(words.no_voice, "alert");
    return;
  }
  const spoken = new SpeechSynthesisUtterance(text.replace(/https?:\S+/g, ""));
  spoken.voice = voice;
  spoken.lang = "fr-FR";
  spoken.onend = spoken.onerror = end;
  tell("");
  begin();
  speech.speak(spoken);
}

/** The voices of this device; some browsers know them only a moment after they were first asked. */
function voices(speech) {
  if (!speech || speech.getVoices().length) return speech ? speech.getVoices() : [];
  return new Promise((resolve) => {
    const done = () => resolve(speech.getVoices());
    speech.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, 1000);
  });
}
