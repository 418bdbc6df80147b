"""What the claims of a dossier come to: one kind of finding a file (§9-§14).

Origins first, then the record: ``echoes`` makes one statement of what is told many times,
``standing`` settles what an origin has replaced or mistyped, and the rest compares what stands.
"""

from claimrecon.findings.accounts import MAX_ACCOUNTS
from claimrecon.findings.apparent import apparent, apparent_findings
from claimrecon.findings.brief import Brief, Grade, Sentence, brief
from claimrecon.findings.contradictions import (
    Clashes,
    clash_finding,
    clashes,
    findings_of,
    stories_of,
    weightiest_first,
)
from claimrecon.findings.disputes import DecidingFigure, Dispute, disputes
from claimrecon.findings.explaining import (
    CellWords,
    ScopeExplanation,
    Touch,
    Touching,
    explain_scope,
)
from claimrecon.findings.headlines import dated_headlines, headline_scopes
from claimrecon.findings.hedges import hinging_hedges
from claimrecon.findings.influence import Influence, Influences, Otherwise, influences
from claimrecon.findings.intervals import Interval
from claimrecon.findings.looseness import Looseness
from claimrecon.findings.model import (
    Account,
    End,
    Finding,
    FindingKind,
    Offer,
    PossibleRange,
    Stated,
    Verdict,
)
from claimrecon.findings.nearest import nearest_pairs
from claimrecon.findings.observability import Observability, Quantity, quantities
from claimrecon.findings.policies import Policy, PolicyFigure, policy_figure
from claimrecon.findings.projections import implausible_projections
from claimrecon.findings.ranges import possible_range, possible_ranges
from claimrecon.findings.record import Record
from claimrecon.findings.repairs import PartRepairs, RecordRepairs, blame
from claimrecon.findings.rereadings import Rereading, What
from claimrecon.findings.retold import (
    derived_findings,
    echo_findings,
    in_stories,
    retraction_findings,
)
from claimrecon.findings.series import series_findings
from claimrecon.findings.stance import Stance, Stances
from claimrecon.findings.standing import Retraction, last_words, retracted, superseded
from claimrecon.findings.summary import unused, verdict_of, verdict_sentence
from claimrecon.findings.why import Reasons, Why, has_reasons
from claimrecon.findings.wording import Speech, listed

__all__ = [
    "MAX_ACCOUNTS",
    "Account",
    "Brief",
    "CellWords",
    "Clashes",
    "DecidingFigure",
    "Dispute",
    "End",
    "Finding",
    "FindingKind",
    "Grade",
    "Influence",
    "Influences",
    "Interval",
    "Looseness",
    "Observability",
    "Offer",
    "Otherwise",
    "PartRepairs",
    "Policy",
    "PolicyFigure",
    "PossibleRange",
    "Quantity",
    "Reasons",
    "Record",
    "RecordRepairs",
    "Rereading",
    "Retraction",
    "ScopeExplanation",
    "Sentence",
    "Speech",
    "Stance",
    "Stances",
    "Stated",
    "Touch",
    "Touching",
    "Verdict",
    "What",
    "Why",
    "apparent",
    "apparent_findings",
    "blame",
    "brief",
    "clash_finding",
    "clashes",
    "dated_headlines",
    "derived_findings",
    "disputes",
    "echo_findings",
    "explain_scope",
    "findings_of",
    "has_reasons",
    "headline_scopes",
    "hinging_hedges",
    "implausible_projections",
    "in_stories",
    "influences",
    "last_words",
    "listed",
    "nearest_pairs",
    "policy_figure",
    "possible_range",
    "possible_ranges",
    "quantities",
    "retracted",
    "retraction_findings",
    "series_findings",
    "stories_of",
    "superseded",
    "unused",
    "verdict_of",
    "verdict_sentence",
    "weightiest_first",
]
