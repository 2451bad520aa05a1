"""Lighthouse on the running page, where it is installed: it is no dependency of Balise.

BALISE_LIGHTHOUSE names a node_modules folder that holds it; else `npx lighthouse` is tried, without downloading it.
"""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

PAGES = ("/", "/conversation", "/aide", "/traces")
_WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100}
_CATEGORIES = (*_WANTED, "seo")
_RUNS = 3
_CHROME = "--headless=new --no-sandbox --disable-gpu"


def show_lighthouse(address: str, cookie: str) -> None:
    """Print the scores of `PAGES` as a phone sees them, and what keeps one of them below what is wanted."""
    command = _command()
    if not command:
        print("Lighthouse : absent ici (npm install lighthouse, puis BALISE_LIGHTHOUSE=…/node_modules).\n")
        return
    print(f"Lighthouse, téléphone, médiane de {_RUNS} passages au plus")
    print(f"  {'page':<18}" + "".join(f"{name:>16}" for name in _CATEGORIES))
    for path in PAGES:
        reports = [one for one in (_report(command, address + path, cookie) for _ in range(_RUNS)) if one]
        if not reports:
            continue
        scores = {name: statistics.median(_score(one, name) for one in reports) for name in _CATEGORIES}
        print(f"  {path:<18}" + "".join(f"{scores[name]:>16.0f}" for name in _CATEGORIES))
        for name, wanted in _WANTED.items():
            if scores[name] < wanted:
                print("\n".join(f"    {one}" for one in _faults(reports[0], name)))
    print()


def _command() -> list[str] | None:
    node, npx, folder = shutil.which("node"), shutil.which("npx"), os.environ.get("BALISE_LIGHTHOUSE")
    if folder and node:
        return [node, str(Path(folder) / "lighthouse" / "cli" / "index.js")]
    if npx and subprocess.run([npx, "--no-install", "lighthouse", "--version"], capture_output=True).returncode == 0:
        return [npx, "--no-install", "lighthouse"]
    return None


def _report(command: list[str], url: str, cookie: str) -> dict[str, Any] | None:
    """What Lighthouse found; None, said in a line, where it could not look: Chromium may not start."""
    chrome = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    headers = json.dumps({"Cookie": f"balise={cookie}"})
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "report.json"
        options = [
            "--quiet", "--output=json", f"--output-path={written}", f"--chrome-flags={_CHROME}",
            f"--only-categories={','.join(_CATEGORIES)}", f"--extra-headers={headers}",
        ]  # fmt: skip
        environment = os.environ | ({"CHROME_PATH": chrome} if chrome else {})
        ran = subprocess.run([*command, url, *options], env=environment, capture_output=True, text=True, timeout=300)
        if ran.returncode:
            print(f"  {url} : Lighthouse a échoué ({(ran.stderr.strip() or 'sans un mot').splitlines()[0][:160]})")
            return None
        report = json.loads(written.read_text(encoding="utf-8"))
    assert report["finalDisplayedUrl"] == url, f"{url} led to {report['finalDisplayedUrl']}"
    return report


def _score(report: dict[str, Any], category: str) -> float:
    return 100 * (report["categories"][category]["score"] or 0)


def _faults(report: dict[str, Any], category: str) -> list[str]:
    """Each audit that costs points, with the elements it names."""
    said = []
    for ref in report["categories"][category]["auditRefs"]:
        audit = report["audits"][ref["id"]]
        if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
            items = (audit.get("details") or {}).get("items") or []
            elements = [one["node"]["snippet"] for one in items if isinstance(one.get("node"), dict)]
            score, value = audit["score"], audit.get("displayValue", "")
            said.append(f"{ref['id']} ({score:.2f}) {value} {' | '.join(elements[:3])}".rstrip())
    return said
