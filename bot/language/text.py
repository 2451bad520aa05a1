"""French as children type it, brought to one spelling.

Two views of a message: `clean` keeps what a sentence encoder reads (accents, word order) and
writes the abbreviations out; `normalise` goes on to lower case, no accents, plain letters, for
n-grams and wordings. Both are pure and total: any string gives a string.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import yaml

_LEXICON = Path(__file__).with_name("lexicon.yml")

# Zero-width and direction marks hide words from n-grams ("su\u200bicide").
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # half an emoji, valid in JSON, no letter anywhere
_UNFOLDS = re.compile("[\ufdfa\ufdfb]")  # one character that NFKC turns into eighteen, or eight
_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u02bc\u0060\u00b4\u2032\uff07]")
_QUOTES = re.compile("[\u201c\u201d\u201e\u00ab\u00bb\u2033]")
_REPEATED_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLE_VOWEL = re.compile(r"([aeiouy])\1+")
_REPEATED_MARK = re.compile(r"([^\w\s])\1{1,}")
_SPACED_LETTERS = re.compile(r"\b(?:[^\W\d_][ .\-_*]){3,}[^\W\d_]\b")
_WORD = re.compile(r"[\w]+(?:'[\w]+)*'?|[^\w\s]", re.UNICODE)
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})
_LEET_WORD = re.compile(r"\b(?=[a-z@$]*[a-z][\d@$]+[a-z])[a-z\d@$]{4,}\b")
# A sign between letters is a letter ("m@man"); in an address it is not ("lea@exemple.fr").
_SIGN_IN_WORD = re.compile(r"(?<![^\W_])([^\W\d_]+)([@$])(?=[^\W\d_]+(?![\w.@$-]*\.\w))")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "Oe", "Æ": "Ae", "ß": "ss"})


@lru_cache(maxsize=1)
def _lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """The abbreviations and the emoji, as {written: meant}."""
    with _LEXICON.open(encoding="utf-8") as file:
        data = yaml.safe_load(file)
    words = {str(key): str(value) for key, value in data["abbreviations"].items()}
    emoji = {_INVISIBLE.sub("", str(key)): str(value) for key, value in data["emoji"].items()}
    return words, emoji


def strip_accents(text: str) -> str:
    """The same letters without their accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def clean(text: str) -> str:
    """One Unicode form, no invisible characters, abbreviations and emoji written out."""
    text = _UNFOLDS.sub(" ", _HALF_CHARACTER.sub("", text))
    # Apostrophes first: NFKC takes « ´ » apart into a space and an accent ("j´ai").
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", _APOSTROPHES.sub("'", text)))
    text = _QUOTES.sub('"', text)
    text = _SPACED_LETTERS.sub(lambda m: re.sub(r"[ .\-_*]", "", m.group()), text)
    text = _REPEATED_LETTER.sub(r"\1\1", text)
    text = _REPEATED_MARK.sub(r"\1", text)
    words, emoji = _lexicon()
    out: list[str] = []
    for token in _WORD.findall(text):
        if token in emoji:
            out.append(emoji[token])
            continue
        lower = token.lower()
        out.append(words.get(lower) or words.get(strip_accents(lower), token))
    return " ".join(" ".join(out).split())


def normalise(text: str) -> str:
    """Lower case, no accent, digits used as letters read as letters, single spaces.

    The same result for "Jé PEUUUR", "jé peur" and "j'ai peur".
    """
    text = unicodedata.normalize("NFC", text)
    text = _SIGN_IN_WORD.sub(lambda m: m.group(1) + m.group(2).translate(_LEET), text)
    text = strip_accents(clean(text)).lower()
    text = _LEET_WORD.sub(lambda m: m.group().translate(_LEET), text)
    text = _DOUBLE_VOWEL.sub(r"\1", text)
    text = re.sub(r"[^\w' ]+", " ", text)
    return " ".join(text.replace("_", " ").split())
