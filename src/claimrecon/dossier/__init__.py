"""The dossier: the file format version 1, its loading, and what was understood of it.

::

    files, tables, yamlfiles   bytes -> plain mappings with their lines
    shape, written, parts      plain mappings -> what was written, as strict models
    reading and its parts      what was written -> what was understood (``ReadDossier``)
    lax                        claims from words, for people
    writing, readings          the way back, and how every claim was read

Layer 5: everything below is values; this package makes them of what people write.
"""

from claimrecon.dossier.demonstration import demo_path, demo_text
from claimrecon.dossier.lax import claim, dossier_of
from claimrecon.dossier.loading import Examined, examine, load
from claimrecon.dossier.model import Dossier
from claimrecon.dossier.parts import Assumption, Claim, SourceEntry
from claimrecon.dossier.readings import how_read
from claimrecon.dossier.understood import ReadDossier
from claimrecon.dossier.writing import to_yaml

__all__ = [
    "Assumption",
    "Claim",
    "Dossier",
    "Examined",
    "ReadDossier",
    "SourceEntry",
    "claim",
    "demo_path",
    "demo_text",
    "dossier_of",
    "examine",
    "how_read",
    "load",
    "to_yaml",
]
