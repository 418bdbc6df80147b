"""The parts of the dossier file, version 1, as pydantic models: strict, frozen, no unknown keys.

The models hold what was written; what was understood is made of ``claims`` and ``scopes``.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)

from claimrecon.claims import RuleKind
from claimrecon.dossier.written import (
    Day,
    Days,
    Number,
    Text,
    TextList,
    Texts,
    Tree,
    Truth,
    as_list,
    as_named,
    as_text,
    member_of,
    refusal,
)
from claimrecon.vocabulary import Credibility, Evidence, Reliability, Role

VERSION: Literal[1] = 1
"""The version of the file format that this library reads and writes."""


class Written(BaseModel):
    """What all parts of the file have in common."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        defer_build=True,  # a validator is built when the first file is read, not on import
        json_schema_serialization_defaults_required=False,
    )


class SourceEntry(Written):
    """Who says something: an entry of ``sources``, or written where a claim names its source."""

    name: Text | None = None
    aliases: Texts = ()
    role: Annotated[Role, member_of(Role, "role")] | None = None
    side: Text | None = None
    speaks_for: Text | None = None
    reliability: Annotated[Reliability, member_of(Reliability, "reliability")] | None = None
    note: Text | None = None


class AllOf(Written):
    """The intersection of several names."""

    all_of: Texts


def _form(value: object) -> str:
    if isinstance(value, str):
        return "name"
    if isinstance(value, AllOf) or (isinstance(value, Mapping) and "all_of" in value):
        return "all_of"
    if isinstance(value, Mapping | BaseModel):
        return "mapping"
    return "list" if isinstance(value, list | tuple) else "name"


_Name = Annotated[Text, Tag("name")]
_Names = Annotated[TextList, Tag("list")]
_AllOf = Annotated[AllOf, Tag("all_of")]
_Set = Annotated[_Name | _AllOf, Discriminator(_form)]


class Bounds(Written):
    """A set of people, places or causes known only between two (§4)."""

    inner: _Set | None = None
    outer: _Set | None = None


class MeasureBounds(Written):
    """A measure known only between two (§4); ``null`` sets no bound on that side."""

    inner: Annotated[_Name | _Names, Discriminator(_form)] | None = None
    outer: Annotated[_Name | _Names, Discriminator(_form)] | None = None


class OwnMeasure(MeasureBounds):
    """A measure of the dossier's own: a sum of others, or known only between two others."""

    sum: Texts | None = None


Where = Annotated[_Name | _AllOf | Annotated[Bounds, Tag("mapping")], Discriminator(_form)]
"""A name, an intersection, or bounds."""

What = Annotated[_Name | _Names | Annotated[MeasureBounds, Tag("mapping")], Discriminator(_form)]
"""A measure, a list of disjoint ones, or bounds."""


class Figure(Written):
    """A figure and its scope: what claims and assumptions have in common."""

    id: Text | None = None
    says: Text | None = None
    measure: What | None = None
    population: Where | None = None
    place: Where | None = None
    cause: Where | None = None
    at: Days | None = None
    as_of: Days | None = None
    during: Days | None = None
    since: Days | None = None
    count: Text | None = None
    low: Number | None = None
    high: Number | None = None
    best: Number | None = None
    exact: Truth = False
    per: Text | None = None
    ratio_of: Text | None = None
    evidence: Annotated[Evidence, member_of(Evidence, "evidence")] = Evidence.ASSERTION
    confidence: Number | None = None
    credibility: (
        Annotated[
            Credibility,
            member_of(Credibility, "credibility"),
            WithJsonSchema({"enum": [1, 2, 3, 4, 5, 6, "1", "2", "3", "4", "5", "6"]}),
        ]
        | None
    ) = None
    derived_from: Texts = ()
    said_on: Day | None = None
    reported_on: Day | None = None
    retrieved_on: Day | None = None
    url: Text | None = None
    quote: Text | None = None
    locator: Text | None = None
    note: Text | None = None


class Claim(Figure):
    """What a source said: a figure, its scope and where it stands."""

    source: Annotated[
        _Name | Annotated[SourceEntry, Tag("mapping")],
        Discriminator(_form),
    ]
    via: Texts = ()
    relays: Text | None = None
    statement: Text | None = None
    supersedes: Texts = ()

    def _repr_html_(self) -> str:
        """Return what a notebook shows: what was written, key by key."""
        from claimrecon.dossier.showing import claim_html  # noqa: PLC0415 - only a notebook

        return claim_html(self.model_dump(mode="json", exclude_defaults=True))


class Assumption(Figure):
    """What the analyst takes for granted: a figure without a source, or a named rule."""

    assume: Annotated[RuleKind, member_of(RuleKind, "assumption")] | None = None
    after: Day | None = None


def _as_version(value: object) -> object:
    text = as_text(value)
    if text != str(VERSION):
        raise refusal(
            "CR109",
            f"this file is written in version {text} of the format, and this library reads version "
            f"{VERSION}. Write  claimrecon: {VERSION}   or take a newer claimrecon.",
        )
    return VERSION


def _as_items(value: object) -> object:
    return () if value is None else as_list(value)


def _as_bodies(value: object) -> object:
    named = as_named(value)
    return (
        {key: {} if body is None else body for key, body in named.items()}
        if isinstance(named, dict)
        else named
    )


class Document(Written):
    """Everything that stands in a dossier file."""

    claimrecon: Annotated[Literal[1], BeforeValidator(_as_version)] = VERSION
    title: Text | None = None
    since: Days | None = None
    ended: Day | None = None
    codebook: Text = "claimrecon-1"
    populations: Tree = Field(default_factory=dict)
    places: Tree = Field(default_factory=dict)
    causes: Tree = Field(default_factory=dict)
    population: Where | None = None
    place: Where | None = None
    cause: Where | None = None
    measures: Annotated[dict[str, OwnMeasure], BeforeValidator(_as_bodies)] = Field(
        default_factory=dict
    )
    sources: Annotated[dict[str, SourceEntry], BeforeValidator(_as_bodies)] = Field(
        default_factory=dict
    )
    claims: Annotated[tuple[Claim, ...], BeforeValidator(_as_items)] = ()
    assumptions: Annotated[tuple[Assumption, ...], BeforeValidator(_as_items)] = ()
