"""The rows of each key: which they are, in the order in which keys first appear."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from claimrecon.pipeline.extras import arrow
from claimrecon.pipeline.refusals import TableError

if TYPE_CHECKING:
    import pyarrow as pa

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Groups:
    """The keys of a table.

    Attributes
    ----------
    type
        Of the key column.
    keys
        Each once, in the order of first appearance.
    places
        For each key the numbers of its rows, ascending.
    lost
        The numbers of the rows without a key.
    """

    type: "pa.DataType"
    keys: tuple[Any, ...]
    places: list[Places]
    lost: tuple[int, ...]


def groups_of(table: "pa.Table", key: str) -> Groups:
    """Return the rows of *table* by the values of the column *key*.

    Raises
    ------
    TableError
        If the column cannot tell keys apart: lists, structures, fractions.
    """
    pa = arrow()
    column = table.column(key)
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_nested(kind) or pa.types.is_floating(kind):
        raise TableError(
            f"the column {key!r} holds {kind}, and a key is text, a whole number or a date. "
            "Convert it before."
        )
    if pa.types.is_null(kind):
        kind = pa.string()
    coded = column.cast(kind).combine_chunks().dictionary_encode()
    codes = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    order = np.argsort(codes, kind="stable")
    first = int((codes < 0).sum())
    cuts = np.searchsorted(codes[order[first:]], np.arange(1, len(coded.dictionary)))
    places = np.split(order[first:], cuts) if len(coded.dictionary) else []
    return Groups(kind, tuple(coded.dictionary.to_pylist()), places, tuple(order[:first].tolist()))
