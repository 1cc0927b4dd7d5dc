#!/usr/bin/env python3
"""Which names are taken for what: a table of gold kinds by found kinds, and examples.

confusions.py GOLD.jsonl REPORTS.jsonl [--examples N] [--seed S]     (PYTHONPATH: the folder of the scorers, for gold.py)

Spans are trimmed as the scorers do. A found name with other edges than the gold name that it overlaps counts as `edge`.
"""
import argparse
import random
from collections import Counter

from gold import FOLD, KIND, marked_for_names, mentions, pair, trim_name


def compare(doc, report):
    """Yields (gold kind or "-", found kind, "edge" or "-", gold span, found span) for every name on either side."""
    marked = marked_for_names(doc)
    text = doc["text"]
    gold = {trim_name(text, s, e, FOLD.get(k, k)): FOLD.get(k, k) for s, e, k in doc["names"] if marked(s)}
    found = {trim_name(text, s, e, k): k for s, e, k, _ in mentions(report) if k in KIND.values() and marked(s)}
    for span, kind in gold.items():
        overlapping = [f for f in found if f[0] < span[1] and span[0] < f[1]]
        if span in found:
            yield kind, found[span], span, span
        elif overlapping:
            yield kind, "edge", span, overlapping[0]
        else:
            yield kind, "-", span, None
    for span, kind in found.items():
        if not any(g[0] < span[1] and span[0] < g[1] for g in gold):
            yield "-", kind, None, span


def example(text, gold_kind, found_kind, gold, found):
    start = min(s[0] for s in (gold, found) if s)
    end = max(s[1] for s in (gold, found) if s)
    shown = lambda span: text[span[0]:span[1]] if span else "-"
    context = f"{text[max(0, start - 50):start]}[[{text[start:end]}]]{text[end:end + 40]}".replace("\n", " / ")
    return f"{gold_kind:8}{found_kind:8}{shown(gold)} | {shown(found)} :: {context}"


def main(args):
    table, wrong = Counter(), []
    for doc, report in pair(args.gold, args.reports, "names"):
        for gold_kind, found_kind, gold, found in compare(doc, report):
            table[gold_kind, found_kind] += 1
            if gold_kind != found_kind:
                wrong.append(example(doc["text"], gold_kind, found_kind, gold, found))
    rows = sorted({g for g, _ in table})
    columns = sorted({f for _, f in table})
    print("gold".ljust(9) + "".join(c.rjust(8) for c in columns))
    for g in rows:
        print(g.ljust(9) + "".join(str(table[g, c] or ".").rjust(8) for c in columns))
    random.Random(args.seed).shuffle(wrong)
    print("\n".join(wrong[:args.examples]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("reports")
    parser.add_argument("--examples", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    main(parser.parse_args())
