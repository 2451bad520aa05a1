"""Finished answers: which text, which buttons, for whom."""

from bot.content.glossary import explained
from bot.content.leaflets import leaflet_groups
from bot.content.model import ADULTS, CHILDREN, Button, Content, Reply, voice_of

SIMPLER, DETAILS = "plus_simple", "plus_de_details"
ERASE, ELSEWHERE = "do:erase", "do:elsewhere"
GUIDE, ABILITY = "guide:", "ability:"
_CHILD_MENU = ("droit_image", "images_intimes", "sextorsion", "grooming", "cyberharcelement", "vie_privee", "aide")
_MENUS = {
    "8-10": ("droit_image", "grooming", "cyberharcelement", "vie_privee", "aide"),
    "11-14": _CHILD_MENU,
    "15-17": (*_CHILD_MENU, "engagement"),
    "parent": ("parents", *_CHILD_MENU, "engagement"),
    "educator": ("educateurs", *_CHILD_MENU, "engagement"),
}


def reply(content: Content, topic: str, audience: str, *, part: str = "text") -> Reply:
    """What Balise answers on `topic`. `part` is "text", "simpler" or "details".

    A topic without its own text for this audience answers with its theme's short text; a part that
    was not written answers with the text itself; where all of it has expired, with an honest sentence.
    Never empty. Raises KeyError for an unknown id.
    """
    theme = content.theme_of(topic)
    found = content.topics.get(topic)
    own = found.texts.get(audience) if found else None
    if own is None:
        said = _intro(content, theme, audience) or content.words("withdrawn", audience=audience)
        return Reply(said, topic_menu(content, theme, audience, skip=topic))
    said = {"simpler": own.simpler, "details": own.details}.get(part) or f"{own.text}\n\n{own.action}".strip()
    said = said or content.words("withdrawn", audience=audience)
    sources = tuple(content.sources[source] for source in own.sources if source in content.sources)
    extra = []
    if part != "simpler" and own.simpler:
        extra.append(button(content, SIMPLER, audience))
    if part != "details" and own.details:
        extra.append(button(content, DETAILS, audience))
    return Reply(
        said,
        (*acts(content, topic), *buttons(content, own.next, audience), *extra),
        sources,
        words=explained(content, said, audience, but=topic),
        groups=leaflet_groups(content, topic, audience),
    )


def acts(content: Content, topic: str) -> tuple[Button, ...]:
    """The buttons that do something, for the topics that ask for it."""
    if topic == "effacer_conversation":
        return (Button(content.interface["chat"]["erase"], ERASE),)
    if topic == "changer_public":
        return tuple(Button(label, f"audience:{who}") for who, label in content.interface["landing"]["doors"].items())
    if topic == "numero_aide":
        return (Button(content.interface["territory"]["button"], ELSEWHERE),)
    return ()


def _intro(content: Content, theme: str, audience: str) -> str:
    intro = content.themes[theme].intro
    return intro.get(audience) or intro["11-14"]


def button(content: Content, topic: str, audience: str) -> Button:
    """The button that asks for `topic`."""
    return Button(content.topics[topic].title(audience), topic)


def buttons(content: Content, topics, audience: str) -> tuple[Button, ...]:
    return tuple(button(content, topic, audience) for topic in topics if topic in content.topics)


def follow_up_button(content: Content, id: str, audience: str) -> Button:
    """The button that asks a question that comes after a help card."""
    return Button(content.follow_ups[id].button[voice_of(audience)], id)


def guide_button(content: Content, audience: str) -> Button:
    """The button that opens the removal and reporting guide."""
    return Button(content.guide["title"][voice_of(audience)], GUIDE)


def theme_menu(content: Content, audience: str) -> tuple[Button, ...]:
    """The themes this audience may open, as buttons."""
    return tuple(Button(content.themes[theme].label, f"theme:{theme}") for theme in _MENUS[audience])


def topic_menu(content: Content, theme: str, audience: str, *, skip: str = "") -> tuple[Button, ...]:
    """Up to six topics of `theme` that have a text for this audience."""
    listed = [
        topic for topic in content.taxonomy[theme]
        if topic != skip and topic in content.topics and audience in content.topics[topic].texts
    ]  # fmt: skip
    if not listed:
        listed = ["numero_aide", "que_sais_tu_faire"]
    return buttons(content, listed[:8], audience)


def greeting(content: Content, audience: str) -> Reply:
    """The first message of a conversation: an AI says that it is one, and what it can do."""
    return Reply(content.words("welcome", audience=audience), theme_menu(content, audience))


def may_ask(content: Content, topic: str, audience: str) -> bool:
    """Whether `topic` is offered to this audience (children are not offered the adults' themes)."""
    theme = content.theme_of(topic)
    if audience in CHILDREN:
        return theme not in ("parents", "educateurs")
    return audience in ADULTS and not (theme == "educateurs" and audience == "parent")
