"""`balise preview`: what is said of a subject, the five voices side by side, for whoever writes or proof-reads."""

import argparse
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from pathlib import Path

from bot import content as words
from bot.content import AUDIENCES, Content
from bot.settings import read_settings

_NARROWEST, _GAP = 24, 2  # characters of a column, and between two
_SUPPORT = ("believe", "step", "urgent_step", "sentence", "vigilance")
_PARTS = {"text": "", "action": "À faire", "simpler": "Plus simple", "details": "Plus de détails"}


@dataclass(frozen=True)
class Sheet:
    """Everything said of one subject: its title, and by audience a list of (label, text)."""

    id: str
    title: str
    voices: dict[str, list[tuple[str, str]]]


def add_to(commands) -> None:
    parser = commands.add_parser("preview", help="relire un sujet, une fiche ou un mot, les cinq voix côte à côte")
    parser.add_argument("subject", nargs="?", metavar="SUJET", help="mot_de_passe, law.consentement, word.grooming…")
    parser.add_argument("--html", type=Path, metavar="FICHIER", help="écrire tout le catalogue en une page à relire")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    content = words.load(read_settings().content)
    sheets = {sheet.id: sheet for sheet in catalogue(content)}
    if options.html:
        options.html.write_text(page(content, list(sheets.values())), encoding="utf-8")
        print(f"{len(sheets)} sujets, fiches et mots dans {options.html}")
        return 0
    if not options.subject:
        raise ValueError("quel sujet ? balise preview mot_de_passe, ou balise preview --html catalogue.html")
    if options.subject not in sheets:
        close = [id for id in sheets if options.subject in id][:8]
        raise ValueError(f"« {options.subject} » inconnu" + (f" ; peut-être : {', '.join(close)}" if close else ""))
    sheet = sheets[options.subject]
    print(f"{sheet.title}  ({sheet.id})\n")
    print("\n".join(side_by_side(content, sheet, shutil.get_terminal_size((120, 40)).columns)))
    return 0


def catalogue(content: Content) -> Iterator[Sheet]:
    """Topics by theme, then support, leaflets and words of the glossary."""
    for listed in content.taxonomy.values():
        for id in listed:
            topic = content.topics[id]
            said = {
                who: [(label, getattr(text, part)) for part, label in _PARTS.items() if getattr(text, part)]
                + [("Suites", " · ".join(button.title for button in words.buttons(content, text.next, who)))]
                + [("Sources", ", ".join(text.sources))]
                for who, text in topic.texts.items()
            }  # fmt: skip
            yield Sheet(id, topic.button_adult, said)
    for category, people in content.support.items():
        for person, voices in people.items():
            parts = {
                who: [(part, getattr(one, part)) for part in _SUPPORT]
                for who, one in voices.items()
            }  # fmt: skip
            yield Sheet(f"support.{category}.{person}", f"En difficulté : {category}, {person}", parts)
    for leaflet in content.leaflets.values():
        parts = {who: [("", text)] for who, text in leaflet.texts.items()}
        for who, text in leaflet.details.items():
            parts[who].append(("Plus de détails", text))
        yield Sheet(leaflet.name, leaflet.title, parts)
    for word in content.glossary.values():
        yield Sheet(f"word.{word.id}", word.word, {who: [(word.named(who), text)] for who, text in word.say.items()})


def side_by_side(content: Content, sheet: Sheet, width: int) -> list[str]:
    """The voices of a sheet in columns of a terminal `width` wide; one under the other where they do not fit."""
    heard = [who for who in AUDIENCES if who in sheet.voices]
    column = (width - _GAP * (len(heard) - 1)) // len(heard)
    if column < _NARROWEST:
        return [line for who in heard for line in (*_column(content, who, sheet.voices[who], width), "")]
    columns = [_column(content, who, sheet.voices[who], column) for who in heard]
    gap = " " * _GAP
    return [gap.join(part.ljust(column) for part in row).rstrip() for row in zip_longest(*columns, fillvalue="")]


def _column(content: Content, who: str, parts: Sequence[tuple[str, str]], width: int) -> list[str]:
    lines = [content.audiences[who]["label"], "─" * width]
    for label, text in parts:
        lines += [f"[{label}]"] if label else []
        for paragraph in text.split("\n"):
            lines += textwrap.wrap(paragraph.replace("\u202f", " ").replace("\u00a0", " "), width) or [""]
        lines.append("")
    return lines


def page(content: Content, sheets: Sequence[Sheet]) -> str:
    """The whole catalogue as one page of HTML that needs nothing else."""
    listed = "".join(f'<li><a href="#{escape(one.id)}">{escape(one.title)}</a></li>' for one in sheets)
    heads = "".join(f"<th scope=col>{escape(content.audiences[who]['label'])}</th>" for who in AUDIENCES)
    body = "".join(
        f'<h2 id="{escape(one.id)}">{escape(one.title)} <small>{escape(one.id)}</small></h2>'
        f"<table><thead><tr>{heads}</tr></thead>"
        f"<tbody><tr>{''.join(_cell(one, who) for who in AUDIENCES)}</tr></tbody></table>"
        for one in sheets
    )
    return _PAGE.replace("{listed}", listed).replace("{body}", body)


def _cell(sheet: Sheet, who: str) -> str:
    said = "".join(
        (f"<p class=label>{escape(label)}</p>" if label else "")
        + "".join(f"<p>{escape(one)}</p>" for one in text.split("\n") if one.strip())
        for label, text in sheet.voices.get(who, ())
    )
    return f"<td>{said or '–'}</td>"


_PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Balise : tout le catalogue à relire</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem; color: #1b2430; background: #fff; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #b9c2cc; padding: .6rem; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
td p { margin: 0 0 .5rem; } .label { color: #4a5665; font-weight: 600; margin-top: .6rem; } small { color: #4a5665; }
nav ul { columns: 4; } h2 { margin-top: 2.5rem; }
@media print { nav { display: none; } h2 { break-before: page; } body { font-size: 10px; } }
@media (max-width: 50rem) { td, th { display: block; } thead { display: none; } nav ul { columns: 1; } }
</style></head>
<body><h1>Balise : tout le catalogue à relire</h1><nav><ul>{listed}</ul></nav>{body}</body></html>
"""
