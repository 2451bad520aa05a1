"""Rasa's training sentences, read without Rasa: what each one says."""

from pathlib import Path

import pytest

from bot.language import Example, example, read

WRITTEN = """
version: "3.1"
nlu:
- intent: saluer
  metadata: {author: t1}
  examples: |
    - salut
    - re : bonjour
- intent: confier_sextorsion
  metadata: {author: r1, level: urgence, topic: sextorsion_que_faire, third_party: true}
  examples: |
    - il menace mon frère
- synonym: insta
  examples: |
    - instagram
"""


@pytest.fixture
def read_back(tmp_path: Path) -> list[Example]:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "some.yml").write_text(WRITTEN, encoding="utf-8")
    return read(tmp_path)


def test_every_sentence_of_every_intent_is_read_and_nothing_else(read_back):
    assert [one.text for one in read_back] == ["salut", "re : bonjour", "il menace mon frère"]


def test_an_ordinary_sentence_says_its_topic_and_no_danger(read_back):
    assert read_back[0] == Example("salut", "saluer", "saluer", author="t1")


def test_a_disclosure_says_its_category_level_person_and_lesson(read_back):
    assert read_back[2] == Example(
        "il menace mon frère", "confier_sextorsion", "sextorsion_que_faire",
        level="urgence", category="sextorsion", third_party=True, author="r1",
    )  # fmt: skip


METADATA = [
    ("confier_suicide", {}, ("suicide", "alerte", None)),
    ("confier_suicide", {"level": "urgence"}, ("suicide", "urgence", None)),
    ("confier_suicide", {"topic": "aider_un_ami"}, ("suicide", "alerte", "aider_un_ami")),
    ("saluer", {}, (None, "aucun", "saluer")),
    (
        "inconnu_me_contacte",
        {"level": "vigilance", "category": "sollicitation"},
        ("sollicitation", "vigilance", "inconnu_me_contacte"),
    ),
    ("saluer", {"topic": "autre"}, (None, "aucun", "saluer")),
]


@pytest.mark.parametrize(("intent", "metadata", "said"), METADATA)
def test_what_a_sentence_says_follows_from_its_intent_and_its_metadata(intent, metadata, said):
    made = example("x", intent, metadata)
    assert (made.category, made.level, made.topic) == said


def test_files_are_read_in_the_same_order_every_time(tmp_path: Path):
    for name in ("b.yml", "a.yml"):
        (tmp_path / name).write_text(f"nlu:\n- intent: saluer\n  examples: |\n    - {name}\n", encoding="utf-8")
    assert [one.text for one in read(tmp_path)] == ["a.yml", "b.yml"]
