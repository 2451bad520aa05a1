"""Does each file have the shape that `fields.yml` documents? Every fault at once, with its place and what to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.content.hours_shape import hours_faults
from bot.content.problem import Problem

_TYPES: dict[str, Any] = {
    "str": str, "text": str, "url": str, "date": date, "bool": bool, "list": list, "map": dict, "hours": dict,
}  # fmt: skip
_WANTED = {
    "str": "un texte", "text": "un texte", "url": "une adresse", "date": "une date AAAA-MM-JJ", "bool": "true ou false",
    "list": "une liste", "map": "des « clé : valeur »", "hours": "des horaires par canal",
}  # fmt: skip
_SEE = "voir fields.yml"


@dataclass(frozen=True)
class _Place:
    file: str
    path: tuple[str, ...] = ()

    def __truediv__(self, key: object) -> "_Place":
        return _Place(self.file, (*self.path, str(key)))

    def problem(self, message: str) -> Problem:
        return Problem(self.file, ", ".join(one for one in self.path if one not in ("topics", "texts")), message)


def shape_faults(files: Mapping[str, Mapping[str, Any]]) -> list[Problem]:
    """What in `files` (by name, as read) is not as the "fields.yml" among them says. Empty files are left alone."""
    fields = files["fields.yml"]
    shapes = fields.get("files", {})
    found: list[Problem] = []
    for name, data in files.items():
        shape = shapes.get("topics/*.yml" if name.startswith("topics/") else name)
        if data and shape:
            found += _Shapes(fields).file(name, data, shape)
    return found


class _Shapes:
    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields

    def file(self, name: str, data: Mapping[str, Any], shape: Mapping[str, Any]) -> Iterator[Problem]:
        if "is" in shape:
            yield from self.section(_Place(name), data, shape["is"])
        for id, entry in data.items() if "each" in shape else ():
            yield from self.section(_Place(name) / id, entry, shape["each"])
        if "paths" in shape:
            yield from self.sentences(_Place(name), data, self._fields["paths"][shape["paths"]])

    def sentences(self, place: _Place, data: Any, wanted: Mapping[str, Any] | list[Any] | None) -> Iterator[Problem]:
        """The sentences that `data` must hold: `wanted` names them, as a tree whose leaves are null.

        A list in the tree holds one tree, which each item of the list in `data` obeys.
        """
        if isinstance(wanted, list):
            if not isinstance(data, list) or not data:
                yield place.problem("une liste est attendue")
                return
            for number, one in enumerate(data):
                yield from self.sentences(place / str(number), one, wanted[0])
        elif wanted is None:
            if not isinstance(data, str) or not data.strip():
                yield place.problem("un texte est attendu")
        elif not isinstance(data, dict):
            yield place.problem("des « clé : valeur » sont attendus")
        else:
            for key, inside in wanted.items():
                if key not in data:
                    yield (place / key).problem("ce texte manque : la page en a besoin")
                else:
                    yield from self.sentences(place / key, data[key], inside)

    def section(self, place: _Place, data: Any, name: str) -> Iterator[Problem]:
        """The faults of one entry, whose fields are those of the section `name`."""
        if not isinstance(data, dict):
            yield place.problem(f"des « champ : valeur » sont attendus ; {_SEE} ({name})")
            return
        allowed = self._fields[name]
        for key in data:
            if key not in allowed:
                yield place.problem(f"champ inconnu « {key} » ; {_SEE} ({name})")
        for key, field in allowed.items():
            if data.get(key) is None:
                if field["required"]:
                    yield place.problem(f"champ manquant « {key} » ; {_SEE} ({name})")
            else:
                yield from self.value(place / key, data[key], field)

    def value(self, place: _Place, value: Any, field: Mapping[str, Any]) -> Iterator[Problem]:
        kind = field["kind"]
        if not isinstance(value, _TYPES[kind]) or isinstance(value, datetime):
            written = f", et non « {value} »" if isinstance(value, (str, int, float)) else ""
            wanted = _WANTED[kind]
            feminine = "e" if wanted.startswith("une") else ""
            verb = "sont attendus" if wanted.startswith("des") else f"est attendu{feminine}"
            yield place.problem(f"{wanted} {verb}{written}")
            return
        if kind in ("str", "text", "url") and not value.strip() and not field.get("empty"):
            yield place.problem("ce texte est vide")
        if kind == "url" and not value.startswith(("https://", "http://")):
            yield place.problem(f"« {value} » n'est pas une adresse : elle commence par https://")
        if "longest" in field and len(value) > field["longest"]:
            yield place.problem(f"{len(value)} caractères, {field['longest']} au plus")
        if kind == "hours":
            for channel, message in hours_faults(value):
                yield (place / channel).problem(message)
        yield from self._values(place, value, field)

    def _values(self, place: _Place, value: Any, field: Mapping[str, Any]) -> Iterator[Problem]:
        choices = self._list(field.get("choices"))
        for one in (value if isinstance(value, list) else [value]) if choices else ():
            if one not in choices:
                yield place.problem(f"« {one} » n'est pas un choix : {', '.join(choices)}")
        keys = self._list(field.get("keys"))
        for key in value if keys else ():
            if key not in keys:
                yield place.problem(f"« {key} » n'est pas un choix : {', '.join(keys)}")
        for key in keys if field.get("complete") else ():
            if key not in value:
                yield place.problem(f"aucun texte pour « {key} »")
        if field["kind"] == "map" and "of" not in field and keys:
            for key, said in value.items():
                if not isinstance(said, str) or not said.strip():
                    yield (place / key).problem("un texte est attendu")
        if "is" in field:
            yield from self.section(place, value, field["is"])
        for key, entry in value.items() if "of" in field else ():
            yield from self.section(place / key, entry, field["of"])

    def _list(self, named: Any) -> list[str]:
        return self._fields["values"][named] if isinstance(named, str) else named or []
