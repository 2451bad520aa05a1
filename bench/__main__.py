"""`make bench`: measures the trained model, the running servers and the page on this machine.

With BALISE_BENCH_MESSAGES=FILE.jsonl, also what is understood of that file (risk recall, false alarms).
"""

import os
import platform
import tempfile
import time
import uuid
from pathlib import Path

from bench.page import show_page
from bench.table import Row, show
from bot.settings import read_settings

QUESTIONS = (
    "cé koi le droit a limage", "c'est quoi la sextorsion ?", "bonjour", "qui peut m'aider ?",
    "mon beau-père me frappe", "comment faire supprimer une photo de moi sur insta", "plus simple",
    "y a un mec sur snap il dit quil va envoyer ma photo a tt le monde si jpaye pas",
)  # fmt: skip
ROUNDS = 25


def main() -> None:
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cœurs, Python {platform.python_version()}\n")
    show("Dans un seul processus", understanding())
    show("Serveurs réels, un visiteur", servers())
    show("Tailles", sizes())
    show_page()
    if os.environ.get("BALISE_BENCH_MESSAGES"):
        from bot.cli import main as balise

        balise(["evaluate", os.environ["BALISE_BENCH_MESSAGES"]])


def understanding() -> list[Row]:
    from bot import content as words
    from bot.commands.understand import load_understander
    from bot.orientation import orient
    from bot.privacy import load_mask
    from bot.settings import clock

    settings = read_settings()
    content = words.load(settings.content)
    understander, mask = load_understander(), load_mask()
    now = clock(settings)
    understander.understand("bonjour", audience="11-14")
    return [
        _timed("comprendre un message", lambda text: understander.understand(text, audience="11-14")),
        _timed("masquer un message", mask),
        _timed(
            "orienter",
            lambda _: orient(content, category="sextorsion", level="alerte", audience="11-14", now=now),
        ),
    ]


def servers() -> list[Row]:
    from tests.running import start, stop

    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        running = start(Path(folder) / "home", "2026-11-21T15:00")
        rows = [Row("démarrage, modèle déjà entraîné", [time.perf_counter() - begun], unit="s")]
        try:
            running.begin("11-14")
            rows.append(_timed("POST /api/messages", lambda text: running.say(text, id=str(uuid.uuid4()))))
            rows.append(Row("mémoire des trois processus", [_memory(running)], unit="Mo"))
        finally:
            stop(running)
    return rows


def sizes() -> list[Row]:
    models = read_settings().models
    return [Row(f"modèle {path.name[:24]}", [path.stat().st_size / 1e6], unit="Mo") for path in models.glob("*.*")]


def _timed(name: str, act) -> Row:
    taken = []
    for _ in range(ROUNDS):
        for text in QUESTIONS:
            begun = time.perf_counter()
            act(text)
            taken.append(time.perf_counter() - begun)
    return Row(name, [1000 * one for one in taken], unit="ms")


def _memory(running) -> float:
    pids = {pid for needle in ("bot.rasa_components.serve", "rasa_sdk", "gunicorn") for pid in running.pids(needle)}
    total = 0.0
    for pid in pids:
        status = Path(f"/proc/{pid}/smaps_rollup")
        if status.exists():
            lines = status.read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
    return total


if __name__ == "__main__":
    main()
