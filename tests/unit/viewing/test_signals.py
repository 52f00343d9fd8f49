from __future__ import annotations

import re
from datetime import date

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.documents import Document
from reflection_handbook.model.published import Edition
from reflection_handbook.model.signals import SignalKind
from reflection_handbook.publishing import publish
from reflection_handbook.rendering.environment import ICONS, Headings, Templates
from reflection_handbook.viewing.signals import SignalView, signal_views
from reflection_handbook.viewing.team import team_view
from support import TODAY, make_document, make_handbook, make_team

REORGANISATION = {"stabiliteit": {"reorganisatie_voorzien": "ja"}}
"""A team with one signal, of which ``invoeren/#startcheck`` says more."""
LEADER = {
    "betrokkenen": [{"rol": "teamleider"}],
    "rondes": [
        {
            "ronde": 1,
            "stappen": {"engagement": {"status": "afgerond"}, "interviews": {"status": "bezig"}},
            "laatste_contact": "2026-11-20",
            "volgende_stap": {"stap": "interviews", "wanneer": "2026-12-10", "wie": "gespreksleider"},
        }
    ],
}
PAGE = make_document("invoeren/index.md", "# Invoeren\n\nTekst.\n\n## Is dit team er klaar voor? { #startcheck }\n")


def _edition(*documents: Document, audience: Audience = Audience.TEAM, day: date = TODAY, **keys: object) -> Edition:
    handbook = make_handbook(make_team("west", **keys), documents=documents)
    return publish(handbook, audience, "west" if audience is Audience.TEAM else None, day)


def _views(*documents: Document, **keys: object) -> tuple[SignalView, ...]:
    edition = _edition(*documents, **keys)
    return signal_views(edition.teams[0], edition)


def _html(edition: Edition) -> str:
    view = team_view(edition.teams[0], edition, TODAY)
    return Templates().render("team/signals", "teams/west/", {"view": view}, Headings())


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (PAGE.text, ("Is dit team er klaar voor?", "invoeren/#startcheck")),
        ("# Begin\n\n### Past het? { .rustig #startcheck }\n", ("Past het?", "invoeren/#startcheck")),
        ("# Begin\n\n## Past het? { #startcheck-kort }\n", ("Begin", "invoeren/")),
        ("# Begin { #top }\n\nEen #startcheck in de tekst.\n", ("Begin", "invoeren/")),
        ("Zonder kop.\n", None),
    ],
)
def test_the_page_that_helps_is_named_by_the_heading_that_is_there(text: str, link: tuple[str, str] | None) -> None:
    (view,) = _views(make_document("invoeren/index.md", text), **REORGANISATION)
    assert ((view.page.text, view.page.url) if view.page else None) == link


def test_a_page_may_be_a_file_of_its_own_and_need_not_be_there() -> None:
    for uri, found in (("invoeren.md", True), ("invoeren/index.md", True), ("invoeren/meer.md", False)):
        (view,) = _views(make_document(uri, "# Invoeren\n"), **REORGANISATION)
        assert (view.page is not None) is found


def test_what_is_about_a_role_says_who_sees_it() -> None:
    marks = {view.kind: view.about_a_role for view in _views(PAGE, **REORGANISATION, **LEADER)}
    assert marks == {"teamleider": True, "reorganisatie": False}
    sentence = "Dit punt zien alleen het team en de gespreksleider."
    assert _html(_edition(PAGE, **REORGANISATION, **LEADER)).count(sentence) == 1
    assert sentence not in _html(_edition(PAGE, audience=Audience.ORGANISATION, **REORGANISATION, **LEADER))


def test_the_block_says_what_to_do_and_where_to_read_on() -> None:
    edition = _edition(PAGE, **REORGANISATION)
    (signal,) = edition.teams[0].signals
    html = _html(edition)
    assert signal.message in html and signal.advice in html
    assert '<a href="../../invoeren/#startcheck">Is dit team er klaar voor?</a>' in html
    assert re.findall(r'aria-labelledby="([^"]*)"', html) == re.findall(r'<h2 id="([^"]*)"', html)


def test_where_nothing_asks_for_attention_there_is_no_block() -> None:
    assert _html(_edition(PAGE)) == ""
    assert _html(_edition(PAGE, audience=Audience.PUBLIC, **REORGANISATION)) == ""


def test_every_kind_has_an_icon_of_its_own() -> None:
    assert len({ICONS[kind.value] for kind in SignalKind}) == len(SignalKind)
