"""Other libraries on the same phrases; each gives what it can, and none gives a comparator."""

import re
import warnings
from contextlib import redirect_stderr, suppress
from io import StringIO

from scores.answers import Answer, Reader


def peers() -> dict[str, Reader | str]:
    """Return the readers of the libraries that are installed, or why one is not."""
    return {"quantulum3": _quantulum3(), "text2num": _text2num()}


def _quantulum3() -> Reader | str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from quantulum3 import parser  # noqa: PLC0415  (a peer, perhaps not installed)
    except Exception as error:  # noqa: BLE001  (whatever keeps it from starting is the answer)
        return f"not measured: {error}"

    def read(text: str) -> tuple[Answer, ...]:
        found = []
        with redirect_stderr(StringIO()), suppress(Exception):
            found = parser.parse(text)
        answers = []
        for quantity in found:
            value, width = quantity.value, quantity.uncertainty
            if width:
                answers.append(Answer("range", value - width, value + width, None))
            else:
                answers.append(Answer("eq", value, value, value))
        return tuple(answers)

    return read


def _text2num() -> Reader | str:
    try:
        from text_to_num import alpha2digit  # noqa: PLC0415  (a peer, perhaps not installed)
    except Exception as error:  # noqa: BLE001  (whatever keeps it from starting is the answer)
        return f"not measured: {error}"

    def read(text: str) -> tuple[Answer, ...]:
        digits = alpha2digit(text, "en")
        numbers = [float(run.replace(",", "")) for run in _NUMBER.findall(digits)]
        return tuple(Answer("eq", number, number, number) for number in numbers)

    return read


_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
