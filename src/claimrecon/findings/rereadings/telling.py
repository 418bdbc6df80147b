"""A rereading in a sentence, as a hypothesis for a person to check."""

from typing import assert_never

from claimrecon.claims import ReadClaim
from claimrecon.findings.rereadings.model import Candidate, What
from claimrecon.findings.wording import Speech, figure


def hypothesis(claim: ReadClaim, candidate: Candidate, speech: Speech) -> str:
    """Say what a claim would have to mean: "They would agree if ..."."""
    return f"They would agree if {_condition(claim, candidate, speech)}."


def _condition(claim: ReadClaim, candidate: Candidate, speech: Speech) -> str:
    said = f"the “{figure(claim)}” of {speech.name(claim.speaker)}"
    before, after = candidate.before, candidate.after
    match candidate.what:
        case What.HEDGE:
            return f"{said} meant {after}"
        case What.DIGIT:
            return f"{said} were a slip for {after}"
        case What.POPULATION | What.MEASURE:
            return f"{said} counted {after}, and not {before}"
        case What.PLACE:
            return f"{said} were about {after}, and not {before}"
        case What.CAUSE:
            return f"{said} were of {after}, and not of {before}"
        case What.TIME:
            return f"{said} were {after}, and not {before}"
        case What.SINCE:
            return f"{said} counted from {after}, and not from {before}"
        case What.RATE_UNIT:
            return f"{said} were {after}, and not {before}"
        case other:
            assert_never(other)
