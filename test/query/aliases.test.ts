// - a name finds what has only another name of the same entity, which the collection shows to be its own for
//   sure: an abbreviation that articles introduce, a party's short name, a name that `entities.yaml` joins
// - it finds no article where the other name means something else, none where a person has only a surname in
//   common, and nothing more in quotation marks, without `variants`, or before the names are known
// - a name of several words has them all, or its alias; what is excluded is excluded by its alias too
// - the query tells of the alias, passages mark it, and the explanation has its share

import t from 'tap'
import type { EntityType } from '../../src/entities/entity-type.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { search } from '../../src/engine/memory/search.js'
import { listedNames } from '../entities/listed-names.js'
import { buildGeneration } from '../segment/build.js'
import { matching, request } from '../segment/collection.js'

const NAMES: Readonly<Record<string, EntityType>> = {
  Arbeiderpartiet: 'organisation',
  Ap: 'organisation',
  AP: 'organisation',
  'Kommunal- og moderniseringsdepartementet': 'organisation',
  KMD: 'organisation',
  Sp: 'organisation',
  Storebanken: 'organisation',
  Lillebanken: 'organisation',
  'Kari Moe': 'person',
  Moe: 'person'
}

const TEXTS = {
  parti: 'Velgerne valgte Arbeiderpartiet denne gangen.',
  ap: 'Velgerne valgte Ap i går. Flere Ap-velgere gledet seg.',
  byraa: 'Krigen går videre, melder AP fra fronten. Byrået AP har folk der.',
  kmd: 'I dag svarer Kommunal- og moderniseringsdepartementet (KMD) på brevet.',
  brev: 'I dag svarer ikke KMD på brevet.',
  sp: 'Bøndene støtter Sp.',
  moe: 'Brevet er fra Kari Moe. Det sier Moe selv.',
  flere: 'Brevet er fra Moe.',
  bank: 'Kundene går fra Storebanken.',
  annen: 'Kundene går fra Lillebanken.'
}

const articles = Object.entries(TEXTS).map(([id, text]) => ({ id, title: '', text }))
const merge = [
  {
    into: { type: 'organisation' as const, slug: 'storebanken' },
    from: [{ type: 'organisation' as const, slug: 'lillebanken' }]
  }
]
const index = await buildGeneration(articles, {
  findNames: listedNames(NAMES),
  rules: { ...NO_RULES, merge }
})

t.test('what a name finds', (t) => {
  const finds = (q: string, ...expected: string[]): void => {
    t.strictSame(matching(index, q), expected, q)
  }
  finds('Arbeiderpartiet', 'parti', 'ap')
  finds('arbeiderpartiet velgerne', 'parti', 'ap')
  finds('Arbeiderpartiet OR brevet', 'parti', 'ap', 'kmd', 'brev', 'moe', 'flere')
  finds('text:Arbeiderpartiet', 'parti', 'ap')
  finds('title:Arbeiderpartiet')
  finds('velgerne -Arbeiderpartiet')
  finds('Kommunal- og moderniseringsdepartementet svarer', 'kmd', 'brev')
  finds('moderniseringsdepartementet', 'kmd')
  finds('Senterpartiet', 'sp') // a party's full name, which no article has
  finds('Storebanken', 'bank', 'annen')
  finds('Lillebanken', 'bank', 'annen')
  finds('Kari Moe', 'moe')
  t.end()
})

t.test('what it does not find', async (t) => {
  t.strictSame(matching(index, '"Arbeiderpartiet"'), ['parti'], 'as written')
  t.strictSame(matching(index, 'Arbeiderpartiet', { variants: false }), ['parti'])
  t.strictSame(matching(index, 'Arbeiderparti*'), ['parti'])
  t.notOk(matching(index, 'Arbeiderpartiet').includes('byraa'), 'AP is an agency there')
  const unnamed = { ...index, annotations: undefined }
  t.strictSame(matching(unnamed, 'Arbeiderpartiet'), ['parti'], 'before the names are known')
  t.strictSame(
    matching(await buildGeneration(articles), 'Arbeiderpartiet'),
    ['parti'],
    'no names, no aliases'
  )
})

t.test('how it is told', (t) => {
  const { query, hits } = search(index, request('Arbeiderpartiet', { explain: true }))
  t.match(query.terms, [
    { text: 'Arbeiderpartiet', expansions: [{ term: 'ap', kind: 'alias', weight: 0.8 }] }
  ])
  t.strictSame(
    hits.map(({ id }) => id),
    ['parti', 'ap'],
    'the name itself is worth more'
  )
  const [{ text, highlights } = { text: '', highlights: [] }] = hits[1]!.snippets
  t.ok(highlights.length > 0)
  for (const { start, end } of highlights)
    t.equal(text.slice(start, end), 'Ap', 'in a hyphenated word only it')
  for (const { score, explanation = [] } of hits) {
    const sum = explanation.reduce((all, { contribution }) => all + contribution, 0)
    t.ok(Math.abs(sum - score) < 1e-9)
  }
  t.ok(hits[1]!.explanation?.some(({ kind }) => kind === 'alias'))
  t.end()
})
