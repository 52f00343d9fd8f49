"""Whatever a valid portfolio holds: it is read, checked, published and rendered, and every page is whole."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from justhtml import JustHTML

from portfolios import portfolios
from reflection_handbook.checking import check
from reflection_handbook.loading import load
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.places import Severity
from reflection_handbook.publishing import publish
from reflection_handbook.rendering import Asset, Output, Page, Text, render
from reflection_handbook.viewing.addresses import document_url
from support import STORY, TODAY, make_project

ROOT = "https://site.invalid/"
# The first that fails is told as it is: to make it smaller would build hundreds of sites.
SEEN = settings(max_examples=20, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


def _read(portfolio: dict[str, Any], root: Any) -> Any:
    text = yaml.safe_dump(portfolio, allow_unicode=True, sort_keys=False)
    files = {"teams/west/portfolio.yml": text, "teams/_gedeeld/best-practices/eerst.md": STORY}
    return load(make_project(root, files))


def _pages(outputs: list[Output]) -> dict[str, JustHTML]:
    """Return our own pages by their address, read by the rules of HTML5."""
    found = {}
    for output in outputs:
        if isinstance(output, Page):
            whole = f'<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body>{output.html}</body></html>'
            found[document_url(output.uri)] = JustHTML(whole, collect_errors=True, sanitize=False)
        elif isinstance(output, Asset) and output.uri.endswith(".html"):
            at = output.uri.removesuffix("index.html")
            found[at] = JustHTML(output.content.decode(), collect_errors=True, sanitize=False)
    return found


def _dead(pages: dict[str, JustHTML], outputs: list[Output]) -> list[tuple[str, str]]:
    """Return every link of a page of ours that leads nowhere, or to a place that its page does not have."""
    there = {output.uri if isinstance(output, Asset) else document_url(output.uri) for output in outputs}
    there = {uri.removesuffix("index.html") for uri in there}
    anchors = {at: {node.attrs["id"] for node in page.query("[id]")} for at, page in pages.items()}
    dead = []
    for at, page in pages.items():
        for node in page.query("a[href]"):
            link = node.attrs["href"] or ""
            parts = urlsplit(urljoin(ROOT + at, link))
            target = parts.path.lstrip("/").removesuffix("index.html")
            if f"{parts.scheme}://{parts.netloc}/" != ROOT:
                continue
            # What stands on a page of docs/ the engine makes of its Markdown; the site's own tests look there.
            missing = parts.fragment and target in anchors and parts.fragment not in anchors[target]
            if target not in there or missing:
                dead.append((at, link))
    return dead


@SEEN
@given(portfolio=portfolios())
def test_every_valid_portfolio_becomes_whole_pages_for_every_audience(
    portfolio: dict[str, Any], tmp_path_factory: Any
) -> None:
    loaded = _read(portfolio, tmp_path_factory.mktemp("p"))
    faults = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    faults += [problem for problem in check(loaded.handbook, TODAY) if problem.severity is Severity.ERROR]
    assert faults == []  # or else the makers of portfolios make what is not valid
    for audience, team in ((Audience.PUBLIC, None), (Audience.ORGANISATION, None), (Audience.TEAM, "west")):
        edition = publish(loaded.handbook, audience, team, TODAY)
        assert [found.id for found in edition.teams] == ["west"]
        outputs = list(render(edition, TODAY))
        pages = _pages(outputs)
        assert "teams/west/" in pages
        assert {at: page.errors for at, page in pages.items() if page.errors} == {}
        for at, page in pages.items():
            ids = [node.attrs["id"] for node in page.query("[id]")]
            assert sorted(ids) == sorted(set(ids)), at
        assert _dead(pages, outputs) == []
        assert all(output.markdown for output in outputs if isinstance(output, Text))
