// - what goes in comes out: spans, speaker, cue, kind and confidence, article by article
// - a speaker's quotes are those that have it, and a quote's article is the one that has it
// - articles without quotes have none

import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { QuoteStore, QuoteStoreBuilder } from '../../src/segment/annotations/quote-store.js'
import { extractQuotes } from '../../src/quotes/extract-quotes.js'

const texts = [
  '– Vi vant, sier Kari Moe. – Endelig.\n\n– Når?\n\nIfølge politiet er det rolig.',
  'Ingenting ble sagt.',
  '«Det var på tide at noen sa fra om dette.»',
  ''
]

t.test('a round trip', (t) => {
  const all = texts.map((text) => extractQuotes(text, readText(text)))
  const builder = new QuoteStoreBuilder()
  for (const quotes of all) builder.add(quotes, () => 0)
  const store = new QuoteStore(builder.finish(new Int32Array(1)))
  texts.forEach((text, article) => {
    const numbers = Array.from(
      { length: store.first(article + 1) - store.first(article) },
      (_, at) => store.first(article) + at
    )
    t.strictSame(
      numbers.map((number) => store.quote(number, text)),
      all[article]
    )
    for (const number of numbers) {
      const { start, end } = store.quote(number, text)
      t.strictSame(store.span(number), { start, end })
    }
  })
  t.equal(store.first(texts.length), 5)
  const moe = store.of(0)
  t.strictSame(
    Array.from({ length: 5 }, (_, quote) => quote).filter((quote) => store.speaker(quote) === 0),
    [...moe]
  )
  t.strictSame([...store.of(1)], [])
  for (let quote = 0; quote < 5; quote++)
    t.ok(store.first(store.article(quote)) <= quote && quote < store.first(store.article(quote) + 1))
  t.end()
})
