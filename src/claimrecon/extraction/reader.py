"""The door: from a text to drafts."""

import datetime as dt

from claimrecon.extraction.draft import Tier
from claimrecon.extraction.drafts import Drafts, drafts_of
from claimrecon.extraction.extractors import Extractor
from claimrecon.extraction.rules.extractor import RuleExtractor
from claimrecon.periods import UnreadableDateError, parse_partial_date

_RULES = RuleExtractor()


def read(
    text: str,
    *,
    published: str | dt.date | None = None,
    outlet: str | None = None,
    tier: str | Tier = Tier.SURE,
    extractor: Extractor = _RULES,
) -> Drafts:
    """Read the figures of a text as drafts of claims.

    Parameters
    ----------
    text
        An article, a bulletin, a sentence.
    published
        The day it was published. Relative dates ("last week") are read with respect to it.
    outlet
        Who published it: the last relay of every claim, or its source where nobody else is named.
    tier
        "sure" holds back what a person should look at first; "all" does not.
    extractor
        Who reads: the rules of this library, or another ``Extractor``.

    Raises
    ------
    UnreadableDateError
        If *published* is no full date.

    Examples
    --------
    >>> drafts = read(
    ...     "At least 300 North Korean soldiers have been killed, the ministry said on 9 January.",
    ...     published="2025-01-13",
    ... )
    >>> print(drafts[0].figure, drafts[0].measure, drafts[0].speakers[0])
    At least 300 ('killed',) ministry
    """
    day = _day(published)
    found = tuple(extractor.extract(text, published=day))
    return drafts_of(text, found, published=day, outlet=outlet, tier=Tier(tier))


def _day(published: str | dt.date | None) -> dt.date | None:
    if published is None:
        return None
    date = parse_partial_date(published)
    if not date.is_day:
        raise UnreadableDateError(
            published, "relative dates need the day of publication", "Write it as 2025-01-09."
        )
    return date.first
