"""What somebody can work out from all that is published, by counting every way in which it may have come about.

The onlooker is made as strong as can be. They know the rules, how many people answered each time, that everybody who
was asked did so, and who came and went. So they also know what silence means: where nothing else explains it, everybody
gave the same score. On top of that they may know what those who stayed did: the less those changed, the more is known.

Three things are counted for all that can be published over the rounds. How many sets of answers it leaves possible. How
many scores each single person may have given: a newcomer, a leaver, somebody who stayed. And where that comes down to
one: those are the limits of the rules, and they stand here under their own name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations_with_replacement, product
from math import prod

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.published import Mean
from reflection_handbook.publishing import publish
from reflection_handbook.publishing.small_numbers import Answers, Figure, Floors, figure, series
from support import make_handbook, make_team

FLOORS = Floors()
TEAMS = range(5, 9)
"""How many people answer."""

Scores = tuple[int, ...]
Kind = tuple[int, int]
"""All that a figure can depend on: the total of some scores, and the score that all of them are (0: they differ)."""
NOBODY: Kind = (0, -1)
Told = tuple[Mean | None, ...]
"""What is published of each round: a mean, or nothing."""


@dataclass
class Possible:
    """What may lie behind what is published."""

    sets: int = 0
    """How many sets of answers of the whole team, over all rounds."""
    scores: dict[str, int] = field(default_factory=dict)
    """Which scores anybody may have given, by their part in it; a bit for each."""

    def add(self, sets: int, scores: dict[str, int]) -> None:
        self.sets += sets
        for part, found in scores.items():
            if not found:
                continue  # nobody
            self.scores[part] = self.scores.get(part, 0) | found

    def certain(self) -> set[str]:
        """Return of whom the score is known."""
        return {part for part, found in self.scores.items() if found.bit_count() == 1}


@dataclass(frozen=True)
class Part:
    """People of a team who were there in the same rounds."""

    name: str
    people: int
    there: tuple[int, ...]
    """In which rounds, from 0."""


def _sets(people: int) -> Iterator[Scores]:
    return combinations_with_replacement(range(1, 11), people)


def _kind(scores: Scores) -> Kind:
    if not scores:
        return NOBODY
    return sum(scores), scores[0] if len(set(scores)) == 1 else 0


def _joined(*kinds: Kind) -> Kind:
    """Return the kind of the scores of several groups together."""
    there = [kind for kind in kinds if kind != NOBODY]
    if not there:
        return NOBODY
    same = {same for _, same in there}
    return sum(total for total, _ in there), same.pop() if len(same) == 1 else 0


def _bits(scores: Scores) -> int:
    return sum(1 << score for score in set(scores))


@cache
def _some_scores(kind: Kind, people: int) -> Scores:
    """Return one set of scores of a kind."""
    total, same = kind
    if same:
        return (same,) * people
    low, more = divmod(total, people)
    found = [low + 1] * more + [low] * (people - more)
    if not more:  # all the same, where they have to differ
        found[0], found[-1] = low + 1, low - 1
    return tuple(sorted(found))


@cache
def _figure(kind: Kind, people: int) -> Mean | None:
    found = figure(_some_scores(kind, people), people, FLOORS)
    return found.mean if found else None


@cache
def _answers(people: int) -> dict[Kind, tuple[int, int]]:
    """Return each kind of answers that so many people can give: of how many sets, and which scores are in those."""
    found: dict[Kind, tuple[int, int]] = {}
    for scores in _sets(people):
        sets, bits = found.get(_kind(scores), (0, 0))
        found[_kind(scores)] = (sets + 1, bits | _bits(scores))
    return found


@cache
def _figures(kind: Kind, once: int, people: int) -> dict[Mean | None, tuple[int, int]]:
    """Return each figure a round can have, given the answers of some, with what the others may have given."""
    found: dict[Mean | None, tuple[int, int]] = {}
    for other, (more, given) in _answers(once).items():
        mean = _figure(_joined(kind, other), people)
        sets, bits = found.get(mean, (0, 0))
        found[mean] = (sets + more, bits | given)
    return found


@cache
def _told(people: tuple[int, ...], changes: tuple[int | None, ...], figures: Told) -> Told:
    """Return what is published, when the rounds by themselves would have given these figures."""
    answers = [
        Answers(_some_scores((count * 5, 0) if mean is not None else (count * 5, 5), count), count, changed)
        for count, changed, mean in zip(people, changes, figures, strict=True)
    ]
    shown = series(answers, FLOORS)
    return tuple(mean if found else None for mean, found in zip(figures, shown, strict=True))


def _possible(parts: Sequence[Part], changes: Sequence[int | None]) -> dict[Told, Possible]:
    """Return for all that can be published what may lie behind it.

    Args:
        parts: of the team. Whoever was there more than once gave the same score each time.
        changes: how many came or went before each round, as somebody wrote it down.
    """
    rounds = range(len(changes))
    people = tuple(sum(part.people for part in parts if i in part.there) for i in rounds)
    standing = [part for part in parts if len(part.there) > 1]
    once = [next((part for part in parts if part.there == (i,)), Part("", 0, (i,))) for i in rounds]
    found: dict[Told, Possible] = {}
    for group in product(*(_answers(part.people).items() for part in standing)):
        stood = {part.name: bits for part, (_, (_, bits)) in zip(standing, group, strict=True)}
        ways = prod(sets for _, (sets, _) in group)
        each = []
        for i in rounds:
            kind = _joined(*(kind for part, (kind, _) in zip(standing, group, strict=True) if i in part.there))
            each.append(_figures(kind, once[i].people, people[i]).items())
        for way in product(*each):
            scores = stood | {part.name: bits for part, (_, (_, bits)) in zip(once, way, strict=True)}
            told = _told(people, tuple(changes), tuple(mean for mean, _ in way))
            found.setdefault(told, Possible()).add(ways * prod(sets for _, (sets, _) in way), scores)
    return found


def _changes(parts: Sequence[Part], rounds: int) -> list[int | None]:
    """Return how many came or went before each round."""
    moved = [sum(part.people for part in parts if (i in part.there) != (i - 1 in part.there)) for i in range(rounds)]
    return [None, *moved[1:]]


Turnover = tuple[int, int, int]
"""How many stayed, left and came between two rounds."""
TURNOVERS: list[Turnover] = [
    (stayed, left, came)
    for stayed in range(1, 9)
    for left, came in product(range(8), repeat=2)
    if stayed + left in TEAMS and stayed + came in TEAMS
]


def _team(turnover: Turnover) -> list[Part]:
    stayed, left, came = turnover
    return [Part("stayed", stayed, (0, 1)), Part("left", left, (0,)), Part("came", came, (1,))]


@cache
def _two_rounds() -> dict[Turnover, dict[Told, Possible]]:
    """Return what may lie behind two rounds, when whoever stayed is known to have given the same score again."""
    return {turnover: _possible(_team(turnover), _changes(_team(turnover), 2)) for turnover in TURNOVERS}


def _fewest(cases: dict[Told, Possible]) -> tuple[int, int]:
    """Return how few sets, and how few scores of one person, are left possible by anything that is published."""
    return (
        min(possible.sets for possible in cases.values()),
        min(bits.bit_count() for possible in cases.values() for bits in possible.scores.values()),
    )


# ---- What the counting builds on ------------------------------------------------------------------------------------


@pytest.mark.parametrize("people", TEAMS)
def test_a_figure_depends_on_no_more_than_the_total_and_whether_all_are_the_same(people: int) -> None:
    for scores in _sets(people):
        found = figure(scores, people, FLOORS)
        assert (found.mean if found else None) == _figure(_kind(scores), people)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.ORGANISATION])
@pytest.mark.parametrize("changes", [None, 0, 1, 3, 4])
def test_the_gate_publishes_exactly_what_a_series_gives(audience: Audience, changes: int | None) -> None:
    rounds = [(2, 3, 3, 4, 8), (5, 5, 5, 5, 5), (1, 2, 3, 4, 5, 6, 7, 8), (9, 9, 10, 10, 10, 10, 10), (1, 1, 1, 1, 9)]
    for first, second, third in product(rounds, repeat=3):
        given = [first, second, third]
        written = [
            {
                "schaal": "s",
                "datum": f"2026-0{i}-01",
                "uitgenodigd": len(scores),
                "wisselingen": changes,
                "scores": scores,
            }
            for i, scores in enumerate(given, 1)
        ]
        team = make_team(schalen=[{"id": "s", "doel": "d"}], doelen=[{"id": "d", "naam": "D"}], metingen=written)
        found = publish(make_handbook(team), audience).teams[0].measurements
        shown = [Figure(m.mean, m.count) if m.mean and m.count else None for m in found]
        assert shown == series([Answers(scores, len(scores), changes) for scores in given], FLOORS)
        assert [m.distribution for m in found] == [None] * 3
        assert [m.not_shown is None for m in found] == [figure is not None for figure in shown]


# ---- What stays possible --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("people", "sets", "scores"), [(5, 10, 7), (6, 10, 8), (7, 10, 9), (8, 10, 10)])
def test_one_round_leaves_many_sets_and_most_scores_of_everybody(people: int, sets: int, scores: int) -> None:
    assert _fewest(_possible([Part("all", people, (0,))], [None])) == (sets, scores)


@pytest.mark.parametrize("changes", [None, 0, 1, 3, 5])
def test_two_rounds_leave_as_much_as_one_when_nobody_knows_what_those_who_stayed_did(changes: int | None) -> None:
    """Whether they stayed, left or came: each round by itself is then all there is to go on."""
    teams = [[Part("first", one, (0,)), Part("second", two, (1,))] for one, two in product(TEAMS, repeat=2)]
    fewest = [_fewest(_possible(team, [None, changes])) for team in teams]
    assert (min(sets for sets, _ in fewest), min(scores for _, scores in fewest)) == (100, 7)


def test_two_rounds_never_leave_one_set_even_when_all_who_stayed_are_known_to_repeat_themselves() -> None:
    assert min(_fewest(cases)[0] for cases in _two_rounds().values()) == 3


def test_two_rounds_without_a_silence_leave_seven_sets_even_then() -> None:
    told = [possible.sets for cases in _two_rounds().values() for told, possible in cases.items() if None not in told]
    assert min(told) == 7


def _three_rounds() -> Iterator[list[Part]]:
    """Yield teams over three rounds that were all spoken of, with at most four who were not there each time."""
    for stayed in range(3, 9):
        for left, before, after, came, returned, between in product(range(4), repeat=6):
            parts = [
                Part("stayed", stayed, (0, 1, 2)),
                Part("left after the first", left, (0,)),
                Part("left after the second", before, (0, 1)),
                Part("came before the second", after, (1, 2)),
                Part("came before the third", came, (2,)),
                Part("was away the second time", returned, (0, 2)),
                Part("was there the second time", between, (1,)),
            ]
            people = [sum(part.people for part in parts if i in part.there) for i in range(3)]
            few = left + before + after + came + returned + between <= 4 and [before, after, returned].count(0) >= 2
            if few and all(count in TEAMS for count in people) and not _held_back(people, _changes(parts, 3)):
                yield [part for part in parts if part.people]


def _held_back(people: Sequence[int], changes: Sequence[int | None]) -> bool:
    answers = [Answers(_some_scores((count * 5, 0), count), count, c) for count, c in zip(people, changes, strict=True)]
    return None in series(answers, FLOORS)


def test_three_rounds_never_leave_one_set_when_few_come_and_go_even_when_all_who_stayed_repeat_themselves() -> None:
    teams = list(_three_rounds())
    assert len(teams) == 23
    assert min(_fewest(_possible(team, _changes(team, 3)))[0] for team in teams) == 3


# ---- What the rules cannot prevent; the page about safety says so ---------------------------------------------------


def test_limit_who_knows_that_nobody_who_stayed_changed_a_score_can_now_and_then_be_certain_of_others() -> None:
    """In 42 of 6673 outcomes; so seldom that together they hold one in some six million sets of answers.

    A group that came or left as a whole is then at an end of the scale: all a 1, or all a 10. Or a team was silent
    because all gave the same, and one came (rule 4 compares only with a round that was shown).
    """
    outcomes = [(turnover, told, found) for turnover, of in _two_rounds().items() for told, found in of.items()]
    certain = [(turnover, told, found) for turnover, told, found in outcomes if found.certain()]
    assert Counter(turnover for turnover, _, _ in certain) == {
        (3, 2, 2): 6, (3, 2, 5): 2, (3, 4, 4): 4, (3, 5, 2): 2, (3, 5, 5): 2, (4, 1, 4): 3, (4, 4, 1): 3,
        (5, 0, 3): 6, (5, 2, 2): 6, (5, 3, 0): 6, (7, 0, 1): 1, (7, 1, 1): 1,
    }  # fmt: skip
    assert len(outcomes) == 6673
    for _, told, found in certain:
        if told != (None, 6.0):
            assert found.certain() <= {"left", "came"}
            assert {found.scores[part] for part in found.certain()} <= {1 << 1, 1 << 10}
    share = sum(found.sets for _, _, found in certain) / sum(found.sets for _, _, found in outcomes)
    assert share < 1 / 6_000_000


@pytest.mark.parametrize(("stayed", "outcomes"), [(4, 8), (5, 0), (6, 0), (7, 22)])
def test_limit_when_nobody_wrote_down_that_one_came_and_one_left_the_difference_may_tell_of_both(
    stayed: int, outcomes: int
) -> None:
    """The number of people stays the same, so only ``wisselingen`` could have held the second round back."""
    team = _team((stayed, 1, 1))
    assert len([told for told, found in _possible(team, [None, None]).items() if found.certain()]) == outcomes
    written_down = _possible(team, _changes(team, 2))
    assert all(None in told for told in written_down)
    assert [told for told, found in written_down.items() if found.certain()] == ([(None, 6.0)] if stayed == 7 else [])


def test_limit_who_leaves_and_comes_back_can_make_two_rounds_that_are_not_next_to_each_other_differ_by_one() -> None:
    """Eight, then five, then eight again of whom one is new: each time three moved, and from one to three only one."""
    team = [
        Part("stayed", 5, (0, 1, 2)),
        Part("left", 1, (0,)),
        Part("came", 1, (2,)),
        Part("was away the second time", 2, (0, 2)),
    ]
    outcomes = _possible(team, _changes(team, 3))
    spoken = [found for told, found in outcomes.items() if None not in told]
    assert (len(outcomes), len(spoken), min(found.sets for found in spoken)) == (664, 558, 18)
    assert len([found for found in spoken if found.certain()]) == 156


def test_limit_where_fewer_stayed_than_came_and_went_three_rounds_with_a_silence_can_leave_one_set() -> None:
    team = [
        Part("stayed", 2, (0, 1, 2)),
        Part("left", 2, (0,)),
        Part("was away the second time", 2, (0, 2)),
        Part("was there the second time", 4, (1,)),
        Part("came", 2, (2,)),
    ]
    outcomes = _possible(team, _changes(team, 3))
    assert [told for told, found in outcomes.items() if found.sets == 1] == [(3.5, 8.5, None), (None, 8.5, 3.5)]
    assert min(found.sets for told, found in outcomes.items() if None not in told) > 1


@pytest.mark.parametrize(
    ("people", "alone"), [(5, {("9 of hoger", 4): 10, (8.5, 2): 10}), (6, {("9 of hoger", 3): 10}),
                          (7, {("9 of hoger", 2): 10}), (8, {})]
)  # fmt: skip
def test_limit_who_took_part_knows_every_score_of_a_round_that_only_unanimity_can_have_silenced(
    people: int, alone: dict[tuple[Mean | None, int], int]
) -> None:
    """And, in a round that was shown, who stood alone and far below a team that gave only tens."""
    others: dict[tuple[Mean | None, int], int] = {}
    for scores in _sets(people):
        mean = _figure(_kind(scores), people)
        for own in set(scores):
            rest = list(scores)
            rest.remove(own)
            others[mean, own] = others.get((mean, own), 0) | _bits(tuple(rest))
    certain = {told: bits.bit_length() - 1 for told, bits in others.items() if bits.bit_count() == 1}
    assert certain == {(None, score): score for score in range(1, 11)} | alone
