"""The table door on local Spark with two workers: ``make check-spark``.

Without PySpark or Java 17 the tests are skipped, and the summary of the run says so.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from claimrecon.pipeline import reconcile_table

pyspark = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: extra spark")
pytestmark = [
    pytest.mark.skipif(
        "SPARK" not in os.environ, reason="Spark takes a while to start: make check-spark"
    ),
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ,
        reason="there is no Java 17 for Spark",
    ),
    pytest.mark.filterwarnings("ignore"),  # Spark's own, of its own dependencies
]

ROWS: list[dict[str, Any]] = [
    {
        "event": f"event-{number % 40}",
        "source": f"Source {number % 3}",
        "measure": ("killed", "injured", "casualties")[number % 5 % 3],
        "count": "very many 3 x" if number == 17 else str(100 + number * 7 % 90),
        "as_of": f"2031-03-{number % 20 + 1:02}",
        "place": "Ebersand",
    }
    for number in range(200)
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Start Spark with two workers on this machine."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        pyspark.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.parametrize("give", ["summary", "findings", "errors"])
def test_a_cluster_says_what_one_process_says(spark: Any, give: str) -> None:
    """Each table has the same rows, whatever the partitions; only row numbers are local."""
    from claimrecon.pipeline.spark import reconcile_spark  # noqa: PLC0415 - needs PySpark

    columns = list(ROWS[0])
    frame = spark.createDataFrame([tuple(row.values()) for row in ROWS], columns)
    out = reconcile_spark(frame, key="event", give=give, detail="clashes")
    there = [row.asDict() for row in out.collect()]
    here = getattr(reconcile_table(ROWS, key="event", detail="clashes"), give).to_pylist()

    for row in (*there, *here):
        row.pop("row", row.pop("rows", None))
    assert sorted(map(str, there)) == sorted(map(str, here))
    assert here
