"""What tests share: the real words, a Balise in a folder of its own, a Rasa that says what it is told to."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask
from flask.testing import FlaskClient

from bot import content as words
from bot.content import Content
from bot.privacy import Mask, load_mask
from bot.settings import ROOT, Settings, read_settings
from bot.storage import Store, open_store
from bot.storage.migrate import migrate
from bot.web import create_app
from bot.web.limits import limiter
from bot.web.services import Services
from tests.fake_rasa import FakeRasa
from tests.running import balise  # noqa: F401 (the fixture of tests/servers and tests/e2e)

REAL = ROOT / "content" / "fr"
AFTERNOON = "2026-11-24T15:00"  # A Tuesday in Paris: every daytime line is open.


@pytest.fixture(scope="session")
def content() -> Content:
    return words.load(REAL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of content/fr that a test may break."""
    return Path(shutil.copytree(REAL, tmp_path / "fr"))


@pytest.fixture
def rewrite(folder: Path) -> Callable[[str, Callable[[Any], None]], Path]:
    """`rewrite(file, change)` changes what a file of the copy says; returns the folder."""

    def change_file(file: str, change: Callable[[Any], None]) -> Path:
        path = folder / file
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        change(data)
        path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return folder

    return change_file


@pytest.fixture(scope="session")
def mask(content: Content) -> Mask:
    return load_mask([line.number for line in content.lines.values() if line.number])


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`environ(BALISE_NOW=…)` sets variables for one test, whatever the machine says."""
    home = tmp_path / "home"
    (home / "secrets").mkdir(parents=True)
    (home / "secrets" / "web").write_text("secret-of-the-web", encoding="ascii")
    (home / "secrets" / "rasa").write_text("secret-of-rasa", encoding="ascii")

    def set_all(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    set_all(BALISE_HOME=str(home), BALISE_NOW=AFTERNOON, BALISE_ANSWER_SECONDS="0.4")
    for name in ("BALISE_DATABASE_URL", "BALISE_CONTENT", "BALISE_NLU", "BALISE_TERRITORY", "BALISE_HTTPS"):
        monkeypatch.delenv(name, raising=False)
    return set_all


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database, to be copied."""
    path = tmp_path_factory.mktemp("database") / "balise.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def database(tmp_path: Path, empty_database: Path) -> Path:
    (tmp_path / "home").mkdir(exist_ok=True)
    return Path(shutil.copy(empty_database, tmp_path / "home" / "balise.db"))


@pytest.fixture
def store(database: Path) -> Store:
    return open_store(f"sqlite:///{database}")


@pytest.fixture
def rasa() -> Iterator[FakeRasa]:
    with FakeRasa("secret-of-rasa") as server:
        yield server


@pytest.fixture
def settings(environ: Callable[..., None], rasa: FakeRasa) -> Settings:
    environ(BALISE_RASA_PORT=str(rasa.port))
    return read_settings()


@pytest.fixture
def app(settings: Settings, database: Path, mask: Mask) -> Flask:
    """The gateway without a trained model: wordings alone screen messages."""
    limiter.reset() if limiter.initialized else None
    return create_app(settings)


@pytest.fixture
def services(app: Flask) -> Services:
    return app.extensions["balise"]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
