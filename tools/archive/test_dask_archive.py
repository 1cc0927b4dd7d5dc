"""The archive read through Dask holds what one plain run of the program writes.

    python test_dask_archive.py PATH_OF_NUTGRAF
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow.parquet
from dask.distributed import Client, LocalCluster

from dask_archive import read_archive


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in range(3):
            (folder / f"{part}.jsonl").write_text("".join(document(part, number) for number in range(40)))
        cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
        with cluster, Client(cluster):
            counted = read_archive(str(folder / "*.jsonl"), str(folder / "reports"), program)
        rows = pyarrow.parquet.read_table(folder / "reports").to_pydict()
        assert counted == len(rows["id"])
        check(rows, plain_run(folder, program))
    print("1 passed, 0 failed")


def document(part, number):
    if number == 7:
        return "not json\n"
    text = f"Ana Lowe met {number} people in Bern. “No,” Lowe said."
    return json.dumps({"id": identifiers(part, number), "text": text, "date": "2026-11-30"}) + "\n"


def identifiers(part, number):
    """A text with a mark at which Python would cut lines, a number, a list."""
    return [f"{part}-\u2028{number}", number, [part, number]][number % 3]


def plain_run(folder, program):
    files = sorted(str(file) for file in folder.glob("*.jsonl"))
    return subprocess.run([program, "--jsonl", *files], stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")[:-1]


def check(rows, expected):
    assert rows["report"] == expected, "Dask and a plain run differ"
    for at, report in enumerate(map(json.loads, expected)):
        kinds = [entity["kind"] for entity in report.get("entities", [])]
        own = report["id"]
        assert rows["id"][at] == (own if own is None or isinstance(own, str) else json.dumps(own))
        assert rows["error"][at] == report.get("error")
        assert rows["published"][at] == report.get("article", {}).get("published")
        assert rows["people"][at] == kinds.count("person") and rows["organisations"][at] == kinds.count("organisation")
        assert rows["quotes"][at] == len(report.get("quotes", []))
    assert sum(error is not None for error in rows["error"]) == 3
    assert sum(rows["people"]) >= 100 and sum(rows["quotes"]) >= 100


if __name__ == "__main__":
    main(sys.argv[1])
