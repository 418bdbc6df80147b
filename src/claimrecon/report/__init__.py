"""The report: what a reconciliation found, and its renderings.

``Report`` is what ``claimrecon.reconcile`` returns. It decides nothing: findings and ranges come
to it finished, and it lays them out as text, HTML, JSON and proofs that a person can add up.

==============  ==================================================================
``content``     what a report holds
``naming``      sources, scopes and days as a reader would say them
``things``      findings in the order of reading; one story is one entry
``sums``        a proof as a sum in plain words
``proofs``      a proof written out, line by line
``plain``       plain values of the file format; ``schema`` describes them
``text``        one screen
``html``        the same for a notebook
==============  ==================================================================
"""

from claimrecon.report.content import Content, Inquiry
from claimrecon.report.report import Report

__all__ = ["Content", "Inquiry", "Report"]
