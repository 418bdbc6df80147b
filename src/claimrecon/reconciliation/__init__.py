"""Reconcile a dossier: which claims cannot all be true, by how much, why, and what is left.

Origins first (§9): echoes are one statement, and what an origin replaced or mistyped is set aside
in a finding. Then the record of all that stands is compared. Nothing else decides anything.

``door`` is what people call, with its ``options``; ``parts`` cuts a record into what can be
reconciled by itself, ``answers`` keeps what a part comes to, ``run`` puts the parts together, and
``inquiry`` makes a report of it that can be asked for more.
"""

from claimrecon.reconciliation.door import reconcile

__all__ = ["reconcile"]
