#!/usr/bin/env python3
"""Splits the annotated corpora by a hash of each document's id, so that everybody sets the same documents aside.

split.py DATA OUT      DATA: the data folder; OUT: gets voa_train, voa_dev, voa_test, written_train, written_test, wikinews_train, wikinews_held (.jsonl)

The test parts are for one measurement at the end of a piece of work, never for tuning.
"""
import json
import sys
from pathlib import Path


def bucket(name, buckets):
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> 15) % buckets


def voa_part(name):
    return {8: "voa_dev", 9: "voa_test"}.get(bucket(name, 10), "voa_train")


def written_part(name):
    return "written_test" if bucket(name, 5) == 0 else "written_train"


def wikinews_part(name):
    return "wikinews_held" if bucket(name, 3) == 0 else "wikinews_train"


def main(data, out):
    out.mkdir(parents=True, exist_ok=True)
    parts = {}
    sets = [("voa/voa_gold.jsonl", voa_part), ("articles/written.jsonl", written_part), ("news/wikinews_gold.jsonl", wikinews_part)]
    for path, part_of in ((data / name, part_of) for name, part_of in sets):
        for line in path.read_text(encoding="utf-8").splitlines():
            parts.setdefault(part_of(json.loads(line)["id"]), []).append(line + "\n")
    for name, lines in sorted(parts.items()):
        (out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{name} {len(lines)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
