"""What Spark costs on one machine: two local workers against one process, same rows, same file.

    SPARK_LOCAL_IP=127.0.0.1 uv run --group spark python benchmarks/cluster.py [dossiers]

The time of Spark's own start is told apart: a cluster has started when a job comes. Needs Java 17.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pipelines import rows_of
from pyspark.sql import SparkSession

from claimrecon.pipeline import reconcile_table
from claimrecon.pipeline.spark import reconcile_spark

_TIMES = 3
_MOST_SECONDS, _MOST_SHARE = 3.0, 1.3
"""The bar: so many seconds and so many times what a single process takes."""


def best(work: Callable[[], int]) -> tuple[float, int]:
    """Return the least time of several runs, on the wall, and what came out."""
    taken = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        count = work()
        taken.append(time.perf_counter() - start)
    return min(taken), count


def main(dossiers: int) -> None:
    """Print both times, and whether the bar is met."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims.parquet")
        pq.write_table(pa.table(rows_of(dossiers)), path)
        alone, here = best(
            lambda: reconcile_table(path, key="event", detail="clashes").summary.num_rows
        )
        start = time.perf_counter()
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()
        )
        began = time.perf_counter() - start
        frame = session.read.parquet(str(path))
        spark, there = best(lambda: reconcile_spark(frame, key="event", detail="clashes").count())
        session.stop()
    met = here == there and spark <= _MOST_SECONDS + _MOST_SHARE * alone
    print(f"{dossiers:,} dossiers: {alone:.1f} s alone, {spark:.1f} s on Spark with two workers")
    print(f"(its start took {began:.1f} s); at most 3 s + 30 %: {'met' if met else 'NOT MET'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
