// - of articles that name what a field asks for, those come first that are more about it: it is in the title,
//   early, named often, and among few others
// - the explanation says so, and sums to the score; credits do not count
// - words beside the field count with it
// - however many entities a prefix asks for, the order is total and the scores do not rise

import t from 'tap'
import type { EntityType } from '../../src/entities/entity-type.js'
import { search } from '../../src/engine/memory/search.js'
import { listedNames } from '../entities/listed-names.js'
import { buildGeneration } from '../segment/build.js'
import { request } from '../segment/collection.js'

const NAMES: Readonly<Record<string, EntityType>> = {
  'Kari Moe': 'person',
  Moe: 'person',
  'Per Lie': 'person',
  'Ola Vik': 'person',
  Oslo: 'place'
}

const filling = 'Det skjedde mye i bygda denne uka, og mange var ute og gikk. '.repeat(12)

const ARTICLES = {
  // The least about her, and the newest.
  late: { title: 'Uka i bygda', text: `Per Lie og Ola Vik kom fra Oslo. ${filling}Der var Kari Moe.` },
  early: { title: 'Uka i bygda', text: `Kari Moe, Per Lie og Ola Vik kom fra Oslo. ${filling}` },
  often: {
    title: 'Uka i bygda',
    text: `Kari Moe kom. Hun er glad, sier Per Lie. Moe smilte. ${filling}Moe gikk.`
  },
  titled: {
    title: 'Moes beste uke',
    text: `Kari Moe kom. Hun er glad, sier Per Lie. Moe smilte. ${filling}Moe gikk.`
  },
  none: { title: 'Moe er en plass', text: filling }
}

const index = await buildGeneration(
  Object.entries(ARTICLES).map(([id, article], i) => ({ id, ...article, publishedAt: `2020-01-0${9 - i}` })),
  { findNames: listedNames(NAMES) }
)

const found = (q: string) => search(index, request(q, { explain: true }))
const idsOf = (q: string): string[] => found(q).hits.map(({ id }) => id)

t.test('order', (t) => {
  t.strictSame(idsOf('person:moe'), ['titled', 'often', 'early', 'late'])
  t.strictSame(idsOf('person:"kari moe"'), ['titled', 'often', 'early', 'late'])
  t.strictSame(idsOf('person:moe person:lie').slice(0, 2), ['titled', 'often'])
  t.equal(idsOf('place:oslo').at(0), 'late', 'it is the first to come')
  t.strictSame(idsOf('person:moe bygda').sort(), ['early', 'late', 'often', 'titled'])
  t.strictSame(search(index, request('person:moe', { sort: 'newest' })).hits[0]!.id, 'late')
  t.end()
})

t.test('explained', (t) => {
  for (const q of ['person:moe', 'person:m*', 'person:moe uke', 'person:moe OR place:oslo']) {
    const { hits } = found(q)
    t.ok(hits.length > 0, q)
    hits.forEach(({ score, explanation = [] }, i) => {
      const sum = explanation.reduce((all, { contribution }) => all + contribution, 0)
      t.ok(Math.abs(sum - score) < 1e-9, q)
      t.ok(i === 0 || score <= hits[i - 1]!.score)
      t.ok(explanation.some(({ signal }) => signal === 'about'))
    })
  }
  t.match(found('person:moe').hits[0]!.explanation, [{ kind: 'signal', signal: 'about', text: 'person:moe' }])
  t.end()
})
