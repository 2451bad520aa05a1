"""`balise tune`: the cuts of thresholds.yml, chosen on left-out authors, with the curve behind them."""

import argparse

from bot.settings import read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("tune", help="choisir les seuils sur des auteurs laissés hors de l'apprentissage")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    import numpy as np

    from bot import tuning
    from bot.language import read
    from bot.safety import by_wording

    examples = read(read_settings().nlu)
    held = tuning.hold_out(examples)
    worded = np.array([_raises(by_wording(one.text)) for one in examples])
    counts = np.array([sum(one.topic == topic for one in examples) for topic in tuning.topics_of(examples)])
    common = np.log(counts / len(examples))
    cuts = tuning.choose(held, worded) | tuning.choose_topics(held, common)
    print("\nseuil  rappel  fausses alertes  alertes sur vigilance")
    for cut, recall, alarms, early in tuning.curve(held, worded):
        print(f"{cut:5.2f}  {recall:6.3f}  {alarms:15.3f}  {early:21.3f}")
    for name, value in tuning.accuracy(held, common, cuts).items():
        print(f"{name:<28}{value:.3f}")
    print("\nSeuils proposés (bot/safety/thresholds.yml) :")
    for name, value in cuts.items():
        print(f"{name}: {value}")
    return 0


def _raises(risk) -> bool:
    return risk is not None and risk.level in ("alerte", "urgence")
