"""``handbook approve``: the person's yes to exactly this text, written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..checking.active import source_faults
from ..loading.handbook import load_folder
from ..model.consent import Audience, PracticeConsent
from ..model.dates import PartialDate
from ..model.errors import ContentError, WrongUseError
from ..model.handbook import Practice, Team
from ..model.language import listing, say
from ..model.places import Problem, Severity
from ..model.practices import approved_text, fingerprint
from ..publishing.consent import Circle, objection_to_practice
from .editing import UneditableError, set_in_file
from .targets import Target, target_of

_MEANING = {
    Audience.TEAM: "alleen het team zelf en de gespreksleider",
    Audience.ORGANISATION: "iedereen in de organisatie, ook leidinggevenden",
    Audience.PUBLIC: "iedereen. De tekst staat dan op internet en een zoekmachine kan hem vinden",
}


@dataclass(frozen=True, slots=True)
class Approval:
    """A practice that somebody is about to approve."""

    target: Target
    practice: Practice
    team: Team | None
    day: date

    @property
    def text(self) -> str:
        """Exactly what is approved."""
        return approved_text(self.practice.text)

    @property
    def consent(self) -> PracticeConsent:
        """What has been written down of the person's consent."""
        return self.practice.card.consent or PracticeConsent()

    def meaning(self) -> list[str]:
        """Return what this approval means, a sentence a line."""
        audience = self.consent.audience
        who = say(_MEANING[audience]) if audience else say("niemand, want er staat geen bereik bij")
        checked = self.consent.recognisability_checked
        return [
            say(
                "Komt mee op de pagina, maar valt buiten de goedkeuring: {words}.",
                words=listing(self._around(), say("en")),
            ),
            say("Wie dit kan lezen: {who}.", who=who),
            _answer(say("In het handboek"), self.consent.publish),
            _answer(say("Bij scholing"), self.consent.training),
            _answer(say("In een bijeenkomst"), self.consent.meeting),
            _answer(say("Een opname van het gesprek, die nooit op de site komt"), self.consent.recording),
            _answer(say("De brief is goedgekeurd"), self.consent.letter_approved),
            _answer(say("Een tweede persoon keek of een cliënt herkenbaar is"), True if checked else None),
            self._of_a_group(),
            say("Verandert er later één woord, dan verdwijnt de tekst tot er opnieuw goedkeuring is."),
            say("Intrekken kan altijd, zonder reden: handbook withdraw {file}", file=self.target.file),
        ]

    def _around(self) -> list[str]:
        """Return what stands around the text on its page."""
        card = self.practice.card
        words = [*card.qualities, *card.working_factors, *card.transformation_goals]
        return [say("de titel ‘{title}’", title=card.title.rstrip(".")), *(f"‘{word}’" for word in words)]

    def _of_a_group(self) -> str:
        if self.practice.card.participants_agreed:
            return say("Alle deelnemers van het groepsgesprek zijn akkoord: ja.")
        return say("Kwam het uit een groepsgesprek? Dan moet iedereen ja zeggen. Zet erbij: deelnemers_akkoord: allen")

    def write(self) -> str | None:
        """Write the text's mark and the day into the file; return why the text still does not show, if so.

        Raises:
            WrongUseError: when the file is not built in a way in which we dare to write.
        """
        sha256 = fingerprint(self.practice.text)
        values = {"tekst_sha256": f'"{sha256}"', "goedgekeurd_op": self.day.isoformat()}
        try:
            set_in_file(self.target.path, "toestemming", values)
        except UneditableError:
            sentence = say(
                "{file} is niet veranderd: de gegevens erin zijn anders opgebouwd dan het handboek kan aanvullen."
                " Zet zelf onder ‘toestemming’:",
                file=self.target.file,
            )
            raise WrongUseError(f"{sentence} tekst_sha256: {sha256}") from None
        update = {"text_sha256": sha256, "approved_on": PartialDate.of(self.day)}
        card = self.practice.card.model_copy(update={"consent": self.consent.model_copy(update=update)})
        approved = self.practice.model_copy(update={"card": card})
        audience = self.consent.audience or Audience.PUBLIC
        return objection_to_practice(approved, self.team, Circle(audience, self.practice.team, self.day))


def approval_of(root: Path, file: Path, day: date) -> Approval:
    """Return what is to be approved.

    Args:
        root: the project's folder.
        file: a best practice.
        day: the day of approval.

    Raises:
        ContentError: when the file has errors.
        WrongUseError: when it is no best practice, needs no approval, or its consent was withdrawn.
    """
    target = target_of(root, file)
    if target.practice is None:
        raise WrongUseError(
            say(
                "Een portfolio keurt het team zelf goed. Schrijf in {file} bij ‘publicatie’ wanneer en hoe:"
                " akkoord_team, met datum en hoe.",
                file=target.file,
            )
        )
    if not target.path.is_file():
        raise WrongUseError(say("{file} is er niet.", file=target.file))
    loaded = load_folder(root, target.folder)
    problems = [problem for problem in loaded.problems if problem.file == str(target.file)]
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    practice = next((found for found in loaded.handbook.practices if found.source.file == str(target.file)), None)
    if practice is None:
        raise WrongUseError(say("{file} kan niet gelezen worden. Kijk het na met ‘handbook check’.", file=target.file))
    if faults := [
        Problem(str(target.file), practice.source.body_line + row, Severity.ERROR, fault.message, fault.hint)
        for row, fault in source_faults(practice.text)
    ]:
        raise ContentError(faults)  # a build would refuse it, and mending it would break the seal
    approval = Approval(target, practice, next(iter(loaded.handbook.teams), None), day)
    if approval.consent.withdrawn:
        raise WrongUseError(
            say(
                "De toestemming voor {file} is ingetrokken. Wil de persoon het toch weer? Haal dan eerst, na overleg,"
                " de regel ‘ingetrokken’ weg.",
                file=target.file,
            )
        )
    if approval.consent.basis:
        raise WrongUseError(
            say("{file} vertelt een openbaar stuk na. Daar is geen goedkeuring voor nodig.", file=target.file)
        )
    if not approval.text:
        raise WrongUseError(say("In {file} staat nog geen tekst om goed te keuren.", file=target.file))
    return approval


def _answer(what: str, yes: bool | None) -> str:
    words = {True: say("ja"), False: say("nee"), None: say("niet ingevuld, dus nee")}
    return f"{what}: {words[yes]}."
