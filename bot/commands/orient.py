"""`balise orient`: the orientation of one situation, first line first; or all of them as a page."""

import argparse
from pathlib import Path

from bot import content as words
from bot.content import AUDIENCES, Content
from bot.orientation import ABILITIES, card_of, orient
from bot.orientation.table import table
from bot.settings import clock, parse_moment, read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("orient", help="montrer une orientation, ou toutes (--table)")
    parser.add_argument("--category", help="situation de danger, auteur ou attirance")
    parser.add_argument("--level", default="alerte", choices=["vigilance", "alerte", "urgence"])
    parser.add_argument("--audience", choices=AUDIENCES)
    parser.add_argument("--at", metavar="ISO", help="moment, heure de Paris (2026-12-25T23:30)")
    parser.add_argument("--third-party", action="store_true", help="on parle de quelqu'un d'autre")
    parser.add_argument("--territory", default="fr", help="fr, gp, mq, gf, re, yt, nc, pf, be, ch, lu, ca, mc")
    parser.add_argument("--ability", default="speak", choices=ABILITIES, help="ce que la personne peut faire")
    parser.add_argument(
        "--table", type=Path, metavar="FICHIER", help="écrire toutes les branches dans une page Markdown"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    settings = read_settings()
    content = words.load(settings.content)
    if options.table:
        options.table.write_text(table(content), encoding="utf-8")
        print(f"{options.table} : écrit")
        return 0
    _refuse(content, options)
    found = orient(
        content, category=options.category, level=options.level, audience=options.audience,
        now=parse_moment(options.at, "--at") if options.at else clock(settings),
        third_party=options.third_party, territory=options.territory, ability=options.ability,
    )  # fmt: skip
    card = card_of(content, found)
    ways = [("Urgence", line) for line in card["emergency"]]
    ways += [("Ligne", card["line"]), *(("Par écrit", line) for line in card["written"])]
    ways += [("La nuit" if found.night else "Aussi", card["second"])] if card["second"] else []
    for label, line in ways:
        reached = line["chat"] if line["channel"] == "chat" else line["number"] or line["sms"] or line["site"]
        print(f"{label:<10} {line['id']:<20} {reached} ({line['status']}) : {line['why']}")
    for label, said in (("Fermé", card["closed"]), ("Heures", card["clock"])):
        if said:
            print(f"{label:<10} {said}")
    if found.reporting:
        print(f"{'Signaler':<10} {', '.join(content.reporting[id]['name'] for id in found.reporting)}")
    said = [card["ability"] and card["ability"]["say"], card["intro"], card["stay"], card["never"]]
    said += [f"{card['say_this']} « {card['sentence']} »"]
    said += [*(card["third"] or {}).values(), card["line"]["what_happens"]]
    print("\n" + "\n".join(one for one in said if one))
    return 0


def _refuse(content: Content, options: argparse.Namespace) -> None:
    """Raises ValueError, in French, for what nobody can be oriented with."""
    if not options.category or not options.audience:
        raise ValueError("il faut --category et --audience, ou --table FICHIER")
    for name, value, known in (
        ("catégorie", options.category, content.support), ("territoire", options.territory, content.territories),
    ):  # fmt: skip
        if value not in known:
            raise ValueError(f"{name} « {value} » : inconnu ; au choix : {', '.join(known)}")
