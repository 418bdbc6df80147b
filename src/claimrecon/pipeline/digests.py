"""Which rows are the same as last time: a digest of each key's claims.

Every distinct value is hashed once (SHA-256, of which two words of 64 bits are kept); rows and keys
are sums of these words with fixed odd weights, so that the order of rows and columns counts.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from claimrecon.pipeline.extras import arrow
from claimrecon.pipeline.layout import Layout

if TYPE_CHECKING:
    import pyarrow as pa

Words = npt.NDArray[np.uint64]
_LANES = 2


def digests_of(
    table: "pa.Table", layout: Layout, groups: "list[npt.NDArray[np.int64]]", salt: str
) -> list[str]:
    """Return a digest of the rows of each group.

    Parameters
    ----------
    groups
        For each key the numbers of its rows.
    salt
        What else a result depends on.
    """
    rows = np.zeros((table.num_rows, _LANES), dtype=np.uint64)
    for field, column in layout.fields.items():
        rows += _column_words(table.column(column), f"{salt} {field}")
    if not groups:
        return []
    order = np.concatenate(groups)
    sizes = np.array([len(group) for group in groups])
    starts = np.cumsum(sizes) - sizes
    place = np.arange(len(order)) - np.repeat(starts, sizes)
    weights = _weights(int(sizes.max()))
    sums = np.add.reduceat(rows[order] * weights[place], starts, axis=0)
    return [f"{int(high):016x}{int(low):016x}" for high, low in sums]


def _column_words(column: "pa.ChunkedArray", salt: str) -> Words:
    """Return for each cell the words of its value; blank cells have none."""
    pa = arrow()
    if pa.types.is_nested(column.type):
        column = pa.chunked_array([pa.array([_told(v) for v in column.to_pylist()], pa.string())])
    coded = column.combine_chunks()
    if not isinstance(coded, pa.DictionaryArray):
        coded = coded.dictionary_encode()
    known = [_words(f"{salt} {value}") for value in coded.dictionary.to_pylist()]
    table = np.array([*known, (0,) * _LANES], dtype=np.uint64).reshape(-1, _LANES)
    codes = coded.indices.fill_null(len(known)).to_numpy(zero_copy_only=False)
    words: Words = table[codes.astype(np.int64)]
    return words


def _told(value: Any) -> str | None:
    return None if value is None else repr(value)


def _words(text: str) -> tuple[int, ...]:
    digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return tuple(int.from_bytes(digest[8 * n : 8 * n + 8], "big") for n in range(_LANES))


def _weights(count: int) -> Words:
    """Return odd words, one for each place within a key."""
    known = [_words(f"place {place}") for place in range(count)]
    return np.array(known, dtype=np.uint64).reshape(-1, _LANES) | np.uint64(1)


def input_digest(digests: Mapping[Any, str]) -> str:
    """Return one digest for all keys, in their order."""
    text = "\n".join(f"{key!r} {digest}" for key, digest in digests.items())
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
