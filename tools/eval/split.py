#!/usr/bin/env python3
"""Splits the annotated corpora by a hash of each document's id, so that everybody sets the same documents aside.

split.py DATA OUT      DATA: the data folder; OUT: gets voa_train, voa_dev, voa_test, written_train, written_test, wikinews_train, wikinews_held,
                       wikinews_new_train, wikinews_new_held (.jsonl); the last two have names only, from tools/train/data/wikinews.tsv

The test parts are for one measurement at the end of a piece of work, never for tuning.
"""
import gzip
import json
import re
import sys
from pathlib import Path

ANNOTATION = Path(__file__).parent.parent / "train/data/wikinews.tsv"
KINDS = {"P": "PER", "O": "ORG", "L": "LOC", "N": "NORP", "E": "EVENT", "W": "WORK", "D": "PRODUCT"}


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


def wikinews_new_part(name):
    return "wikinews_new_held" if bucket(name, 4) == 1 else "wikinews_new_train"


def with_names(data):
    """The raw articles whose names are kept with the trainer, as gold documents."""
    with gzip.open(data / "raw/wikinews.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = {article["id"]: article for article in map(json.loads, lines)}
    for line in ANNOTATION.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, article, spans = line.split("\t")
            raw = articles[article]
            names = [[int(a), int(a) + int(n), KINDS[k]] for a, n, k in re.findall(r"(\d+)\+(\d+)(\w)", spans)]
            text = f"{raw['title']}\n\n" + raw["text"].replace("\n", "\n\n")
            yield {"id": name, "text": text, "date": raw["date"], "names": names, "source": "Wikinews", "licence": "CC BY 2.5", "title": raw["title"]}


def main(data, out):
    out.mkdir(parents=True, exist_ok=True)
    parts = {}
    sets = [("voa/voa_gold.jsonl", voa_part), ("articles/written.jsonl", written_part), ("news/wikinews_gold.jsonl", wikinews_part)]
    for path, part_of in ((data / name, part_of) for name, part_of in sets):
        for line in path.read_text(encoding="utf-8").splitlines():
            parts.setdefault(part_of(json.loads(line)["id"]), []).append(line + "\n")
    for document in with_names(data):
        parts.setdefault(wikinews_new_part(document["id"]), []).append(json.dumps(document, ensure_ascii=False) + "\n")
    for name, lines in sorted(parts.items()):
        (out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{name} {len(lines)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
