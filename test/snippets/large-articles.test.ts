// In a text with far more matches than any news has:
//
// - passages are found around a bounded number of them, so that the work of a request is bounded
// - the rarest word of the query is found wherever it stands
// - a page is a stretch of the whole list, and only what is on it is rendered

import t from 'tap'
import { occurrenceReader } from '../../src/ranking/occurrence-reader.js'
import { MOST_ANCHORS } from '../../src/snippets/anchors.js'
import { snippetPage } from '../../src/snippets/article-snippets.js'
import { indexOf, planOf } from '../segment/collection.js'

const pageOf = async (text: string, q: string, { offset = 0, size = 10 } = {}) => {
  const index = await indexOf({ a: text })
  return snippetPage(index, planOf(index, q, { match: 'any' }), 0, { offset, size, length: 80 })
}

const MANY = 4 * MOST_ANCHORS

t.test('many short paragraphs', async (t) => {
  const text = `${'En film.\n\n'.repeat(MANY)}En skog.\n\n${'En film.\n\n'.repeat(MANY)}`
  const { total, items } = await pageOf(text, 'film skog', { size: Infinity })
  t.equal(total, MOST_ANCHORS)
  t.ok(items.some((one) => one.text === 'En skog.'))
})

t.test('one sentence without an end', async (t) => {
  const text = `${'en film og '.repeat(MANY)}en skog og ${'en film og '.repeat(MANY)}`
  const { total, items } = await pageOf(text, 'film skog', { size: Infinity })
  t.ok(total < MOST_ANCHORS)
  t.ok(items.some(({ html }) => html.includes('<mark>skog</mark>')))
})

t.test('a phrase of one word in an article of the same word: each place is one match', async (t) => {
  const index = await indexOf({ a: 'ord '.repeat(20_000) })
  for (const words of [2, 60]) {
    let places = 0
    occurrenceReader(index, planOf(index, `"${'ord '.repeat(words)}"`).terms)(0, () => places++)
    t.equal(places, 20_000)
  }
})

t.test('pages', async (t) => {
  const text = Array.from({ length: 30 }, (_, i) => `Film nummer ${i}${i % 3 ? '' : ' om skog'}.\n\n`).join(
    ''
  )
  const { total, items: all } = await pageOf(text, 'film skog', { size: 100 })
  t.equal(all.length, total)
  for (const size of [1, 7, 30])
    for (let offset = 0; offset < total; offset += size)
      t.strictSame(
        (await pageOf(text, 'film skog', { offset, size })).items,
        all.slice(offset, offset + size)
      )
})
