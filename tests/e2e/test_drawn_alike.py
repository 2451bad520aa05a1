"""The same exchange drawn twice, by the templates (no JavaScript) and by the modules, is the same to the last attribute.

Left out: what only JavaScript can offer (`.acts`, `.card-tools`) and the plain link to « Montrer » that stands for it.
"""

import json
import re
import uuid
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import APIRequestContext, Page

from tests.e2e.screens import SEXTORTION, URGENT, open_chat
from tests.e2e.unlucky import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]

# In the page: both drawings of a list of messages, as lines that a failing test can show side by side.
DRAW = r"""async ({html, messages, pinned, marks}) => {
  const module = (name) => import(new URL(name, document.querySelector('script[src$="chat.js"]').src));
  const [{message}, {shortLine}] = await Promise.all([module("draw.js"), module("line.js")]);
  const served = new DOMParser().parseFromString(html, "text/html");
  const {words} = JSON.parse(served.getElementById("page").textContent);
  const lines = (node, indent = "") => {
    if (node.nodeType === Node.TEXT_NODE) {
      const said = node.data.replace(/[ \t\n]+/g, " ").trim();
      return said ? [indent + said] : [];
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(".acts, .card-tools")) return [];
    if (node.matches("p.ways") && node.querySelector(':scope > [href="/conversation/montrer"]:only-child')) return [];
    const attributes = [...node.attributes].map(({name, value}) => `${name}="${value}"`).sort();
    return [[indent + node.localName, ...attributes].join(" "), ...[...node.childNodes].flatMap((one) => lines(one, indent + "  "))];
  };
  const all = (nodes) => [...nodes].flatMap((one) => lines(one));
  return {
    served: all(served.getElementById("log").children),
    drawn: all(messages.map((one, index) => message(one, words, index === 0))),
    servedPin: all(served.getElementById("pinned-lines").children),
    drawnPin: all(pinned ? pinned.lines.map(shortLine) : []),
    missing: marks.filter((mark) => !served.querySelector(`#log ${mark}`)),
  };
}"""

GUIDE = ["> Faire supprimer ou signaler", "> Une photo ou une vidéo", "> Une image intime", "> *", "> *", "> *"]

# To whom, what is said in turn (« > » presses the last button that begins so, « * » the first), what must be drawn.
CASES = {
    "the welcome": ("8-10", [], [".first .avatar", ".choices"]),
    "a lesson with sources, explained words, groups": (
        "11-14",
        ["c'est quoi la sextorsion ?"],
        [".sources", ".glossary", ".group"],
    ),
    "themes with pictures": ("8-10", ["> Menu"], [".themes .pictured .picture"]),
    "questions of a theme": ("8-10", ["> *"], [".choices button"]),
    "not understood": ("11-14", ["et pour les photos alors"], [".choices button"]),
    "a help card": ("11-14", [SEXTORTION], [".card.alerte .call", ".card blockquote"]),
    "a help card for a parent": ("parent", ["ma fille est menacée, on veut publier sa photo nue"], [".card .third li"]),
    "an urgent card": ("15-17", [URGENT], [".card.urgence .emergency .alarm"]),
    "a card for who cannot hear": ("11-14", ["je suis sourd et mon père me frappe"], [".card .lead"]),
    "a card abroad": ("11-14", ["j'habite en belgique", "mon père me frappe"], [".card"]),
    "an answer after the card, with its lines": ("11-14", [SEXTORTION, "mes parents vont le savoir ?"], [".again a"]),
    "the end of the guide": ("11-14", [SEXTORTION, *GUIDE], [".card.guide .steps li"]),
    "a leaflet with steps": ("11-14", ["comment signaler sur snap"], [".bubble .lead", ".bubble .steps li"]),
    "a way to report, with its site": ("11-14", [SEXTORTION, "> DISRUPT"], [".ways .way"]),
    "a law card": ("15-17", ["la loi", "> La vie privée"], [".bubble .lead"]),
    "another subject after the card": ("11-14", [SEXTORTION, "> Parler d’autre chose"], [".choices"]),
    "a refusal with its card": ("11-14", ["la la la " * 200 + SEXTORTION], [".card.alerte"]),
    "a refusal alone": ("11-14", ["la la la " * 200], []),
}


@dataclass
class Said:
    """What Balise answered, as one of the two doors gives it: its messages and the help that stays."""

    messages: list[dict[str, Any]]
    pinned: dict[str, Any] | None = None

    def button(self, title: str, menu: str) -> str:
        """The id of the last button that begins with `title`; « * » is the first of all, « Menu » the one below the field."""
        if title == "Menu":
            return menu
        groups = [group for one in self.messages for group in one.get("groups", [])]
        ways = [
            way["button"] for one in self.messages for way in one.get("guide", {}).get("ways", []) if way.get("button")
        ]
        offered = [button for one in (*self.messages, *groups) for button in one.get("buttons", [])] + ways
        if title == "*":
            return offered[0]["id"]
        return [one["id"] for one in offered if one["title"].startswith(title)][-1]


def fields_of(step: str, before: Said, menu: str) -> dict[str, str]:
    said = {"button": before.button(step.removeprefix("> "), menu)} if step.startswith("> ") else {"text": step}
    return {"id": str(uuid.uuid4()), **said}


def by_form(client: APIRequestContext, audience: str, steps: list[str], menu: str) -> str:
    """Without JavaScript: the last page, with what was answered drawn and, for the modules, as JSON."""
    html = client.post("/conversation", form={"audience": audience}).text()
    for step in steps:
        html = client.post("/conversation/message", form=fields_of(step, in_page(html), menu)).text()
    return html


def in_page(html: str) -> Said:
    (found,) = re.findall(r'<script type="application/json" id="page">(.*?)</script>', html, re.DOTALL)
    return Said(json.loads(found)["exchange"])


def by_api(client: APIRequestContext, audience: str, steps: list[str], menu: str) -> Said:
    """With JavaScript: what chat.js would draw after the same steps."""
    body = client.post("/api/conversation", data={"audience": audience}).json()
    said = Said(from_balise(body))
    for step in steps:
        body = client.post("/api/messages", data=fields_of(step, said, menu)).json()
        said = Said(from_balise(body), body.get("pinned"))
    return said


def from_balise(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"from": "balise", **one} for one in body.get("messages", [])]


@pytest.fixture
def menu(page: Page) -> str:
    """The id of « Menu », on a page of the conversation, where the modules can be asked to draw."""
    open_chat(page, "11-14")
    return str(page.locator(".tools button[name=button]").get_attribute("value"))


def both(page: Page, html: str, said: Said, marks: list[str]) -> dict[str, list[str]]:
    return page.evaluate(DRAW, {"html": html, "messages": said.messages, "pinned": said.pinned, "marks": marks})


@pytest.mark.parametrize(("audience", "steps", "marks"), CASES.values(), ids=CASES.keys())
def test_the_templates_and_the_modules_draw_the_same(page, menu, audience, steps, marks):
    html = by_form(page.request, audience, steps, menu)
    found = both(page, html, in_page(html), marks)
    assert found["missing"] == []
    assert found["drawn"] == found["served"]


@pytest.mark.parametrize(("audience", "steps", "marks"), CASES.values(), ids=CASES.keys())
def test_with_and_without_javascript_one_reads_the_same(page, menu, audience, steps, marks):
    html, said = by_form(page.request, audience, steps, menu), by_api(page.request, audience, steps, menu)
    found = both(page, html, said, marks)
    assert found["drawn"] == found["served"]
    assert found["drawnPin"] == found["servedPin"]
