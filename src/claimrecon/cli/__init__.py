"""The command line: ``claimrecon demo | reconcile | range | history | compare | ...``.

Thin: every command asks the library and returns what to print; only ``running`` prints. What a
command needs is imported when it runs, so that ``--help`` is quick.

Exit codes: 0 done; 1 findings of the kind asked for with ``--fail-on``; 2 bad input; 3 undecided.
"""

from claimrecon.cli.running import main

__all__ = ["main"]
