"""Each rule of `balise check` sees its breach, names the file and the place, and lets the real words pass."""

from datetime import date

import pytest

from bot.content import check, check_folder, load
from bot.content.check import RULES
from bot.content.files import read_all
from bot.content.load import build

TEXT = ("topics", "faux_profil", "texts", "8-10")


def put(*path):
    *way, last, value = path

    def change(data):
        for key in way:
            data = data[key]
        data[last] = value

    return change


def drop(*path):
    *way, last = path

    def change(data):
        for key in way:
            data = data[key]
        del data[last]

    return change


def add(*path):
    *way, value = path

    def change(data):
        for key in way:
            data = data[key]
        data.append(value)

    return change


def no_night(lines):
    for line in lines.values():
        if not line["emergency"] and line["hours"].get("phone") == "always":
            line["status"] = "withdrawn"


G = "topics/grooming.yml"
# rule, file, what is broken, the file, place and message of the problem it makes
BREACHES = [
    ("every_theme_has_a_short_text_for_everyone", G, drop("intro", "parent"), G, "intro", "aucun texte court pour « parent »"),
    ("every_topic_speaks_to_every_audience", G, drop(*TEXT), G, "faux_profil", "aucun texte pour « 8-10 »"),
    ("every_topic_speaks_to_every_audience", G, drop("topics", "faux_profil"), "topics/", "faux_profil", "sans entrée"),
    ("every_topic_is_in_the_taxonomy", "taxonomy.yml", drop("topics", "grooming", "faux_profil"), G, "faux_profil", "inconnu"),
    ("follow_ups_exist", G, put(*TEXT, "next", ["pas_ma_faute"]), G, "faux_profil, 8-10", "1 suites, il en faut 2 à 4"),
    ("follow_ups_exist", G, put(*TEXT, "next", ["pas_ma_faute", "nulle_part"]), G, "faux_profil, 8-10", "« nulle_part » inconnue"),
    ("follow_ups_exist", G, put(*TEXT, "next", ["pas_ma_faute", "edu_seance"]), G, "faux_profil, 8-10", "sans texte pour « 8-10 »"),
    ("facts_have_sources", G, put(*TEXT, "sources", []), G, "faux_profil, 8-10", "aucune source"),
    ("facts_have_sources", G, put(*TEXT, "sources", ["zz"]), G, "faux_profil, 8-10", "« zz » absente de sources.yml"),
    ("facts_have_sources", "help/lines.yml", put("police", "source", "zz"), "help/lines.yml", "police", "« zz » absente"),
    ("facts_have_sources", "facts.yml", put("peine_vie_privee", "source", "zz"), "facts.yml", "peine_vie_privee", "« zz » absente"),
    ("sentences_are_short", G, put(*TEXT, "simpler", "mot " * 13 + "."), G, "faux_profil, 8-10", "phrase de 13 mots, 12"),
    ("texts_fit_the_screen", G, put(*TEXT, "text", "Un mot. " * 40), G, "faux_profil, 8-10", "mots (texte et action), 65"),
    ("sentences_are_short", "glossary.yml", put("grooming", "say", "8-10", "mot " * 13), "glossary.yml", "grooming, 8-10", "phrase de 13 mots"),
    ("sentences_are_short", "law.yml", put("consentement", "teen", "rights", "mot " * 17), "law.yml", "consentement, 11-14", "phrase de 17 mots"),
    ("sentences_are_short", "interface.yml", put("thread", "child", "mot " * 13), "interface.yml", "thread, child", "phrase de 13 mots"),
    (
        "sentences_are_short", "help/support.yml", put("suicide", "self", "8-10", "step", "mot " * 13),
        "help/support.yml", "suicide, self, 8-10", "phrase de 13 mots",
    ),
    ("words_are_allowed", G, put(*TEXT, "text", "Les ami·es jouent."), G, "faux_profil, 8-10", "point médian"),
    ("words_are_allowed", G, put(*TEXT, "details", "Ne parle pas de sexe."), G, "faux_profil, 8-10", "mot interdit pour 8-10"),
    ("words_are_allowed", G, put(*TEXT, "text", "Je te promets."), G, "faux_profil, 8-10", "tournure interdite"),
    ("words_are_allowed", G, put(*TEXT, "text", "Tout ira bien, promis, croix de bois."), G, "faux_profil, 8-10", "tournure interdite"),
    ("words_are_allowed", G, put(*TEXT, "text", "Tu as commis un délit."), G, "faux_profil, 8-10", "tournure interdite"),
    ("words_are_allowed", "law.yml", put("consentement", "child", "Le sexe."), "law.yml", "consentement, 8-10", "mot interdit pour 8-10"),
    ("words_are_allowed", G, put(*TEXT, "text", "Tu aurais dû le dire."), G, "faux_profil, 8-10", "tournure interdite"),
    ("figures_live_in_one_file", G, put(*TEXT, "text", "C'est vrai pour 37 % des enfants."), G, "faux_profil, 8-10", "« 37 % »"),
    ("figures_live_in_one_file", "law.yml", put("consentement", "teen", "rights", "Sept ans de prison."), "law.yml", "consentement, teen", "« ans de prison »"),
    ("each_text_has_one_thing_to_do", G, put(*TEXT, "action", ""), G, "faux_profil, 8-10", "l'action manque"),
    ("leaflets_are_reachable", "law.yml", put("consentement", "topics", ["nulle_part"]), "law.yml", "consentement", "« nulle_part » inconnu"),
    ("leaflets_are_reachable", "dossiers.yml", put("cameleon", "next", ["nulle_part"]), "dossiers.yml", "cameleon", "« nulle_part » inconnue"),
    ("leaflets_are_reachable", "dossiers.yml", drop("cameleon", "texts", "parent"), "dossiers.yml", "cameleon", "aucun texte pour « parent »"),
    ("words_are_explained_to_everyone", "glossary.yml", drop("grooming", "say", "8-10"), "glossary.yml", "grooming", "aucune explication pour « 8-10 »"),
    ("words_are_explained_to_everyone", "glossary.yml", put("grooming", "topic", "zz"), "glossary.yml", "grooming", "« zz » inconnu"),
    ("words_are_explained_to_everyone", "glossary.yml", add("grooming", "forms", "chantage"), "glossary.yml", "", "« chantage » est déjà une forme"),
    ("facts_have_sources", "law.yml", put("consentement", "sources", ["zz"]), "law.yml", "consentement", "« zz » absente"),
    ("facts_have_sources", "help/platforms.yml", put("apps", "snapchat", "source", "zz"), "help/platforms.yml", "snapchat", "« zz » absente"),
    ("facts_have_sources", "help/reporting.yml", put("pharos", "source", "zz"), "help/reporting.yml", "pharos", "« zz » absente"),
    ("nothing_rests_on_memory", "facts.yml", put("peine_vie_privee", "confidence", "memory"), "facts.yml", "peine_vie_privee", "connu de mémoire"),
    ("nothing_rests_on_memory", "help/lines.yml", put("police", "confidence", "memory"), "help/lines.yml", "police", "connu de mémoire"),
    ("dates_follow_each_other", "facts.yml", put("peine_vie_privee", "recheck_by", date(2026, 1, 1)), "facts.yml", "peine_vie_privee", "doit venir après"),
    ("a_line_can_be_reached", "help/lines.yml", drop("prevention_suicide", "tel"), "help/lines.yml", "prevention_suicide", "horaires « phone » sans adresse"),
    ("every_case_is_taken_or_refused", "help/reporting.yml", put("pharos", "cases", "takes", []), "help/reporting.yml", "pharos", "cas « public »"),
    ("every_case_is_taken_or_refused", "help/reporting.yml", add("pharos", "cases", "takes", "emergency"), "help/reporting.yml", "pharos", "cas « emergency »"),
    ("withdrawn_lines_are_not_named", G, put(*TEXT, "text", "Appelle le {line.ancien_3020}."), G, "faux_profil, 8-10", "« ancien_3020 » est retirée"),
    ("every_territory_has_somebody", "help/territories.yml", drop("ca"), "help/territories.yml", "ca", "absent d'ici"),
    ("every_territory_has_somebody", "help/territories.yml", put("ca", "lines", ["police"]), "help/territories.yml", "ca", "« police » inconnue dans ce lieu"),
    ("every_territory_has_somebody", "help/territories.yml", put("ca", "urgent", []), "help/territories.yml", "ca", "aucun service d'urgence"),
    ("a_line_is_left_day_and_night", "help/lines.yml", no_night, "help/lines.yml", "", "plus aucune ligne ouverte jour et nuit"),
    ("children_can_ask_for_less_and_more", G, drop(*TEXT, "simpler"), G, "faux_profil, 8-10", "« Plus simple » manque"),
    ("children_can_ask_for_less_and_more", G, drop(*TEXT, "details"), G, "faux_profil, 8-10", "« Plus de détails » manque"),
    ("every_trouble_has_its_reply", "help/support.yml", drop("suicide", "third", "parent"), "help/support.yml", "suicide, third", "« parent »"),
    ("every_trouble_has_its_reply", "help/support.yml", drop("suicide"), "help/support.yml", "suicide, self", "« 8-10 »"),
    ("every_route_ends_at_an_open_line", "help/routes.yml", drop("suicide"), "help/routes.yml", "suicide, parent", "aucune orientation"),
    ("every_route_ends_at_an_open_line", "help/routes.yml", add("suicide", "parent", "second", "zz"), "help/routes.yml", "suicide, parent", "« zz » inconnue"),
    (
        "every_route_ends_at_an_open_line", "help/routes.yml", put("sextorsion", "child", "lines", ["e_enfance"]),
        "help/routes.yml", "sextorsion, child", "aucune ligne toujours ouverte à « 8-10 »",
    ),
    (
        "every_route_ends_at_an_open_line", "help/lines.yml", put("enfance_en_danger", "status", "withdrawn"),
        "help/routes.yml", "sextorsion, child", "aucune ligne toujours ouverte",
    ),
    ("numbers_live_in_one_file", G, put(*TEXT, "text", "Appelle le 3018."), G, "faux_profil, 8-10, text", "« 3018 »"),
    ("numbers_live_in_one_file", G, put("intro", "parent", "Le 0 800 235 236 aide."), G, "", "« 0 800 235 236 »"),
    ("numbers_live_in_one_file", "interface.yml", put("landing", "heading", "Le 119"), "interface.yml", "landing, heading", "« 119 »"),
    ("numbers_live_in_one_file", "help/support.yml", put("suicide", "self", "8-10", "step", "Fais le 3114"), "help/support.yml", "suicide", "« 3114 »"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "file", "breach", "named", "place", "said"), BREACHES, ids=lambda v: str(v)[:40])
def test_a_breach_is_seen_where_it_is(rewrite, rule, file, breach, named, place, said):
    broken = build(read_all(rewrite(file, breach))[0])  # whatever the schema says before
    found = [problem for one in RULES if one.__name__ == rule for problem in one(broken)]
    assert any(problem.file == named and place in problem.place and said in problem.message for problem in found), found


def test_every_rule_has_its_breach_above():
    assert {breach[0] for breach in BREACHES} == {rule.__name__ for rule in RULES}


def test_a_theme_without_its_file_is_seen(folder):
    (folder / "topics" / "engagement.yml").unlink()
    found = [str(problem) for problem in check(load(folder))]
    assert any(one.startswith("topics/engagement.yml : engagement : fichier absent") for one in found)


def test_the_real_words_have_no_problem(content):
    assert [str(problem) for problem in check(content)] == []


NEAR_MISSES = [
    put(*TEXT, "text", "Elle dit : « Tu aurais dû le dire. » Elle a tort."),
    put(*TEXT, "text", "En 2024, une loi est arrivée."),
    put(*TEXT, "text", "Le 3 mars 2018, ils étaient 118."),
    put(*TEXT, "text", "En 2019, 31140 élèves ont répondu."),
    put(*TEXT, "text", "Compromis, malgré tout."),
    put(*TEXT, "text", "Il est parti. Les amis sont là."),
]


@pytest.mark.parametrize("change", NEAR_MISSES)
def test_what_only_looks_like_a_breach_is_allowed(rewrite, change):
    assert [str(problem) for problem in check(load(rewrite(G, change)))] == []


def test_every_breach_is_told_at_once(rewrite):
    rewrite(G, put(*TEXT, "text", "Appelle le 3018, c'est du sexe et c'est légal."))
    folder = rewrite("help/support.yml", drop("suicide"))
    assert {problem.file for problem in check(load(folder))} == {G, "help/support.yml"}


def test_a_problem_reads_as_one_line(rewrite):
    (problem,) = check(load(rewrite(G, drop(*TEXT, "simpler"))))
    assert str(problem) == "topics/grooming.yml : faux_profil, 8-10 : « Plus simple » manque"


DUE = [
    ("help/lines.yml", ("e_enfance",), "e_enfance"),
    ("facts.yml", ("peine_vie_privee",), "peine_vie_privee"),
    ("law.yml", ("consentement",), "consentement"),
    ("dossiers.yml", ("cameleon",), "cameleon"),
    ("help/platforms.yml", ("apps", "snapchat"), "snapchat"),
    ("help/reporting.yml", ("pharos",), "pharos"),
]


@pytest.mark.parametrize(("file", "path", "place"), DUE, ids=lambda value: str(value)[:30])
def test_what_is_past_its_recheck_date_is_due_that_day_and_not_before(rewrite, file, path, place):
    folder = rewrite(file, put(*path, "recheck_by", date(2026, 12, 1)))
    assert check_folder(folder, as_of=date(2026, 12, 1)) == []
    (due,) = check_folder(folder, as_of=date(2026, 12, 2))
    assert (due.file, due.place) == (file, place)
    assert due.message == "à revérifier depuis le 01/12/2026 : retiré du service"


def test_a_withdrawn_line_is_never_due(folder):
    assert "ancien_3020" not in [problem.place for problem in check_folder(folder, as_of=date(2099, 1, 1))]


def test_a_day_when_no_line_would_be_left_at_night_is_refused(folder):
    said = [str(problem) for problem in check_folder(folder, as_of=date(2099, 1, 1))]
    assert any("plus aucune ligne ouverte jour et nuit pour « 8-10 »" in one for one in said)


def test_without_a_date_nothing_depends_on_today(folder, content):
    assert check_folder(folder) == check(content) == []
