// - each field is read, filtered, counted, searched, served and documented as its row says, and not where it says no
// - a field that is changed makes another version of its article
// - names, keys and properties are unique, and no key is one of another fact
// - of several facets of one's own a filter asks for all, and each is counted under its name

import { matchClause } from '../src/query/selection/match.js'
import t from 'tap'
import { FIELDS, filterGroups, type FieldRow } from '../src/fields.js'
import { KNOWN_KEYS, parseFacts } from '../src/articles/facts/stated-facts.js'
import { toNewsArticle } from '../src/http/news-article.js'
import { ArticleSchema, NewsArticleSchema } from '../src/http/schemas/article.js'
import { FILTER, q } from '../src/http/schemas/parameters.js'
import { SearchResultSchema } from '../src/http/schemas/search.js'
import { QUERY_FIELDS } from '../src/query/language/ast.js'
import { countFacets, FACETS, type FacetName } from '../src/query/selection/facets.js'
import { filterArticles } from '../src/query/selection/filter.js'
import { versionOf } from '../src/segment/article-version.js'
import { buildGeneration } from './segment/build.js'
import { planOf } from './segment/collection.js'

const rows: readonly FieldRow[] = FIELDS
const VALUE = 'Kari Nordmann'

t.test('names', (t) => {
  const unique = (names: readonly string[]): void => {
    t.equal(new Set(names).size, names.length, names.join(', '))
  }
  unique(rows.map(({ name }) => name))
  unique(rows.map(({ schemaOrg }) => schemaOrg.property))
  unique(KNOWN_KEYS)
  const others = [
    'id',
    'title',
    'text',
    'language',
    'published',
    'publishedAt',
    'url',
    'wordCount',
    'entities'
  ]
  unique([...others, ...rows.flatMap(({ key, otherKeys }) => [key, ...otherKeys])])
  t.end()
})

for (const field of rows) {
  const { name, key, otherKeys, isList, schemaOrg } = field
  const facts = { [key]: isList ? [VALUE] : VALUE }

  t.test(`${name}: read from files`, (t) => {
    for (const stated of [key, ...otherKeys])
      t.strictSame(parseFacts({ [stated]: ` ${VALUE} ` }), { facts, unknownKeys: [], notices: [] })
    t.match(parseFacts({ [key]: {} }), { facts: {}, notices: [{ reason: `\`${key}\` must be` }] })
    t.end()
  })

  t.test(`${name}: selected`, async (t) => {
    const index = await buildGeneration([
      { id: 'a', text: 'film' },
      { id: 'b', text: 'film', ...facts }
    ])
    t.equal(name in FILTER, field.isFilter)
    t.same(filterArticles(index, [0, 1], { [name]: [VALUE] }), field.isFilter ? [1] : [0, 1])
    t.equal((FACETS as readonly string[]).includes(name), field.isFacet)
    if (field.isFacet)
      t.same(countFacets(index, [0, 1], [name as FacetName], { size: 9, sort: 'count' }), {
        [name]: [{ value: VALUE, count: 1 }]
      })
    t.equal((QUERY_FIELDS as readonly string[]).includes(name), field.isQueried)
    t.equal(q.description?.includes(`\`${name}:\``), field.isQueried)
    if (field.isQueried) t.same(matchClause(index, planOf(index, `${name}:"${VALUE}"`).clause).toArray(), [1])
  })

  t.test(`${name}: another value is another version`, (t) => {
    const article = { id: 'a', text: 'film', title: 'film', wordCount: 1, language: 'nb' as const }
    const other = { [key]: isList ? [`${VALUE} Moe`] : `${VALUE} Moe` }
    const versions = [{}, facts, other].map((stated) => versionOf({ ...article, ...stated }))
    t.equal(new Set(versions).size, versions.length)
    t.end()
  })

  t.test(`${name}: served`, (t) => {
    const shape: Record<string, { description?: string | undefined }> = ArticleSchema.shape
    t.equal(shape[key]?.description, field.description)
    const article = { id: 'a', text: 'film', title: 'film', wordCount: 1, language: 'nb' as const }
    t.match(ArticleSchema.parse({ ...article, ...facts }), facts)
    t.equal(key in SearchResultSchema.shape.hits.element.shape, field.isInHits)
    const value = schemaOrg.type === 'Text' ? VALUE : { '@type': schemaOrg.type, name: VALUE }
    const written = toNewsArticle({ ...article, ...facts })
    t.strictSame((written as Record<string, unknown>)[schemaOrg.property], isList ? [value] : value)
    t.strictSame(NewsArticleSchema.parse(written), written)
    t.notOk(schemaOrg.property in toNewsArticle(article))
    t.end()
  })
}

t.test('facets of one’s own', async (t) => {
  const index = await buildGeneration([
    { id: 'a', text: 'film', facets: ['rett:Havnerett', 'by:Oslo'] },
    { id: 'b', text: 'film', facets: ['rett:havnerett', 'rett:Skatterett', 'by:Bergen'] },
    { id: 'c', text: 'film' }
  ])
  const found = (...facet: string[]) => filterArticles(index, [0, 1, 2], { facet })
  t.same(found('rett:Havnerett'), [0, 1])
  t.same(found('rett:HAVNERETT', 'by:Oslo'), [0])
  t.same(found('by:Oslo', 'Bergen', 'rett:Skatterett'), [1])
  t.same(found('by:Oslo', 'by:Molde'), [0])
  t.same(filterGroups('tag', ['by:Oslo', 'rett:A']), [['by:Oslo', 'rett:A']])
  t.same(countFacets(index, [0, 1, 2], ['facet'], { size: 1, sort: 'count' }), {
    rett: [{ value: 'Havnerett', count: 2 }],
    by: [{ value: 'Bergen', count: 1 }]
  })
})
