// - annotations answer the same from the tables that were made, from tables that were encoded and decoded, and from
//   tables in shared memory, for any articles: entities, their names and roles, mentions, quotes
// - the mentions of one entity are those of all that are its own
// - a reading that is given is taken, whoever made it
// - an error names the article whose text brought it
// - the version tells the rules, and nothing else

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { AnnotationBuilder } from '../../src/segment/annotations/annotation-builder.js'
import {
  annotationVersion,
  readAnnotations,
  type Annotations,
  type AnnotationTables
} from '../../src/segment/annotations/annotations.js'
import { throughFile } from '../structures/through-file.js'
import { shareTables, type Tables } from '../../src/structures/tables.js'
import { listedNames } from '../entities/listed-names.js'

const findNames = listedNames({
  'Kari Moe': 'person',
  Moe: 'person',
  'Øyvind Åsen': 'person',
  Difi: 'organisation',
  'Direktoratet for forvaltning og IKT': 'organisation',
  'Oslo kommune': 'organisation',
  Oslo: 'place',
  Москва: 'place'
})

const anyArticle = fc
  .array(
    fc.constantFrom(
      'Statssekretær Kari Moe sier at det haster. ',
      '– Vi vant, sier Moe. ',
      '«Endelig er det vår tur til å bestemme», sier Øyvind Åsen, direktør i Difi. ',
      'Direktoratet for forvaltning og IKT (Difi) ligger i Oslo. ',
      'Prisen stiger, opplyser Oslo kommune. ',
      'Москва er langt unna, ifølge Øyvind Åsen. ',
      'Ingen sa noe.\n\n'
    ),
    { maxLength: 8 }
  )
  .map((parts) => parts.join(''))

t.test('an error names its article', (t) => {
  const cause = new Error('no name')
  const builder = new AnnotationBuilder({
    findNames: () => {
      throw cause
    }
  })
  t.throws(
    () => {
      builder.add({ id: 'a1', text: 'Oslo' })
    },
    { message: 'Names and quotes of the article "a1" cannot be read.', cause }
  )
  t.end()
})

const anyTexts = fc.array(anyArticle, { maxLength: 5 })

const VERSION = annotationVersion()

const tablesOf = (texts: readonly string[]): Promise<AnnotationTables> => {
  const builder = new AnnotationBuilder({ findNames })
  texts.forEach((text, i) => {
    builder.add({ id: `a${i}`, text })
  })
  return builder.finish()
}

/** All that annotations say of texts. */
const answers = ({ entities, quotes }: Annotations, texts: readonly string[]) => ({
  entities: Array.from({ length: entities.size }, (_, entity) => ({
    id: entities.id(entity),
    type: entities.type(entity),
    name: entities.name(entity),
    aliases: entities.aliases(entity),
    roles: entities.roles(entity),
    mentionCount: entities.mentionCount(entity),
    articles: [...entities.articles(entity)],
    alphabetic: entities.alphabetic(entity),
    found: entities.find(entities.id(entity)),
    called: entities.called(entities.id(entity))
  })),
  withWords: ['Moe', 'moe kari', 'Øyv', 'oslo', 'Москва', 'direktoratet for', ''].flatMap((words) =>
    [false, true].map((prefix) => entities.withWords(words, { prefix }))
  ),
  counts: [...entities.count(Array.from(texts.keys()))],
  articles: texts.map((text, article) => ({
    entities: [...entities.entities(article)],
    mentions: entities.mentions(article),
    quotes: Array.from({ length: quotes.first(article + 1) - quotes.first(article) }, (_, i) => {
      const quote = quotes.first(article) + i
      return [quotes.quote(quote, text), quotes.span(quote), quotes.speaker(quote)]
    })
  }))
})

t.test('tables that went through memory of another kind', async (t) => {
  await fc.assert(
    fc.asyncProperty(anyTexts, async (texts) => {
      const tables = await tablesOf(texts)
      const expected = answers(readAnnotations(tables, VERSION), texts)
      const decoded = await throughFile(tables)
      assert.deepEqual(answers(readAnnotations(decoded, VERSION), texts), expected)
      const shared = shareTables(tables)
      assertShared(shared as unknown as Tables)
      assert.deepEqual(answers(readAnnotations(shared, VERSION), texts), expected)
    }),
    { numRuns: 50 }
  )
  t.end()
})

const assertShared = (tables: Tables): void => {
  for (const value of Object.values(tables))
    if (ArrayBuffer.isView(value)) assert.ok(value.buffer instanceof SharedArrayBuffer)
    else assertShared(value)
}

t.test('mentions of one entity', async (t) => {
  await fc.assert(
    fc.asyncProperty(anyTexts, async (texts) => {
      const { entities } = readAnnotations(await tablesOf(texts), VERSION)
      for (const article of texts.keys())
        for (let entity = 0; entity < entities.size; entity++)
          assert.deepEqual(
            Array.from(entities.mentionsOf(article, entity)),
            entities.mentions(article).filter((mention) => mention.entity === entity)
          )
    }),
    { numRuns: 50 }
  )
  t.end()
})

t.test('a reading that is given', async (t) => {
  const text = '– Vi vant, sier Kari Moe. Hun ler.'
  const builder = new AnnotationBuilder({ findNames })
  builder.add({ id: 'own', text })
  builder.add({ id: 'given', text, reading: readText(text) })
  // One that has no words holds no speech.
  builder.add({ id: 'empty', text, reading: { tokens: [], sentences: [] } })
  const { entities, quotes } = readAnnotations(await builder.finish(), VERSION)
  t.same(entities.mentions(1), entities.mentions(0))
  t.same(quotes.quote(1, text), quotes.quote(0, text))
  t.equal(quotes.first(3), 2)
})

t.test('the version', (t) => {
  t.equal(annotationVersion(NO_RULES), annotationVersion())
  const hidden = { ...NO_RULES, hide: [{ type: 'place', slug: 'oslo' } as const] }
  t.not(annotationVersion(hidden), annotationVersion())
  t.end()
})
