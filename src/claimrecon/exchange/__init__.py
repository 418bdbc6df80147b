"""Claims from the formats that people have, and back out of here.

====================================  ============================================================
``model``, ``figures``, ``sheets``    what an adapter gives; low, best, high; tables in CSV
``ucdp``, ``acled``, ``pnas``         event data and claims of others, in CSV
``wikidata``, ``palestine``           the same in JSON
``longtable``                         date, source, measure, population, place, value, low, high
``jsonld``, ``prov``, ``statements``  a dossier for other tools, and back, without loss
``package``                           a Frictionless data package to run again
``conversion``                        all of them by name
====================================  ============================================================

What a source leaves blank stays unknown, and what it wrote is kept beside each claim with its row.
"""

from claimrecon.exchange.acled import read_acled
from claimrecon.exchange.conversion import (
    FORMATS_IN,
    FORMATS_OUT,
    Conversion,
    convert,
    imported,
)
from claimrecon.exchange.jsonld import read_jsonld, write_jsonld
from claimrecon.exchange.longtable import read_long, write_long
from claimrecon.exchange.model import Imported, ImportedClaim
from claimrecon.exchange.package import package_files, read_package
from claimrecon.exchange.palestine import read_techforpalestine
from claimrecon.exchange.pnas import read_pnas2023
from claimrecon.exchange.prov import read_prov, write_prov
from claimrecon.exchange.refusals import ExchangeError
from claimrecon.exchange.statements import read_statements, write_statements
from claimrecon.exchange.ucdp import read_ucdp
from claimrecon.exchange.wikidata import read_wikidata

__all__ = [
    "FORMATS_IN",
    "FORMATS_OUT",
    "Conversion",
    "ExchangeError",
    "Imported",
    "ImportedClaim",
    "convert",
    "imported",
    "package_files",
    "read_acled",
    "read_jsonld",
    "read_long",
    "read_package",
    "read_pnas2023",
    "read_prov",
    "read_statements",
    "read_techforpalestine",
    "read_ucdp",
    "read_wikidata",
    "write_jsonld",
    "write_long",
    "write_prov",
    "write_statements",
]
