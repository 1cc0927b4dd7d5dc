// Names found by compromise (npm compromise), as reports for the scorers: node compromise_names.mjs < GOLD.jsonl > REPORTS.jsonl
import nlp from 'compromise'
import { createInterface } from 'node:readline'

const KINDS = { people: 'person', organizations: 'organisation', places: 'place' }

/** Offsets of the scorers count code points; those of compromise UTF-16 code units. */
const codePoints = (text, units) => [...text.slice(0, units)].length

function report({ id, text }) {
  const entities = []
  for (const [method, kind] of Object.entries(KINDS)) {
    for (const { offset } of nlp(text)[method]().json({ offset: true })) {
      const start = codePoints(text, offset.start)
      const end = codePoints(text, offset.start + offset.length)
      entities.push({ id: entities.length, kind, mentions: [{ start, end, form: 'name' }] })
    }
  }
  return { id, entities }
}

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(report(JSON.parse(line))))
