"""What a proof-reader with a dictionary says of the words: tu and vous, ease of reading, known words.

Apart from bot.content because it needs spaCy, which nothing that gives help may need.
"""

from bot.content import Content, Problem
from bot.proofreading.address import address_is_right
from bot.proofreading.familiarity import children_know_the_words
from bot.proofreading.page import readability_page
from bot.proofreading.readability import texts_are_easy_enough

__all__ = ["proofread", "readability_page"]

RULES = (address_is_right, texts_are_easy_enough, children_know_the_words)


def proofread(content: Content) -> list[Problem]:
    """Every problem that these rules find, in the order of the rules."""
    return [problem for rule in RULES for problem in rule(content)]
