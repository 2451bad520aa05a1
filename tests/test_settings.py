"""Settings come from the environment, once; a bad one is named; a secret has no default."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.settings import PARIS, ROOT, clock, parse_moment, read_settings


def test_with_nothing_said_everything_is_below_var_on_loopback():
    found = read_settings({})
    assert found.home == ROOT / "var"
    assert found.database_url == f"sqlite:///{ROOT / 'var' / 'balise.db'}"
    assert (found.web_port, found.web_host) == (8080, "127.0.0.1")
    assert found.rasa_url == "http://127.0.0.1:5005"
    assert found.now is None


def test_the_home_holds_models_secrets_and_database(tmp_path: Path):
    found = read_settings({"BALISE_HOME": str(tmp_path)})
    assert {found.models.parent, found.secrets.parent} == {tmp_path}
    assert str(tmp_path) in found.database_url


BAD = [
    ("BALISE_PORT", "abc"),
    ("BALISE_PORT", "-1"),
    ("BALISE_ANSWER_SECONDS", "vite"),
    ("BALISE_NOW", "demain"),
    ("BALISE_NOW", "2026-13-01"),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_bad_value_is_named_in_french(name, value):
    with pytest.raises(ValueError, match=f"{name} : « {value} »"):
        read_settings({name: value})


MOMENTS = [
    ("2026-11-24T23:30", datetime(2026, 11, 24, 23, 30, tzinfo=PARIS)),
    ("2026-11-24T22:30+00:00", datetime(2026, 11, 24, 23, 30, tzinfo=PARIS)),
    ("2026-07-24", datetime(2026, 7, 24, tzinfo=PARIS)),
]


@pytest.mark.parametrize(("written", "moment"), MOMENTS)
def test_a_moment_without_an_offset_is_in_paris(written, moment):
    assert parse_moment(written, "BALISE_NOW") == moment


def test_a_fixed_clock_stands_still():
    found = read_settings({"BALISE_NOW": "2026-11-24T23:30"})
    assert clock(found) == clock(found) == datetime(2026, 11, 24, 23, 30, tzinfo=PARIS)


def test_without_a_fixed_clock_it_is_now_with_a_time_zone():
    assert clock(read_settings({})).utcoffset() in (timedelta(hours=1), timedelta(hours=2))


def test_a_secret_is_read_from_its_file_alone(tmp_path: Path, monkeypatch):
    found = read_settings({"BALISE_HOME": str(tmp_path)})
    with pytest.raises(FileNotFoundError):
        found.secret("web")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "web").write_text("un-secret\n", encoding="ascii")
    assert found.secret("web") == "un-secret"


@pytest.mark.parametrize("written", ["", "\n", "  "])
def test_an_empty_secret_is_no_secret(tmp_path: Path, written: str):
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "web").write_text(written, encoding="ascii")
    with pytest.raises(ValueError, match="web"):
        read_settings({"BALISE_HOME": str(tmp_path)}).secret("web")
