// - docs/matching.md: what each row searches for finds the row's text and marks what the row says, or does not find it
// - what the rows about typing errors suggest is suggested

import { readFileSync } from 'node:fs'
import t from 'tap'
import { search } from '../src/engine/memory/search.js'
import { packageFile } from '../src/package-file.js'
import { indexOf, request } from './segment/collection.js'

const rows = [
  ...readFileSync(packageFile('docs/matching.md'), 'utf8').matchAll(/^\| `(.+?)` +\| (.+) \|$/gm)
].map(([, q = '', rest = '']) => ({ q, cells: rest.split('|').map((cell) => cell.trim()) }))
const examples = rows.flatMap(({ q, cells: [text = '', marked] }) =>
  marked === undefined ? [] : { q, text, marked }
)
const suggestions = rows.flatMap(({ q, cells: [meant = '', more] }) =>
  more === undefined ? { q, meant } : []
)
const collection = await indexOf(Object.fromEntries(examples.map(({ text }, i) => [`row${i}`, text])))

t.test('what is marked', (t) => {
  t.ok(examples.length >= 15)
  for (const [i, { q, marked }] of examples.entries()) {
    const { hits } = search(collection, request(q, { size: 100 }))
    const marks = hits
      .filter(({ id }) => id === `row${i}`)
      .flatMap(({ snippets }) => snippets)
      .flatMap(({ text, highlights }) => highlights.map(({ start, end }) => text.slice(start, end)))
    t.equal(marks.join(', ') || 'nothing', marked, q)
  }
  t.end()
})

t.test('what is suggested', (t) => {
  t.ok(suggestions.length >= 3)
  for (const { q, meant } of suggestions)
    t.equal(search(collection, request(q)).query.didYouMean ?? 'none', meant, q)
  t.end()
})
