"""Read the words of one figure."""

from claimrecon.quantities.phrase import CountPhrase


def parse_count(text: str) -> CountPhrase:
    """Parse the words of one figure, or refuse."""
    raise NotImplementedError
