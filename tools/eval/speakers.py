#!/usr/bin/env python3
"""Speakers of quotations: how often they are right, by their form, by the way they were found, and by confidence.

speakers.py SCORERS GOLD.jsonl REPORTS.jsonl [GOLD REPORTS ...]

SCORERS: the folder with quotes.py and quotes_core.py, whose notions of a matching span (words shared by half or more) and of a right speaker
(same head or same entity) are used. A speaker's form is the gold's: name, pronoun, description, none.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

PRONOUNS = set("i you he she it we they him her them me us his its their my our one who which that this those these".split())
BINS = 10


def form(speaker, doc):
    if not speaker:
        return "none"
    text = speaker["text"].strip()
    if text.lower() in PRONOUNS:
        return "pronoun"
    head = re.split(r",| of | for | at | who ", text)[0].split()[-1]
    return "name" if head[:1].isupper() and len(text.split()) > 0 and not re.match(r"(?i)(the|a|an|its|his|her|their|one|two)\b.*\b[a-z]+$", text) else "description"


def right(core, gold, found):
    theirs, ours = gold.get("speaker"), found.get("speaker")
    if not theirs or not ours:
        return not theirs and not ours
    if core.smention(theirs["text"]) == core.smention(ours.get("text")):
        return True
    heads = {core.shead(theirs["text"]), core.shead(gold.get("speaker_canonical") or "")}
    return bool((heads & {core.shead(ours.get("text")), core.shead(found.get("speaker_canonical") or "")}) - {""})


def pairs(core, doc, found):
    """Gold and found quotes of which half of the words are shared, best first, one to one."""
    text = doc["text"]
    words = lambda q: core.wset(text, *core.norm(text, q["start"], q["end"]))
    shared = []
    theirs, ours = [words(q) for q in doc["quotes"]], [words(q) for q in found]
    for g, a in enumerate(theirs):
        for f, b in enumerate(ours):
            both = len(a & b)
            if both and 2 * both >= len(a | b):
                shared.append((-both / len(a | b), g, f))
    gold_taken, found_taken = set(), set()
    for _, g, f in sorted(shared):
        if g not in gold_taken and f not in found_taken:
            gold_taken.add(g)
            found_taken.add(f)
            yield doc["quotes"][g], found[f]


def main(scorers, files):
    sys.path.insert(0, str(scorers))
    import quotes
    import quotes_core as core

    by_form, by_reason = defaultdict(lambda: [0, 0]), defaultdict(lambda: [0, 0])
    scored = []
    for gold, reports in zip(files[::2], files[1::2]):
        reports = {r.get("id"): r for r in quotes.read_lines(reports)}
        for doc in quotes.read_lines(gold):
            if "quotes" not in doc:
                continue
            report = reports.get(doc["id"], {})
            found = [
                {**prediction, "confidence": quote["confidence"], "because": quote["because"]}
                for quote in report.get("quotes", [])
                for prediction in quotes.predictions(doc, {**report, "quotes": [quote]}, False)
            ]
            for theirs, ours in pairs(core, doc, found):
                ok = right(core, theirs, ours)
                for table, key in ((by_form, form(theirs.get("speaker"), doc)), (by_reason, re.sub('"[^"]*"', '"..."', ours["because"]))):
                    table[key][0] += ok
                    table[key][1] += 1
                if ours.get("speaker"):
                    scored.append((ours["confidence"], ok))
    for title, table in (("form of the speaker", by_form), ("how it was found", by_reason)):
        print(title)
        for key, (ok, all_) in sorted(table.items(), key=lambda item: -item[1][1]):
            print(f"  {key:72} {ok / all_:6.3f}  ({ok} of {all_})")
    print("confidence   quotes  said   right")
    error = 0
    for low in range(BINS):
        inside = [(c, ok) for c, ok in scored if min(int(c * BINS), BINS - 1) == low]
        if inside:
            said, ok = sum(c for c, _ in inside) / len(inside), sum(ok for _, ok in inside) / len(inside)
            error += abs(said - ok) * len(inside)
            print(f"  {low / BINS:.1f}-{(low + 1) / BINS:.1f}   {len(inside):6}  {said:.3f}  {ok:.3f}")
    print(f"  expected calibration error {error / max(1, len(scored)):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
