"""YAML as a tree of texts with their lines, and nothing else: no types, no tags, no anchors, no code.

Built on PyYAML's events, so that every value keeps its line and nothing is constructed before it is checked.
Types come later, from the field a text lands in (``model.base``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NoReturn

import yaml

from ..model.language import say
from ..model.places import Problem, Severity
from .files import CONTROL, invisible
from .nodes import Mapping, Node, Scalar, Sequence
from .yaml_errors import MAX_DEPTH, TIGHT, explain, no_space, too_deep

MAX_ITEMS = 500
"""How many items a list may have, and how many keys a group."""

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""What means "nothing" to YAML when it stands there without quotes."""


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
    reader = _Reader(text, file, first_line)
    try:
        node = reader.document()
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the pure parser lets "\\UFFFFFFFF" fall through
        reader.problem(*explain(error, text))
        return None, reader.problems
    except _Stop:
        return None, reader.problems
    if node is None:
        if not reader.problems:
            reader.problem(
                0,
                say("het bestand is leeg"),
                say("Vul het in, of haal het weg. Een portfolio heeft ten minste naam, soort en herkomst."),
            )
        return None, reader.problems
    if not isinstance(node, Mapping):
        tight = TIGHT.fullmatch(node.text) if isinstance(node, Scalar) else None
        if tight:
            reader.problem(node.line - first_line, *no_space(tight[1], tight[2]))
            return None, reader.problems
        reader.problem(
            node.line - first_line,
            say("hier hoort een rij sleutels te staan, zoals ‘naam: …’"),
            say("Kijk in een ander bestand van deze soort hoe het eruitziet."),
        )
        return None, reader.problems
    return node, reader.problems


class _Stop(Exception):
    """The rest of the document cannot be read; the problem has been noted."""


@dataclass
class _Sentence:
    """A text between braces, with the parts that a comma cut off and the row of each."""

    key: str = ""
    parts: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class _Reader:
    text: str
    file: str
    first_line: int
    problems: list[Problem] = field(default_factory=list)

    def problem(self, index: int, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        """Note a problem on a line, counted from 0 within the text."""
        self.problems.append(Problem(self.file, self.first_line + index, severity, message, hint))

    def document(self) -> Node | None:
        loader = getattr(yaml, "CLoader", yaml.Loader)  # libyaml where it is there: 20 times faster
        events = yaml.parse(self.text, Loader=loader)
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
        """Return the node that an event opens, or nothing where it is empty or an alias."""
        index = _row(event)
        line = self.first_line + index
        if depth > MAX_DEPTH:
            self.problem(index, *too_deep())
            raise _Stop
        self.refuse(event, index)
        match event:
            case yaml.ScalarEvent():
                if event.value in EMPTY and not event.style and not event.tag and not event.anchor:
                    self.problem(index, say("hier is niets ingevuld"), say("Vul iets in, of haal de hele regel weg."))
                    return None
                return Scalar(event.value, line)
            case yaml.SequenceStartEvent():
                return self.items(Sequence([], line), events, depth)
            case yaml.MappingStartEvent():
                return self.entries(Mapping({}, line), events, depth, bool(event.flow_style))
        return None

    def items(self, found: Sequence, events: Iterator[yaml.Event], depth: int) -> Sequence:
        """Fill a list with what stands in it."""
        figures: list[yaml.ScalarEvent] = []
        for place, event in enumerate(_until(events, yaml.SequenceEndEvent)):
            if place == MAX_ITEMS:
                self.too_many(event, say("deze lijst heeft meer dan {count} regels", count=MAX_ITEMS))
            if isinstance(event, yaml.ScalarEvent) and not event.style and event.value.isdecimal():
                figures.append(event)
            if (item := self.node(event, events, depth + 1)) is not None:
                found.items.append(item)
            else:
                found.cut.add(place)
        if pair := _like_a_decimal(figures, len(found.items)):
            self.problem(
                _row(pair[0]),
                say("‘{a},{b}’ is gelezen als twee getallen: {a} en {b}", a=pair[0].value, b=pair[1].value),
                say("Klopt dat? Zet dan een spatie achter elke komma. Een getal met een komma kan hier niet."),
                Severity.WARNING,
            )
        return found

    def entries(self, found: Mapping, events: Iterator[yaml.Event], depth: int, flow: bool) -> Mapping:
        """Fill a group with its keys."""
        entries, sentence = found.entries, _Sentence()
        for place, event in enumerate(_until(events, yaml.MappingEndEvent)):
            if place == MAX_ITEMS:
                self.too_many(event, say("deze groep heeft meer dan {count} sleutels", count=MAX_ITEMS))
            index = _row(event)
            key = self.node(event, events, depth + 1)
            following = next(events)
            if flow and isinstance(key, Scalar) and self.without_colon(event, following):
                if tight := TIGHT.fullmatch(key.text):
                    found.cut.add(tight[1])
                    self.problem(index, *no_space(tight[1], tight[2]))
                elif sentence.parts:
                    sentence.parts.append((key.text, index))
                else:
                    found.cut.add(key.text)
                    self.problem(
                        index,
                        say("achter ‘{key}’ ontbreekt een dubbele punt met een waarde", key=key.text),
                        say("Schrijf ‘sleutel: waarde’."),
                    )
                continue
            self.whole(entries, sentence)
            sentence = _Sentence()
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
            elif value is None:
                found.cut.add(key.text)
            else:
                entries[key.text] = (key.line, value)
                if isinstance(value, Scalar):
                    sentence = _Sentence(key.text, [(value.text, index)])
        self.whole(entries, sentence)
        return found

    def whole(self, entries: dict[str, tuple[int, Node]], sentence: _Sentence) -> None:
        """Put a text back together that YAML cut at a comma: ``{opbrengst: Wie vrij is, neemt waar.}``.

        YAML reads the second half as a key without a value. No key of ours may be empty, so it cannot mean anything
        else than the rest of the sentence; it is read so, and the writer is told.
        """
        if len(sentence.parts) < 2:
            return
        texts = [text for text, _ in sentence.parts]
        figure = all(text.isdecimal() for text in texts)  # 7,5: the field it stands in has an answer to that
        whole = ("," if figure else ", ").join(texts)
        line, before = entries[sentence.key]
        entries[sentence.key] = (line, Scalar(whole, before.line))
        if not figure:
            self.problem(
                sentence.parts[-1][1],
                say("hier staat een komma in een tekst tussen accolades; gelezen is ‘{text}’", text=whole),
                say("Zet de tekst tussen aanhalingstekens, dan is er geen twijfel."),
                Severity.WARNING,
            )

    def without_colon(self, key: yaml.Event, value: yaml.Event) -> bool:
        """Return whether a key of a flow group stands alone: its value is empty, and no colon stands between."""
        if not isinstance(value, yaml.ScalarEvent) or value.value or value.style:
            return False
        if not key.end_mark or not value.start_mark:
            return False
        return ":" not in self.text[key.end_mark.index : value.start_mark.index]

    def too_many(self, event: yaml.Event, message: str) -> NoReturn:
        """Stop at a list or group that is far longer than any real one."""
        self.problem(_row(event), message, say("Waarschijnlijk is er te veel geplakt. Haal weg wat er niet hoort."))
        raise _Stop

    def refuse(self, event: yaml.NodeEvent, index: int) -> None:
        """Note whatever an event uses of YAML that this handbook does not read; the rest of it is still looked at."""
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
        if tag := getattr(event, "tag", None):
            self.problem(
                index,
                say(
                    "‘{tag}’ is een opdracht aan de computer; die voert het handboek niet uit",
                    tag=tag.replace("tag:yaml.org,2002:", "!!"),
                ),
                say("Haal het woord met het uitroepteken weg. Hoort het bij je tekst? Zet er aanhalingstekens om."),
            )
        if CONTROL.search(getattr(event, "value", "")):
            self.problem(index, *invisible())


def _until(events: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[yaml.NodeEvent]:
    for event in events:
        if isinstance(event, end):
            return
        assert isinstance(event, yaml.NodeEvent)  # between the ends of a list or group there is nothing else
        yield event


def _row(event: yaml.Event) -> int:
    """Return the row of a document on which an event begins, counted from 0."""
    return event.start_mark.line if event.start_mark else 0


def _like_a_decimal(figures: list[yaml.ScalarEvent], items: int) -> tuple[yaml.ScalarEvent, yaml.ScalarEvent] | None:
    """Return two figures of a list that may have been meant as one: ``[7,5]``, or ``7,5`` in ``[6, 7,5]``.

    Where every comma stands without a space, as in ``[4,5,5]``, that is somebody's way of writing a list.
    """
    pairs = list(pairwise(figures))
    tight = [p for p in pairs if p[0].end_mark and p[1].start_mark and p[1].start_mark.index - p[0].end_mark.index == 1]
    return tight[0] if tight and (len(tight) < len(pairs) or items == 2) else None
