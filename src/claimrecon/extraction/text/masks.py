"""Digits that are no counts: clock times, ages, money, calibres, units of an army, identifiers.

Dates are found by ``periods``; what else a number may stand for is told by the noun behind it.
"""

import re
from collections.abc import Iterator

_NUMBER = r"\d{1,15}(?:[.,]\d{1,9}){0,5}"
_SCALE = r"(?:\s?(?:k|m|bn|tn|thousand|million|billion|trillion)\b)?"
_NAMED = (
    r"battalion|brigade|regiment|division|company|unit|sector|resolution|article|section|chapter|"
    r"route|highway|flight|room|block|building|school|hospital|district|ward|zone|gate|page|line|"
    r"checkpoint|phase|day|week|boeing|airbus|type|mark|mk|channel|paragraph|annex|table|figure|"
    r"no\.|nr\.?|version|apartment|house|platform|pier|kilometre|kilometer|area|point|camp|hill"
)
_UNIT = (
    r"mm|cm|km|kg|kph|mph|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|tonnes?|tons?|hectares?|acres?|"
    r"lit(?:re|er)s?|degrees?|°|knots|feet|foot|sq"
)
_BEFORE_YEAR = "in|since|until|till|early|late|mid|year|after|before|spring|summer|autumn|winter"
_YEAR = r"(?:1[89]|20)\d\d"
_NO_TOLL = r"(?![.,]\d|\s(?:people|soldiers|troops|men|civilians|dead|killed))"
_LIMIT = r"under|over|below|above|younger\sthan|older\sthan"
_AGES = r"(?:five|ten|twelve|fourteen|fifteen|sixteen|eighteen|sixty|\d{1,2})"
_FORMS = (
    r"(?<![\w/])(?:https?://|www\.)\S{1,2000}",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}",
    r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])(?:\s?[ap]\.?m\b)?",
    r"(?<![\d.,])\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b",
    r"(?<![\d.,])\d{1,3}(?:-|\s|–)?(?:year|month|week|day)s?(?:-|\s|–)old",
    rf"\b(?:{_LIMIT})[\s-](?:the\sage\sof\s)?{_AGES}(?:s|\syears?(?:\sold|\sof\sage))\b",
    rf"\b(?:{_LIMIT})\sthe\sage\sof\s{_AGES}\b",
    rf"\b(?:children|girls|boys|infants)\s(?:aged\s)?(?:{_LIMIT})\s(?:the\sage\sof\s)?{_AGES}\b",
    r"\b(?:aged?|ages)\s\d{1,3}(?:\s?(?:to|and|-|–|or)\s?\d{1,3})?",
    rf"[$€£₴¥₽]\s?{_NUMBER}{_SCALE}",
    rf"(?<![\d.,]){_NUMBER}{_SCALE}\s(?:dollars?|euros?|pounds?|roubles?|rubles?|hryvnias?|usd|eur)\b",
    rf"(?<![\d.,]){_NUMBER}(?:\s|-|–)?(?:{_UNIT})\b",
    rf"\b(?:{_NAMED})\s(?:no\.?\s?)?\d{{1,6}}\b(?![.,]\d|\s?(?:of|people|dead|killed|wounded))",
    r"(?<![\d.,])\d{1,5}(?:st|nd|rd|th)\b",
    r"\bthe\s(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?!\s+of\b)",
    r"(?<![\w-])(?-i:[A-Z][A-Za-z]{0,8})-\d{1,6}[A-Za-z]{0,3}\b",
    r"(?<![\w-])(?-i:[A-Z]{1,4})\d{1,5}[A-Z]{0,2}\b",
    r"(?<![\d.,/])\d{1,2}/\d{1,2}(?![\d/])",
    r"(?<![\d.,])(?:1[89]|20)\d0s\b",
    rf"\b(?:{_BEFORE_YEAR})[\s-]{_YEAR}\b{_NO_TOLL}(?:[-–/](?:{_YEAR}|\d\d)\b)?",
)
_MASK = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE | re.ASCII)
# A number between commas behind a name is an age: "Sergeant Oleh Dmyt, 29, said".
_AGE = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_]{1,30}, (?P<age>\d{1,2})(?=,(?!\d)|\.$|\.\s|\))")


def masks_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of digits and ordinals that count nothing.

    Examples
    --------
    >>> text = "At 03:30 the 810th brigade fired 155mm shells; Oleh Dmyt, 29, saw 12 dead."
    >>> [text[start:end] for start, end in masks_in(text)]
    ['03:30', '810th', '155mm', '29']
    """
    for found in _MASK.finditer(text):
        yield found.span()
    for found in _AGE.finditer(text):
        yield found.span("age")
