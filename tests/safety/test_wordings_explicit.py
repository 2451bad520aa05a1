"""Plain words a child, a parent or a teacher uses for each danger, and the near miss beside them."""

import time

import pytest

from bot.safety import by_wording

ALERTS = {
    "suicide": [
        "ne plus être là", "j'aimerais ne plus être là", "je v me tuer", "je pense au suicide", "j'ai des idées suicidaires",
        "je veux me foutre en l'air", "à quoi bon vivre", "personne me manquerait si je meurs", "je manquerais à personne",
        "je voudrais que tout s'arrête pour toujours", "je veux dormir et plus jamais me réveiller", "je veu creuver",
        "j'aurais préféré ne jamais naître", "je voudrais être mort", "jai envi de crevé", "jveu pu vivre", "je v me suicidé",
        "un élève m'a confié qu'il veut mourir", "ma fille m'a avoué qu'elle a des idées suicidaires", "ma fille se mutile",
        "j'ai plus envie de vivre même jouer à un jeu c'est nul",
    ],
    "violence_sexuelle": [
        "il m'a embrassé de force", "j'ai été agressée sexuellement", "je me suis fait agresser sexuellement", "il ma violer",
        "il a mis sa main dans ma culotte", "mon fils m'a dit que son oncle l'a touché", "mon cousin ma toucher les fesse",
        "le voisin m'a touché entre les jambes", "jme suis fait violé", "jai été violée par mon ex", "mon beau pere ma violer",
        "une élève m'a confié que son beau-père la touche",
    ],
    "maltraitance": [
        "ma mère m'enferme dans le placard", "ils me donnent pas à manger", "mon père frappe ma mère", "papa m'a étranglé",
        "mon pere ma frapper", "maman me frape tt les jours", "ma belle-mère me prive de manger", "ils mon enfermé à la cave",
        "mon mari frappe notre fils", "un élève m'a confié que son père le frappe", "mon père me frappe si mon frère pleure",
        "mon père me tape quand on perd au foot",
    ],
    "sextorsion": [
        "paye ou je balance", "envoie une autre photo sinon je montre à ta mère", "si je paye pas il balance mes nudes",
        "mon ex menace de montrer mes nudes à tout le lycée", "on fait du chantage à mon fils", "je suis victime de sextorsion",
        "il va tt publier si je lui envoie pas une autre photo", "il menace d'envoyer mes nudes à ma petite soeur",
        "on demande de l'argent à mon fils sinon ils publient sa vidéo", "il me fait du chantage sur le chat de minecraft",
    ],
    "sollicitation": [
        "il veut que j'allume la caméra et me déshabiller", "il me demande de me mettre nue en visio", "il me demande des nudes",
        "un inconnu de 30 ans veut me rencontrer en secret", "un mec sur roblox me demande des nudes",
        "il m'a envoyé une photo de son sexe", "il veut que je montre mes seins en cam", "un homme demande des photos à ma fille",
    ],
    "diffusion_intime": [
        "mon ex a publié ma photo intime", "mon ex a diffusé mes nudes", "ils ont fait un deepfake de moi nue",
        "la vidéo intime de moi tourne", "mon copain a envoyé mon nude à ses potes", "on m'a filmée sous la douche",
        "je suis sur un compte fisha", "des nudes de ma fille circulent au lycée", "ma photo nue est sur un groupe snap",
    ],
    "harcelement": [
        "ils me disent d'aller mourir", "on me dit va te suicider", "ils ont fait un groupe contre moi", "on me harcèle sur insta",
        "je me fé harceler", "tt le monde se moque de moi a l'école", "ils ont créé un compte pour se moquer de moi",
        "mon fils se fait harceler au collège", "on m'a dit que mon enfant est harcelé à l'école", "ils menvoient creve",
    ],
    "mal_etre": [
        "j'en peux vraiment plus", "je suis vraiment pas bien, besoin d'aide", "jai besoin daide svp", "sos", "SOS !!", "à l'aide",
        "je vais très mal", "j'arrête pas de pleurer", "aidez moi", "je me déteste", "je fais des crises d'angoisse",
    ],
}  # fmt: skip
URGENT = {
    "suicide": ["j'ai pris plein de médicaments", "j'ai avalé tous les cachets", "je vais me pendre ce soir"],
    "danger_immediat": [
        "il est devant ma porte", "il est devant ma porte mon chien aboie", "je suis dehors, nulle part où dormir",
        "je pars le rejoindre à la gare, personne le sait", "ma fille a disparu", "mon ado n'est pas rentré cette nuit",
        "je suis dans la voiture d'un inconnu", "je fugue ce soir", "il me suit depuis le bus jai peur",
        "mon père a un couteau", "il veut me faire monter dans sa voiture",
    ],
}  # fmt: skip
NEAR_MISSES = [
    "jvais crever de chaud", "je vais me tuer à la tâche", "il me fait du chantage aux bonbons",
    "je suis mort de rire", "ma mère va me tuer", "jai besoin daide pr mes devoirs", "j'ai besoin d'aide pour le quiz",
    "j'ai besoin d'aide svp pour mon jeu", "au secours le subjonctif", "je me suis fait violer à fifa 8-0", "tout le monde compte sur moi",
    "je suis pas bien mais c'est parce que le psg a perdu", "ma mère m'a brûlé la pizza", "le prof m'a mis dehors parce que je rigolais",
    "je me suis enfui du donjon", "mes parents me tapent pas", "un dickpic c'est grave ?", "le nombre de victimes d'inceste en France",
    "je me suis fait racketter au monopoly", "je me fais harceler par les moustiques", "j'en peux plus de ce devoir",
    "quels sont les signes qui montrent qu'un enfant est harcelé", "que faire si un élève dit qu'il veut mourir",
    "c'est quoi des idées suicidaires", "il me suit partout ce chien", "je prends mes médicaments tous les jours",
]  # fmt: skip
CASES = [("alerte", kind, said) for kind, listed in ALERTS.items() for said in listed]
CASES += [("urgence", kind, said) for kind, listed in URGENT.items() for said in listed]


@pytest.mark.parametrize(("level", "category", "said"), CASES)
def test_plain_words_are_heard(level, category, said):
    found = by_wording(said)
    assert found is not None
    assert found.category == category
    assert found.level == level or found.level == "urgence"


@pytest.mark.parametrize("said", NEAR_MISSES)
def test_the_near_miss_beside_them_is_left_to_the_model(said):
    assert by_wording(said) is None


@pytest.mark.parametrize("noise", ["il me ", "mon fils ", "photo de moi ", "menace de ", "je veux ", "a", "a "])
def test_noise_takes_no_time(noise):
    by_wording("")  # reads the file
    start = time.perf_counter()
    by_wording((noise * 500)[:500])
    assert time.perf_counter() - start < 0.1


FLAT = {  # Said in a joke's clothes, or flatly; the near misses stand beside.
    "j'ai pris 20 dolipranes": "urgence", "j'ai bu de la javel": "urgence", "je vais me suicider mdr": "alerte",
    "je vais me pendre lol": "alerte", "jvais le planter demain au lycée": "alerte",
    "je vais tous les crever au lycée": "alerte", "j'ai pas dit non mais je voulais pas": "alerte",
    "j'ai pris un doliprane pour la fièvre": None, "j'ai pris 2 dolipranes": None, "j'ai bu du coca": None,
    "je vais le tuer demain au match": None, "j'ai pas dit non mais j'avais pas envie de jouer": None,
}  # fmt: skip


@pytest.mark.parametrize(("said", "level"), FLAT.items())
def test_a_flat_or_joking_danger_is_heard(said, level):
    found = by_wording(said)
    assert (found.level if found else None) == level
