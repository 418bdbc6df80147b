"""Text that somebody else wrote, made safe for plain output: terminals, tables, any markup.

What cannot be seen can deceive: control characters move the cursor of a terminal, and marks that
turn the direction of writing exchange the figures of a sentence. Both are shown as a replacement.
"""

import re

# Controls but tab and line feed, surrogates, non-characters, and what turns the direction.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def clean(words: str) -> str:
    r"""Return *words* with everything replaced that is not seen but acts.

    Examples
    --------
    >>> clean("red: \x1b[31m")
    'red: \ufffd[31m'
    """
    return _UNSEEN.sub("\ufffd", words.replace("\r\n", "\n"))


def csv_cell(words: str) -> str:
    """Return *words* so that no spreadsheet takes them for a formula.

    Examples
    --------
    >>> csv_cell("=HYPERLINK(1)"), csv_cell("about 300")
    ("'=HYPERLINK(1)", 'about 300')
    """
    shown = clean(words)
    return f"'{shown}" if shown.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else shown


def json_text(text: str) -> str:
    r"""Return JSON that means the same and can be shown: what is unseen stands as an escape.

    Examples
    --------
    >>> print(json_text('["\u202e"]'))
    ["\u202e"]
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
