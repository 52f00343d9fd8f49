"""``handbook``: what a facilitator or a machine types. 0 is success, 1 an error in the content, 2 wrong use."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from .checking.adviser import advise
from .checking.language import readings
from .model.base import Model
from .model.consent import Audience
from .model.errors import HandbookError, WrongUseError, refusal_of
from .model.language import say
from .model.places import Problem, Severity
from .model.portfolio import Portfolio
from .model.practices import PracticeCard
from .rendering.data import DIALECT, as_json
from .rendering.readability import readings_data, readings_text
from .rendering.status import as_csv, as_text, status_json
from .writing.approval import approval_of
from .writing.engine import build_site, roll_back_site, serve_site
from .writing.export import export as write_export
from .writing.kit import write_kit
from .writing.prepare import Wish, inspect, prepare
from .writing.start import new_team as start_team
from .writing.status import status_of
from .writing.today import today as the_day
from .writing.withdrawal import withdraw as withdraw_file

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Het handboek reflectie."
)

FileArgument = Annotated[Path, typer.Argument(help="Een best practice of portfolio, met de map erbij.")]
AudienceOption = Annotated[Audience | None, typer.Option("--audience", help="Voor wie: team, organisatie of openbaar.")]
TeamOption = Annotated[str | None, typer.Option("--team", help="Bij --audience team: de map van het team.")]
TodayOption = Annotated[str | None, typer.Option("--today", help="Reken vanaf deze dag (jjjj-mm-dd).")]


class Format(StrEnum):
    """How the outcome of a check is printed."""

    TEXT = "text"
    JSON = "json"


class TableFormat(StrEnum):
    """How a table of teams is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Shape(StrEnum):
    """Of what the JSON Schema is printed."""

    PORTFOLIO = "portfolio"
    PRACTICE = "best-practice"


@app.command()
def check(
    format: Annotated[Format, typer.Option(help="text of json.")] = Format.TEXT,
    audience: AudienceOption = None,
    team: TeamOption = None,
    deduce: Annotated[bool, typer.Option("--deduce", help="Zoek ook naar namen, met het programma deduce.")] = False,
    language: Annotated[bool, typer.Option("--language", help="Kijk ook hoe makkelijk alles leest: advies.")] = False,
    today: TodayOption = None,
) -> None:
    """Kijk alle bestanden na en noem alles wat niet klopt, met bestand en regel."""
    with _progress(say("Bestanden lezen")) as told:
        loaded, problems = inspect(Path.cwd(), Wish(the_day(today), audience, team), told)
        if deduce:
            problems = tuple(sorted({*problems, *advise(loaded.handbook)}))
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if format is Format.JSON:
        data = [_as_data(problem) for problem in problems]
        pages = {"meldingen": data, "bladzijden": readings_data(readings(loaded.handbook))} if language else None
        _print(as_json(pages or data).decode())
    else:
        if language:
            _print(readings_text(readings(loaded.handbook), get_terminal_size((120, 40)).columns) + "\n")
        for problem in problems:
            _print(f"{problem}\n")
        teams, warnings = len(loaded.handbook.teams), len(problems) - len(errors)
        read = say("1 team gelezen.") if teams == 1 else say("{teams} teams gelezen.", teams=teams)
        _print(read + say(" Fouten: {errors}. Let op: {warnings}.", errors=len(errors), warnings=warnings) + "\n")
    raise typer.Exit(1 if errors else 0)


@app.command()
def status(
    team: Annotated[list[str] | None, typer.Option("--team", help="Alleen dit team; mag vaker.")] = None,
    format: Annotated[TableFormat, typer.Option(help="text, json of csv.")] = TableFormat.TEXT,
    calendar: Annotated[bool, typer.Option("--ics", help="Geef de bijeenkomsten als één agenda.")] = False,
    today: TodayOption = None,
) -> None:
    """Laat zien waar elk team staat, en wat als eerste een zetje nodig heeft. Niets hiervan gaat naar de site."""
    wish = Wish(the_day(today))
    found = status_of(Path.cwd(), wish, tuple(team or ()))
    if calendar and found.calendar is None:
        raise WrongUseError(say("Van deze teams staat geen bijeenkomst met een dag in de agenda."))
    if calendar and found.calendar:
        _print_lines(found.calendar)
    elif format is TableFormat.TEXT:
        _print(as_text(found.view, wish.today, get_terminal_size((120, 40)).columns))
    elif format is TableFormat.JSON:
        _print(status_json(found.view, wish.today))
    else:
        _print_lines(as_csv(found.view).encode())
    if found.errors:
        _report(say("Er zitten fouten in de bestanden: {count}. Kijk ze na met ‘handbook check’.", count=found.errors))
        raise typer.Exit(1)


@app.command()
def build(
    audience: AudienceOption = None,
    team: TeamOption = None,
    kits: Annotated[bool, typer.Option("--kits", help="Maak de kits ook als PDF; dat duurt langer.")] = False,
    today: TodayOption = None,
) -> None:
    """Bouw de site: in site/, of voor een kleinere kring in een eigen map."""
    with _progress(say("Handboek bouwen")) as told:
        folder = build_site(Path.cwd(), Wish(the_day(today), audience, team, kits), told, _report)
    _print(say("Klaar: {folder}/index.html", folder=folder) + "\n")


@app.command()
def approve(
    file: FileArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Vraag niets: de persoon heeft al ja gezegd.")] = False,
    today: TodayOption = None,
) -> None:
    """Leg vast dat de persoon precies deze tekst goedkeurt."""
    approval = approval_of(Path.cwd(), file, the_day(today))
    _print("\n".join(["", *(f"  {row}".rstrip() for row in approval.text.splitlines()), "", ""]))
    _print("".join(f"- {sentence}\n" for sentence in approval.meaning()))
    if not yes and not _agreed(say("Keurt de persoon precies deze tekst goed?")):
        _print(say("Er is niets veranderd.") + "\n")
        return
    objection = approval.write()
    _print(say("Vastgelegd in {file}.", file=approval.target.file) + "\n")
    if objection:
        _print(say("De tekst komt nog niet in het handboek: {reason}.", reason=objection) + "\n")


@app.command()
def withdraw(file: FileArgument, today: TodayOption = None) -> None:
    """Neem een best practice of portfolio terug: meteen van de site, ook uit de vorige versie."""
    withdrawal = withdraw_file(Path.cwd(), file, the_day(today), _report)
    _print("".join(f"- {sentence}\n" for sentence in withdrawal.done))
    _print("\n" + say("Dit kan het handboek niet terughalen. Kijk of je het zelf kunt doen:") + "\n")
    _print("".join(f"- {sentence}\n" for sentence in withdrawal.beyond))
    for sentence in withdrawal.failed:
        _report(say("Let op: ") + sentence)
    raise typer.Exit(1 if withdrawal.failed else 0)


@app.command()
def rollback(audience: AudienceOption = None, team: TeamOption = None) -> None:
    """Zet de vorige versie van de site terug."""
    folder = roll_back_site(Path.cwd(), Wish(the_day(), audience, team), _report)
    _print(say("De vorige versie staat weer in {folder}/.", folder=folder) + "\n")


@app.command()
def serve(address: Annotated[str, typer.Option(help="Waar de site te zien is.")] = "127.0.0.1:8000") -> None:
    """Laat de site zien op deze computer, en ververs hem bij elke wijziging."""
    serve_site(Path.cwd(), address)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="De map die gemaakt wordt.")],
    audience: AudienceOption = None,
    team: TeamOption = None,
    today: TodayOption = None,
) -> None:
    """Schrijf het handboek als gewone Markdown, zonder MkDocs."""
    with _progress(say("Handboek schrijven")) as told:
        prepared = prepare(Path.cwd(), Wish(the_day(today), audience, team), told)
        pages = write_export(prepared, Path.cwd() / "docs", folder)
    _print(say("Klaar: {pages} bladzijden in {folder}", pages=pages, folder=folder.as_posix()) + "\n")


@app.command()
def kit(
    name: Annotated[
        str, typer.Argument(help="Een stap (2), een plan (of het adres ervan), poster, of de map van een team.")
    ],
    file: Annotated[Path | None, typer.Option("--file", help="Waar de PDF komt te staan.")] = None,
    audience: AudienceOption = None,
    team: TeamOption = None,
    today: TodayOption = None,
) -> None:
    """Maak een kit om te printen, als PDF: leidraad, vraagkaarten en formulieren."""
    file = write_kit(Path.cwd(), name, Wish(the_day(today), audience, team), file, _report)
    _print(say("Klaar: {file}", file=file.as_posix()) + "\n")


@app.command()
def schema(shape: Annotated[Shape, typer.Argument(help="portfolio of best-practice.")] = Shape.PORTFOLIO) -> None:
    """Druk het JSON Schema af van een portfolio of een best practice."""
    model: type[Model] = Portfolio if shape is Shape.PORTFOLIO else PracticeCard
    _print(as_json({"$schema": DIALECT, **model.model_json_schema(by_alias=True)}).decode())


@app.command("new-team")
def new_team(id: Annotated[str, typer.Argument(help="De korte naam: wordt de map en het adres.")]) -> None:
    """Begin een nieuw team: een map met een portfolio dat je kunt invullen."""
    path = start_team(Path.cwd(), id)
    _print(say("Gemaakt: {path}. Vul het in, en kijk het na met ‘handbook check’.", path=path) + "\n")


def main() -> None:
    """Run the command line; a problem with the content or its use becomes a message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except HandbookError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(error.exit_code) from None
    except OSError as error:
        sys.stderr.write(f"{refusal_of(error)}\n")
        raise SystemExit(2) from None


def _print(text: str) -> None:
    sys.stdout.write(text)


def _print_lines(content: bytes) -> None:
    """Print a file whose line ends are fixed, on every machine."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def _report(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _agreed(question: str) -> bool:
    """Ask a person at the terminal; only a plain yes is one.

    Raises:
        WrongUseError: when there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise WrongUseError(say("Hier kan niemand antwoorden. Heeft de persoon al ja gezegd? Voeg dan --yes toe."))
    try:
        return input(f"\n{question} [ja/nee] ").strip().casefold() in {"ja", "j", "yes", "y"}
    except EOFError:  # Ctrl-D: no answer is no
        return False


def _as_data(problem: Problem) -> dict[str, Any]:
    return {
        "bestand": problem.file,
        "regel": problem.line,
        "ernst": problem.severity.value,
        "melding": problem.message,
        "hint": problem.hint,
    }


@contextmanager
def _progress(task: str) -> Iterator[Callable[[str], None]]:
    """Show on a terminal how far long work is; in a pipe, nothing."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed}"),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        id = progress.add_task(task, total=None, name="")
        yield lambda name: progress.update(id, advance=1, name=name)
