"""Personal data becomes a typed placeholder before it goes anywhere; help numbers and platforms stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import AUDIENCES
from bot.privacy import Mask

PHONES = [
    "06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78", "06 12 345 678", "01 42 68 53 00",
    "07 00 00 00 00", "+33 6 12 34 56 78", "+33612345678", "+33 (0)6 12 34 56 78", "0033612345678", "0033 6 12 34 56 78",
    "+32 470 12 34 56", "+41791234567", "+1 514 555 0199", "0 6 1 2 3 4 5 6 7 8",
]  # fmt: skip
EMAILS = [
    "lea@exemple.fr",
    "lea.dupont+jeu@exemple.co.uk",
    "LEA@EXEMPLE.FR",
    "lea (at) exemple.fr",
    "lea_13@college.ac-lyon.fr",
    "lea arobase exemple point fr",
]
LINKS = [
    "https://instagram.com/lea_13",
    "http://exemple.fr",
    "www.exemple.fr/lea",
    "snapchat.com/add/lea13",
    "discord.gg/abc123",
]
HANDLES = [
    ("ajoute @lea_13", "ajoute [pseudo]"), ("mon snap c'est lea_du_13", "mon snap c'est [pseudo]"), ("mon insta : lea.dpt", "mon insta : [pseudo]"),
    ("son discord c'est Tom#1234", "son discord c'est [pseudo]"), ("mon pseudo c'est DarkKiller92", "mon pseudo c'est [pseudo]"),
]  # fmt: skip
ADDRESSES = [
    ("j'habite 12 rue Victor Hugo à Lyon", "j'habite [adresse]"), ("12 bis avenue de la République 75011 Paris", "[adresse]"),
    ("j'habite 3 impasse des lilas", "j'habite [adresse]"), ("4 allée des Roses", "[adresse]"), ("69003 Lyon", "[adresse]"),
    ("75011 paris", "[adresse]"),
]  # fmt: skip
SCHOOLS = [
    ("je suis au collège Jean Moulin", "je suis au collège [école]"), ("lycée Victor Hugo", "lycée [école]"), ("l'école Jules Ferry", "l'école [école]"),
]  # fmt: skip
NAMES = [
    ("je m'appelle Léa", "je m'appelle [nom]"), ("je m'appelle léa", "je m'appelle [nom]"), ("je m’appelle léa", "je m'appelle [nom]"),
    ("jm'appelle tom", "jm'appelle [nom]"), ("je mapel kevin", "je mapel [nom]"), ("JE M'APPELLE LÉA", "JE M'APPELLE [nom]"),
    ("je m'appelle Léa Martin", "je m'appelle [nom]"), ("je m'appelle Jean-Baptiste", "je m'appelle [nom]"), ("moi c'est tom", "moi c'est [nom]"),
    ("mon prenom c'est ines", "mon prenom c'est [nom]"), ("elle s'appelle Chloé", "elle s'appelle [nom]"), ("il s'appelle mathis", "il s'appelle [nom]"),
    ("Lucas Bernard me harcèle", "[nom] me harcèle"), ("c'est Mathis qui a publié la photo", "c'est [nom] qui a publié la photo"),
    ("ma copine Chloé est triste", "ma copine [nom] est triste"),
]  # fmt: skip
UNTOUCHED = [
    # helplines, in the ways they are written
    "appelle le 3018", "0 800 235 236", "0800235236", "le 116 000", "116 111", "le 119 ou le 3114", "fais le 114", "15, 17, 18 et 112", "3018.fr",
    # platforms and services
    "Snapchat me bloque", "TikTok et Instagram", "sur Discord on m'a dit", "Roblox", "Balise tu es qui", "PHAROS c'est quoi", "Signal et Messenger",
    # numbers that point at nobody
    "j'ai 13 ans", "10000 abonnés", "15000 euros", "50000 robux", "20000 vues", "18h30 demain", "il veut 200 €", "j'ai eu 15 sur 20",
    # words that look like names or handles
    "moi c'est pas grave", "moi c'est trop dur", "je m'appelle pas", "on s'appelle ce soir", "comment tu t'appelles", "mon snap c'est bloqué",
    "mon compte est piraté", "mon insta est privé", "mon collège est nul", "au collège ils se moquent", "Maman m'a grondé", "Papa me frappe",
    "Je veux mourir", "j’ai peur", "J'AI PEUR IL ME FRAPPE", "Bonjour", "Salut ça va ?", "Noël c'est bientôt", "", "?", "😭",
]  # fmt: skip


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("around", ["{}", "mon tel {} appelle", "appelle-moi({})", "{}."])
def test_a_phone_number_is_hidden(mask, phone, around):
    assert mask(around.format(phone)) == around.format("[téléphone]")


@pytest.mark.parametrize("email", EMAILS)
@pytest.mark.parametrize("around", ["{}", "écris à {} vite", "c'est {}. Il me menace"])
def test_an_email_is_hidden_and_nothing_beside_it(mask, email, around):
    assert mask(around.format(email)) == around.format("[courriel]")


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_hidden(mask, link):
    assert mask(f"va sur {link} stp") == "va sur [lien] stp"


@pytest.mark.parametrize(("typed", "masked"), HANDLES + ADDRESSES + SCHOOLS + NAMES)
def test_what_points_at_someone_is_hidden(mask, typed, masked):
    assert mask(typed) == masked


@pytest.mark.parametrize("typed", UNTOUCHED)
def test_what_points_at_nobody_stays(mask, typed):
    assert mask(typed) == typed


def test_every_helpline_number_stays(mask, content):
    for line in content.lines.values():
        if line.number:
            assert mask(f"j'ai appelé le {line.number} hier") == f"j'ai appelé le {line.number} hier"


def test_another_number_beside_a_helpline_is_hidden(mask):
    assert mask("le 3018 ou 0612345678") == "le 3018 ou [téléphone]"


def test_several_things_are_hidden_in_one_message(mask):
    hidden = mask("je m'appelle léa, mon tel 0612345678, lea@exemple.fr, j'habite 3 rue des Lilas")
    assert hidden == "je m'appelle [nom], mon tel [téléphone], [courriel], j'habite [adresse]"


def test_masking_twice_changes_nothing_more(mask):
    for typed, _ in NAMES + ADDRESSES + HANDLES:
        assert mask(mask(typed)) == mask(typed)


def test_without_a_list_to_keep_a_helpline_of_ten_digits_is_hidden_like_another():
    assert Mask()("0800235236") == "[téléphone]"


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_any_string_comes_back_as_a_string(mask, text):
    assert isinstance(mask(text), str)


@settings(deadline=None, max_examples=100)
@given(st.from_regex(r"0[1-9]([ .-]?[0-9]{2}){4}", fullmatch=True))
def test_no_french_phone_number_passes(mask, phone):
    assert (
        phone not in mask(f"mon num {phone} voilà")
        or phone.replace(" ", "").replace(".", "").replace("-", "") in mask.keep
    )


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_words_of_balise_say_nobodys_name(mask, content, audience):
    for topic in ("numero_aide", "ligne_3018", "sextorsion_que_faire"):
        said = content.topics[topic].texts[audience].text
        assert "[téléphone]" not in mask(said)
        assert "[nom]" not in mask(said)
