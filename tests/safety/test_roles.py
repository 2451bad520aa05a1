"""Who did harm, or fears to, is answered with their own words; who suffered it never is."""

import pytest

from bot.language import read
from bot.safety import Risk, by_role, kept_role
from bot.settings import ROOT

SAID = [
    ("je suis attiré par les enfants", None, Risk("alerte", "attirance")),
    ("jai 17 ans et je crois que je suis attiré par les petits", None, Risk("alerte", "attirance")),
    ("j'ai peur de mon attirance pour des enfants", None, Risk("alerte", "attirance")),
    ("j'ai deja regardé des images pédo", None, Risk("alerte", "attirance")),
    ("je suis seul avec ma nièce ce soir et j'ai peur de passer à l'acte", "attirance", Risk("urgence", "attirance")),
    ("j'ai frappé mon fils hier soir, j'ai perdu le contrôle", None, Risk("alerte", "auteur")),
    ("je sens que je vais le frapper là", "auteur", Risk("urgence", "auteur")),
    ("jai envoyé un nude de mon ex a mes potes jregrette trop", None, Risk("alerte", "auteur")),
]
NOT_SAID = [
    "je suis attiré par les voitures", "mon oncle est attiré par les enfants", "il a frappé mon fils", "j'ai envoyé un nude à mon copain",
    "mon ex a envoyé une photo de moi", "je vais le frapper au prochain boss", "mon père m'a frappé", "j'ai envoyé une photo de mon chat",
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "risk"), SAID)
def test_it_is_seen_when_it_is_said_plainly(text, told, risk):
    assert by_role(text, told) == risk


@pytest.mark.parametrize("text", NOT_SAID)
def test_nobody_else_is_taken_for_it(text):
    assert by_role(text, None) is None


def test_next_to_nobody_who_tells_of_what_they_suffer_is_taken_for_it():
    told = [one for one in read(ROOT / "data" / "nlu") if one.intent.startswith("confier_") and not one.third_party]
    taken = [one.text for one in told if by_role(one.text, None)]
    assert len(taken) <= len(told) / 500, taken


KEPT = [
    (Risk("alerte", "violence_sexuelle"), Risk("alerte", "attirance")),
    (Risk("alerte", "suicide"), Risk("alerte", "suicide")),
    (Risk("urgence", "suicide", True), Risk("alerte", "attirance")),
    (Risk("aucun", None), Risk("aucun", None)),
]


@pytest.mark.parametrize(("risk", "kept"), KEPT)
def test_a_victims_card_does_not_replace_it(risk, kept):
    assert kept_role(risk, "attirance") == kept
    assert kept_role(risk, "sextorsion") == risk
