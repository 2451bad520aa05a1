"""Learn the gateway's weights from the sentences: `python -m bot.launch.learn SCREEN FOLLOW_UPS`.

A process of its own, so that the supervisor stays small while Balise runs.
"""

import sys
from pathlib import Path

from bot.language import read, read_follow_ups, save
from bot.settings import read_settings
from bot.understanding import fit_or_reuse, train_follow_ups


def main(screen: Path, follow_ups: Path) -> None:
    settings = read_settings()
    examples = read(settings.nlu)
    save(fit_or_reuse(examples, cache=settings.models), screen)
    asked = read_follow_ups(settings.nlu)
    if asked:
        save(train_follow_ups(asked, examples), follow_ups)
    else:
        follow_ups.touch()  # Nothing to learn from, and nothing is recognised.


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
