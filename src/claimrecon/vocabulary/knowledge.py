"""Who speaks, how they know, and how far they are trusted (§7, §15)."""

from enum import StrEnum


class Role(StrEnum):
    """What a source is, as the file format names it."""

    BELLIGERENT = "belligerent"
    GOVERNMENT = "government"
    MILITARY = "military"
    INTELLIGENCE = "intelligence"
    INTERNATIONAL = "international"
    NGO = "ngo"
    ACADEMIC = "academic"
    MEDIA = "media"
    ANALYST = "analyst"
    WITNESS = "witness"
    ANONYMOUS = "anonymous"
    OTHER = "other"


class Evidence(StrEnum):
    """What kind of knowledge a figure is (§7)."""

    ASSERTION = "assertion"
    """Binds as it reads."""
    DOCUMENTED = "documented"
    """By name, verified, bodies: bounds the true count from below only."""
    ESTIMATE = "estimate"
    SURVEY = "survey"
    MODEL = "model"
    PROJECTION = "projection"
    """Never constrains the past; is tested against the record."""
    DENIAL = "denial"
    """Is reported and not turned into a constraint."""

    @property
    def is_statistical(self) -> bool:
        """Whether a bare point of this kind reads as "about" (§7)."""
        return self in {Evidence.ESTIMATE, Evidence.SURVEY, Evidence.MODEL}

    @property
    def binds(self) -> bool:
        """Whether such a claim is part of the record."""
        return self not in {Evidence.PROJECTION, Evidence.DENIAL}


class Reliability(StrEnum):
    """Admiralty grade of a source; F means *cannot be judged*, never a low score (§15)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Admiralty grade of one piece; 6 means *cannot be judged* (§15)."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"
