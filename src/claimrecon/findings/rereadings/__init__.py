"""Rereadings: single claims that, taken to mean something else, would let a set hold (§13).

``meanings`` and ``numbers`` say what a claim may have meant, ``solving`` tries each, exactly, and
``telling`` says those that help as hypotheses for a person to check.
"""

from claimrecon.findings.rereadings.model import Rereading, What
from claimrecon.findings.rereadings.restarts import restart_rereading, running_totals
from claimrecon.findings.rereadings.solving import Rereader

__all__ = ["Rereader", "Rereading", "What", "restart_rereading", "running_totals"]
