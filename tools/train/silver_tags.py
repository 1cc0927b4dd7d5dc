#!/usr/bin/env python3
"""Part-of-speech tags for the trainer, from a larger tagger: one line a sentence, `word<TAB>tag` pairs joined by tabs.

silver_tags.py TEACHER DOCUMENTS.jsonl ... < nothing > SILVER.tsv      needs `pip install spacy` and the teacher package

The words are those of `nutgraf --jsonl --tokens`, so that teacher and pupil see the same ones; NUTGRAF names the program.
"""
import importlib
import json
import os
import subprocess
import sys

import spacy
from spacy.tokens import Doc

TAGS = {
    "NN": "noun", "NNS": "noun", "NNP": "proper", "NNPS": "proper", "VBD": "past", "VBZ": "present", "VBP": "present",
    "VB": "base", "VBG": "gerund", "VBN": "participle", "MD": "modal", "JJ": "adjective", "JJR": "adjective",
    "JJS": "adjective", "RB": "adverb", "RBR": "adverb", "RBS": "adverb", "PRP": "pronoun", "EX": "pronoun",
    "PRP$": "possessive", "DT": "determiner", "PDT": "determiner", "IN": "preposition", "TO": "to", "CC": "conjunction",
    "WDT": "wh", "WP": "wh", "WP$": "wh", "WRB": "wh", "CD": "number", "POS": "mark", "RP": "particle", "$": "symbol",
    "#": "symbol", "SYM": "symbol",
}
PUNCTUATION = {".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"}


def tag(token):
    if token.tag_ == "IN" and token.pos_ == "SCONJ":
        return "subordinator"
    return "punctuation" if token.tag_ in PUNCTUATION else TAGS.get(token.tag_, "other")


def sentences(path):
    """The sentences of a file as the pupil splits them: lists of (word, whether a space follows)."""
    program = os.environ.get("NUTGRAF", "target/release/nutgraf")
    with open(path, encoding="utf-8") as documents:
        texts = [json.loads(line)["text"] for line in documents]
    with open(path, encoding="utf-8") as documents:
        run = subprocess.run([program, "--jsonl", "--tokens"], stdin=documents, capture_output=True, text=True, check=True)
    for text, line in zip(texts, run.stdout.splitlines()):
        report = json.loads(line)
        tokens = iter(report["tokens"])
        token = next(tokens, None)
        for sentence in report["sentences"]:
            words = []
            while token and token[1] <= sentence["end"]:
                words.append((text[token[0]:token[1]], text[token[1]:token[1] + 1].isspace()))
                token = next(tokens, None)
            if words:
                yield words


def main(teacher, paths):
    package = importlib.import_module(teacher)
    load = getattr(package, "load", None)
    nlp = load() if load else spacy.load(os.path.join(os.path.dirname(package.__file__), "_model"))
    for name in ("ner", "lemmatizer"):
        if name in nlp.pipe_names:
            nlp.remove_pipe(name)
    docs = (Doc(nlp.vocab, [w for w, _ in words], [s for _, s in words]) for path in paths for words in sentences(path))
    for doc in nlp.pipe(docs, batch_size=256):
        print("\t".join(f"{t.text}\t{tag(t)}" for t in doc))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
