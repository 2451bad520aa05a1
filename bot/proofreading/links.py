"""Do the addresses of the sources and services still answer? A job of its own: it needs the network."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import requests

from bot.content import Content, Problem

SECONDS = 15
_AGENT = {"User-Agent": "Balise (verification des sources)"}
_ASKS_ANOTHER_WAY = (403, 405, 501)  # some sites answer GET and not HEAD


def dead_links(content: Content) -> Iterator[Problem]:
    """The sources, lines and services whose address does not answer, as they are found."""
    places: dict[str, list[tuple[str, str]]] = {}
    for id, source in content.sources.items():
        places.setdefault(source.url, []).append(("sources.yml", id))
    for id, line in content.lines.items():
        for url in {line.site, line.chat} - {None} if line.status == "active" else ():
            places.setdefault(str(url), []).append(("help/lines.yml", id))
    for id, route in content.reporting.items():
        places.setdefault(route["site"], []).append(("help/reporting.yml", id))
    with ThreadPoolExecutor(8) as pool:
        for url, wrong in zip(places, pool.map(_wrong, places), strict=True):
            for file, id in places[url] if wrong else ():
                yield Problem(file, id, f"{url} : {wrong}")


def _wrong(url: str) -> str | None:
    """What is wrong with an address, in French, or None."""
    try:
        answer = requests.head(url, timeout=SECONDS, allow_redirects=True, headers=_AGENT)
        if answer.status_code in _ASKS_ANOTHER_WAY:
            answer = requests.get(url, timeout=SECONDS, stream=True, headers=_AGENT)
    except requests.Timeout:
        return f"pas de réponse en {SECONDS} s"
    except requests.RequestException as error:
        return f"injoignable ({type(error).__name__})"
    if answer.status_code >= 400:
        return f"réponse {answer.status_code}"
    if answer.history and _host(answer.url) != _host(url):
        return f"renvoie vers {_host(answer.url)} : à relire"
    return None


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
