#!/usr/bin/env python3
"""Every figure that the project reports, in one run.

measure.py DATA SCORERS [--program nutgraf] [--part dev|test] [--only names,quotes,...]

DATA: the data folder; SCORERS: the folder with entities.py, quotes.py, who.py, gap.py and the others. `test` (default) measures on the documents that
split.py sets aside, `dev` on those for development. Sets that are not split are the same for both.

quotes.py compares the words that name a speaker, who.py the entity that is meant: only the second says whether somebody else got the words.
"""
import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import split

# name of the table, set, scorer and its arguments; sets are files of DATA or parts made by split.py
ROWS = [
    ("names", "voa", ["entities.py"]),
    ("names", "voa", ["entities.py", "--types", "NORP"]),
    ("names", "written", ["entities.py"]),
    ("names", "written", ["entities.py", "--types", "NORP,EVENT,WORK,PRODUCT"]),
    ("names", "wikinews", ["entities.py"]),
    ("names", "wikinews", ["entities.py", "--types", "NORP,EVENT,WORK,PRODUCT"]),
    ("names", "wikinews_new", ["entities.py"]),
    ("names", "wikinews_new", ["entities.py", "--types", "NORP,EVENT,WORK,PRODUCT"]),
    ("names", "news/gum_news.jsonl", ["entities.py"]),
    ("names", "names/uner_pud_wiki.jsonl", ["entities.py"]),
    ("quotes", "news/gum_news_marked.jsonl", ["quotes.py", "--marked"]),
    ("quotes", "news/gum_news.jsonl", ["quotes.py", "--speech-only"]),
    ("quotes", "written", ["quotes.py", "--kinds", "direct"]),
    ("quotes", "written", ["quotes.py"]),
    ("quotes", "voa", ["quotes.py"]),
    ("quotes", "wikinews", ["quotes.py", "--kinds", "direct"]),
    ("quotes", "wikinews", ["quotes.py"]),
    ("speakers", "wikinews", ["who.py"]),
    ("speakers", "written", ["who.py"]),
    ("speakers", "voa", ["who.py"]),
    ("spans", "news/gum_news.jsonl", ["spans.py"]),
    ("spans", "written", ["spans.py"]),
    ("spans", "voa", ["spans.py"]),
    ("summary", "summary/realsumm.jsonl", ["summary.py"]),
    ("summary", "news/gum_news.jsonl", ["summary.py", "--sentences", "1"]),
    ("summary", "news/gum_news.jsonl", ["summary.py"]),
]
# name of the table, scorer and its arguments; these run the program themselves
PROGRAM_ROWS = [
    ("speakers", ["gap.py", "coref/gap-validation.tsv", "--nutgraf"]),
    ("speakers", ["evenhanded.py"]),
    ("values", ["peer_values.py", "values/recognizers.jsonl", "--nutgraf"]),
]
PARTS = {
    ("voa", "test"): "voa_test",
    ("voa", "dev"): "voa_dev",
    ("written", "test"): "written_test",
    ("written", "dev"): "written_train",
    ("wikinews", "test"): "wikinews_held",
    ("wikinews", "dev"): "wikinews_train",
    ("wikinews_new", "test"): "wikinews_new_held",
    ("wikinews_new", "dev"): "wikinews_new_train",
}
TABLES = ["names", "quotes", "speakers", "spans", "values", "summary"]


def gold_path(name, part, data, splits):
    return splits / f"{PARTS[name, part]}.jsonl" if (name, part) in PARTS else data / name


def reports_for(gold, program, folder):
    """Reports of a gold file, made once."""
    path = folder / f"{gold.stem}.reports.jsonl"
    if not path.exists():
        with open(gold, "rb") as documents, open(path, "wb") as out:
            subprocess.run([program, "--jsonl", "--offsets", "codepoint"], stdin=documents, stdout=out, check=True)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorers", type=Path)
    parser.add_argument("--program", default="target/release/nutgraf")
    parser.add_argument("--part", choices=["dev", "test"], default="test")
    parser.add_argument("--only", type=lambda s: s.split(","), default=TABLES)
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        split.main(a.data, folder)
        for table, name, (scorer, *arguments) in ROWS:
            if table in a.only:
                gold = gold_path(name, a.part, a.data, folder)
                print(f"\n== {gold.stem}: {scorer} {' '.join(arguments)}", flush=True)
                reports = reports_for(gold, a.program, folder)
                subprocess.run([sys.executable, a.scorers / scorer, gold, reports, *arguments], check=True)
    for table, (scorer, *arguments) in PROGRAM_ROWS:
        if table in a.only:
            print(f"\n== {' '.join([scorer, *arguments])}", flush=True)
            given = [a.data / argument if "/" in argument else argument for argument in arguments]
            subprocess.run([sys.executable, a.scorers / scorer, *given, a.program], check=True)


if __name__ == "__main__":
    main()
