"""A message as the sentence encoder reads best: shouting lowered, digits used as letters turned back.

The n-grams and the wordings read `bot.language.normalise`, which does both; the encoder reads the message nearly as
typed, and takes "SU1CIDE" for a serial number.
"""

import re

_SHOUTED, _FEWEST_LETTERS = 0.7, 6
_DISGUISED = re.compile(r"(?<![\w@$])(?=\w*[^\W\d_]\w*)(?:[^\W\d_]+[013457@$]+[^\W\d_]+[\w@$]*)(?![\w@$])")
_AS_LETTERS = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})


def legible(text: str) -> str:
    """The same words, in small letters where most are capitals, with letters where digits stand for them."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) >= _FEWEST_LETTERS and sum(char.isupper() for char in letters) >= _SHOUTED * len(letters):
        text = text.lower()
    return _DISGUISED.sub(lambda found: found.group().translate(_AS_LETTERS), text)
