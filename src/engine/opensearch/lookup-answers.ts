import { loadModels } from '../../analysis/models.js'
import type { Cluster } from './cluster.js'
import { groupsOf } from './groups.js'
import { countBody, isFoundBy, rareCountsBody, wordSearches, type Noted } from './lookup-query.js'
import type { SearchBody } from './search-queue.js'

/** A question with its answer; undefined where it has to be asked otherwise. */
type Answered = readonly [noted: Noted, answer: object | undefined]

/** Where a state of the cluster is read. */
export interface WordSource {
  readonly cluster: Cluster
  /** The index of words. */
  readonly words: string
  /** What stands for the articles in a search: their point in time. */
  readonly articles: Readonly<Record<string, unknown>>
}

/** Asks a cluster, in one request. @throws {EngineError} */
export const answersTo = async (asks: readonly Noted[], source: WordSource): Promise<Answered[]> => {
  const [words, rare, single] = [[], [], []] as [Noted[], Noted[], Noted[]]
  for (const noted of asks) {
    const [, ask] = noted
    if (ask.kind === 'words' || ask.kind === 'similar') words.push(noted)
    else if (ask.kind === 'count' && ask.isRare === true) rare.push(noted)
    else single.push(noted)
  }
  const answers = await Promise.all([
    findWords(words, source),
    countSingly(single, source),
    ...groupsOf(rare, RARE_TOGETHER).map((some) => countTogether(some, source))
  ])
  return answers.flat()
}

const findWords = async (
  asks: readonly Noted[],
  { cluster, words: index }: WordSource
): Promise<Answered[]> => {
  const searches = wordSearches(asks)
  const answers = await cluster.searches<Found>(searches.map(({ body }) => ({ index, body })))
  const models = loadModels()
  return answers.flatMap(({ hits }, i) => {
    const words = hits.hits.map(({ fields }) => fields.word[0])
    return searches[i]!.asks.map((noted): Answered => [
      noted,
      { words: words.filter((word) => isFoundBy(word, noted[1], models)) }
    ])
  })
}

const countSingly = async (
  asks: readonly Noted[],
  { cluster, words: index, articles }: WordSource
): Promise<Answered[]> => {
  const bodies = asks.map(([, ask]): SearchBody =>
    ask.kind === 'grams' ? { index, body: countBody(ask) } : { body: { ...articles, ...countBody(ask) } }
  )
  const answers = await cluster.searches<Counted>(bodies)
  return answers.map(({ hits, aggregations }, i) => {
    const noted = asks[i]!
    if (noted[1].kind !== 'pair') return [noted, { count: hits.total.value }]
    const { read, pairs } = aggregations!
    return [noted, { share: read.value === 0 ? 0 : pairs.doc_count / read.value }]
  })
}

const countTogether = async (
  asks: readonly Noted[],
  { cluster, articles }: WordSource
): Promise<Answered[]> => {
  const [answer] = await cluster.searches<CountedTogether>([
    { body: { ...articles, ...rareCountsBody(asks.map(([, ask]) => ask)) } }
  ])
  const { terminated_early: isCut = false, aggregations } = answer!
  const { buckets } = aggregations.rare
  return asks.map((noted, i) => [noted, isCut ? undefined : { count: buckets[i]!.doc_count }])
}

/** Rare values that are counted in one search. */
const RARE_TOGETHER = 100

interface Found {
  readonly hits: {
    readonly hits: readonly { readonly fields: { readonly word: readonly [string] } }[]
  }
}

interface Counted {
  readonly hits: { readonly total: { readonly value: number } }
  readonly aggregations?: {
    readonly read: { readonly value: number }
    readonly pairs: { readonly doc_count: number }
  }
}

interface CountedTogether {
  /** More articles have them than are looked at. */
  readonly terminated_early?: boolean
  readonly aggregations: { readonly rare: { readonly buckets: readonly { readonly doc_count: number }[] } }
}
