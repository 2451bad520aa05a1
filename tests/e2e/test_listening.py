"""« Écouter » where the voices of a device are known late, or not at all."""

import pytest
from playwright.sync_api import expect

from tests.e2e.unlucky import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]

# A device that says nothing aloud: what would be read is in `spoken`, its voices come when `arrive()` is called.
DEVICE = """
  window.spoken = [];
  let voices = [], told = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    speaking: false, getVoices: () => voices, addEventListener: (name, heard) => told.push(heard),
    speak(said) { this.speaking = true; spoken.push(said.text); }, cancel() { this.speaking = false; },
  } });
  window.arrive = () => { voices = [{ lang: "fr-FR", localService: true }]; told.forEach((heard) => heard()); };
"""


@pytest.fixture
def listen(chat):
    chat.add_init_script(DEVICE)
    chat.reload()
    return chat.locator("#log .acts button").first


def test_two_presses_while_the_voices_are_awaited_read_once(chat, listen):
    with chat.expect_response("**/speech.js"):
        listen.evaluate("one => { one.click(); one.click(); }")
    chat.evaluate("arrive()")
    expect(listen).to_have_attribute("aria-label", "Arrêter")
    assert len(chat.evaluate("spoken")) == 1


def test_that_there_is_no_voice_is_taken_back_when_one_has_come(chat, listen):
    said = chat.locator("#log .acts [role=alert]").first
    listen.click()
    expect(said).to_contain_text("pas de voix")
    chat.evaluate("arrive()")
    listen.click()
    expect(chat.locator("#log .acts span[role]").first).to_be_empty()
    assert len(chat.evaluate("spoken")) == 1
