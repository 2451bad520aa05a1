"""The words of a running service: new ones taken, bad ones refused and said, expired ones withdrawn."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from bot.content import ContentError, Words, current, leaflet_reply, reply
from bot.orientation import trial

DAY = date(2026, 11, 24)
G = "topics/grooming.yml"


class Clock:
    """Ticks only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def words(folder, clock) -> Words:
    return Words(folder, ticks=clock)


def say(text):
    def change(data):
        data["intro"]["parent"] = text

    return change


def late(*path):
    def change(data):
        for key in path:
            data = data[key]
        data["recheck_by"] = date(2026, 11, 23)

    return change


def intro(words: Words) -> str:
    return words.on(DAY).themes["grooming"].intro["parent"]


def test_a_changed_file_is_served_without_a_restart(words, rewrite, clock):
    rewrite(G, say("Un texte tout neuf."))
    clock.now += 10
    assert intro(words) == "Un texte tout neuf."
    assert words.refusal is None


def test_files_are_not_looked_at_more_than_every_two_seconds(words, rewrite, clock):
    before = intro(words)
    rewrite(G, say("Un texte tout neuf."))
    clock.now += 1
    assert intro(words) == before


def test_a_file_that_breaks_keeps_the_last_good_words_and_is_said(words, folder, rewrite, clock):
    before = intro(words)
    (folder / G).write_text("theme: [", encoding="utf-8")
    clock.now += 10
    assert intro(words) == before
    assert words.refusal.problems[0].file == G
    assert "YAML illisible" in words.refusal.problems[0].message


def test_nothing_of_a_broken_set_is_served(words, folder, rewrite, clock):
    before = words.on(DAY)
    rewrite("interface.yml", lambda data: data.update(name="Phare"))
    (folder / G).write_text("theme: [", encoding="utf-8")
    clock.now += 10
    assert words.on(DAY) is before


def test_mended_words_are_served_and_the_refusal_is_gone(words, folder, clock):
    good = (folder / G).read_text(encoding="utf-8")
    (folder / G).write_text("theme: [", encoding="utf-8")
    clock.now += 10
    words.on(DAY)
    (folder / G).write_text(good.replace("intro:", "intro:  # mended"), encoding="utf-8")
    clock.now += 10
    words.on(DAY)
    assert words.refusal is None


def test_a_file_that_disappears_is_refused_too(words, folder, clock):
    (folder / "facts.yml").unlink()
    clock.now += 10
    words.on(DAY)
    assert [str(one) for one in words.refusal.problems] == ["facts.yml : fichier absent"]


BREAKS_HELP = [
    ("help/card.yml", lambda data: data.pop("say_this"), "say_this : ce texte manque"),
    (
        "help/card.yml",
        lambda data: data["never"]["sextorsion"].pop("child"),
        "never, sextorsion, child : ce texte manque",
    ),
    ("interface.yml", lambda data: data["help"].pop("pinned"), "help, pinned : ce texte manque"),
    ("interface.yml", lambda data: data["leaflets"].pop("report_steps"), "leaflets, report_steps : ce texte manque"),
    ("help/support.yml", lambda data: data["suicide"]["self"].pop("8-10"), "aucun texte pour « 8-10 »"),
    ("help/support.yml", lambda data: data.pop("mal_etre"), "la carte d'aide ne peut pas être faite"),
]


@pytest.mark.parametrize(("file", "change", "said"), BREAKS_HELP, ids=lambda value: str(value)[:30])
def test_words_without_which_no_help_could_be_given_are_refused(rewrite, folder, clock, file, change, said):
    words = Words(folder, trial=trial, ticks=clock)
    before = words.on(DAY)
    rewrite(file, change)
    clock.now += 10
    assert words.on(DAY) is before
    assert said in str(words.refusal.problems[0])


def test_a_line_that_begins_with_a_placeholder_is_said(words, folder, clock):
    path = folder / G
    path.write_text(path.read_text(encoding="utf-8") + "\n{line.police}: appelle\n", encoding="utf-8")
    clock.now += 10
    words.on(DAY)
    assert any("commence par une accolade" in str(one) for one in words.refusal.problems)


def test_many_threads_on_a_new_day_build_once(rewrite, folder, monkeypatch):
    rewrite("facts.yml", late("peine_vie_privee"))
    words = Words(folder)
    built = []
    real = current.build
    monkeypatch.setattr(current, "build", lambda *given: built.append(1) or real(*given))
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: words.on(DAY), range(64)))
    assert len(built) == 1
    assert {one.expired for one in found} == {frozenset({"fact.peine_vie_privee"})}


def test_emergency_numbers_abroad_are_served_whatever_their_date(rewrite, folder):
    rewrite("help/lines.yml", late("be_urgence"))
    assert "line.be_urgence" not in Words(folder).on(DAY).expired


def test_a_service_does_not_start_on_broken_words(folder):
    (folder / G).write_text("theme: [", encoding="utf-8")
    with pytest.raises(ContentError):
        Words(folder)


def test_the_sentence_of_an_expired_fact_is_left_out_and_the_rest_stays(rewrite, folder):
    rewrite(G, say("Avant. Le maximum est {fact.peine_vie_privee}, pour un adulte. Après."))
    rewrite("facts.yml", late("peine_vie_privee"))
    served = Words(folder)
    assert served.on(date(2026, 11, 23)).themes["grooming"].intro["parent"].startswith("Avant. Le maximum est un an")
    assert served.on(DAY).themes["grooming"].intro["parent"] == "Avant. Après."


def test_an_expired_line_is_no_longer_named_in_texts(rewrite, folder):
    rewrite(G, say("Parlez-en. Appelez le {line.e_enfance} : il répond {hours.e_enfance}. Respirez."))
    rewrite("help/lines.yml", late("e_enfance"))
    assert Words(folder).on(DAY).themes["grooming"].intro["parent"] == "Parlez-en. Respirez."


def test_police_and_ambulance_are_named_whatever_their_date(rewrite, folder):
    rewrite(G, say("Appelez le {line.police}."))
    rewrite("help/lines.yml", late("police"))
    assert Words(folder).on(DAY).themes["grooming"].intro["parent"] == "Appelez le 17."


def test_an_answer_of_which_nothing_is_left_says_so_honestly(rewrite, folder):
    def change(data):
        text = data["topics"]["faux_profil"]["texts"]["11-14"]
        text["text"] = text["action"] = "C'est {fact.peine_vie_privee}."

    rewrite(G, change)
    rewrite("facts.yml", late("peine_vie_privee"))
    content = Words(folder).on(DAY)
    assert reply(content, "faux_profil", "11-14").text == content.words("withdrawn", audience="11-14")


@pytest.mark.parametrize(
    ("file", "path", "name"),
    [
        ("law.yml", ("consentement",), "law.consentement"),
        ("dossiers.yml", ("cameleon",), "dossier.cameleon"),
        ("help/reporting.yml", ("pharos",), "report.pharos"),
    ],
)
def test_an_expired_leaflet_is_neither_offered_nor_opened(rewrite, folder, file, path, name):
    rewrite(file, late(*path))
    content = Words(folder).on(DAY)
    assert name not in content.leaflets
    with pytest.raises(KeyError):
        leaflet_reply(content, name, "15-17")
    for leaflet in content.leaflets.values():
        for audience in leaflet.texts:
            said = leaflet_reply(content, leaflet.name, audience)
            assert not any(name in button.intent for button in said.buttons)


def test_the_steps_of_an_app_expire_but_the_way_to_ask_for_help_stays(rewrite, folder):
    before = leaflet_reply(Words(folder).on(DAY), "app.snapchat", "11-14").text
    rewrite("help/platforms.yml", late("apps", "snapchat"))
    after = leaflet_reply(Words(folder).on(DAY), "app.snapchat", "11-14").text
    assert "1. " in before
    assert "1. " not in after
    assert "Signaler" in after


def test_every_answer_still_stands_when_everything_has_expired(folder):
    content = Words(folder).on(date(2099, 1, 1))
    for topic in content.topics.values():
        for audience in topic.texts:
            for part in ("text", "simpler", "details"):
                said = reply(content, topic.id, audience, part=part)
                assert said.text.strip()
                assert "{" not in said.text
                assert all(button.title for button in said.buttons)
