"""Everything Balise can be told from outside, read once from the environment."""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Paths, ports and limits. Secrets are files below `secrets`, made once by `balise setup`."""

    home: Path
    content: Path
    nlu: Path
    now: datetime | None
    territory: str
    rasa_url: str
    actions_port: int
    rasa_port: int
    web_port: int
    web_host: str
    database_url: str
    answer_seconds: float
    messages_per_minute: int
    conversations_per_minute: int
    idle_minutes: int
    frame_ancestors: str
    https: bool
    contact: str

    @property
    def models(self) -> Path:
        return self.home / "models"

    @property
    def understanding(self) -> Path:
        """The weights that the gateway reads; `balise train` writes them."""
        return self.models / "understanding.npz"

    @property
    def follow_ups(self) -> Path:
        """The weights that read what is asked after a help card; `balise train` writes them too."""
        return self.models / "follow_ups.npz"

    @property
    def secrets(self) -> Path:
        return self.home / "secrets"

    @property
    def framed(self) -> bool:
        """Whether some site may show Balise in a frame."""
        return self.frame_ancestors != "'none'"

    def secret(self, name: str) -> str:
        """The secret called `name`. Raises FileNotFoundError where none was made, ValueError for an empty one."""
        written = (self.secrets / name).read_text(encoding="ascii").strip()
        if not written:  # Compared with a header that is absent, it would open the door.
            raise ValueError(f"{self.secrets / name} : secret vide ; effacez le fichier et relancez")
        return written


def read_settings(environ: dict[str, str] | None = None) -> Settings:
    """Settings from `environ` (os.environ when not given). Raises ValueError naming a bad variable."""
    env = dict(os.environ) if environ is None else environ
    home = Path(env.get("BALISE_HOME") or ROOT / "var").expanduser().resolve()
    web_port = _whole(env, "BALISE_PORT", 8080)
    rasa_port = _whole(env, "BALISE_RASA_PORT", 5005)
    return Settings(
        home=home,
        content=Path(env.get("BALISE_CONTENT") or ROOT / "content" / "fr"),
        nlu=Path(env.get("BALISE_NLU") or ROOT / "data" / "nlu"),
        now=_moment(env),
        territory=env.get("BALISE_TERRITORY", "fr"),
        rasa_url=f"http://127.0.0.1:{rasa_port}",
        actions_port=_whole(env, "BALISE_ACTIONS_PORT", 5055),
        rasa_port=rasa_port,
        web_port=web_port,
        web_host=env.get("BALISE_HOST", "127.0.0.1"),
        database_url=env.get("BALISE_DATABASE_URL") or f"sqlite:///{home / 'balise.db'}",
        answer_seconds=_number(env, "BALISE_ANSWER_SECONDS", 1.2),
        messages_per_minute=_whole(env, "BALISE_MESSAGES_PER_MINUTE", 40),
        conversations_per_minute=_whole(env, "BALISE_CONVERSATIONS_PER_MINUTE", 120),
        idle_minutes=_whole(env, "BALISE_IDLE_MINUTES", 60),
        frame_ancestors=env.get("BALISE_FRAME_ANCESTORS", "'none'"),
        https=env.get("BALISE_HTTPS", "") == "1",
        contact=env.get("BALISE_CONTACT", "").strip(),
    )


def clock(settings: Settings) -> datetime:
    """The present moment in Paris, or the one that BALISE_NOW fixes for demonstrations and tests."""
    return settings.now or datetime.now(PARIS)


def _moment(env: dict[str, str]) -> datetime | None:
    written = env.get("BALISE_NOW")
    return parse_moment(written, "BALISE_NOW") if written else None


def parse_moment(written: str, name: str) -> datetime:
    """An aware moment from ISO 8601; Paris time where no offset is given. Raises ValueError."""
    try:
        moment = datetime.fromisoformat(re.sub(r"[zZ]$", "+00:00", written))
    except ValueError:
        raise ValueError(f"{name} : « {written} » n'est pas une date ISO (2026-11-21T23:30)") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=PARIS)


def _whole(env: dict[str, str], name: str, default: int) -> int:
    written = env.get(name, "")
    if not written:
        return default
    if not written.isdigit():
        raise ValueError(f"{name} : « {written} » n'est pas un nombre entier")
    return int(written)


def _number(env: dict[str, str], name: str, default: float) -> float:
    written = env.get(name, "")
    try:
        return float(written) if written else default
    except ValueError:
        raise ValueError(f"{name} : « {written} » n'est pas un nombre") from None
