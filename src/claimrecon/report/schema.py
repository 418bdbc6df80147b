"""The JSON Schema of ``Report.to_dict()``, shipped as a data file."""

import json
from importlib.resources import files
from typing import Any


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every report follows.

    Examples
    --------
    >>> report_schema()["title"]
    'claimrecon report, version 1'
    """
    text = (files("claimrecon.report") / "report.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
