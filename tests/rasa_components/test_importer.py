"""content/fr as Rasa responses: conditional on the audience, one default, nothing left to fill."""

import importlib
import json

import pytest
import yaml
from rasa.shared.core.domain import Domain

from bot.content import AUDIENCES, load, reply
from bot.rasa_components.importer import BY_ACTION, ContentImporter, responses
from bot.settings import ROOT

REAL = load(ROOT / "content" / "fr")
MADE = responses(REAL)
CONFIG = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))


def test_every_topic_has_its_response_but_those_that_an_action_answers():
    topics = {topic for listed in REAL.taxonomy.values() for topic in listed}
    assert set(MADE) == {f"utter_{topic}" for topic in topics - set(BY_ACTION)}


@pytest.mark.parametrize("name", MADE)
def test_a_response_has_one_variation_an_audience_and_exactly_one_default(name):
    conditions = [variation.get("condition") for variation in MADE[name]]
    assert conditions[:-1] == [[{"type": "slot", "name": "audience", "value": audience}] for audience in AUDIENCES]
    assert conditions[-1] is None


@pytest.mark.parametrize("name", MADE)
def test_a_response_holds_nothing_that_rasa_would_fill_or_filter(name):
    for variation in MADE[name]:
        assert "channel" not in variation
        assert not set("{}") & set(variation["text"])
        assert variation["text"].strip()
        assert json.loads(json.dumps(variation)) == variation


@pytest.mark.parametrize("name", MADE)
def test_the_buttons_of_a_response_send_what_the_gateway_can_seal(name):
    from bot.web.buttons import ButtonIds

    ids = ButtonIds(lambda: REAL, "key")
    for variation in MADE[name]:
        for button in variation["buttons"]:
            assert button["payload"].startswith("/")
            assert ids.id_of(button["payload"][1:])


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_variation_says_what_the_words_say_to_that_audience(audience):
    said = MADE["utter_sextorsion_payer"][AUDIENCES.index(audience)]
    assert said["text"] == reply(REAL, "sextorsion_payer", audience).text
    assert said["custom"] == {"topic": "sextorsion_payer"}


def test_the_default_speaks_to_the_middle_band():
    assert MADE["utter_saluer"][-1]["text"] == reply(REAL, "saluer", "11-14").text


def test_the_domain_that_rasa_reads_has_the_responses(environ):
    environ()
    importer = ContentImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [])
    domain: Domain = importer.get_domain()
    assert set(MADE) <= set(domain.responses)
    assert "action_orienter" in domain.action_names_or_texts


def test_every_path_of_the_configuration_leads_to_a_class():
    for part in CONFIG["importers"] + CONFIG["pipeline"]:
        module, name = part["name"].rsplit(".", 1)
        assert isinstance(getattr(importlib.import_module(module), name), type)


def test_the_risk_screen_has_the_last_word():
    assert CONFIG["pipeline"][-1]["name"].endswith(".RiskScreen")


def test_nothing_in_the_configuration_learns_the_dialogue():
    assert [policy["name"] for policy in CONFIG["policies"]] == ["RulePolicy"]


def test_rasa_keeps_conversations_in_memory_only():
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    module, name = endpoints["tracker_store"]["type"].rsplit(".", 1)
    assert getattr(importlib.import_module(module), name)
    assert "event_broker" not in endpoints


def test_the_door_of_the_credentials_is_ours_and_the_only_one():
    credentials = yaml.safe_load((ROOT / "credentials.yml").read_text(encoding="utf-8"))
    assert list(credentials) == ["bot.rasa_components.channel.GatewayInput"]
    assert "secret" not in json.dumps(credentials)


def test_rasa_gets_one_sentence_of_each_intent_of_the_project():
    importer = ContentImporter(training_data_paths=[str(ROOT / "data" / "nlu")])
    given = importer.get_nlu_data().intent_examples
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    intents = {name for one in domain["intents"] for name in one} - {"nlu_fallback"}
    assert sorted(one.get("intent") for one in given) == sorted(intents)


def test_other_sentences_are_read_as_rasa_reads_them(tmp_path):
    block = "- intent: saluer\n  examples: |\n    - bonjour\n    - salut\n"
    (tmp_path / "other.yml").write_text(f'version: "3.1"\nnlu:\n{block}', encoding="utf-8")
    given = ContentImporter(training_data_paths=[str(tmp_path)]).get_nlu_data().intent_examples
    assert sorted(one.get("text") for one in given) == ["bonjour", "salut"]
