"""The table door on a cluster: PySpark brings the rows of a key together, the kernel does the rest.

``repartition(key)`` puts all rows of a key into one partition, and ``mapInArrow`` hands a partition
over whole; within it, keys are reconciled as in one process. There is no code of the engine in the
kernel, and none of the kernel here. Needs the extra ``spark`` and Java 17.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from claimrecon.pipeline.extras import arrow, needed
from claimrecon.pipeline.refusals import TableError
from claimrecon.pipeline.schemas import SCHEMAS
from claimrecon.pipeline.tables import reconcile_table

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame


def reconcile_spark(
    frame: "DataFrame",
    *,
    key: str,
    give: str = "summary",
    partitions: int | None = None,
    **arguments: Any,
) -> "DataFrame":
    """Reconcile every dossier of a Spark frame; one row a claim, one key a dossier.

    Parameters
    ----------
    frame
        The claims. Rows are not counted through a cluster: ``row`` and ``rows`` of what is given
        count within a partition, ``place`` and ``places`` within the key.
    key
        The column that says which dossier a row belongs to.
    give
        Which table: ``summary``, ``findings``, ``ranges`` or ``errors``.
    partitions
        Into how many parts the keys are dealt; Spark's own number where left out. A partition is
        held in the memory of one worker.

    The other arguments are those of ``reconcile_table``.

    Raises
    ------
    TableError
        If there is no such table to give.
    MissingExtraError
        If PySpark or pyarrow is not installed.
    """
    if give not in SCHEMAS:
        raise TableError(f"there is no table {give!r} to give. Take one of {', '.join(SCHEMAS)}.")
    types = needed("pyspark.sql.pandas.types", "spark")
    kind = types.to_arrow_type(frame.schema[key].dataType)
    work = partial(_partition, key=key, give=give, kind=kind, arguments=arguments)
    spread = frame.repartition(key) if partitions is None else frame.repartition(partitions, key)
    return spread.mapInArrow(work, schema=types.from_arrow_schema(SCHEMAS[give](kind)))


def _partition(
    batches: "Iterable[pa.RecordBatch]",
    *,
    key: str,
    give: str,
    kind: "pa.DataType",
    arguments: Mapping[str, Any],
) -> "Iterator[pa.RecordBatch]":
    held = list(batches)
    if held:
        table = arrow().Table.from_batches(held)
        out = getattr(reconcile_table(table, key=key, **arguments), give)
        yield from out.cast(SCHEMAS[give](kind)).to_batches()
