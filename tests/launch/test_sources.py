"""When to train again: contents decide, dates and compiled files do not."""

import os

import pytest

from bot.launch.sources import fingerprint, sources
from bot.launch.training import is_fresh, rasa_model
from bot.settings import ROOT, read_settings


@pytest.fixture
def data(tmp_path):
    """Two files of sentences in a folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a.yml").write_text("nlu: [a]")
    (folder / "b.yml").write_text("nlu: [b]")
    return folder


def test_the_same_contents_have_the_same_fingerprint(data):
    before = fingerprint([data])
    os.utime(data / "a.yml", (1, 1))
    assert fingerprint([data]) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.yml").write_text("nlu: [c]"),
        lambda folder: (folder / "c.yml").write_text(""),
        lambda folder: (folder / "a.yml").unlink(),
        lambda folder: (folder / "a.yml").rename(folder / "z.yml"),
        lambda folder: [(folder / "a.yml").write_text("nlu: [a]nlu: [b]"), (folder / "b.yml").write_text("")],
    ],
    ids=["changed", "added", "removed", "renamed", "moved from one file to the other"],
)
def test_a_change_in_the_sources_is_seen(data, change):
    before = fingerprint([data])
    change(data)
    assert fingerprint([data]) != before


@pytest.mark.parametrize("name", ["README.md", "x.pyc", ".hidden.swp"])
def test_what_is_no_source_changes_nothing(data, name):
    before = fingerprint([data])
    (data / name).write_text("x")
    assert fingerprint([data]) == before


def test_another_version_of_a_library_is_seen(data):
    assert fingerprint([data], libraries=["numpy"]) != fingerprint([data], libraries=["scipy"])


def test_every_source_of_the_model_exists():
    assert [path for path in sources(read_settings({})) if not path.exists()] == []


@pytest.mark.parametrize("folder", ["data", "content/fr", "bot/language", "bot/understanding", "bot/safety/targets.py"])
def test_a_file_of_each_kind_counts(folder):
    assert ROOT / folder in sources(read_settings({}))


@pytest.mark.parametrize("missing", ["rasa", "understanding", "follow_ups", "stamp"])
def test_a_missing_model_is_not_fresh(tmp_path, missing):
    settings = read_settings({"BALISE_HOME": str(tmp_path)})
    settings.models.mkdir()
    files = {
        "rasa": rasa_model(settings),
        "understanding": settings.understanding,
        "follow_ups": settings.follow_ups,
        "stamp": settings.models / "sources.sha256",
    }
    for path in files.values():
        path.write_text("abc\n")
    assert is_fresh(settings, "abc")
    assert not is_fresh(settings, "abd")
    files[missing].unlink()
    assert not is_fresh(settings, "abc")
