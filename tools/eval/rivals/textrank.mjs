#!/usr/bin/env node
// Summaries of three sentences by ts-textrank, as reports that summary.py scores (its line `lead-3` then says nothing):
//   npm install ts-textrank@1.0.3, then node textrank.mjs < GOLD.jsonl > REPORTS.jsonl
import { createInterface } from 'node:readline';
import textrank from 'ts-textrank';

const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } = textrank;
const config = new AbsoluteSummarizerConfig(3, new SorensenDiceSimilarity(), new DefaultTextParser(), 0.85, Summarizer.SORT_OCCURENCE);
const summarizer = new Summarizer(config, new NullLogger());

for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  let from = 0;
  const sentences = summarizer.summarize(text, 'en').map((words) => {
    const at = Math.max(text.indexOf(words, from), text.indexOf(words));
    from = at + words.length;
    const [start, end] = [at, at + words.length].map(place => [...text.slice(0, place)].length);
    return { start, end };
  });
  console.log(JSON.stringify({ id, sentences, summary: sentences.map((_, sentence) => ({ sentence })) }));
}
