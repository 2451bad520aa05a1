"""content/fr becomes data, or one French sentence says which file to mend."""

from dataclasses import MISSING, fields
from pathlib import Path

import pytest
import yaml

from bot.content import ContentError, load
from bot.content.model import Line, Source, Support, Text

NEEDED = [
    "taxonomy.yml", "facts.yml", "sources.yml", "interface.yml",
    "help/lines.yml", "help/support.yml", "help/routes.yml", "help/reporting.yml", "help/card.yml",
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
    with pytest.raises(ContentError, match=rf"{file} : YAML illisible"):
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


BAD_FIELDS = [
    ("help/lines.yml", set_at("police", "colour", "bleu"), ["help/lines.yml, police", "champ inconnu", "colour"]),
    ("help/lines.yml", drop_at("police", "price"), ["help/lines.yml, police", "champ manquant", "price"]),
    ("sources.yml", set_at("a1", "author", "moi"), ["sources.yml, a1", "champ inconnu", "author"]),
    ("sources.yml", drop_at("a1", "url"), ["sources.yml, a1", "champ manquant", "url"]),
    ("help/support.yml", set_at("suicide", "self", "8-10", "joke", "non"), ["help/support.yml, suicide, self, 8-10", "joke"]),
    ("help/support.yml", drop_at("suicide", "self", "8-10", "step"), ["help/support.yml, suicide, self, 8-10", "step"]),
    (
        "topics/grooming.yml", set_at("topics", "faux_profil", "texts", "parent", "colour", "bleu"),
        ["topics/grooming.yml, faux_profil, parent", "champ inconnu", "colour"],
    ),
    (
        "topics/grooming.yml", drop_at("topics", "faux_profil", "texts", "parent", "text"),
        ["topics/grooming.yml, faux_profil, parent", "champ manquant", "text"],
    ),
    ("topics/grooming.yml", drop_at("topics", "faux_profil", "button"), ["topics/grooming.yml, faux_profil", "button"]),
    ("taxonomy.yml", drop_at("risk_levels"), ["taxonomy.yml", "risk_levels"]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "change", "said"), BAD_FIELDS, ids=lambda value: str(value)[:40])
def test_an_unknown_or_missing_field_is_named_with_its_place(rewrite, file, change, said):
    folder = rewrite(file, change)
    with pytest.raises(ContentError) as caught:
        load(folder)
    for words in said:
        assert words in str(caught.value)


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
