"""The YAML files of `content/fr` as plain data, with every fault of writing said in French, and its line."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.content.problem import Problem

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FILES = (
    "taxonomy.yml", "facts.yml", "sources.yml", "interface.yml", "fields.yml", "glossary.yml", "law.yml",
    "dossiers.yml", "help/lines.yml", "help/support.yml", "help/routes.yml", "help/reporting.yml", "help/card.yml",
    "help/platforms.yml", "help/territories.yml", "help/follow_ups.yml", "help/guide.yml",
    "widget.yml",
)  # fmt: skip
# What YAML says in English when a writer slips, and what to do about it.
_ADVICE = {
    "mapping values are not allowed": "un « : » de trop ; mets le texte entre guillemets droits",
    "found character '\\t'": "une tabulation ; remplace-la par des espaces",
    "cannot start any token": "une tabulation ou un signe qui ne peut pas commencer ici ; mets des guillemets",
    "found unexpected end of stream": "un guillemet ouvert n'est pas fermé",
    "could not find expected ':'": "il manque un « : » après un nom de champ, ou le retrait n'est pas le bon",
    "expected <block end>": "le retrait de cette ligne n'est pas celui de ses voisines",
    "did not find expected key": "le retrait de cette ligne n'est pas celui de ses voisines, ou un guillemet manque",
    "did not find expected": "un crochet, une accolade ou une virgule manque",
    "undefined alias": "un « * » au début ; mets le texte entre guillemets droits",
}


class _Loader(_Safe):
    """A safe loader that notes a key written twice and an impossible date, and goes on."""

    def __init__(self, stream: Any) -> None:
        super().__init__(stream)
        self.faults: list[tuple[int, str]] = []

    def construct_mapping(self, node: Any, deep: bool = False) -> dict:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.faults.append((_line(key), "commence par une accolade ou un crochet : mets des guillemets"))
                return {}
            if key.value in seen:
                self.faults.append((_line(key), f"« {key.value} » est écrit deux fois ; garde une seule entrée"))
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)

    def date_or_fault(self, node: Any) -> date | str:
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            self.faults.append((_line(node), f"la date « {node.value} » n'existe pas"))
            return date.min


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.date_or_fault)


def read_all(folder: Path) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Every file below `folder` by its name ("help/lines.yml"), and what could not be read."""
    found, problems = {}, []
    names = [*FILES, *(f"topics/{path.name}" for path in sorted((folder / "topics").glob("*.yml")))]
    for name in names:
        found[name], faults = read(folder / name)
        problems += [Problem(name, place, message) for place, message in faults]
    return found, problems


def read(path: Path) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """What one file holds (nothing where it cannot be read) and its faults as (place, message)."""
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, [("", "fichier absent")]
    except UnicodeDecodeError:
        return {}, [("", "fichier illisible : enregistre-le en UTF-8")]
    except yaml.YAMLError as error:
        return {}, [_fault(error)]
    try:
        data = loader.get_single_data()
    except yaml.YAMLError as error:
        return {}, [_fault(error)]
    finally:
        loader.dispose()
    faults = [(f"ligne {line}", message) for line, message in loader.faults]
    if not isinstance(data, dict):
        return {}, [*faults, ("", "une liste de « clé : valeur » est attendue")]
    return data, faults


def _fault(error: yaml.YAMLError) -> tuple[str, str]:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or str(error).splitlines()[0]
    advice = next((words for start, words in _ADVICE.items() if start in said), said)
    return (f"ligne {mark.line + 1}, colonne {mark.column + 1}" if mark else ""), f"YAML illisible : {advice}"


def _line(node: Any) -> int:
    return node.start_mark.line + 1
