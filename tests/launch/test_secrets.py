"""Secrets: made once, for their owner alone, never overwritten."""

import pytest

from bot.launch import LaunchError
from bot.launch.secrets import NAMES, make_secrets


def test_every_secret_is_made_for_its_owner_alone(tmp_path):
    make_secrets(tmp_path / "secrets")
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700
    assert {path.name for path in (tmp_path / "secrets").iterdir()} == set(NAMES)
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in (tmp_path / "secrets").iterdir())


def test_two_secrets_are_never_the_same(tmp_path):
    make_secrets(tmp_path)
    assert len({(tmp_path / name).read_text() for name in NAMES}) == len(NAMES)


def test_an_existing_secret_is_kept(tmp_path):
    make_secrets(tmp_path)
    before = (tmp_path / "web").read_text()
    make_secrets(tmp_path)
    assert (tmp_path / "web").read_text() == before


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_secret_that_others_can_read_is_refused(tmp_path, mode):
    make_secrets(tmp_path)
    (tmp_path / "rasa").chmod(mode)
    with pytest.raises(LaunchError, match="lisible par d'autres"):
        make_secrets(tmp_path)


@pytest.mark.parametrize("written", ["", "court\n"])
def test_a_secret_too_short_to_be_one_is_refused(tmp_path, written):
    make_secrets(tmp_path)
    (tmp_path / "web").write_text(written)
    with pytest.raises(LaunchError, match="trop court"):
        make_secrets(tmp_path)
