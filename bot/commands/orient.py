"""`balise orient`: the orientation of one situation, first line first."""

import argparse

from bot import content as words
from bot.content import AUDIENCES
from bot.orientation import card_of, orient
from bot.settings import clock, parse_moment, read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("orient", help="montrer une orientation")
    parser.add_argument("--category", required=True)
    parser.add_argument("--level", default="alerte", choices=["vigilance", "alerte", "urgence"])
    parser.add_argument("--audience", required=True, choices=AUDIENCES)
    parser.add_argument("--at", metavar="ISO", help="moment, heure de Paris (2026-12-25T23:30)")
    parser.add_argument("--third-party", action="store_true", help="on parle de quelqu'un d'autre")
    parser.add_argument("--territory", default="fr")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    settings = read_settings()
    content = words.load(settings.content)
    if options.category not in content.support:
        raise ValueError(f"catégorie « {options.category} » inconnue ; au choix : {', '.join(content.support)}")
    found = orient(
        content, category=options.category, level=options.level, audience=options.audience,
        now=parse_moment(options.at, "--at") if options.at else clock(settings),
        third_party=options.third_party, territory=options.territory,
    )  # fmt: skip
    card = card_of(content, found)
    urgent = [("Urgence", line) for line in card["emergency"]]
    ways = [*urgent, ("Ligne", card["line"]), *(("Par écrit", line) for line in card["written"])]
    ways += [("Aussi", card["second"])] if card["second"] else []
    for label, line in ways:
        print(f"{label:<10} {line['id']:<20} {line['number'] or line['site']} ({line['status']}) : {line['why']}")
    if card["closed"]:
        print(f"{'Fermé':<10} {card['closed']}")
    print(f"\n{card['intro']}\n\n{card['say_this']} « {card['sentence']} »")
    if card["never"]:
        print(card["never"])
    return 0
