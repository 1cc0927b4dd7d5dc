"""The archive read through Dask holds what one plain run of the program writes.

    python test_dask_archive.py PATH_OF_NUTGRAF
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas
from dask.distributed import Client, LocalCluster

from dask_archive import read_archive


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in range(3):
            (folder / f"{part}.jsonl").write_text("".join(document(part, number) for number in range(40)))
        cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
        with cluster, Client(cluster):
            read_archive(str(folder / "*.jsonl"), str(folder / "reports"), program)
        rows = pandas.read_parquet(folder / "reports")
        check(rows, plain_run(folder, program))
    print("1 passed, 0 failed")


def document(part, number):
    if number == 7:
        return "not json\n"
    text = f"Ana Lowe met {number} people in Bern. “No,” Lowe said."
    return json.dumps({"id": f"{part}-{number}", "text": text}) + "\n"


def plain_run(folder, program):
    files = sorted(str(file) for file in folder.glob("*.jsonl"))
    return subprocess.run([program, "--jsonl", *files], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()


def check(rows, expected):
    assert list(rows["report"]) == expected, "Dask and a plain run differ"
    assert rows["error"].notna().sum() == 3
    assert rows["people"].sum() >= 100 and rows["quotes"].sum() >= 100, rows.describe()


if __name__ == "__main__":
    main(sys.argv[1])
