"""YAML as a tree of texts with their lines, and nothing else: no types, no tags, no anchors, no code.

Built on PyYAML's events, so that every value keeps its line and nothing is constructed before it is checked.
Types come later, from the field a text lands in (``model.base``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.language import say
from ..model.places import Loc, Problem, Severity
from .yaml_errors import explain

MAX_DEPTH = 32
"""How deep lists and groups may stand in each other."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as the text that was written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values; each key keeps its own line."""

    entries: dict[str, tuple[int, Node]]
    line: int


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """Return a tree as plain texts, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, (_, value) in node.entries.items()}


def lines(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, int]]:
    """Yield the way to each value of a tree with its line: a key's own line, or an item's first."""
    if not loc:
        yield (), node.line
    match node:
        case Sequence():
            for index, item in enumerate(node.items):
                yield (*loc, index), item.line
                yield from lines(item, (*loc, index))
        case Mapping():
            for key, (line, value) in node.entries.items():
                yield (*loc, key), line
                yield from lines(value, (*loc, key))


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Mapping | None, list[Problem]]:
    """Read one YAML document whose outside is a group of keys.

    Args:
        text: the document.
        file: its path, for messages.
        first_line: the line of the file on which the text begins.

    Returns:
        The tree, without the parts that could not be read, or nothing when that leaves nothing to go on; and all
        problems.
    """
    reader = _Reader(file, first_line)
    if control := _CONTROL.search(text):
        reader.problem(
            text.count("\n", 0, control.start()),
            say("hier staat een onzichtbaar teken dat niet in het bestand hoort"),
            say("Haal het teken weg, of typ de regel opnieuw."),
        )
        return None, reader.problems
    try:
        node = reader.document(text)
    except yaml.YAMLError as error:
        reader.problem(*explain(error, text))
        return None, reader.problems
    except _Stop:
        return None, reader.problems
    if node is None:
        reader.problem(0, say("het bestand is leeg"), say("Een portfolio heeft ten minste naam, soort en herkomst."))
        return None, reader.problems
    if not isinstance(node, Mapping):
        reader.problem(
            node.line - first_line,
            say("hier hoort een rij sleutels te staan, zoals ‘naam: …’"),
            say("Kijk in een ander portfolio hoe het eruitziet."),
        )
        return None, reader.problems
    return node, reader.problems


class _Stop(Exception):
    """The rest of the document cannot be read; the problem has been noted."""


@dataclass
class _Reader:
    file: str
    first_line: int
    problems: list[Problem] = field(default_factory=list)

    def problem(self, index: int, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        """Note a problem on a line, counted from 0 within the text."""
        self.problems.append(Problem(self.file, self.first_line + index, severity, message, hint))

    def document(self, text: str) -> Node | None:
        loader = getattr(yaml, "CLoader", yaml.Loader)  # libyaml where it is there: 20 times faster
        events = yaml.parse(text, Loader=loader)
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problem(
                        _row(event),
                        say("hier begint een tweede document in hetzelfde bestand"),
                        say("Haal de regel met ‘---’ weg."),
                    )
                    raise _Stop
            elif isinstance(event, yaml.NodeEvent):
                root = self.node(event, events, 1)
        return root

    def node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Node | None:
        """Return the node that an event opens, or nothing where it is empty or refused."""
        index = _row(event)
        line = self.first_line + index
        if depth > MAX_DEPTH:
            self.problem(
                index,
                say("hier staan meer dan {depth} lijsten of groepen in elkaar", depth=MAX_DEPTH),
                say("Waarschijnlijk is een haakje te veel getypt. Maak de opbouw eenvoudiger."),
            )
            raise _Stop
        refused = self.refused(event, index)
        match event:
            case yaml.ScalarEvent():
                if not refused and not event.value and not event.style:
                    self.problem(index, say("hier is niets ingevuld"), say("Vul iets in, of haal de hele regel weg."))
                    return None
                return None if refused else Scalar(event.value, line)
            case yaml.SequenceStartEvent():
                items = [self.node(item, events, depth + 1) for item in _until(events, yaml.SequenceEndEvent)]
                return None if refused else Sequence([item for item in items if item is not None], line)
            case yaml.MappingStartEvent():
                entries = self.entries(events, depth, bool(event.flow_style))
                return None if refused else Mapping(entries, line)
        return None

    def entries(self, events: Iterator[yaml.Event], depth: int, flow: bool) -> dict[str, tuple[int, Node]]:
        entries: dict[str, tuple[int, Node]] = {}
        last = ""
        for event in _until(events, yaml.MappingEndEvent):
            index = _row(event)
            key = self.node(event, events, depth + 1)
            following = next(events)
            if flow and isinstance(key, Scalar) and _without_colon(event, following):
                self.rest_of_a_sentence(entries, last, key, index)
                continue
            assert isinstance(following, yaml.NodeEvent)  # a key is always followed by its value
            value = self.node(following, events, depth + 1)
            if not isinstance(key, Scalar):
                if key is not None:
                    self.problem(index, say("een sleutel moet één woord zijn, geen lijst of groep"))
            elif key.text in entries:
                first = entries[key.text][0]
                self.problem(
                    index,
                    say("‘{key}’ staat er twee keer; de eerste keer op regel {line}", key=key.text, line=first),
                    say("Voeg de twee samen, of haal er één weg."),
                )
            elif value is not None:
                entries[key.text] = (key.line, value)
                last = key.text
        return entries

    def rest_of_a_sentence(self, entries: dict[str, tuple[int, Node]], last: str, rest: Scalar, index: int) -> None:
        """Put a text back together that YAML cut at a comma: ``{opbrengst: Wie vrij is, neemt waar.}``.

        YAML reads the second half as a key without a value. No key of ours may be empty, so it cannot mean anything
        else than the rest of the sentence; it is read so, and the writer is told.
        """
        line, before = entries.get(last, (rest.line, None))
        if not isinstance(before, Scalar):
            self.problem(
                index,
                say("achter ‘{key}’ ontbreekt een dubbele punt met een waarde", key=rest.text),
                say("Schrijf ‘sleutel: waarde’."),
            )
            return
        whole = f"{before.text}, {rest.text}"
        entries[last] = (line, Scalar(whole, before.line))
        self.problem(
            index,
            say("hier staat een komma in een tekst tussen accolades; gelezen is ‘{text}’", text=whole),
            say("Zet de tekst tussen aanhalingstekens, dan is er geen twijfel."),
            Severity.WARNING,
        )

    def refused(self, event: yaml.NodeEvent, index: int) -> bool:
        """Note and return whether an event uses a part of YAML that this handbook does not read."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.problem(
                index,
                say(
                    "‘{sign}{name}’ verwijst binnen het bestand; dat leest het handboek niet",
                    sign=sign,
                    name=event.anchor,
                ),
                say("Schrijf de waarde voluit. Begint je tekst met {sign}? Zet er aanhalingstekens om.", sign=sign),
            )
            return True
        if tag := getattr(event, "tag", None):
            self.problem(
                index,
                say("‘{tag}’ is een opdracht aan de computer; die voert het handboek niet uit", tag=tag),
                say("Haal het woord met het uitroepteken weg. Hoort het bij je tekst? Zet er aanhalingstekens om."),
            )
            return True
        return False


def _until(events: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[yaml.NodeEvent]:
    for event in events:
        if isinstance(event, end):
            return
        assert isinstance(event, yaml.NodeEvent)  # between the ends of a list or group there is nothing else
        yield event


def _row(event: yaml.Event) -> int:
    """Return the row of a document on which an event begins, counted from 0."""
    return event.start_mark.line if event.start_mark else 0


def _without_colon(key: yaml.Event, value: yaml.Event) -> bool:
    """Return whether a key of a flow group stands alone: its value is empty and begins where the key ends."""
    if not isinstance(value, yaml.ScalarEvent) or value.value or value.style:
        return False
    return bool(value.start_mark and key.end_mark and value.start_mark.index == key.end_mark.index)
