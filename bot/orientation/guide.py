"""The removal and reporting guide: a short choice by buttons that ends on the ways that apply, in order. Pure.

The answers given so far travel in the button itself ("guide:subject=image;nature=intimate"): nothing is kept,
« Back » and two tabs hold no surprise, and answers that contradict each other are read as far as they make sense.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.content import ADULTS, AUDIENCES, CHILDREN, GUIDE, LEAFLET, Button, Content, voice_of
from bot.orientation.line_words import closed_in_words, describe_line
from bot.orientation.orient import FRANCE, answers_as_in_france, orient, territory_of

QUESTIONS = ("subject", "nature", "stage", "money", "where", "reach", "age")
_YOUNGEST = "8-10"
_INTIMATE = ("intimate", "faked")
_ABOUT = frozenset({"intimate_threatened", "intimate_published", "personal_data", "scam", "harassment"})
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Step:
    """What the guide says next. `result` at its end only; `risk` is (level, category) where the answers tell of one."""

    text: str
    buttons: tuple[Button, ...]
    result: dict[str, Any] | None = None
    risk: tuple[str, str] | None = None
    third_party: bool = False


def step(
    content: Content,
    written: str,
    audience: str,
    now: datetime,
    *,
    territory: str = FRANCE,
    role: str | None = None,
    **person: Any,
) -> Step:
    """The next question of the guide, or its end, after the answers that `written` holds.

    `role` is `auteur` for who said that they did it: never « ce n'est pas ta faute ». `person` is what else `orient`
    may know: `level`, `third_party`, `ability`.
    """
    given = read(content, written, audience)
    question = next_question(given, audience)
    if question is None:
        return _end(content, given, audience, now, territory, role, person)
    asked = content.guide["questions"][question]
    said = asked["ask"][audience]
    if not given:
        said = f"{content.guide['intro'][audience]}\n\n{said}"
    buttons = [
        Button(label, GUIDE + _write({**given, question: id}))
        for id, label in _offered(content, question, audience).items()
    ]
    return Step(said, (*buttons, *_back(content, given, audience)))


def states(content: Content) -> Iterator[str]:
    """Every state that a button of the guide may carry, for all audiences."""
    yield from dict.fromkeys(state for audience in AUDIENCES for state in _states(content, {}, audience))


def _states(content: Content, given: Answers, audience: str) -> Iterator[str]:
    yield _write(given)
    question = next_question(given, audience)
    for id in _offered(content, question, audience) if question else ():
        yield from _states(content, {**given, str(question): id}, audience)


def read(content: Content, written: str, audience: str) -> dict[str, str]:
    """The answers in `written` that follow from each other, in order; the rest is left out."""
    said = dict(pair.partition("=")[::2] for pair in written.split(";") if "=" in pair)
    given: dict[str, str] = {}
    while (question := next_question(given, audience)) and said.get(question) in _offered(content, question, audience):
        given[question] = said[question]
    return given


def next_question(given: Answers, audience: str) -> str | None:
    """The first question that these answers leave open; None at the end."""
    image = given.get("subject") == "image"
    threatened = given.get("stage") == "threatened"
    asked = {
        "subject": True,
        "nature": image,
        "stage": image,
        "money": threatened and audience != _YOUNGEST,
        "where": True,
        "reach": not threatened and given.get("where") != "site",
        "age": audience in ADULTS,
    }
    return next((question for question in QUESTIONS if asked[question] and question not in given), None)


def _offered(content: Content, question: str, audience: str) -> dict[str, str]:
    """{answer: its label} for this audience."""
    answers, voice = content.guide["questions"][question]["answers"], voice_of(audience)
    labels = {id: said.get(audience) or said.get(voice) for id, said in answers.items()}
    if question == "nature" and audience == _YOUNGEST:
        labels.pop("faked", None)
    if question == "where":
        labels = {id: app["name"] for id, app in content.platforms["apps"].items()} | labels
    return {id: label for id, label in labels.items() if label}


def _write(given: Answers) -> str:
    return ";".join(f"{question}={given[question]}" for question in QUESTIONS if question in given)


def _back(content: Content, given: Answers, audience: str) -> tuple[Button, ...]:
    if not given:
        return ()
    before = dict(list(given.items())[:-1])
    return (Button(content.guide["back"], GUIDE + _write(before)),)


def outcome_of(given: Answers) -> str:
    """Which of the outcomes of guide.yml these answers lead to."""
    if given.get("subject") != "image":
        return given.get("subject", "messages")
    nature = "intimate" if given.get("nature") in _INTIMATE else "ordinary"
    return f"{nature}_{given.get('stage', 'published')}"


def cases_of(given: Answers, audience: str) -> frozenset[str]:
    """The cases of reporting.yml that these answers describe. A child's own image is a minor's, whatever is said."""
    outcome = outcome_of(given)
    about = {outcome} & _ABOUT or {"personal_data", "harassment"}
    if outcome == "messages":
        about = {"harassment"}
    reach = {"public"} if given.get("where") == "site" else {given.get("reach", "unknown")} - {"unknown"}
    person = "minor" if audience in CHILDREN else given.get("age", "minor")
    return frozenset({*about, *reach, person, *(("scam",) if given.get("money") == "asked" else ())})


def ways(content: Content, given: Answers, audience: str, *, territory: str = FRANCE) -> tuple[str, ...]:
    """Ids of reporting.yml that take this case and this audience, in the order of guide.yml."""
    cases, place = cases_of(given, audience), territory_of(content, territory)
    found = []
    for id in content.guide["outcomes"][outcome_of(given)]["ways"]:
        leaflet, takes = content.leaflets.get(f"report.{id}"), set(content.reporting[id]["cases"]["takes"])
        known = cases - _ABOUT  # who and how public: each of these must be taken; of what it is about, one
        here = place.reporting is None or id in place.reporting
        if leaflet and audience in leaflet.texts and here and known <= takes and cases & _ABOUT & takes:
            found.append(id)
    return tuple(found)


def _end(
    content: Content,
    given: Answers,
    audience: str,
    now: datetime,
    territory: str,
    role: str | None,
    person: Mapping[str, Any],
) -> Step:
    words, outcome = content.guide, content.guide["outcomes"][outcome_of(given)]
    risk = (outcome["level"], outcome["category"]) if outcome.get("level") else None
    adult = given.get("age") == "adult"
    place = territory_of(content, territory)
    french = answers_as_in_france(place)
    category = role or outcome.get("category") or "harcelement"
    plainly = _plainly(content, category, audience)
    said = [outcome["say"][audience] if french and not role else plainly]
    if french and adult and outcome_of(given).startswith("intimate"):
        said.append(words["adult_image"][audience])
    if audience == "educator" and not adult:
        said.append(words["school"]["say"])
    found = ways(content, given, audience, territory=territory)
    if not found:
        said.append(words["unsure"][voice_of(audience)])
    who = orient(
        content, category=category, audience=audience, now=now, territory=territory,
        **({"level": "alerte"} | dict(person)),
    )  # fmt: skip
    intimate = outcome_of(given).startswith("intimate")
    result = {
        "line": describe_line(content, who.first, who.now, audience, zone=who.zone),
        "closed": closed_in_words(content, who.closed, who.now, audience, who.zone),
        "title": words["ways_title"][voice_of(audience)],
        "ways": [_way(content, id, given, audience) for id in found],
        "keep": words["evidence"]["title"][voice_of(audience)],
        "evidence": words["evidence"]["intimate" if intimate else "other"][audience],
    }
    restart = Button(words["restart"][voice_of(audience)], GUIDE)
    of_a_child = audience in ADULTS and given.get("age") == "minor"
    return Step("\n\n".join(said), (*_back(content, given, audience), restart), result, risk, of_a_child)


def _plainly(content: Content, category: str, audience: str) -> str:
    """What to do first where the outcome's own words do not fit: elsewhere than in France, or for no victim."""
    support = content.support[category]["self"][audience]
    return f"{support.believe}\n\n{support.step}"


def _way(content: Content, id: str, given: Answers, audience: str) -> dict[str, Any]:
    """One way: its name, what it takes and refuses, its site, and the intent that opens its steps."""
    one, where = content.reporting[id], given.get("where", "")
    app = f"app.{where}"
    steps = app if id == "signaler_appli" and app in content.leaflets else f"report.{id}"
    return {
        "id": id,
        "name": one["name"],
        "takes": one["takes_adult" if audience in ADULTS else "takes"],
        "refuses": one["refuses"] if audience != _YOUNGEST else None,
        "site": one["site"] if id != "signaler_appli" else None,
        "intent": LEAFLET + steps,
    }


def every_end(content: Content, audience: str) -> Iterator[dict[str, str]]:
    """The answers of every end of the guide for this audience."""
    for written in _states(content, {}, audience):
        given = read(content, written, audience)
        if next_question(given, audience) is None:
            yield given
