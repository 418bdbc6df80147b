"""Writing a dossier as a YAML file."""

import io

from claimrecon.dossier.parts import VERSION, Document

_WIDTH = 100


def to_dict(dossier: Document) -> dict[str, object]:
    """Return the mapping of the file format, without what was left out.

    It holds nothing but text, whole numbers, truth values, lists and mappings, and loads back to an
    equal dossier.

    Examples
    --------
    >>> to_dict(Document(title="A flood", since="2025-01-01"))
    {'claimrecon': 1, 'title': 'A flood', 'since': '2025-01-01'}
    """
    return {"claimrecon": VERSION, **dossier.model_dump(mode="json", exclude_defaults=True)}


def to_yaml(dossier: Document) -> str:
    """Return the text of a YAML file that loads back to an equal dossier.

    Examples
    --------
    >>> print(to_yaml(Document(title="A flood", since="2025-01-01")), end="")
    claimrecon: 1
    title: A flood
    since: '2025-01-01'
    """
    # The YAML writer loads when it is first needed, not with the library.
    from ruamel.yaml import YAML  # noqa: PLC0415

    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    writer.width = _WIDTH
    stream = io.StringIO()
    writer.dump(to_dict(dossier), stream)
    return stream.getvalue()
