"""`python -m bench.follow_ups`: how well questions after a card are read, each writer by a model without them."""

from collections.abc import Sequence

from bot.evaluation.rates import rate
from bot.language import Example, read, read_follow_ups
from bot.settings import read_settings
from bot.understanding import Asked, FollowUps, train_follow_ups
from bot.understanding.follow_ups import CALM, DANGER, OTHER


def main() -> None:
    nlu = read_settings().nlu
    asked, others = read_follow_ups(nlu), read(nlu)
    found: list[tuple[Example, Asked | None]] = []
    for author in sorted({one.author for one in asked}):
        reader = FollowUps(train_follow_ups([one for one in asked if one.author != author], others))
        found += [(one, reader.read(one.text)) for one in asked if one.author == author]
    for cut in (CALM, DANGER):
        questions = [(one, its) for one, its in found if one.intent != OTHER]
        right = [_taken(its, cut) == one.intent for one, its in questions]
        wrong = [_taken(its, cut) not in (None, one.intent) for one, its in questions]
        other = [_taken(its, cut) is not None for one, its in found if one.intent == OTHER]
        print(
            f"seuil {cut} : bonne question {_said(right)} ; autre question {_said(wrong)} ; prise à tort {_said(other)}"
        )


def _taken(its: Asked | None, cut: float) -> str | None:
    return its.question if its and its.question != OTHER and its.confidence >= cut else None


def _said(hits: Sequence[bool]) -> str:
    return str(rate(hits))


if __name__ == "__main__":
    main()
