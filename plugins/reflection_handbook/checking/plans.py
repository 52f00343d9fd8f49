"""The plans for conversations hold together, and questions can take each other's place."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.language import say
from ..model.places import Problem
from ..model.plan_address import LENGTH, MOST_MINUTES, MOST_PARTS, code
from .look import HandbookRule, Look, unknown


def plan_ids_once(look: Look) -> Iterator[Problem]:
    """No two plans have the same id, nor two aims."""
    if not (plans := look.handbook.plans):
        return
    for key, ids in (("plannen", [p.id for p in plans.file.plans]), ("bedoelingen", [a.id for a in plans.file.aims])):
        seen: set[str] = set()
        for i, id in enumerate(ids):
            if id in seen:
                message = say("‘{id}’ is er al", id=id)
                yield plans.source.error((key, i, "id"), message, say("Geef het een eigen korte naam."))
            seen.add(id)


def plans_name_known_questions(look: Look) -> Iterator[Problem]:
    """A part of a plan is a question of the bank, or else says what it is; never both."""
    if not (plans := look.handbook.plans):
        return
    known = {entry.question.id for entry in look.handbook.questions}
    for i, plan in enumerate(plans.file.plans):
        for j, part in enumerate(plan.parts):
            here = ("plannen", i, "onderdelen", j)
            if (part.question is None) == (part.kind is None):
                yield plans.source.error(
                    here,
                    say("een onderdeel is een vraag, of het heeft een soort"),
                    say("Vul ‘vraag’ in of ‘soort’, en niet allebei."),
                )
            elif part.question and not look.handbook.questions_broken:
                yield from unknown(plans.source, (*here, "vraag"), part.question, known, say("vraag"))


def plans_fit_their_time(look: Look) -> Iterator[Problem]:
    """The parts of a plan fit the time that there is, and its address can hold them."""
    if not (plans := look.handbook.plans):
        return
    for i, plan in enumerate(plans.file.plans):
        total = sum(part.minutes for part in plan.parts)
        if total > plan.minutes:
            yield plans.source.error(
                ("plannen", i, "minuten"),
                say("de onderdelen vragen {total} minuten, en er zijn er {minutes}", total=total, minutes=plan.minutes),
                say("Haal een onderdeel weg, maak er een korter, of geef het gesprek meer tijd."),
            )
        for j, part in enumerate(plan.parts):
            if not 1 <= part.minutes <= MOST_MINUTES:
                yield plans.source.error(
                    ("plannen", i, "onderdelen", j, "minuten"),
                    say("een onderdeel duurt van 1 tot {most} minuten", most=MOST_MINUTES),
                )
        if len(plan.parts) > MOST_PARTS:
            message = say("een plan heeft ten hoogste {most} onderdelen", most=MOST_PARTS)
            yield plans.source.error(("plannen", i, "onderdelen"), message)


def aims_lead_somewhere(look: Look) -> Iterator[Problem]:
    """An aim leads to a plan and a page that are there, and so does a plan."""
    if not (plans := look.handbook.plans):
        return
    pages = {document.uri for document in look.handbook.documents}
    ids = {plan.id for plan in plans.file.plans}
    for i, plan in enumerate(plans.file.plans):
        yield from unknown(plans.source, ("plannen", i, "bladzijde"), plan.page, pages, say("bladzijde"))
    for i, aim in enumerate(plans.file.aims):
        yield from unknown(plans.source, ("bedoelingen", i, "bladzijde"), aim.page, pages, say("bladzijde"))
        yield from unknown(plans.source, ("bedoelingen", i, "plan"), aim.plan, ids, say("plan"))


def question_codes_once(look: Look) -> Iterator[Problem]:
    """No two questions share the signs by which the address of a plan names them."""
    seen: dict[str, str] = {}
    for entry in look.handbook.questions:
        id = entry.question.id
        if (first := seen.setdefault(code(id), id)) != id:
            yield entry.source.error(
                ("vragen", entry.index, "id"),
                say("‘{id}’ en ‘{first}’ krijgen in plannen dezelfde {n} tekens", id=id, first=first, n=LENGTH),
                say("Geef de nieuwste van de twee een andere korte naam."),
            )


def replacements_exist(look: Look) -> Iterator[Problem]:
    """A question that was replaced names one that is there, and the way from one to the next comes to an end."""
    if look.handbook.questions_broken:
        return
    to = {entry.question.id: entry.question.replaced_by for entry in look.handbook.questions}
    for entry in look.handbook.questions:
        if not (next_one := entry.question.replaced_by):
            continue
        here = ("vragen", entry.index, "vervangen_door")
        yield from unknown(entry.source, here, next_one, to, say("vraag"))
        passed = {entry.question.id}
        at: str | None = next_one
        while at and at not in passed:
            passed.add(at)
            at = to.get(at)
        if at == entry.question.id:
            yield entry.source.error(
                here,
                say("‘{id}’ komt bij zichzelf uit", id=at),
                say("Laat ‘vervangen_door’ weg bij de vraag die blijft."),
            )


HANDBOOK_RULES: tuple[HandbookRule, ...] = (
    plan_ids_once,
    plans_name_known_questions,
    plans_fit_their_time,
    aims_lead_somewhere,
    question_codes_once,
    replacements_exist,
)
