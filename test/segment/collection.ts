import { matchClause } from '../../src/query/selection/match.js'
import fc from 'fast-check'
import type { SourceArticle } from '../../src/articles/article.js'
import { buildGeneration } from './build.js'
import type { Generation } from '../../src/segment/generation.js'
import { makePlan, type PlanOptions } from '../../src/query/planning/make-plan.js'
import { parseQuery } from '../../src/query/language/parser.js'
import type { Plan } from '../../src/query/planning/plan.js'
import type { SearchRequest } from '../../src/engine/questions.js'

/** An index of articles with these texts; a title is empty unless it is stated. */
export const indexOf = (articles: Readonly<Record<string, string | Omit<SourceArticle, 'id'>>>) =>
  buildGeneration(
    Object.entries(articles).map(([id, article]) =>
      typeof article === 'string' ? { id, title: '', text: article } : { id, title: '', ...article }
    )
  )

/** The plan of a query; every word must match, and compounds count. */
export const planOf = (index: Generation, q: string, options: Partial<PlanOptions> = {}): Plan =>
  makePlan(index, parseQuery(q), { match: 'all', compounds: true, variants: true, fuzzy: false, ...options })

/** Ids of the articles that match a query, in the order of the index. */
export const matching = (index: Generation, q: string, options: Partial<PlanOptions> = {}): string[] =>
  matchClause(index, planOf(index, q, options).clause)
    .toArray()
    .map((article) => index.segment.articles.facts(article).id)

/** A request for the first page with nothing beside the articles. */
export const request = (q: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  q,
  match: 'auto',
  compounds: true,
  variants: true,
  fuzzy: 'auto',
  filter: {},
  sort: 'relevance',
  facets: [],
  facetSize: 10,
  facetSort: 'count',
  snippets: { count: 1, length: 240 },
  explain: false,
  offset: 0,
  size: 10,
  ...more
})

/**
 * Few words, so that texts and queries often have the same ones: inflections, spellings, compounds, stop words,
 * numbers.
 */
const WORDS = (
  'strategi strategien digitalisering digitaliseringen digitaliseringsstrategi strategidokument dokument film filmen ' +
  'musikk filmmusikk filmmusikken IKT Norge IKT-Norge Ålesund Aalesund Alesund Åse mål mal i og det er på 2019 18:30 ' +
  'bl.a. f.eks. digi.no O’Brien constructor bokhylle bok hylle sykehus sjukehus sjukehusa kjærligheten kjærleik'
).split(' ')

export const anyWord = fc.constantFrom(...WORDS)

const gap = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  ' – ',
  '. ',
  '.\n',
  '\n\n',
  ':\n',
  ' «',
  '» ',
  ' <b> & '
)

const anyText = fc
  .array(fc.tuple(anyWord, gap), { minLength: 1, maxLength: 40 })
  .map((pairs) => pairs.flat().join('').trim())

const anyDate = fc.constantFrom(
  '2019',
  '2019-11',
  '2019-11-28',
  '2019-11-28T10:00:00+01:00',
  '2020-01-01',
  '2018-02-03T23:30:00-05:00'
)

/** Ids that lead to articles. */
export const ALIASES = ['gammel', 'eldre', 'eldst'] as const

/** Articles with ids of their own; some of their facts are absent. */
export const anyArticles: fc.Arbitrary<SourceArticle[]> = fc
  .array(
    fc.record(
      {
        title: fc.array(anyWord, { maxLength: 4 }).map((words) => words.join(' ')),
        text: anyText,
        publishedAt: anyDate,
        source: fc.constantFrom('NRK', 'nrk', 'VG', 'Bergens Tidende'),
        authors: fc.uniqueArray(fc.constantFrom('Kari Nordmann', 'Ola', 'ÅSE'), { minLength: 1 }),
        language: fc.constantFrom('nb', 'nn', 'und'),
        aliases: fc.uniqueArray(fc.constantFrom(...ALIASES), { minLength: 1 })
      },
      { requiredKeys: ['title', 'text'] }
    ),
    { minLength: 1, maxLength: 12 }
  )
  .map((articles) => articles.map((article, i) => ({ id: `a${i}`, ...article })))

/** Words of the text that a query keeps whatever else is in it. */
const anyContentWord = anyWord.filter((word) => !/^(i|og|det|er|på|bl\.a\.|f\.eks\.)$/.test(word))

const anyPhrase = fc
  .tuple(fc.array(anyWord, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '', '~0', '~1', '~3', '~9'))
  .map(([words, within]) => `"${words.join(' ')}"${within}`)

const anyLeaf = fc.oneof(
  { weight: 3, arbitrary: anyContentWord },
  { weight: 2, arbitrary: anyPhrase },
  fc.tuple(anyContentWord, fc.nat(6)).map(([word, length]) => `${word.slice(0, 2 + length)}*`),
  fc
    .tuple(fc.constantFrom('title:', 'text:'), fc.oneof(anyContentWord, anyPhrase))
    .map((both) => both.join(''))
)

const { query } = fc.letrec<{ query: string; clause: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'query' },
    anyLeaf,
    fc.array(tie('clause'), { minLength: 2, maxLength: 3 }).map((clauses) => clauses.join(' ')),
    fc
      .tuple(tie('clause'), fc.constantFrom(' AND ', ' OR ', ' AND NOT '), tie('clause'))
      .map((all) => all.join(''))
  ),
  clause: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'query' },
    anyLeaf,
    anyLeaf.map((leaf) => `-${leaf}`),
    anyLeaf.map((leaf) => `+${leaf}`),
    tie('query').map((group) => `(${group})`)
  )
}))

/** Queries of all kinds over the same words, with no stop words outside phrases. */
export const anyQuery = query
