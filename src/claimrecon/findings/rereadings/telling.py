"""A rereading in a sentence, as a hypothesis for a person to check."""

from collections.abc import Mapping
from types import MappingProxyType

from claimrecon.claims import ReadClaim
from claimrecon.findings.rereadings.model import Candidate, What
from claimrecon.findings.wording import Speech

_CONDITIONS: Mapping[What, str] = MappingProxyType(
    {
        What.HEDGE: "meant {after}",
        What.DIGIT: "were a slip for {after}",
        What.POPULATION: "counted {after}, and not {before}",
        What.MEASURE: "counted {after}, and not {before}",
        What.PLACE: "were about {after}, and not {before}",
        What.CAUSE: "were of {after}, and not of {before}",
        What.TIME: "were {after}, and not {before}",
        What.SINCE: "counted from {after}, and not from {before}",
        What.RATE_UNIT: "were {after}, and not {before}",
    }
)


def hypothesis(claim: ReadClaim, candidate: Candidate, speech: Speech) -> str:
    """Say what a claim would have to mean: "They would agree if ..."."""
    condition = _CONDITIONS[candidate.what].format(after=candidate.after, before=candidate.before)
    return f"They would agree if {speech.blamed(claim.id)} {condition}."
