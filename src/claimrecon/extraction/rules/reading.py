"""From a text to its drafts, sentence by sentence: everything the rules say of each figure."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimrecon.extraction.draft import Draft, DraftDate, Mark, Stance, Tier, mark
from claimrecon.extraction.rules.attribution import Attribution
from claimrecon.extraction.rules.evidence import evidence_of, of_violence
from claimrecon.extraction.rules.linking import links_in
from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.rules.names import Name
from claimrecon.extraction.rules.nouns import Noun
from claimrecon.extraction.rules.places import Places, place_of, places_in
from claimrecon.extraction.rules.speakers import attributions_in, chain_at
from claimrecon.extraction.rules.stances import Cues, cues_in, stance_of, takes_back
from claimrecon.extraction.rules.times import Chosen, Dated, date_of, dates_in
from claimrecon.extraction.text.analysis import sentences_of
from claimrecon.extraction.text.lexicon import Lexicon, english
from claimrecon.extraction.text.sentence import Sentence
from claimrecon.periods import When, WhenFlag, WhenKind, find_dates

_GROUPS = frozenset({"civilian", "military", "enemy"})
_SUBJECT = 6
_SEVERAL = 2
"""So many figures before a ratio leave it open which it is on."""
_BASES = {
    "strength": frozenset({"arrived", "strength"}),
    "casualties_unspecified": frozenset({"casualties", "casualties_unspecified"}),
}


def drafts_in(text: str, published: date | None) -> tuple[Draft, ...]:
    """Return the drafts of a text, of both tiers, in the order of the text."""
    lexicon = english()
    whens = tuple(when for when in find_dates(text, published) if not _cuts(text, when))
    violent = of_violence(text, lexicon)
    read: list[_Read] = []
    before: Sentence | None = None
    for sentence in sentences_of(text, whens, lexicon):
        back = takes_back(sentence, lexicon)
        if back is not None and before is not None:
            _take_back(read, before, back)
        if sentence.counts:
            there = _between(whens, sentence.start, sentence.end)
            reading = _Reading(
                sentence, lexicon, there, before, violent=violent, published=published
            )
            read += reading.items()
        before = sentence
    return _numbered(read)


@dataclass(frozen=True, slots=True)
class _Read:
    """A draft without an id, and the offset of the whole of which it is a part."""

    draft: Draft
    part_of: int | None


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in one sentence beside its links; ``speaking`` are words of its speakers."""

    said: tuple[Attribution, ...]
    dates: tuple[Dated, ...]
    places: Places
    cues: Cues
    speaking: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence with numbers."""

    sentence: Sentence
    lexicon: Lexicon
    whens: tuple[When, ...]
    before: Sentence | None
    violent: bool
    published: date | None

    def items(self) -> Iterator[_Read]:
        links = links_in(self.sentence, self.lexicon)
        if not links:
            return
        linked = replace(self.sentence, counts=tuple(link.count for link in links))
        said = attributions_in(linked, self.lexicon)
        found = _Found(
            said=said,
            dates=dates_in(self.sentence, self.whens),
            places=places_in(self.sentence, self.lexicon),
            cues=cues_in(self.sentence, self.lexicon),
            speaking=frozenset(
                at for item in said for name in item.chain for at in range(name.first, name.behind)
            ),
        )
        for link in links:
            yield self._item(link, links, found)

    def _item(self, link: Link, links: Sequence[Link], found: "_Found") -> _Read:
        sentence, text = self.sentence, self.sentence.text
        phrase = link.count.phrase
        speakers, pointed = self._speakers(chain_at(found.said, link.count.first))
        place = place_of(sentence, link, found.places, found.speaking)
        stance = stance_of(found.cues, link, links)
        chosen = date_of(sentence, link, found.dates, found.said, self.lexicon)
        when = self._when(link, chosen, stance)
        doubts = [*link.doubts, *_doubts(link, links, when)]
        if pointed:
            doubts.append("its speaker is named in an earlier sentence")
        tier = link.tier
        if phrase.vague_word == "many" or phrase.ambiguous:
            tier = Tier.ALL
        draft = Draft(
            id="",
            figure=mark(text, phrase.start, phrase.end),
            phrase=phrase,
            measure=self._measure(link, links),
            rule=link.rule,
            quote=mark(text, sentence.start, sentence.end),
            tier=tier,
            stance=stance,
            population=self._population(link, links),
            place=None if place is None else mark(text, *sentence.slice(*place)),
            date=when,
            said_on=chosen.said_on,
            speakers=speakers,
            evidence=evidence_of(sentence, link, self.lexicon),
            doubts=tuple(doubts),
        )
        whole = None if link.part_of is None else link.part_of.phrase.start
        return _Read(draft, whole)

    def _measure(self, link: Link, links: Sequence[Link]) -> tuple[str, ...]:
        """Settle what "died" is: killed, where the text tells of violence or a disaster (§3)."""
        of_toll = any(other.rule.startswith("toll") for other in links)
        died = "killed" if self.violent or of_toll else "deaths_unspecified"
        if link.rule == "verb-object" and self._is_of_disease(link):
            return tuple(
                "deaths_unspecified" if name == "killed" else name for name in link.measures
            )
        return tuple(died if name == "died" else name for name in link.measures)

    def _is_of_disease(self, link: Link) -> bool:
        """Whether what kills is no violence and no disaster: "cholera has killed 1,200"."""
        start = bisect_left(self.sentence.clause, self.sentence.clause[link.first])
        subject = self.sentence.words[max(start, link.first - _SUBJECT) : link.first]
        return bool(self.lexicon.tables["events.natural"].spans(subject))

    def _speakers(self, chain: tuple[Name, ...]) -> tuple[tuple[Mark, ...], bool]:
        marks: list[Mark] = []
        pointed = False
        for name in chain:
            if not name.is_pronoun:
                marks.append(_named(self.sentence, name))
            elif (earlier := self._speaker_before()) is not None:
                marks.append(earlier)
                pointed = True
        return tuple(dict.fromkeys(marks)), pointed

    def _speaker_before(self) -> Mark | None:
        """Return the first speaker of the sentence before, whom "he said" points at."""
        if self.before is None:
            return None
        names = [
            name
            for item in attributions_in(self.before, self.lexicon)
            for name in item.chain[:1]
            if not name.is_pronoun
        ]
        if not names:
            return None
        return _named(self.before, names[-1])

    def _population(self, link: Link, links: Sequence[Link]) -> Mark | None:
        sentence, noun = self.sentence, link.noun
        of_ratio = link.count.phrase.is_ratio and noun.kind is Noun.UNKNOWN
        if noun.kind in {Noun.PERSONS, Noun.UNKNOWN} and noun.behind > noun.first and not of_ratio:
            return mark(sentence.text, *sentence.slice(noun.first, noun.behind))
        first = sentence.words[noun.first] if noun.first < noun.behind else None
        if first is not None and (first.low in _GROUPS or first.is_capital):
            return mark(sentence.text, first.start, first.end)
        # "300 soldiers killed and another 2,700 wounded": the second number counts the same people.
        earlier = [other for other in links if other.count.first < link.count.first]
        if not earlier or link.rule.startswith("toll") or link.part_of is not None:
            return None
        other = earlier[-1]
        same_clause = sentence.clause[other.count.first] == sentence.clause[link.count.first]
        between = {sentence.low(at) for at in range(other.count.behind, link.count.first)}
        if not same_clause or not between & {"and", ",", "with"}:
            return None
        return self._population(other, links)

    def _when(self, link: Link, chosen: Chosen, stance: Stance) -> DraftDate | None:
        if chosen.when is None:
            return None
        when = chosen.when
        if stance is Stance.PROJECTED and not chosen.of_saying:
            when = _ahead(when, self.published)
        kind, first = when.kind, when.first
        if link.rule.startswith("toll") and kind is WhenKind.POINT:
            kind, first = WhenKind.AS_OF, None
        return DraftDate(
            mark(self.sentence.text, when.start, when.end),
            first,
            when.last,
            kind,
            of_saying=chosen.of_saying,
        )


def _named(sentence: Sentence, name: Name) -> Mark:
    """Return the words of a name, without the s of "Ukraine's claim that"."""
    first, behind = sentence.slice(name.first, name.behind)
    genitive = sentence.low(name.behind - 1).endswith("'s")
    return mark(sentence.text, first, behind - 2 if genitive else behind)


def _cuts(text: str, when: When) -> bool:
    """Whether a date ends within a number: "in November, 11,000 soldiers"."""
    return (
        text[when.end - 1].isdigit()
        and re.match(r"[.,]?\d", text[when.end : when.end + 2]) is not None
    )


def _ahead(when: When, published: date | None) -> When:
    """Take the next such date for what is still to come: dates without a year look back."""
    ends_before = published is not None and when.last is not None and when.last < published
    if WhenFlag.YEAR_ASSUMED not in when.flags or not ends_before:
        return when
    later = [None if day is None else _year_later(day) for day in (when.first, when.last)]
    return replace(when, first=later[0], last=later[1])


def _year_later(day: date) -> date:
    leap = day.month == 2 and day.day > 28  # noqa: PLR2004 - 29 February
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _doubts(link: Link, links: Sequence[Link], date: DraftDate | None) -> Iterator[str]:
    phrase = link.count.phrase
    if phrase.increment and any(
        other.measures == link.measures for other in links if other.count != link.count
    ):
        yield "it comes on top of another figure"
    if phrase.ambiguous:
        yield "its digits are grouped by points"
    if date is not None and date.first is None and date.last is None:
        yield f"{date.mark.words!r} hangs on another date"


def _between(whens: Sequence[When], start: int, end: int) -> tuple[When, ...]:
    low = bisect_left(whens, start, key=lambda when: when.start)
    high = bisect_left(whens, end, key=lambda when: when.start)
    return tuple(whens[low:high])


def _take_back(read: list[_Read], before: Sentence, stance: Stance) -> None:
    """Give what the last sentence read asserted another stance."""
    for at in range(len(read) - 1, -1, -1):
        draft = read[at].draft
        if draft.start < before.start:
            return
        if draft.is_asserted:
            doubts = (*draft.doubts, "taken back later on")
            read[at] = replace(read[at], draft=replace(draft, stance=stance, doubts=doubts))


def _numbered(read: Sequence[_Read]) -> tuple[Draft, ...]:
    """Give ids, and turn offsets of wholes and bases into them."""
    ordered = sorted(read, key=lambda item: item.draft.start)
    names = {item.draft.start: f"d{number}" for number, item in enumerate(ordered, start=1)}
    done: list[Draft] = []
    bases: dict[str, list[Draft]] = {name: [] for name in _BASES}
    for item in ordered:
        draft = replace(
            item.draft,
            id=names[item.draft.start],
            subset_of=None if item.part_of is None else names.get(item.part_of),
        )
        done.append(_with_base(draft, bases) if draft.phrase.is_ratio else draft)
        for name, measures in _BASES.items():
            may_be = draft.is_asserted and not draft.phrase.is_ratio
            if may_be and len(bases[name]) < _SEVERAL and measures.intersection(draft.measure):
                bases[name].append(draft)
    return tuple(done)


def _with_base(draft: Draft, bases: Mapping[str, Sequence[Draft]]) -> Draft:
    """Find the one figure of the text that a ratio can be on."""
    found = bases.get(draft.measure[0], ())
    if len(found) == 1 and found[0].measure != draft.measure:
        return replace(draft, ratio_of=found[0].id)
    return replace(draft, doubts=(*draft.doubts, "the count it is a share of is not found"))
