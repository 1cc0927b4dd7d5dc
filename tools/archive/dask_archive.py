"""Reads an archive on many machines with Dask: `nutgraf` is a plain filter, Dask hands out the documents.

    pip install "dask[distributed]" pyarrow
    python dask_archive.py "archive/*.jsonl" reports/ [--nutgraf PATH] [--scheduler ADDRESS]

Without a scheduler's address, one worker is started for each core of this machine. Each file of documents is split at lines
into partitions; each goes through one `nutgraf --jsonl` and becomes one Parquet file with a row for each document.
"""

import argparse
import io
import json
import os
import subprocess
from pathlib import Path

import dask
import pyarrow
import pyarrow.compute as compute
import pyarrow.json
import pyarrow.parquet
from dask.bytes import read_bytes
from dask.distributed import Client, LocalCluster

# What is read of a report for the columns; the report itself stays JSON, whole, so that nothing of it is lost.
KINDS = pyarrow.list_(pyarrow.struct([("kind", pyarrow.string())]))
READ = pyarrow.schema(
    {
        "error": pyarrow.string(),
        "article": pyarrow.struct([("published", pyarrow.string())]),
        "entities": KINDS,
        "quotes": KINDS,
    }
)
# The rows; an identifier that is no text stands there as JSON.
COLUMNS = pyarrow.schema(
    {
        "id": pyarrow.string(),
        "error": pyarrow.string(),
        "published": pyarrow.string(),
        "people": pyarrow.int64(),
        "organisations": pyarrow.int64(),
        "quotes": pyarrow.int64(),
        "report": pyarrow.large_string(),
    }
)


def read_archive(files, folder, program):
    """Writes the rows of all files as Parquet, partition by partition in the order of the input, and counts them."""
    packed = files.endswith(".gz")
    _, partitions = read_bytes(
        files, delimiter=b"\n", blocksize=None if packed else "4MiB", compression="infer", sample=False
    )
    Path(folder).mkdir(parents=True, exist_ok=True)
    parts = [part for parts in partitions for part in parts]
    width = len(str(len(parts)))
    outputs = [f"{folder}/part-{number:0{width}}.parquet" for number in range(len(parts))]
    return sum(dask.compute(*map(dask.delayed(read_partition), parts, outputs, [program] * len(parts))))


def read_partition(documents, output, program):
    """Feeds the documents of one partition through the program, on the worker's own core, and writes a row for each."""
    done = subprocess.run([program, "--jsonl", "--jobs", "1"], input=documents, stdout=subprocess.PIPE, check=True)
    rows = table(done.stdout)
    # Two reports are hardly ever the same: a dictionary of them would only take time.
    pyarrow.parquet.write_table(rows, output, use_dictionary=["published"])
    return rows.num_rows


def table(reports):
    """The lines that the program wrote as rows."""
    if not reports:
        return COLUMNS.empty_table()
    lines = reports.decode().removesuffix("\n").split("\n")
    read = pyarrow.json.read_json(
        io.BytesIO(reports),
        pyarrow.json.ReadOptions(use_threads=False, block_size=len(reports)),
        pyarrow.json.ParseOptions(explicit_schema=READ, unexpected_field_behavior="ignore"),
    ).combine_chunks()
    kinds = column(read, "entities")
    columns = [
        [identifier(line) for line in lines],
        column(read, "error"),
        compute.struct_field(column(read, "article"), "published"),
        count(kinds, "person"),
        count(kinds, "organisation"),
        compute.fill_null(compute.list_value_length(column(read, "quotes")), 0),
        lines,
    ]
    return pyarrow.table(columns, names=COLUMNS.names).cast(COLUMNS)


def column(rows, name):
    return rows[name].chunk(0)


def identifier(line):
    """What stands first in a line: a text, or any other JSON value."""
    found, _ = json.JSONDecoder().raw_decode(line, len('{"id":'))
    return found if found is None or isinstance(found, str) else json.dumps(found)


def count(lists, kind):
    """How many entities of a kind each list has."""
    fits = compute.equal(compute.struct_field(compute.list_flatten(lists), "kind"), kind)
    found = compute.value_counts(compute.filter(compute.list_parent_indices(lists), fits))
    counts = [0] * len(lists)
    for entry in found.to_pylist():
        counts[entry["values"]] = entry["counts"]
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", help="files of documents, one JSON object a line; may be a pattern")
    parser.add_argument("folder", help="where the Parquet files go")
    parser.add_argument("--nutgraf", default="nutgraf", help="the program, at the same path on every worker")
    parser.add_argument("--scheduler", help="the address of a running scheduler")
    arguments = parser.parse_args()
    cluster = arguments.scheduler or LocalCluster(
        n_workers=os.cpu_count(), threads_per_worker=1, dashboard_address=None
    )
    with Client(cluster):
        read_archive(arguments.files, arguments.folder, arguments.nutgraf)


if __name__ == "__main__":
    main()
