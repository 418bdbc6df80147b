"""What the newsroom asks of its pipeline, in laws of the kit."""

from collections.abc import Callable, Mapping

from pipeline import Pipeline

from claimrecon.testing import laws


def suite_for(tool: Pipeline) -> Mapping[str, Callable[[], None]]:
    """Return the tests of *tool*, by name."""
    return {
        "the truth stays inside": laws.truth_stays_inside(tool.killed, form="rows"),
        "unknown stays unknown": laws.unknown_stays_unknown(tool.killed, form="rows"),
        "order is irrelevant": laws.order_is_irrelevant(tool.killed, form="rows"),
        "echoes change no range": laws.duplicates_do_not_matter(tool.killed, form="rows"),
        "echoes are no sources": laws.duplicates_do_not_matter(tool.sources, form="rows"),
    }
