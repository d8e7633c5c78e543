import { loadModels } from '../../../analysis/models.js'
import { readText } from '../../../analysis/text/reading.js'
import { wordForm } from '../../../analysis/text/word-form.js'
import { slug } from '../../../entities/slug.js'
import { NAME_SHARE } from '../../../segment/words/vocabulary-builder.js'
import { plainText, type Completion } from '../../../segment/completions/completions.js'
import {
  calledSo,
  completedPair,
  entitySearch,
  inSuggestedOrder,
  joinedEntities,
  mostEntities,
  splitLast,
  type CalledSo,
  type SuggestedEntities
} from '../../memory/suggest.js'
import type { Suggestion, Verbs } from '../../questions.js'
import { completedText, completionKey } from '../layout/completion-fields.js'
import type { EntityDocument } from '../names/entity-document.js'
import type { Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { WORDS } from '../layout/token-names.js'
import { allOf, pairQuery, type Query } from '../queries/token-query.js'

/** Articles of each shard in which frequent completions are looked for; how frequent they are is counted in all. */
const SAMPLE = 2000
/** Different completions that are looked at of the sample. */
const MOST_SAMPLED = 500
/** Words that may complete the last of several, whose pairs are counted. */
const MOST_PAIRS = 60
/** Entities with one name that are looked at, the most frequent. */
const MOST_NAMESAKES = 100
/** Nearly every article has a word that begins with so few letters: all are looked at, which finds them faster. */
const FEW_LETTERS = 2

/** As in memory, but that words are counted by their articles. @throws {EngineError} */
export const suggest = async (
  served: Served,
  { prefix, size }: Verbs['suggest']['request']
): Promise<Verbs['suggest']['answer']> => {
  const [entities, words, titles] = await Promise.all([
    findEntities(served, prefix, mostEntities(size)),
    findWords(served, prefix, size),
    findTitles(served, prefix, size)
  ])
  const most = size - entities.exact.length - entities.others.length
  return { items: inSuggestedOrder(prefix, size, { named: entities, words, titles: titles.slice(0, most) }) }
}

/** Those with a name that has all of it, the most frequent first; none while names are being read. */
const findEntities = async (served: Served, prefix: string, most: number): Promise<SuggestedEntities> => {
  const key = slug(prefix)
  if (served.published.names === undefined || key === '') return { exact: [], others: [] }
  const search = entitySearch(prefix)
  const begun = { [search.first ? 'slugs' : 'words']: search.prefix ? key : `${key}-` }
  const [whole, found] = await Promise.all([
    search.exact ? entitiesWith(served, { term: { slugs: key } }, MOST_NAMESAKES) : [],
    entitiesWith(served, { prefix: begun }, most)
  ])
  return joinedEntities(
    calledSo(prefix, whole),
    found.map(({ suggestion }) => suggestion),
    most
  )
}

const entitiesWith = async (
  { cluster, published }: Served,
  query: Query,
  most: number
): Promise<CalledSo[]> => {
  const { hits } = await cluster.search<EntityHits>({
    index: published.names!.index,
    body: {
      query: allOf([query, { range: { mentions: { gt: 0 } } }]),
      ...{ size: most, track_total_hits: false, _source: ['id', 'name', 'aliases', 'mentions'] },
      sort: [{ mentions: 'desc' }, { id: 'asc' }]
    }
  })
  return hits.hits.map(({ _source: { id, name, aliases, mentions } }) => ({
    suggestion: { text: name, kind: 'entity', count: mentions, entity: id },
    aliases
  }))
}

interface EntityHits {
  readonly hits: { readonly hits: readonly { readonly _source: EntityDocument }[] }
}

const findTitles = async (served: Served, prefix: string, most: number): Promise<Completion[]> => {
  const sampled = await sampleOf(served, { field: 'titleCompletion', key: completionKey(prefix) })
  const best = inCompletionOrder(prefix, sampled.map(textOf)).slice(0, most)
  return exactly(served, best, ({ text }) => ({
    term: { titleCompletion: `${completionKey(text)}\n${text}` }
  }))
}

/** Of several words the last is completed to those that stand after the one before it somewhere. */
const findWords = async (served: Served, prefix: string, most: number): Promise<Suggestion[]> => {
  const typed = splitLast(prefix)
  const [before, last] = typed
  if (last === '') return []
  const previous = readText(before.normalize('NFC')).tokens.at(-1)?.word
  const where = previous === undefined ? [] : [{ term: { words: WORDS.any(previous) } }]
  const sampled = await sampleOf(served, { field: 'wordCompletions', key: completionKey(last), where })
  const found = inCompletionOrder(last, joinForms(sampled.map(textOf)))
  const suggestions = (counted: readonly Completion[]): Suggestion[] =>
    counted.slice(0, most).map(({ text, count }) => ({ text, kind: 'word', count }))
  if (previous === undefined)
    return suggestions(
      await exactly(
        served,
        found.slice(0, most).map(({ text, count }) => ({ text: before + text, count })),
        ({ text }) => ({ term: { words: WORDS.any(wordForm(text.slice(before.length))) } })
      )
    )
  const { isName } = loadModels()
  const pairs = found.slice(0, MOST_PAIRS).flatMap(({ text, count }) => {
    const pair = completedPair(isName, typed, text)
    return pair === undefined ? [] : { text: pair, count }
  })
  const counted = await exactly(served, pairs, ({ text }) =>
    pairQuery([previous], [wordForm(text.slice(before.length))])
  )
  return suggestions(counted.toSorted((a, b) => b.count - a.count))
}

interface Sampled {
  readonly field: 'wordCompletions' | 'titleCompletion'
  /** What the values begin with. */
  readonly key: string
  readonly where?: readonly Query[]
}

/** The values of a field that begin so, with the articles of a sample that have each. */
const sampleOf = async (
  { cluster, published }: Served,
  { field, key, where = [] }: Sampled
): Promise<readonly Bucket[]> => {
  const isRare = field === 'titleCompletion' || key.length > FEW_LETTERS
  const { aggregations } = await cluster.search<SampleAnswer>({
    body: {
      ...searchAt(published.pit),
      query: allOf([{ exists: { field } }, ...(isRare ? [{ prefix: { [field]: key } }] : []), ...where]),
      ...{ size: 0, track_total_hits: false, terminate_after: SAMPLE },
      aggs: {
        values: {
          terms: {
            ...{ field, include: `${escaped(key)}.*`, execution_hint: 'map' },
            ...{ size: MOST_SAMPLED, order: [{ _count: 'desc' }, { _key: 'asc' }] }
          }
        }
      }
    }
  })
  return aggregations.values.buckets
}

interface Bucket {
  readonly key: string
  readonly doc_count: number
}

interface SampleAnswer {
  readonly aggregations: { readonly values: { readonly buckets: readonly Bucket[] } }
}

/** In the cluster's regular expressions any sign may stand for itself after a backslash. */
const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`)

const textOf = ({ key, doc_count: count }: Bucket): Completion => ({ text: completedText(key), count })

/** Words that differ in capitals alone, as they are mostly written: `Ål`, or `ål` where few have the name. */
const joinForms = (forms: readonly Completion[]): Completion[] => {
  const byWord = new Map<string, Completion[]>()
  for (const form of forms) {
    const word = form.text.toLowerCase()
    byWord.set(word, [...(byWord.get(word) ?? []), form])
  }
  return Array.from(byWord, ([word, written]) => {
    const count = written.reduce((sum, form) => sum + form.count, 0)
    const names = written.filter(({ text }) => text !== word)
    const named = names.reduce((sum, form) => sum + form.count, 0)
    return { text: named > NAME_SHARE * count ? names[0]!.text : word, count }
  })
}

/** Those that begin with the very letters first, then the more frequent ones. */
const inCompletionOrder = (prefix: string, found: readonly Completion[]): Completion[] => {
  const exact = plainText(prefix)
  const isExact = ({ text }: Completion): boolean => plainText(text).startsWith(exact)
  return found.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)) || b.count - a.count)
}

/** The same, each with the number of all articles that its query finds; without those that none has. */
const exactly = async (
  { cluster, published }: Served,
  found: readonly Completion[],
  queryOf: (one: Completion) => Query
): Promise<Completion[]> => {
  const answers = await cluster.searches<CountAnswer>(
    found.map((one) => ({
      body: {
        ...{ ...searchAt(published.pit), size: 0, track_total_hits: true },
        query: { bool: { filter: [queryOf(one)] } }
      }
    }))
  )
  return found.flatMap(({ text }, i) => {
    const count = answers[i]!.hits.total.value
    return count === 0 ? [] : { text, count }
  })
}

interface CountAnswer {
  readonly hits: { readonly total: { readonly value: number } }
}
