"""Many dossiers at a time: a table in, tables out, with the verdicts of ``reconcile``.

====================================  ============================================================
``inputs``, ``layout``                frames, files and mappings -> an Arrow table, rows -> claims
``grouping``, ``digests``             the rows of each key, and whether they are those of last time
``coding``, ``templates``             plain cells as numbers; the rows of one shape of dossier
``screening``                         which keys are possible: thousands of them together
``options``, ``verdicts``             one key: rows in, plain values out
``running``, ``earlier``              many keys: processes, progress, what an earlier run said
``schemas``, ``results``              the tables that come out
``tables``, ``streaming``             the doors: a whole table, or piece by piece
``jobs``, ``atomic``                  a folder of dossiers, resumable
``spark``                             the same on a cluster
====================================  ============================================================

Needs the extra ``arrow``; frames that have no ``__arrow_c_stream__`` need ``frames``.
"""

from claimrecon.pipeline.jobs import Done, FileDone, reconcile_files
from claimrecon.pipeline.refusals import (
    MissingExtraError,
    ScatteredKeyError,
    TableError,
)
from claimrecon.pipeline.results import CancelledError, Reconciled
from claimrecon.pipeline.running import Progress
from claimrecon.pipeline.streaming import reconcile_batches
from claimrecon.pipeline.tables import reconcile_table

__all__ = [
    "CancelledError",
    "Done",
    "FileDone",
    "MissingExtraError",
    "Progress",
    "Reconciled",
    "ScatteredKeyError",
    "TableError",
    "reconcile_batches",
    "reconcile_files",
    "reconcile_table",
]
