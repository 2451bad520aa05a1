"""Tu for children, vous for adults: what is seen, and what only looks wrong."""

from dataclasses import replace

import pytest

from bot.proofreading.address import address_is_right
from bot.proofreading.familiarity import children_know_the_words, familiarity
from bot.proofreading.readability import texts_are_easy_enough

WRONG = [
    ("8-10", "Vous pouvez appeler."),
    ("11-14", "Gardez les messages."),
    ("15-17", "C'est votre droit."),
    ("8-10", "Ne répondez pas."),
    ("11-14", "Vous êtes en ligne ?"),
    ("parent", "Tu peux appeler."),
    ("parent", "Parle à l'enfant."),
    ("educator", "Note ses mots exacts."),
    ("educator", "C'est ton rôle."),
    ("parent", "Il t'écoute."),
    ("educator", "Tu dois prévenir."),
]
RIGHT = [
    ("8-10", "Tu peux appeler chez toi. C'est assez."),
    ("8-10", "Dis : « Pouvez-vous m'aider ? »"),
    ("11-14", "Va vers un adulte. Appelez ensemble le numéro."),
    ("11-14", "Un rendez-vous avec un inconnu, c'est non."),
    ("15-17", "Les choses faites en ligne restent."),
    ("parent", "Parlez à votre enfant, sur un ton calme."),
    ("parent", "Dites : « Tu as bien fait d'en parler. »"),
    ("educator", "Notez ses mots exacts. L'élève parle, vous écoutez."),
    ("parent", "Un enfant qui parle a besoin d'être cru."),
    ("educator", "Dites « je te crois ». Prévenez la direction."),
    ("parent", "Le 3018 répond. Il prend les adultes aussi."),
]


@pytest.fixture(scope="module")
def said(content):
    """A content whose only topic text is what a test puts there."""

    def with_text(audience: str, text: str):
        topic = content.topics["mot_de_passe"]
        one = replace(topic.texts[audience], text=text, action="", simpler=None, details=None)
        topics = {"mot_de_passe": replace(topic, texts={audience: one})}
        return replace(
            content,
            topics=topics,
            themes={},
            support={},
            leaflets={},
            glossary={},
            lines={},
            interface={},
            card={},
            guide={},
            follow_ups={},
        )

    return with_text


@pytest.mark.parametrize(("audience", "text"), WRONG)
def test_the_wrong_address_is_seen(said, audience, text):
    (problem,) = address_is_right(said(audience, text))
    assert problem.file == "topics/vie_privee.yml"
    assert ("« tu »" if audience[0].isdigit() else "« vous »") in problem.message


@pytest.mark.parametrize(("audience", "text"), RIGHT)
def test_the_right_address_is_left_alone(said, audience, text):
    assert [str(one) for one in address_is_right(said(audience, text))] == []


def test_texts_that_are_too_hard_are_named(said):
    hard = "L'anonymisation systématique des informations personnelles nécessite une réglementation particulièrement contraignante."
    content = said("11-14", hard)
    easy = said("8-10", "Tu joues.").topics["mot_de_passe"].texts["8-10"]
    topic = content.topics["mot_de_passe"]
    everyone = {
        who: topic.texts["11-14"] if who == "11-14" else easy
        for who in ("8-10", "11-14", "15-17", "parent", "educator")
    }
    content = replace(content, topics={"mot_de_passe": replace(topic, texts=everyone)})
    (problem,) = texts_are_easy_enough(content)
    assert problem.place == "11-14"
    assert "mot_de_passe" in problem.message


def test_words_that_children_do_not_know_are_named(said):
    (problem,) = children_know_the_words(said("8-10", "La réglementation prohibe formellement."))
    assert "inconnus : réglementation" in problem.message
    assert "prohibe" in problem.message


def test_known_words_in_any_form_and_explained_words_count(content, said):
    plain = replace(said("8-10", "Les copines jouaient. Elles sont belles et gentilles."), glossary={})
    assert familiarity(plain).share == 1.0
    told = replace(said("8-10", "Le grooming."), glossary=content.glossary)
    assert familiarity(told).explained == 1


def test_another_list_of_words_may_be_given(said, tmp_path):
    listed = tmp_path / "manulex.csv"
    listed.write_text("réglementation;12\nla;900\nprohiber;3\n", encoding="utf-8")
    assert familiarity(said("8-10", "La réglementation prohibe."), listed).share == 1.0
