"""Law cards, dossiers, apps and ways to report: offered where they belong, told to each in their voice."""

import re

import pytest

from bot.content import AUDIENCES, leaflet_reply, reply
from bot.content.glossary import explained

APPS = "snapchat instagram tiktok whatsapp messenger facebook youtube x discord roblox telegram twitch bereal".split()


def every(content):
    return [(one.name, audience) for one in content.leaflets.values() for audience in one.texts]


def test_every_leaflet_is_told_to_each_of_its_audiences(content):
    for name, audience in every(content):
        said = leaflet_reply(content, name, audience)
        assert said.text.strip() and said.sources, name
        assert len(said.buttons) >= 1, name
        assert "{" not in said.text


def test_every_leaflet_but_the_reports_for_nobody_is_offered_by_a_topic(content):
    offered = {
        button.intent.removeprefix("leaflet:")
        for topic in content.topics.values()
        for audience in topic.texts
        for group in reply(content, topic.id, audience).groups
        for button in group.buttons
    }
    assert offered == set(content.leaflets)


@pytest.mark.parametrize("app", APPS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_app_has_steps_to_report_and_to_block_and_a_word_for_a_moved_menu(content, app, audience):
    said = leaflet_reply(content, f"app.{app}", audience).text
    assert said.count("\n1. ") + said.count("\n→ ") == 2
    assert "3018" in said
    assert "Signaler" in said.splitlines()[-1]


def test_children_under_eleven_get_the_idea_of_the_law_without_articles_or_penalties(content):
    for name, leaflet in content.leaflets.items():
        if leaflet.kind == "law":
            said = leaflet_reply(content, name, "8-10").text + leaflet.details.get("8-10", "")
            assert not re.search(r"article|prison|amende|euros|Code|\d{3}-\d", said), name


def test_adults_and_the_oldest_can_read_the_articles(content):
    for name, leaflet in content.leaflets.items():
        if leaflet.kind == "law":
            for audience in ("15-17", "parent", "educator"):
                assert "Textes" in leaflet_reply(content, name, audience, details=True).text


def test_a_penalty_is_always_the_most_an_adult_risks(content):
    for name, leaflet in content.leaflets.items():
        for audience, said in leaflet.texts.items() if leaflet.kind == "law" else ():
            for paragraph in said.split("\n\n"):
                if "prison" in paragraph and "moitié" not in paragraph:
                    assert re.search(r"maxim|au plus|jusqu’à", paragraph), (name, audience, paragraph)


def test_the_youngest_are_sent_to_a_report_only_with_an_adult(content):
    for leaflet in content.leaflets.values():
        if leaflet.kind == "report" and "8-10" in leaflet.texts:
            assert "adulte" in leaflet.texts["8-10"]


def test_no_minor_is_sent_to_a_service_for_adults(content):
    assert not set(content.leaflets["report.stopncii"].texts) & {"8-10", "11-14", "15-17"}


SAID = [
    ("Le grooming et le chantage existent.", "11-14", ["grooming"]),
    ("Le chantage et la rumeur.", "8-10", ["chantage", "rumeur"]),
    ("le GROOMING !", "11-14", ["grooming"]),
    ("Les groomingues n'existent pas.", "11-14", []),
    ("Rien de spécial.", "8-10", []),
]


@pytest.mark.parametrize(("text", "audience", "ids"), SAID)
def test_words_of_the_glossary_are_found_in_a_text(content, text, audience, ids):
    assert [word.id for word in explained(content, text, audience)] == ids


def test_at_most_three_words_are_explained_at_once(content):
    text = "grooming, INHOPE, raid, doxing, PHAROS, consentement"
    assert len(explained(content, text, "parent")) == 3


def test_the_word_that_a_topic_is_about_is_not_explained_beside_it(content):
    said = reply(content, "grooming_definition", "11-14")
    assert "grooming" in said.text
    assert "grooming" not in [word.id for word in said.words]


def test_no_explanation_shows_the_youngest_a_word_kept_from_them(content):
    for word in content.glossary.values():
        assert not re.search(r"sextorsion|nude|sexuel|pédo", word.named("8-10"), re.IGNORECASE), word.id


def test_texts_link_to_the_glossary(content):
    with_words = [
        topic.id for topic in content.topics.values() for who in topic.texts if reply(content, topic.id, who).words
    ]
    assert len(with_words) > 100
