"""The digits of a help line live in lines.yml, and nowhere else that is served, run or read as documentation."""

import re
import subprocess

from bot.settings import ROOT

NUMBER = re.compile(r"(?<![\d\w/.-])(?:3018|3114|3919|3020|3039|116 ?\d{3}|119|0 ?8\d\d(?: ?\d){6})(?![\d\w])(?!\.fr)")
HOME = "content/fr/help/lines.yml"
# What people type, what a test expects, measures, and the contract of ids may hold them.
# docs/fr/orientation.md is made of the lines, and a test holds it to them.
ELSEWHERE = (
    "data/nlu/", "tests/", "docs/measures/", "docs/fr/orientation.md", "bench/", "docs/evaluation.md", "requirements.lock", "bot/safety/calibration.json",
)  # fmt: skip
ALLOWED = {
    "content/fr/taxonomy.yml": r"urgences d'abord|Le (?:3018|119) : qui, quand, comment",  # the contract, word for word
    "content/fr/sources.yml": r"^\s+(?:title|publisher|url):",  # names of the pages read
    "content/fr/help/routes.yml": r"^#",  # why a route is as it is
    "content/fr/help/territories.yml": r"^#|^\s+note:",  # what nobody has verified there
    "content/fr/README.md": r"Appelle le 3018|0 800 000 000",  # what a placeholder becomes
    "CONTRIBUTING.md": r"0 ?800 ?000 ?000",  # an invented number
    "docs/api.md": r".",  # answers of a running Balise
    "bot/content/checks/wording.py": r"3018\|3114",  # the rule that looks for them
}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    return [name for name in listed if name and name != HOME and not name.startswith(ELSEWHERE)]


def test_no_helpline_is_written_outside_its_file():
    found = []
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".py", ".yml", ".yaml", ".md", ".html", ".js", ".txt", ".toml", ""} and path.is_file():
            allowed = re.compile(ALLOWED.get(name, r"(?!)"))
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                if NUMBER.search(line) and not allowed.search(line):
                    found.append(f"{name}:{number}: {line.strip()[:80]}")
    assert found == []
