"""What a built site shows of people, and whether that may still be shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.published import Edition
from reflection_handbook.publishing import publish
from reflection_handbook.rendering.data import handbook_json
from reflection_handbook.viewing.addresses import DATA
from reflection_handbook.writing.releases import People, may_return, people_of
from support import TODAY, make_edition, make_handbook, make_practice, make_team, practice_consent


def test_a_release_may_return_when_all_of_it_about_people_may_still_be_shown(tmp_path: Path) -> None:
    practice = make_practice(team="west", text="Eerst luisteren. <!-- van mij -->")
    edition = make_edition(make_team(practices=(practice,)))
    shown = people_of(edition)
    release = tmp_path / "site"
    for address in shown.pages:
        (release / address).mkdir(parents=True)
    (release / "data").mkdir()
    (release / DATA).write_bytes(handbook_json(edition, TODAY))
    assert may_return(release, shown)
    assert not may_return(release, People())


@pytest.mark.parametrize("data", [None, "", "[]", '{"best_practices": [{}]}', '{"best_practices": null}'])
def test_a_release_of_people_that_cannot_be_read_does_not_return(tmp_path: Path, data: str | None) -> None:
    page = tmp_path / "best-practices" / "eerst-luisteren"
    page.mkdir(parents=True)
    if data is not None:
        (tmp_path / DATA).parent.mkdir()
        (tmp_path / DATA).write_text(data, encoding="utf-8")
    assert not may_return(tmp_path, People(pages=frozenset({"best-practices/eerst-luisteren/"})))


def test_a_release_without_people_returns(tmp_path: Path) -> None:
    assert may_return(tmp_path, People())


def test_earlier_words_of_a_text_that_was_approved_anew_do_not_return(tmp_path: Path) -> None:
    def story(text: str, **keys: object) -> Edition:
        consent = {**practice_consent(text), **keys}
        return make_edition(shared=(make_practice(text=text, herkomst="praktijk", toestemming=consent),))

    before, after = story("Over een meisje van vier."), story("Over een kind.")
    assert before.practices and after.practices
    (tmp_path / "best-practices" / "eerst-luisteren").mkdir(parents=True)
    (tmp_path / DATA).parent.mkdir()
    (tmp_path / DATA).write_bytes(handbook_json(before, TODAY))
    assert may_return(tmp_path, people_of(before))
    assert not may_return(tmp_path, people_of(after))


def test_what_asked_for_attention_on_another_day_does_not_stop_a_release_from_returning(tmp_path: Path) -> None:
    round = {"ronde": 1, "stappen": {"engagement": {"status": "bezig"}}, "laatste_contact": "2026-06-04"}
    handbook = make_handbook(make_team(rondes=[round]))
    then, now = (publish(handbook, Audience.ORGANISATION, None, day) for day in (date(2026, 6, 5), TODAY))
    assert then.teams[0].signals != now.teams[0].signals
    (tmp_path / "teams" / "west").mkdir(parents=True)
    (tmp_path / DATA).parent.mkdir()
    for built, today in ((then, now), (now, then)):
        (tmp_path / DATA).write_bytes(handbook_json(built, TODAY))
        assert may_return(tmp_path, people_of(today))
