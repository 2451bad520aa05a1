"""Short answers after a help card, and the same words anywhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety import AUCUN, LEVELS, Before, Reading, Risk, in_light, only_asks

UNCLE = Risk("alerte", "violence_sexuelle")
AFTER_HELP = Before(UNCLE, helped=True)

NOW = [
    "maintenant", "oui maintenant", "là tout de suite", "ce soir", "mtn", "il est là", "il arrive", "elle est dans la maison",
    "je suis seule avec lui", "mon père est là", "il est devant la porte", "bah là maintenant", "chui enfermée",
]  # fmt: skip
GOES_ON = [
    "c'est mon oncle", "mon tonton", "c'est le copain de ma mère", "un garçon de ma classe", "mon prof de sport", "depuis l'été",
    "tous les soirs", "il a recommencé", "oui il continue", "plusieurs fois", "encore hier", "oui c'est mon beau-père", "j'ai peur",
    "j'ai peur de lui", "g tro peur", "j'ai honte", "personne le sait", "depuis 2 ans", "il recommence tous les jours",
]  # fmt: skip
THREAD = [
    "oui",
    "ok",
    "non",
    "merci",
    "d'accord",
    "jsp",
    "je sais pas",
    "j'ose pas",
    "non j'ose pas appeler",
    "ok merci",
    "peut-être",
    "que dois-je faire ?",
    "je fais quoi",
    "comment faire",
]
ASKS = [
    "Que dois-je lui dire ce soir", "que lui dire ce soir ?", "Que puis-je faire ce soir ?", "je dois le dire à qui ce soir",
    "qui appeler maintenant", "Comment lui parler ce soir ?", "comment je lui en parle demain matin", "je lui dis quoi ce soir",
    "et je peux prévenir qui demain", "comment le dire à qui", "à qui en parler demain", "je préviens qui tout de suite",
]  # fmt: skip
TELLS = [
    "je dors où ce soir", "il revient ce soir", "comment je peux le faire ce soir", "que faire il arrive", "je le fais ce soir",
    "comment m'y prendre cette nuit", "qu'est ce qu'il va lui faire cette nuit", "je vais lui faire quoi ce soir",
]  # fmt: skip
OTHER = [
    "c'est quoi le droit à l'image",
    "je veux faire un quiz",
    "on parle d'autre chose",
    "t'es un robot ?",
    "😀",
    "",
    "123",
]


@pytest.mark.parametrize("text", NOW)
def test_when_it_is_now_emergency_comes_first(text):
    assert in_light(text, AUCUN, AFTER_HELP).risk == Risk("urgence", "violence_sexuelle")


@pytest.mark.parametrize("text", GOES_ON)
def test_who_and_how_long_are_told_on(text):
    assert in_light(text, AUCUN, AFTER_HELP).risk == UNCLE


@pytest.mark.parametrize("text", ASKS)
def test_a_bare_question_is_read_with_the_usual_cut(text):
    assert only_asks(text, AFTER_HELP)
    assert in_light(text, AUCUN, AFTER_HELP) == Reading(AUCUN, thread=True)
    assert not only_asks(text, None)


@pytest.mark.parametrize("text", ASKS)
def test_what_the_usual_cut_sees_in_a_bare_question_stays(text):
    tonight = Risk("urgence", "danger_immediat")
    assert in_light(text, tonight, AFTER_HELP).risk == tonight


@pytest.mark.parametrize("text", TELLS)
def test_a_danger_told_beside_a_question_is_no_bare_question(text):
    assert not only_asks(text, AFTER_HELP)


@pytest.mark.parametrize("category", ["suicide", "mal_etre"])
def test_after_distress_nothing_is_a_bare_question(category):
    assert not only_asks("que faire ce soir", Before(Risk("alerte", category), helped=True))


@pytest.mark.parametrize("text", THREAD)
def test_nothing_new_keeps_the_thread(text):
    read = in_light(text, AUCUN, AFTER_HELP)
    assert (read.risk, read.thread) == (AUCUN, True)


@pytest.mark.parametrize("text", OTHER)
def test_another_subject_is_another_subject(text):
    read = in_light(text, AUCUN, AFTER_HELP)
    assert (read.risk, read.thread) == (AUCUN, False)


@pytest.mark.parametrize("text", [*NOW, *GOES_ON, *THREAD])
@pytest.mark.parametrize("before", [None, Before(UNCLE, helped=False)], ids=["nothing told", "answered since"])
def test_the_same_words_elsewhere_are_read_alone(text, before):
    read = in_light(text, AUCUN, before)
    assert (read.risk, read.thread) == (AUCUN, False)


def test_a_fear_without_a_name_takes_the_name_told_before():
    assert in_light("j'ai peur", Risk("alerte", "mal_etre"), AFTER_HELP).risk.category == "violence_sexuelle"


def test_another_danger_keeps_its_own_name():
    assert in_light("je veux mourir", Risk("alerte", "suicide"), AFTER_HELP).risk.category == "suicide"


def test_a_friends_danger_stays_the_friends():
    friends = Before(Risk("alerte", "suicide", third_party=True), helped=True)
    assert in_light("ce soir", AUCUN, friends).risk == Risk("urgence", "suicide", third_party=True)


@given(st.text(max_size=80), st.sampled_from(LEVELS), st.booleans())
def test_context_never_calms(text, level, helped):
    own = Risk(level, None if level == "aucun" else "harcelement")
    found = in_light(text, own, Before(UNCLE, helped)).risk
    assert LEVELS.index(found.level) >= LEVELS.index(level)


def test_a_vague_alarm_takes_the_name_told_before_even_later():
    later = Before(UNCLE, helped=False)
    assert in_light("depuis deux semaines", Risk("alerte", "mal_etre"), later).risk.category == "violence_sexuelle"
    assert (
        in_light("je vais trop mal en ce moment au collège", Risk("alerte", "mal_etre"), later).risk.category
        == "mal_etre"
    )
