#!/usr/bin/env python3
"""Names when a text is written otherwise, and how far confidence can be believed.

variants.py GOLD.jsonl SCORERS [--program nutgraf]

Writes the documents in title case, in capitals and in small letters, with the same offsets, and scores each (entities.py). Then the confidence of
the names in the text as it is, in ten bins: how many, what they claim on average, how many are right; and the expected calibration error.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SMALL = {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
TYPES = ("PER", "ORG", "LOC")


def title(text):
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m[0] if m[0] in SMALL else m[0][0].upper() + m[0][1:], text)


def of_same_length(text, change):
    """The text changed, letter by letter where the whole would not keep its length."""
    changed = change(text)
    return changed if len(changed) == len(text) else "".join(c if len(change(c)) != 1 else change(c) for c in text)


VARIANTS = {"as it is": str, "title case": title, "capitals": str.upper, "small letters": str.lower}


def read(program, documents, folder, name):
    """Writes the documents and their reports; gives both paths."""
    gold, reports = folder / f"{name}.jsonl", folder / f"{name}.reports.jsonl"
    gold.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
    with open(gold, "rb") as source, open(reports, "wb") as out:
        subprocess.run([program, "--jsonl", "--offsets", "codepoint"], stdin=source, stdout=out, check=True)
    return gold, reports


def calibration(gold_path, reports_path):
    from gold import FOLD, KIND, marked_for_names, pair, trim_name

    bins = [[0, 0.0, 0] for _ in range(10)]
    for doc, report in pair(gold_path, reports_path, "names"):
        text, marked = doc["text"], marked_for_names(doc)
        right = {(*trim_name(text, s, e, FOLD.get(k, k)), FOLD.get(k, k)) for s, e, k in doc["names"]}
        for entity in report["entities"]:
            kind = KIND.get(entity["kind"])
            for m in entity["mentions"]:
                if kind not in TYPES or m["form"] not in ("name", "short") or not marked(m["start"]):
                    continue
                counts = bins[min(9, int(m["confidence"] * 10))]
                counts[0] += 1
                counts[1] += m["confidence"]
                counts[2] += (*trim_name(text, m["start"], m["end"], kind), kind) in right
    total = sum(n for n, *_ in bins) or 1
    print("\nconfidence  names  claimed  right")
    for at, (n, claimed, right) in enumerate(bins):
        if n:
            print(f"{at / 10:.1f}-{at / 10 + 0.1:.1f}    {n:6d}   {claimed / n:.3f}  {right / n:.3f}")
    print(f"expected calibration error {sum(abs(c - r) for _, c, r in bins) / total:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorers", type=Path)
    parser.add_argument("--program", default="target/release/nutgraf")
    a = parser.parse_args()
    sys.path.insert(0, str(a.scorers))
    documents = [json.loads(line) for line in a.gold.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        for name, change in VARIANTS.items():
            changed = [{**d, "text": of_same_length(d["text"], change)} for d in documents]
            gold, reports = read(a.program, changed, Path(folder), name.replace(" ", "-"))
            printed = subprocess.run([sys.executable, a.scorers / "entities.py", gold, reports], capture_output=True, text=True, check=True).stdout
            print(f"== {name}\n" + "\n".join(line for line in printed.splitlines() if line.split()[:1] and line.split()[0] in (*TYPES, "untyped", "ALL")), flush=True)
        calibration(Path(folder) / "as-it-is.jsonl", Path(folder) / "as-it-is.reports.jsonl")


if __name__ == "__main__":
    main()
