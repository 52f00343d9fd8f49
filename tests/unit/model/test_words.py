from __future__ import annotations

import pkgutil
import types
from collections.abc import Iterator
from importlib import import_module
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

from reflection_handbook import model
from reflection_handbook.model.base import Model
from reflection_handbook.model.published import PublishedTeam
from reflection_handbook.model.words import YAML_KEYS, yaml_key


def every_model() -> Iterator[type[Model]]:
    for module in pkgutil.iter_modules(model.__path__):
        import_module(f"{model.__name__}.{module.name}")
    todo = [Model]
    while todo:
        below = [kind for kind in todo.pop().__subclasses__() if kind.__module__.startswith(model.__name__)]
        yield from below
        todo += below


MODELS = sorted(set(every_model()), key=lambda kind: kind.__name__)
FIELDS = [
    pytest.param(kind, name, field, id=f"{kind.__name__}.{name}")
    for kind in MODELS
    for name, field in kind.model_fields.items()
]


def innermost(kind: Any, told: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield each type inside a type, with what its annotations tell about it."""
    if get_origin(kind) is Annotated:
        yield from innermost(get_args(kind)[0], (*told, *get_args(kind)[1:]))
    elif get_origin(kind) in (Union, types.UnionType, tuple, list):
        for part in get_args(kind):
            yield from innermost(part, told if get_origin(kind) in (Union, types.UnionType) else ())
    else:
        yield kind, told


def test_there_are_models_to_look_at() -> None:
    assert {"Portfolio", "PracticeCard", "Organisation", "Question", "StepCard"} <= {kind.__name__ for kind in MODELS}


@pytest.mark.parametrize(("kind", "name", "field"), FIELDS)
def test_a_field_has_its_dutch_key_and_a_dutch_description(kind: type[Model], name: str, field: FieldInfo) -> None:
    assert field.alias == YAML_KEYS[name]
    assert field.description, "say in Dutch what it is, under the field"
    assert field.description[0].isupper()
    assert field.description[-1] in ".?"


@pytest.mark.parametrize(("kind", "name", "field"), FIELDS)
def test_a_field_is_no_bare_number_text_or_truth(kind: type[Model], name: str, field: FieldInfo) -> None:
    # What is published is reckoned, not read, so a mean may be a bare number; test_fields says which ones are.
    bare = {int, bool, str} if kind.__module__ == PublishedTeam.__module__ else {int, float, bool, str}
    for found, told in innermost(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation):
        assert found not in bare or told, "take a type of model.base, which reads what people write"


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_no_two_fields_of_a_model_have_one_key(kind: type[Model]) -> None:
    keys = [field.alias for field in kind.model_fields.values()]
    assert len(keys) == len(set(keys))


def test_no_word_is_left_over() -> None:
    assert set(YAML_KEYS) == {name for kind in MODELS for name in kind.model_fields}


def test_a_field_without_a_word_does_not_pass() -> None:
    with pytest.raises(KeyError, match="colour"):
        yaml_key("colour")
