"""content/fr becomes data, or one French sentence says which file to mend."""

from dataclasses import MISSING, fields
from pathlib import Path

import pytest
import yaml

from bot.content import ContentError, load
from bot.content.model import Line, Source, Support, Text

NEEDED = [
    "taxonomy.yml", "facts.yml", "sources.yml", "interface.yml", "widget.yml",
    "help/lines.yml", "help/support.yml", "help/routes.yml", "help/reporting.yml", "help/card.yml",
    "help/platforms.yml", "help/territories.yml", "help/follow_ups.yml", "help/guide.yml", "glossary.yml", "law.yml", "dossiers.yml", "fields.yml",
]  # fmt: skip


def set_at(*path):
    """A change that puts the last item of `path` at the place the others name."""

    def change(data):
        *way, last, value = path
        for key in way:
            data = data[key]
        data[last] = value

    return change


def drop_at(*path):
    def change(data):
        *way, last = path
        for key in way:
            data = data[key]
        del data[last]

    return change


@pytest.mark.parametrize("file", NEEDED)
def test_a_missing_file_is_named(folder: Path, file: str):
    (folder / file).unlink()
    with pytest.raises(ContentError, match=rf"{file} : fichier absent"):
        load(folder)


@pytest.mark.parametrize("file", [*NEEDED, "topics/grooming.yml"])
def test_unreadable_yaml_names_its_file(folder: Path, file: str):
    (folder / file).write_text("a: [1, 2\nb: }", encoding="utf-8")
    with pytest.raises(ContentError, match=rf"{file} : ligne 2, colonne \d+ : YAML illisible"):
        load(folder)


@pytest.mark.parametrize("file", ["help/lines.yml", "topics/grooming.yml", "taxonomy.yml"])
@pytest.mark.parametrize("written", ["", "- un\n- deux\n", "juste une phrase"])
def test_a_file_that_is_not_a_mapping_is_named(folder: Path, file: str, written: str):
    (folder / file).write_text(written, encoding="utf-8")
    with pytest.raises(ContentError, match=rf"{file} : une liste de « clé : valeur » est attendue"):
        load(folder)


UNKNOWN_PLACEHOLDERS = [
    ("topics/sextorsion.yml", ("intro", "8-10", "Appelle le {line.nulle_part}."), "{line.nulle_part}"),
    (
        "topics/sextorsion.yml",
        ("topics", "sextorsion_payer", "texts", "11-14", "text", "C'est {fact.inventé}."),
        "{fact.inventé}",
    ),
    (
        "topics/sextorsion.yml",
        ("topics", "sextorsion_payer", "texts", "11-14", "action", "{hours.jamais}"),
        "{hours.jamais}",
    ),
    ("help/support.yml", ("suicide", "self", "8-10", "step", "Appelle {line.xyz}"), "{line.xyz}"),
    ("help/reporting.yml", ("pharos", "takes", "Voir {line.xyz}"), "{line.xyz}"),
    ("help/card.yml", ("open_always", "Voir {line.xyz}"), "{line.xyz}"),
    ("interface.yml", ("landing", "heading", "Voir {line.xyz}"), "{line.xyz}"),
]


@pytest.mark.parametrize(("file", "path", "placeholder"), UNKNOWN_PLACEHOLDERS)
def test_an_unknown_placeholder_is_named_with_its_file(rewrite, file, path, placeholder):
    folder = rewrite(file, set_at(*path))
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert file in str(caught.value)
    assert placeholder in str(caught.value)
    assert "n'existe pas" in str(caught.value)


def test_placeholders_are_filled_from_the_lines_and_the_facts(rewrite):
    said = "Le {line.e_enfance} ouvre {hours.e_enfance} : {fact.peine_vie_privee}."
    folder = rewrite("topics/grooming.yml", set_at("intro", "parent", said))
    filled = load(folder).themes["grooming"].intro["parent"]
    assert filled.startswith("Le 3018 ouvre tous les jours de 9\u00a0h à 23\u00a0h")
    assert "un an de prison et 45\u202f000\u00a0euros d’amende" in filled


SAY = ("suicide", "self", "8-10")
FAKE = ("topics", "faux_profil")
BAD = [
    ("help/lines.yml", set_at("police", "colour", "bleu"), "police : champ inconnu « colour »"),
    ("help/lines.yml", drop_at("police", "price"), "police : champ manquant « price »"),
    (
        "help/lines.yml",
        set_at("police", "emergency", "oui"),
        "police, emergency : true ou false est attendu, et non « oui »",
    ),
    (
        "help/lines.yml",
        set_at("police", "site", "www.police.fr"),
        "police, site : « www.police.fr » n'est pas une adresse",
    ),
    (
        "help/lines.yml",
        set_at("police", "territory", "de"),
        "police, territory : « de » n'est pas un choix : fr, nc, pf, be",
    ),
    ("help/lines.yml", set_at("police", "status", "closed"), "police, status : « closed » n'est pas un choix"),
    (
        "help/lines.yml",
        set_at("police", "recheck_by", "demain"),
        "police, recheck_by : une date AAAA-MM-JJ est attendue, et non « demain »",
    ),
    (
        "help/lines.yml",
        set_at("police", "why", "Parce que."),
        "police, why : des « clé : valeur » sont attendus, et non « Parce que. »",
    ),
    (
        "help/lines.yml",
        set_at("police", "why", {"child": "Oui.", "adult": "Non.", "baby": "Non."}),
        "police, why : « baby » n'est pas un choix",
    ),
    ("sources.yml", set_at("a1", "author", "moi"), "a1 : champ inconnu « author »"),
    ("sources.yml", drop_at("a1", "url"), "a1 : champ manquant « url »"),
    ("help/support.yml", set_at(*SAY, "joke", "non"), "suicide, self, 8-10 : champ inconnu « joke »"),
    ("help/support.yml", drop_at(*SAY, "step"), "suicide, self, 8-10 : champ manquant « step »"),
    ("help/support.yml", set_at(*SAY, "step", "  "), "suicide, self, 8-10, step : ce texte est vide"),
    (
        "topics/grooming.yml",
        set_at(*FAKE, "texts", "parent", "colour", "bleu"),
        "faux_profil, parent : champ inconnu « colour »",
    ),
    ("topics/grooming.yml", drop_at(*FAKE, "texts", "parent", "text"), "faux_profil, parent : champ manquant « text »"),
    (
        "topics/grooming.yml",
        set_at(*FAKE, "texts", "parent", ["un"]),
        "faux_profil, parent : des « champ : valeur » sont attendus",
    ),
    ("topics/grooming.yml", drop_at(*FAKE, "button"), "faux_profil : champ manquant « button »"),
    ("topics/grooming.yml", set_at(*FAKE, "button", "b" * 43), "faux_profil, button : 43 caractères, 42 au plus"),
    (
        "topics/grooming.yml",
        set_at(*FAKE, "button_adult", "b" * 49),
        "faux_profil, button_adult : 49 caractères, 48 au plus",
    ),
    (
        "help/reporting.yml",
        set_at("pharos", "cases", "takes", ["aliens"]),
        "pharos, cases, takes : « aliens » n'est pas un choix",
    ),
    ("law.yml", set_at("consentement", "teen", "verdict", "x"), "consentement, teen : champ inconnu « verdict »"),
    ("help/platforms.yml", drop_at("apps", "snapchat", "report"), "apps, snapchat : champ manquant « report »"),
    ("taxonomy.yml", drop_at("risk_levels"), "champ manquant « risk_levels »"),
]


@pytest.mark.parametrize(("file", "change", "said"), BAD, ids=lambda value: str(value)[:40])
def test_a_fault_of_shape_is_named_with_its_place(rewrite, file, change, said):
    folder = rewrite(file, change)
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert f"{file} : {said}" in str(caught.value)
    assert len(caught.value.problems) == 1


def days(*spans):
    return [{"days": ["mon", "tue"], "from": start, "to": end} for start, end in spans]


BAD_HOURS = [
    (
        {"phone": days(("09:00", "12:00"), ("11:00", "18:00"))},
        "lundi : les plages 09:00-12:00 et 11:00-18:00 se chevauchent",
    ),
    ({"phone": days(("20:00", "02:00"))}, "la plage 20:00-02:00 passe minuit : écris-en deux"),
    ({"phone": days(("09:00", "09:00"))}, "passe minuit"),
    ({"phone": days(("25:00", "26:00"))}, "heure impossible « 25:00 »"),
    ({"phone": days((540, "18:00"))}, "heure « 540 » : mets-la entre guillemets"),
    ({"phone": [{"days": ["lundi"], "from": "09:00", "to": "18:00"}]}, "jour inconnu"),
    ({"phone": [{"days": ["mon"], "from": "09:00"}]}, "une plage s'écrit"),
    ({"phone": "toujours"}, "« always », « unknown » ou une liste"),
    ({"fax": "always"}, "canal inconnu"),
]


@pytest.mark.parametrize(("hours", "said"), BAD_HOURS, ids=lambda value: str(value)[:40])
def test_impossible_hours_are_named(rewrite, hours, said):
    folder = rewrite("help/lines.yml", set_at("e_enfance", "hours", hours))
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert "help/lines.yml : e_enfance, hours, " in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize("hours", [days(("09:00", "12:00"), ("12:00", "18:00")), days(("20:00", "24:00")), "always"])
def test_hours_that_touch_or_end_at_midnight_are_allowed(rewrite, hours):
    load(rewrite("help/lines.yml", set_at("e_enfance", "hours", {"phone": hours})))


SLIPS = [  # as a writer types them: (text added to facts.yml, what is said)
    ("peine_vie_privee:\n  say: x\n", "« peine_vie_privee » est écrit deux fois"),
    ("un_fait:\n  say: a\n  say: b\n", "« say » est écrit deux fois"),
    ("un_fait:\n  checked_on: 2026-02-30\n", "la date « 2026-02-30 » n'existe pas"),
    ("un_fait:\n  say: Attention : danger\n", "un « : » de trop ; mets le texte entre guillemets"),
    ("un_fait:\n\tsay: x\n", "une tabulation"),
    ('un_fait:\n  say: "jamais fini\n', "un guillemet ouvert n'est pas fermé"),
    ("un_fait:\n  say: x\n source: y\n", "le retrait de cette ligne n'est pas celui de ses voisines"),
    ("un_fait: {say: x\n", "manque"),
    ("un_fait:\n  say: *bonjour\n", "mets le texte entre guillemets"),
]


@pytest.mark.parametrize(("typed", "said"), SLIPS, ids=lambda value: value[:30])
def test_a_slip_of_writing_is_said_in_french_with_its_line(folder, typed, said):
    path = folder / "facts.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.rstrip() + "\n" + typed, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    (slip,) = [one for one in caught.value.problems if said in one.message]
    line = int(slip.place.split()[1].strip(","))
    assert before.rstrip().count("\n") < line - 1 <= before.rstrip().count("\n") + 1 + typed.count("\n")


def test_a_file_that_is_not_text_is_named(folder):
    (folder / "facts.yml").write_bytes(b"say: \xff\xfe")
    with pytest.raises(ContentError, match=r"facts.yml : fichier illisible"):
        load(folder)


def test_every_fault_of_every_file_is_told_at_once(rewrite):
    rewrite("help/lines.yml", drop_at("police", "price"))
    rewrite("help/lines.yml", set_at("samu", "colour", "rouge"))
    folder = rewrite("topics/grooming.yml", drop_at(*FAKE, "button"))
    (folder / "law.yml").write_text("a: [", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert [one.file for one in caught.value.problems] == [
        "law.yml",
        "help/lines.yml",
        "help/lines.yml",
        "topics/grooming.yml",
    ]


@pytest.mark.parametrize(
    ("described", "kind"), [("line", Line), ("source", Source), ("support", Support), ("text", Text)]
)
def test_the_documented_fields_are_those_that_are_read(folder: Path, described: str, kind: type):
    documented = yaml.safe_load((folder / "fields.yml").read_text(encoding="utf-8"))[described]
    assert set(documented) == {field.name for field in fields(kind)} - {"id"}


def test_the_documented_required_fields_of_a_line_are_those_that_are_required(folder: Path):
    documented = yaml.safe_load((folder / "fields.yml").read_text(encoding="utf-8"))["line"]
    required = {one.name for one in fields(Line) if one.default is MISSING and one.default_factory is MISSING}
    assert {name for name, field in documented.items() if field["required"]} == required - {"id"}


def test_a_link_is_not_made_typographic(content):
    assert all("\u00a0" not in (line.site or "") and "’" not in (line.site or "") for line in content.lines.values())


def test_no_placeholder_is_left_in_the_texts(content):
    for topic in content.topics.values():
        for text in topic.texts.values():
            assert "{" not in "".join(part or "" for part in (text.text, text.action, text.simpler, text.details))


def test_loading_twice_gives_the_same_words(folder: Path):
    assert load(folder) is load(folder)
