"""Files of the page: an address that changes with them, kept for good under it; answers compressed."""

import re

import pytest


@pytest.fixture
def sheet(client) -> str:
    """The address of a style sheet, as the first page gives it."""
    return re.search(r'href="(/static/[^"]+/css/base\.css)"', client.get("/").text)[1]


def test_a_file_may_be_kept_for_good_under_its_present_address(client, sheet):
    response = client.get(sheet)
    assert response.cache_control.immutable
    assert response.cache_control.max_age >= 31_000_000


def test_an_address_of_before_is_served_and_kept_by_nobody(client, sheet):
    response = client.get(re.sub("/static/[^/]+/", "/static/0123456789/", sheet))
    assert response.status_code == 200
    assert not response.cache_control.immutable
    assert response.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/static/x/nothing.css", "/static/x/../pages.py", "/static/x/%2e%2e/pages.py", "/static/pages.py"]
)
def test_what_is_no_file_of_the_page_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_texts_travel_compressed(client, sheet, coding):
    for path in ("/", sheet, sheet.replace("css/base.css", "pictures.svg")):
        response = client.get(path, headers={"Accept-Encoding": coding})
        assert response.headers["Content-Encoding"] == coding
        assert "Accept-Encoding" in response.headers["Vary"]


def test_the_page_of_numbers_is_still_recognised_when_compressed(client):
    headers = {"Accept-Encoding": "br"}
    response = client.get("/aide", headers=headers)
    again = client.get("/aide", headers={**headers, "If-None-Match": response.headers["ETag"]})
    assert (response.headers["Content-Encoding"], again.status_code) == ("br", 304)


def test_every_module_of_the_conversation_is_announced(child):
    page = child.client.get("/conversation").text
    for module in re.findall(r'rel="modulepreload" href="([^"]+)"', page):
        text = child.client.get(module).text
        for imported in re.findall(r'from "\./([^"]+)"', text):
            assert f'/{imported}"' in page
