#!/usr/bin/env python3
"""Summaries of other tools over the same sentences, in the form that the scorer of summaries reads.

summary_rivals.py GOLD.jsonl REPORTS.jsonl OUT      writes OUT/{lexrank,textrank,lsa}.jsonl       needs `pip install sumy`

REPORTS.jsonl is what `nutgraf --jsonl` says of GOLD.jsonl; its sentences of the story are what every tool chooses from.
"""
import json
import re
import sys
from pathlib import Path

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

RIVALS = {"lexrank": LexRankSummarizer, "textrank": TextRankSummarizer, "lsa": LsaSummarizer}
MOST = 3


class Words:
    """The part of sumy's tokenizer that its summarizers use, without a download."""

    def to_words(self, sentence):
        return tuple(re.findall(r"\w+", sentence.lower()))


def chosen(summarizer, sentences):
    """The places of the best sentences, in no particular order: the scorer sorts them."""
    document = ObjectDocumentModel([Paragraph([Sentence(text, Words()) for text in sentences])])
    return [sentences.index(str(sentence)) for sentence in summarizer(document, MOST)]


def main(gold, reports, out):
    out.mkdir(parents=True, exist_ok=True)
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    reports = [json.loads(line) for line in reports.read_text(encoding="utf-8").splitlines()]
    for name, kind in RIVALS.items():
        summarizer = kind(Stemmer("english"))
        with open(out / f"{name}.jsonl", "w", encoding="utf-8") as file:
            for document, report in zip(documents, reports):
                story = sorted(ranked["sentence"] for ranked in report["summary"])
                spans = [report["sentences"][s] for s in story]
                best = chosen(summarizer, [document["text"][s["start"]:s["end"]] for s in spans])
                rest = [at for at in range(len(story)) if at not in best]
                report["summary"] = [{"sentence": story[at]} for at in best + rest]
                file.write(json.dumps({"id": report["id"], "sentences": report["sentences"], "summary": report["summary"]}) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
