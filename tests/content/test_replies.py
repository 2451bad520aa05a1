"""Whatever is asked, by whoever, there is an answer, with somewhere to go next."""

from dataclasses import replace

import pytest

from bot.content import ADULTS, AUDIENCES, CHILDREN, button, greeting, load, may_ask, reply, theme_menu, topic_menu
from bot.settings import ROOT

REAL = load(ROOT / "content" / "fr")
TOPICS = [topic for listed in REAL.taxonomy.values() for topic in listed]
PARTS = ["text", "simpler", "details"]


def without_texts(content, *topics):
    """The same words, where these topics were not written yet."""
    emptied = {id: replace(topic, texts={}) for id, topic in content.topics.items() if id in topics}
    return replace(content, topics={**content.topics, **emptied})


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_answers_everyone_with_words_and_somewhere_to_go(content, topic, audience):
    for part in PARTS:
        said = reply(content, topic, audience, part=part)
        assert said.text.strip()
        assert "{" not in said.text
        assert "}" not in said.text
        assert len(said.buttons) >= 2
        assert all(one.title.strip() and "{" not in one.title for one in said.buttons)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("topic", TOPICS)
def test_no_answer_offers_the_same_button_twice_or_itself(content, topic, audience):
    offered = [one.intent for one in reply(content, topic, audience).buttons]
    assert len(offered) == len(set(offered))
    assert topic not in offered


@pytest.mark.parametrize("audience", CHILDREN)
@pytest.mark.parametrize("topic", TOPICS)
def test_no_answer_to_a_child_opens_an_adult_theme(content, topic, audience):
    if may_ask(content, topic, audience):
        opened = [one.intent for one in reply(content, topic, audience).buttons if ":" not in one.intent]
        assert all(may_ask(content, intent, audience) for intent in opened)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("topic", ["grooming_definition", "numero_aide", "saluer"])
def test_a_topic_without_its_own_text_answers_with_its_theme(content, topic, audience):
    unwritten = without_texts(content, topic)
    said = reply(unwritten, topic, audience)
    assert said.text == content.themes[content.theme_of(topic)].intro[audience]
    assert len(said.buttons) >= 2


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_theme_with_nothing_written_still_offers_help_and_the_menu(content, audience):
    unwritten = without_texts(content, *content.taxonomy["grooming"])
    offered = [one.intent for one in reply(unwritten, "faux_profil", audience).buttons]
    assert offered == ["numero_aide", "que_sais_tu_faire"]


def test_a_theme_without_an_intro_for_someone_speaks_as_to_the_middle_band(content):
    intro = {who: words for who, words in content.themes["grooming"].intro.items() if who != "parent"}
    theme = replace(content.themes["grooming"], intro=intro)
    cut = without_texts(replace(content, themes={**content.themes, "grooming": theme}), "faux_profil")
    assert reply(cut, "faux_profil", "parent").text == intro["11-14"]


def test_an_unknown_topic_is_refused(content):
    with pytest.raises(KeyError):
        reply(content, "nulle_part", "11-14")


def test_a_part_that_was_not_written_answers_with_the_text(content):
    said = reply(content, "saluer", "11-14", part="details")
    assert said.text == reply(content, "saluer", "11-14").text


def test_simpler_and_details_are_other_words_and_offer_the_way_back(content):
    text, simpler, details = (reply(content, "sextorsion_payer", "11-14", part=part) for part in PARTS)
    assert len({text.text, simpler.text, details.text}) == 3
    assert "plus_simple" not in [one.intent for one in simpler.buttons]
    assert "plus_de_details" not in [one.intent for one in details.buttons]
    assert {"plus_simple", "plus_de_details"} <= {one.intent for one in text.buttons}


def test_the_thing_to_do_ends_the_answer(content):
    own = content.topics["sextorsion_payer"].texts["11-14"]
    assert reply(content, "sextorsion_payer", "11-14").text == f"{own.text}\n\n{own.action}"


def test_sources_are_those_of_the_text(content):
    own = content.topics["sextorsion_payer"].texts["11-14"]
    assert tuple(one.id for one in reply(content, "sextorsion_payer", "11-14").sources) == own.sources
    assert own.sources


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_greeting_says_that_it_is_a_program(content, audience):
    said = greeting(content, audience)
    assert "pas une personne" in said.text
    assert said.buttons == theme_menu(content, audience)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_theme_offered_has_topics_for_this_audience(content, audience):
    for one in theme_menu(content, audience):
        assert len(topic_menu(content, one.intent.removeprefix("theme:"), audience)) >= 2


def test_the_youngest_are_not_offered_intimate_images_nor_blackmail(content):
    offered = {one.intent for one in theme_menu(content, "8-10")}
    assert offered.isdisjoint({"theme:images_intimes", "theme:sextorsion", "theme:parents", "theme:educateurs"})


MAY = [
    ("parent_en_parler", "parent", True), ("parent_en_parler", "educator", True), ("parent_en_parler", "11-14", False),
    ("edu_seance", "educator", True), ("edu_seance", "parent", False), ("edu_seance", "8-10", False),
    ("mot_de_passe", "8-10", True), ("mot_de_passe", "parent", True),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "audience", "allowed"), MAY)
def test_adult_themes_are_offered_to_their_adults_alone(content, topic, audience, allowed):
    assert may_ask(content, topic, audience) is allowed


@pytest.mark.parametrize("topic", TOPICS)
def test_a_button_is_worded_for_who_reads_it(content, topic):
    written = content.topics[topic]
    assert button(content, topic, "8-10").title == written.button
    assert all(button(content, topic, adult).title == written.button_adult for adult in ADULTS)
