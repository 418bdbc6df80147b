"""A check of plain values against the few words of JSON Schema that the report's schema uses."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
_KNOWN = {
    *("$ref", "$schema", "$defs", "title", "description", "type", "enum", "const", "anyOf"),
    *("properties", "required", "additionalProperties", "items", "minItems", "maxItems", "pattern"),
}


def violations(value: object, schema: Mapping[str, Any]) -> list[str]:
    """Return where *value* departs from *schema*, as a path and a sentence."""
    return list(_check(value, schema, schema, "$"))


def _check(
    value: object, schema: Mapping[str, Any], root: Mapping[str, Any], path: str
) -> Iterator[str]:
    assert set(schema) <= _KNOWN, f"this check does not know {set(schema) - _KNOWN}"
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        yield from _check(value, root["$defs"][name], root, path)
    if "anyOf" in schema and all(
        any(True for _ in _check(value, option, root, path)) for option in schema["anyOf"]
    ):
        yield f"{path}: {value!r} is none of the forms"
    types = schema.get("type", [])
    names = [types] if isinstance(types, str) else types
    if names and not any(_is(value, name) for name in names):
        yield f"{path}: {value!r} is not of type {' or '.join(names)}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is not allowed"
    if "const" in schema and value != schema["const"]:
        yield f"{path}: {value!r} is not {schema['const']!r}"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{path}: {value!r} does not match"
    if isinstance(value, list):
        yield from _check_list(value, schema, root, path)
    if isinstance(value, dict):
        yield from _check_mapping(value, schema, root, path)


def _is(value: object, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and not (name == "integer" and isinstance(value, bool))


def _check_list(
    value: list[Any], schema: Mapping[str, Any], root: Mapping[str, Any], path: str
) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{path}: {len(value)} items"
    for index, item in enumerate(value):
        yield from _check(item, schema.get("items", {}), root, f"{path}[{index}]")


def _check_mapping(
    value: dict[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], path: str
) -> Iterator[str]:
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    yield from (
        f"{path}: {key} is missing" for key in schema.get("required", ()) if key not in value
    )
    for key, item in value.items():
        if key in known:
            yield from _check(item, known[key], root, f"{path}.{key}")
        elif rest is False:
            yield f"{path}: {key} is not known"
        elif isinstance(rest, Mapping):
            yield from _check(item, rest, root, f"{path}.{key}")
