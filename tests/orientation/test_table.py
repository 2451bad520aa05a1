"""docs/fr/orientation.md is the data, whole."""

from bot.content import load
from bot.orientation.table import table
from bot.settings import ROOT

REAL = load(ROOT / "content" / "fr")
PAGE = (ROOT / "docs" / "fr" / "orientation.md").read_text(encoding="utf-8")


def test_the_page_is_that_of_the_data():
    assert table(REAL) == PAGE, "balise orient --table docs/fr/orientation.md"


def test_every_situation_and_every_place_is_on_it():
    for category in REAL.support:
        assert f"\n## {category}\n" in PAGE
    for name in REAL.interface["territory"]["names"].values():
        assert name in PAGE or name == "En France"
