"""Reads an archive on many machines with Dask: `nutgraf` is a plain filter, Dask moves the documents.

    pip install "dask[distributed]" pandas pyarrow
    python dask_archive.py "archive/*.jsonl" reports/ [--nutgraf PATH] [--scheduler ADDRESS]

Without a scheduler's address, two workers are started on this machine. Each file of documents is split at lines into
partitions; each partition goes through one `nutgraf --jsonl` and becomes one Parquet file with a row for each document.
"""

import argparse
import json
import subprocess

import dask
import dask.bag as bag
from dask.distributed import Client, LocalCluster

# One row for each document; the lists stay JSON, whole, so that nothing of a report is lost.
COLUMNS = {
    "id": "string",
    "error": "string",
    "published": "string",
    "people": "int64",
    "organisations": "int64",
    "quotes": "int64",
    "report": "string",
}


def read_partition(lines, program):
    """Feeds the documents of one partition through the program and makes a row of each answer."""
    documents = "".join(line if line.endswith("\n") else line + "\n" for line in lines)
    done = subprocess.run([program, "--jsonl"], input=documents.encode(), stdout=subprocess.PIPE, check=True)
    return [row(line) for line in done.stdout.decode().splitlines()]


def row(line):
    report = json.loads(line)
    kinds = [entity["kind"] for entity in report.get("entities", [])]
    return {
        "id": str(report["id"]),
        "error": report.get("error"),
        "published": report.get("article", {}).get("published"),
        "people": kinds.count("person"),
        "organisations": kinds.count("organisation"),
        "quotes": len(report.get("quotes", [])),
        "report": line,
    }


def read_archive(files, folder, program):
    """Writes the rows of all files as Parquet, partition by partition, in the order of the input."""
    # Dask would turn text into Arrow strings only to turn it back; the columns say what they are.
    with dask.config.set({"dataframe.convert-string": False}):
        lines = bag.read_text(files, blocksize="16MiB" if not files.endswith(".gz") else None)
        rows = lines.map_partitions(read_partition, program)
        rows.to_dataframe(meta=COLUMNS).to_parquet(folder, write_index=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", help="files of documents, one JSON object a line; may be a pattern")
    parser.add_argument("folder", help="where the Parquet files go")
    parser.add_argument("--nutgraf", default="nutgraf", help="the program, at the same path on every worker")
    parser.add_argument("--scheduler", help="the address of a running scheduler")
    arguments = parser.parse_args()
    cluster = arguments.scheduler or LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with Client(cluster):
        read_archive(arguments.files, arguments.folder, arguments.nutgraf)


if __name__ == "__main__":
    main()
