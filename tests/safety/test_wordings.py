"""Wordings alone, without any model: what must never be missed, and what only looks like it."""

import pytest

from bot.language import normalise
from bot.safety import by_wording

DANGERS = {
    "suicide": [
        "je veux mourir", "jveux mourir", "jveu mourir", "JE VEUX MOURIR", "je veux m o u r i r", "je veux mou\u200brir",
        "je vais me suicider", "je v3ux me su1cider", "jai envie de mourir", "g envi de mourir", "j´ai envie de mourir",
        "j'ai plus envie de vivre", "je veux plus vivre", "jveux plus etre la", "jveu pu etre la", "je veux en finir",
        "je veux disparaître pour toujours", "je me scarifie", "je me coupe les bras", "je me fais du mal", "je veux me pendre",
        "j'ai écrit une lettre d'adieu", "j'ai déjà essayé de me tuer", "ce serait mieux si j'étais mort", "je vais crever ce soir",
        "mon ami veut se suicider", "ma copine dit qu'elle veut mourir", "mon fils parle de mourir", "i want to die",
        "jme taillade les poignets",
    ],
    "violence_sexuelle": [
        "il m'a violée", "on m'a violé", "je me suis fait violer", "mon père m'a violée", "mon oncle me touche",
        "mon beau-père vient dans mon lit", "il m'a touché les fesses", "il m'a touché le zizi", "papi m'a touché la zezette",
        "il m'a forcé à coucher avec lui", "mon cousin me touche", "il me force a faire des choses", "mon entraineur m'a touché",
    ],
    "maltraitance": [
        "mon père me frappe", "papa me tape", "ma mère me bat", "mes parents me frappent", "mon daron me cogne",
        "mon beau-père me frappe avec sa ceinture", "je me fais frapper par mon père", "on me tape a la maison",
    ],
    "sextorsion": [
        "y a un mec sur snap il dit quil va envoyer ma photo a tt le monde si jpaye pas", "il me fait du chantage",
        "il menace de publier mes nudes si j'envoie pas d'argent", "on me fait chanter avec une photo",
        "il veut 200 euros sinon il envoie la vidéo à mes parents", "il demande des cartes pcs sinon il publie",
        "elle dit qu'elle va balancer mes photos à mes abonnés", "quelqu'un me fait du chantage avec une vidéo de moi",
    ],
    "sollicitation": [
        "il m'a demandé une photo nue", "un monsieur me demande des photos de moi sans habits",
        "un mec veut me voir en secret sans que je le dise", "il veut qu'on se voie samedi mais faut pas que je le dise",
    ],
    "diffusion_intime": ["ma nude tourne dans tout le collège", "mes nudes circulent sur snap", "une photo de moi toute nue circule"],
    "danger_immediat": [
        "quelqu'un me suit dans la rue", "un homme me suit", "j'ai fugué", "je me suis enfuie de chez moi",
        "je suis cachée dans les toilettes il frappe à la porte", "il arrive avec un couteau",
        "je suis enfermé dans ma chambre et il crie",
    ],
    "harcelement": [
        "je me fais harceler", "je suis harcelée au collège", "ils me frappent tous les jours", "toute la classe me déteste",
        "tout le monde m'insulte", "ils me traitent de grosse tous les jours", "les autres me tapent", "je me fais racketter",
        "ils m'ont dit va te pendre",
    ],
    "mal_etre": [
        "aidez moi s'il vous plait", "au secours", "🆘", "j'en peux plus de ma vie", "jpp de ma vie", "j'en peux plus je craque",
        "je n'en peux plus du tout", "aide moi vite", "help me please",
    ],
}  # fmt: skip
NEAR_MISSES = [
    "je suis mort de rire", "je vais mourir de rire", "je meurs de faim", "ce boss veut me tuer dans fortnite",
    "c'est quoi le suicide", "je veux pas mourir", "j'ai pas envie de mourir", "mon chat est mort", "je veux disparaitre des réseaux",
    "romeo et juliette veulent mourir", "je me coupe les cheveux", "je me coupe les ongles", "demain je vais mourir si je rate mon controle mdr",
    "c'est quoi un viol", "il m'a touché en plein coeur cette chanson",
    "papa me tape dans la main", "ma mère me tue si je rentre tard", "mon père va me tuer si j'ai une mauvaise note",
    "c'est quoi la sextorsion ?", "le chantage c'est interdit ?",
    "on se voit samedi pour l'anniv surprise de maman, faut rien dire", "il m'a demandé une photo de mon chat",
    "ils ont demandé une photo de profil", "un prof veut une photo de classe", "ma photo de classe circule",
    "il a publié une photo de moi en vacances", "il me suit sur insta", "quelqu'un me suit sur tiktok",
    "je vais rejoindre mes potes ce soir", "je joue à cache cache je suis caché dans le placard il arrive", "fugue de bach",
    "c'est quoi le harcèlement", "les pubs me harcèlent", "je suis harcelé de notifications",
    "j'en peux plus de ce devoir de maths", "jpp mdr", "aide moi pour mon exo de maths", "aide moi vite pour mon exo de maths",
    "bonjour", "merci", "comment signaler un compte", "", "😂😂", "3018",
]  # fmt: skip
CASES = [(category, said) for category, listed in DANGERS.items() for said in listed]


@pytest.mark.parametrize(("category", "said"), CASES)
def test_a_danger_is_heard_whatever_the_model_says(category, said):
    found = by_wording(said)
    assert found is not None
    assert found.category == category
    assert found.level in ("alerte", "urgence")


@pytest.mark.parametrize("said", NEAR_MISSES)
def test_a_near_miss_is_left_to_the_model(said):
    assert by_wording(said) is None


URGENT = [
    "je vais me tuer ce soir",
    "cette nuit je me suicide",
    "j'ai fugué",
    "un homme me suit",
    "il arrive avec un couteau",
]
NOT_URGENT = ["je veux mourir", "mon père me frappe", "il me fait du chantage"]


@pytest.mark.parametrize(("said", "level"), [(s, "urgence") for s in URGENT] + [(s, "alerte") for s in NOT_URGENT])
def test_what_happens_now_is_urgent(said, level):
    assert by_wording(said).level == level


@pytest.mark.parametrize(
    "disguise", [str.upper, str.title, lambda s: f"  {s} !!!", lambda s: s + " 😭", lambda s: f"bonjour, {s}. voilà"]
)
@pytest.mark.parametrize("said", ["je veux mourir", "il m'a violée", "mon père me frappe", "il me fait du chantage"])
def test_how_it_is_typed_hides_nothing(said, disguise):
    assert by_wording(disguise(said)) == by_wording(said) is not None


def test_the_gravest_of_two_wordings_is_kept():
    assert by_wording("je me fais harceler et un homme me suit").level == "urgence"


def test_the_length_of_a_message_hides_nothing():
    assert by_wording("bla " * 1000 + "je veux mourir").category == "suicide"


def test_wordings_read_normalised_text():
    assert by_wording(normalise("jveux MOURIR")) == by_wording("jveux MOURIR")


@pytest.mark.parametrize(
    "text",
    [
        "j'ai peur pour ma soeur elle se coupe",
        "je m'inquiète pour mon pote il se scarifie",
        "je crains qu'il fasse une bêtise",
        "elle ma dit quelle va se foutre en lair",
        "il dit qu'il veut en finir",
    ],
)
def test_what_is_feared_for_somebody_else_is_heard(text):
    found = by_wording(text)
    assert (found.category, found.third_party) == ("suicide", True)


@pytest.mark.parametrize(
    "text", ["j'ai peur pour elle elle se coupe les cheveux toute seule", "il a fait une bêtise en classe"]
)
def test_what_is_no_fear_for_a_life_is_left_alone(text):
    assert by_wording(text) is None
