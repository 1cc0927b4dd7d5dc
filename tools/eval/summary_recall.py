#!/usr/bin/env python3
"""ROUGE-1 recall of summaries cut at a number of words, beside the first sentences of the story cut at as many.

summary_recall.py GOLD.jsonl REPORTS.jsonl SCORERS [--words 50 70 90]      needs `pip install rouge-score`

A longer summary always covers more of a reference: only at equal words does the choice of sentences show. SCORERS is the folder with gold.py. Of several
references the one that is covered best counts.
"""
import argparse
import random
import sys
from collections import Counter

from rouge_score import tokenizers

TOKENIZER = tokenizers.DefaultTokenizer(use_stemmer=True)


def recall(references, sentences, words):
    """The share of the words of the best covered reference among the first `words` of some sentences."""
    found = Counter([token for sentence in sentences for token in TOKENIZER.tokenize(sentence)][:words])
    wanted = [Counter(TOKENIZER.tokenize(" ".join(reference))) for reference in references]
    return max((found & reference).total() / max(1, reference.total()) for reference in wanted)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("reports")
    parser.add_argument("scorers")
    parser.add_argument("--words", type=int, nargs="+", default=[50, 70, 90])
    arguments = parser.parse_args()
    sys.path.insert(0, arguments.scorers)
    from gold import pair

    articles = list(pair(arguments.gold, arguments.reports, "references"))
    for words in arguments.words:
        gains, ours = [], 0
        for article, report in articles:
            texts = [article["text"][s["start"] : s["end"]] for s in report["sentences"]]
            ranked = [entry["sentence"] for entry in report["summary"]]
            chosen, first = (recall(article["references"], [texts[i] for i in order], words) for order in (ranked, sorted(ranked)))
            ours += chosen
            gains.append(chosen - first)
        rng = random.Random(1)
        wins = sum(sum(rng.choices(gains, k=len(gains))) > 0 for _ in range(1000))
        mean = 100 / len(articles)
        print(f"{words} words: {mean * ours:.2f}, {mean * sum(gains):+.2f} over the first ones, better in {wins / 10:.1f}% of resamples   n={len(articles)}")


if __name__ == "__main__":
    main()
