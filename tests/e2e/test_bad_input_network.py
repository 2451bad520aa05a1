"""The session, the network or the server is lost: the message is kept, sent once, and help is there."""

import re
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from bot.web.pages import NEUTRAL_SITE
from tests.e2e.screens import SEXTORTION, open_chat, say
from tests.e2e.unlucky import LESSON, MESSAGES, PHONE, answers, field, questions, send, sent_by
from tests.running import Running, start, stop

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]


@pytest.fixture(scope="module")
def restarted(tmp_path_factory) -> Iterator[Running]:
    """A Balise whose web process may be killed: the supervisor starts it again."""
    running = start(tmp_path_factory.mktemp("restarted") / "home", "2026-11-21T16:00")
    yield running
    if running.process.poll() is None:
        stop(running)


def test_an_expired_session_is_answered_in_a_new_conversation_and_the_help_stays(chat):
    say(chat, SEXTORTION)
    chat.context.clear_cookies()
    say(chat, LESSON)
    expect(chat.locator("#notice")).to_contain_text("J’en ai ouvert une nouvelle")
    expect(chat.locator("#pinned a[href='tel:3018']")).to_be_visible()
    say(chat, "merci")
    expect(chat.locator("#pinned a[href='tel:3018']")).to_be_visible()
    expect(chat.locator("#notice")).to_be_empty()


def test_a_message_cut_by_the_network_is_kept_then_goes_by_itself_once(chat):
    chat.context.set_offline(True)
    send(chat, LESSON)
    expect(chat.locator("#notice")).to_contain_text("Pas de connexion")
    expect(field(chat)).to_have_value(LESSON)
    expect(chat.locator("#notice a[href='tel:119']")).to_be_visible()
    chat.context.set_offline(False)
    expect(answers(chat)).to_have_count(2)
    expect(field(chat)).to_have_value("")
    expect(chat.locator("#notice")).to_be_empty()
    assert questions(chat) == [LESSON]
    assert len({one["id"] for one in chat.sent}) == 1


def test_what_was_typed_while_the_network_was_cut_is_not_sent_by_itself(chat):
    chat.context.set_offline(True)
    send(chat, "bonjour")
    expect(chat.locator("#notice")).to_contain_text("Pas de connexion")
    field(chat).fill("finalement non")
    chat.context.set_offline(False)
    expect(chat.locator("#notice")).to_contain_text("La connexion est revenue")
    expect(field(chat)).to_have_value("finalement non")
    assert questions(chat) == []


@pytest.mark.parametrize("body", ['{"error": {"code": "server_error", "message": "x"}}', "<h1>Bad gateway</h1>"])
def test_a_server_that_fails_once_is_asked_again_with_the_same_id(chat, body):
    chat.route(MESSAGES, lambda route: route.fulfill(status=500, body=body), times=1)
    say(chat, LESSON)
    assert questions(chat) == [LESSON]
    assert [one["text"] for one in chat.sent] == [LESSON, LESSON]
    assert len({one["id"] for one in chat.sent}) == 1


def test_a_server_that_keeps_failing_gives_the_message_back_with_help(chat):
    chat.route(MESSAGES, lambda route: route.fulfill(status=500, body="{}"))
    send(chat, LESSON)
    expect(chat.locator("#notice")).to_contain_text("Quelque chose ne marche pas")
    expect(field(chat)).to_have_value(LESSON)
    chat.unroute(MESSAGES)
    chat.get_by_role("button", name="Réessayer").click()
    expect(answers(chat)).to_have_count(2)
    assert questions(chat) == [LESSON]


def test_the_server_restarted_between_two_messages_loses_nothing(chromium: Browser, restarted: Running, size):
    context = chromium.new_context(base_url=restarted.url, viewport=size, locale="fr-FR")
    page = context.new_page()
    open_chat(page, "11-14")
    say(page, SEXTORTION)
    restarted.signal("gunicorn", signal.SIGKILL)
    restarted.wait_ready()
    say(page, LESSON)
    assert questions(page) == [SEXTORTION, LESSON]
    expect(page.locator("#pinned a[href='tel:3018']")).to_be_visible()
    expect(page.locator("#notice")).to_be_empty()
    context.close()


def test_a_message_sent_while_the_server_is_down_is_kept_and_sent_again(chromium: Browser, restarted: Running, size):
    context = chromium.new_context(base_url=restarted.url, viewport=size, locale="fr-FR")
    page = context.new_page()
    open_chat(page, "11-14")
    sent = sent_by(page)
    restarted.signal("gunicorn", signal.SIGKILL)
    send(page, LESSON)
    retry, answered = page.get_by_role("button", name="Réessayer"), answers(page).nth(1)
    expect(retry.or_(answered)).to_be_visible(timeout=15_000)
    restarted.wait_ready()
    if retry.is_visible():
        retry.click()
    expect(answered).to_be_visible()
    assert questions(page) == [LESSON]
    assert len({one["id"] for one in sent}) == 1
    context.close()


def test_the_numbers_asked_for_without_a_network_have_the_window_then_go_away(chat):
    chat.context.set_offline(True)
    send(chat, LESSON)
    expect(chat.locator("#notice")).to_contain_text("Pas de connexion")
    chat.locator(".bar .need").click()
    expect(chat.locator("#lines")).to_be_visible()
    expect(chat.locator("#notice")).to_be_empty()
    for number in chat.locator("#lines .emergency .call").all():
        expect(number).to_be_in_viewport(ratio=1)
    chat.context.set_offline(False)
    expect(answers(chat)).to_have_count(2)
    expect(chat.locator("#lines")).to_be_visible()  # Not taken from under a finger: the focus is there.
    say(chat, "merci")
    expect(chat.locator("#lines")).to_have_count(0)


def test_what_was_said_before_is_in_sight_after_a_message_that_did_not_leave(chat):
    say(chat, "bonjour")
    chat.context.set_offline(True)
    send(chat, LESSON)
    expect(chat.locator("#notice")).to_contain_text("Pas de connexion")
    expect(answers(chat).last.locator(".bubble")).to_be_in_viewport()


def test_without_a_network_nothing_is_said_to_be_kept_where_nothing_was_typed(chat):
    chat.context.set_offline(True)
    expect(chat.locator("#notice")).to_contain_text("Pas de connexion")
    expect(chat.locator("#notice")).not_to_contain_text("gardé")


@pytest.mark.parametrize("fault", ["down", "hangs"])
def test_leaving_in_a_hurry_never_ends_on_an_error_page_of_ours(chat, fault):
    say(chat, LESSON)
    chat.context.route(f"{NEUTRAL_SITE}**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain"))
    ours = re.compile(r"127\.0\.0\.1")
    chat.context.route(ours, lambda route: route.abort() if fault == "down" else None)
    chat.locator(".leave").click()
    expect(chat.get_by_text("ailleurs")).to_be_visible()
    assert chat.url.startswith(NEUTRAL_SITE)
    chat.context.unroute(ours)
    chat.faults.clear()  # The neutral site is another host indeed.
