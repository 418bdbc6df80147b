"""Laws that any tool for figures should obey, as tests of a user's own code.

Each law comes twice: as a factory that returns a ready test function for pytest
(``test_order = laws.order_is_irrelevant(tool)``), and as ``check_...`` that runs at once, for
unittest. A failure says the law in one sentence, what a correct answer would be, and shows the
smallest dossier that was found, as YAML. How many examples are tried is a matter of Hypothesis'
profile (``settings.register_profile``).
"""

from claimrecon.testing.laws.answers import (
    check_compares,
    check_lies_are_noticed,
    check_reads_numbers,
    check_true_stories_do_not_clash,
    check_truth_stays_inside,
    check_unknown_stays_unknown,
    compares,
    lies_are_noticed,
    reads_numbers,
    true_stories_do_not_clash,
    truth_stays_inside,
    unknown_stays_unknown,
)
from claimrecon.testing.laws.handling import (
    check_duplicates_do_not_matter,
    check_order_is_irrelevant,
    check_roundtrip,
    duplicates_do_not_matter,
    order_is_irrelevant,
    roundtrip,
)
from claimrecon.testing.laws.law import LawBrokenError
from claimrecon.testing.laws.stores import Store, check_store, store

__all__ = [
    "LawBrokenError",
    "Store",
    "check_compares",
    "check_duplicates_do_not_matter",
    "check_lies_are_noticed",
    "check_order_is_irrelevant",
    "check_reads_numbers",
    "check_roundtrip",
    "check_store",
    "check_true_stories_do_not_clash",
    "check_truth_stays_inside",
    "check_unknown_stays_unknown",
    "compares",
    "duplicates_do_not_matter",
    "lies_are_noticed",
    "order_is_irrelevant",
    "reads_numbers",
    "roundtrip",
    "store",
    "true_stories_do_not_clash",
    "truth_stays_inside",
    "unknown_stays_unknown",
]
