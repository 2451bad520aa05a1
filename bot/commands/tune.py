"""`balise tune`: the cuts of thresholds.yml, chosen on left-out authors, with the curve behind them."""

import argparse
import json
from datetime import date

from bot.commands.evaluate import MEASURES
from bot.settings import read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("tune", help="choisir les seuils sur des auteurs laissés hors de l'apprentissage")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    import numpy as np

    from bot.evaluation import tuning
    from bot.language import read
    from bot.safety import by_wording, read_thresholds
    from bot.safety.calibration import write as write_calibration

    examples = read(read_settings().nlu)
    held = tuning.hold_out(examples)
    worded = np.array([_raises(by_wording(one.text)) for one in examples])
    calibration, said = tuning.calibrate(held)
    write_calibration(calibration)
    cuts = tuning.choose(held, said, worded)
    cuts |= tuning.choose_topics(held, lambda tried: tuning.confidences(held, cuts | tried))
    curve = tuning.curve(held, said["danger"], worded)
    print("\nseuil  rappel  fausses alertes  alertes sur vigilance")
    for cut, recall, alarms, early in curve:
        print(f"{cut:5.2f}  {recall:6.3f}  {alarms:15.3f}  {early:21.3f}")
    found = tuning.accuracy(held, cuts)
    for name, value in found.items():
        print(f"{name:<28}{value:.3f}")
    print("\nSeuils proposés (bot/safety/thresholds.yml) :")
    for name, value in cuts.items():
        print(f"{name}: {value}")
    used = read_thresholds().alerte
    head = ["Cut `alerte`", "Recall, `alerte` and `urgence`", "False alarms on `aucun`", "Alarms on `vigilance`"]
    kept = found | {
        "date": f"{date.today():%Y-%m-%d}", "examples": len(examples), "authors": len({one.author for one in examples}),
        "cut": used, "curve": [head, *curve], "by_author": tuning.by_author(held, said["danger"], worded, used),
    }  # fmt: skip
    MEASURES.mkdir(exist_ok=True)
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    (MEASURES / "left_out.json").write_text(text + "\n", encoding="utf-8")
    return 0


def _raises(risk) -> bool:
    return risk is not None and risk.level in ("alerte", "urgence")
