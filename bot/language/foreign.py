"""Is this written in another language than French? A guess for a kind answer, never for the risk screen."""

import re

# Words that are common there and are no French word nor French chat.
_ENGLISH = frozenset(
    """
    the is are was were you your he she they what when where why how who which my his her their this that these
    with from have has had do does did not don't doesn't can can't could would should will i'm i've it's hello hi
    please help someone sent picture pictures because want know about tell told said says and
    """.split()
)
_SPANISH = frozenset("el los las una que es hola por para como pero esta muy ayuda quiero tengo mi yo gracias".split())
_FRENCH = frozenset(
    """
    le la les un une des de du et est je tu il elle on nous vous ils mon ma mes ton ta tes son sa ses ce cette que
    qui quoi pas plus dans sur avec pour par en y a j'ai c'est suis ai veux peux moi toi lui au aux ou si mais donc
    comment pourquoi quand bonjour salut merci oui non ça ca
    """.split()
)


def is_foreign(text: str) -> bool:
    """Whether most of what can be recognised is not French. False for short or mixed messages."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) >= 3 and sum(char > "\u02ff" for char in letters) > len(letters) / 2:
        return True
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower().replace("’", "'"))
    other = max(sum(word in known for word in words) for known in (_ENGLISH, _SPANISH))
    return other >= 2 and other > 2 * sum(word in _FRENCH for word in words)
