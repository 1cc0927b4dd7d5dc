#!/usr/bin/env python3
"""Turns annotated articles into other shapes in which text is pasted, their places kept true, to learn and measure on.

convert_corpora.py ARTICLES.jsonl OUT      writes mail, pdf, noblank and crlf (.jsonl) into the folder OUT

mail: lines broken at 72 characters; pdf: at 60, words hyphenated, no blank lines; noblank: a line for each paragraph.
"""
import json
import re
import sys
from pathlib import Path

SHAPES = {
    "mail": {"width": 72},
    "pdf": {"width": 60, "hyphens": True, "blank": False},
    "noblank": {"blank": False},
    "crlf": {"line_end": "\r\n"},
}


def reshape(text, width=0, hyphens=False, blank=True, line_end="\n"):
    """The new text, and for every place of the old one its place in the new one."""
    parts, places, length, column, at = [], [], 0, 0, 0

    def write(characters):
        nonlocal length
        parts.append(characters)
        length += len(characters)

    while at < len(text):
        if text[at] == "\n":
            run = re.compile("\n+").match(text, at).group()
            places += [length] * len(run)
            write(line_end * (2 if blank and len(run) > 1 else 1))
            column, at = 0, at + len(run)
            continue
        places.append(length)
        word = re.compile(r"\S*").match(text, at + 1).group() if text[at] == " " else ""
        if width and word and column + 1 + len(word) > width:
            cut = min(width - column - 2, len(word) - 3)
            if hyphens and word.isalpha() and len(word) >= 8 and cut >= 3 and at % 2:
                write(" ")
                places += range(length, length + cut)
                write(word[:cut] + "-")
                at += cut
            write(line_end)
            column = 0
        else:
            write(text[at])
            column += 1
        at += 1
    return "".join(parts), places + [length]


def moved(document, shape):
    text, places = reshape(document["text"], **shape)
    spans = {key: [{"kind": b["kind"], "start": places[b["start"]], "end": places[b["end"] - 1] + 1}
                   for b in document.get(key, [])] for key in ("blocks", "inner")}
    return {"id": document["id"], "text": text, "date": document.get("date"), **spans}


def main(source, out):
    documents = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    out.mkdir(parents=True, exist_ok=True)
    for name, shape in SHAPES.items():
        lines = [json.dumps(moved(document, shape), ensure_ascii=False) + "\n" for document in documents]
        (out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
