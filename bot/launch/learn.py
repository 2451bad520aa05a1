"""Learn the gateway's weights from the sentences: `python -m bot.launch.learn FILE`.

A process of its own, so that the supervisor stays small while Balise runs.
"""

import sys
from pathlib import Path

from bot.language import read, save
from bot.settings import read_settings
from bot.understanding import fit_or_reuse


def main(target: Path) -> None:
    settings = read_settings()
    save(fit_or_reuse(read(settings.nlu), cache=settings.models), target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
