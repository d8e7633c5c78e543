import { loadModels } from '../../../analysis/models.js'
import type { Cluster } from '../connection/cluster.js'
import { groupsOf } from '../connection/groups.js'
import { countBody, isFoundBy, rareCountsBody, wordSearches, type KeyedRequest } from './lookup-query.js'
import type { SearchBody } from '../connection/search-queue.js'

/** A request with its answer; undefined where it has to be made otherwise. */
type RequestAnswer = readonly [keyed: KeyedRequest, answer: object | undefined]

/** Where a state of the cluster is read. */
export interface WordSource {
  readonly cluster: Cluster
  /** The index of words. */
  readonly words: string
  /** What stands for the articles in a search: their point in time. */
  readonly articles: Readonly<Record<string, unknown>>
}

/** Asks a cluster, in one request. @throws {EngineError} */
export const fetchAnswers = async (
  requests: readonly KeyedRequest[],
  source: WordSource
): Promise<RequestAnswer[]> => {
  const [words, rare, single] = [[], [], []] as [KeyedRequest[], KeyedRequest[], KeyedRequest[]]
  for (const keyed of requests) {
    const [, request] = keyed
    if (request.kind === 'words' || request.kind === 'similar') words.push(keyed)
    else if (request.kind === 'count' && request.isRare === true) rare.push(keyed)
    else single.push(keyed)
  }
  const answers = await Promise.all([
    findWords(words, source),
    countSingly(single, source),
    ...groupsOf(rare, RARE_TOGETHER).map((some) => countTogether(some, source))
  ])
  return answers.flat()
}

const findWords = async (
  requests: readonly KeyedRequest[],
  { cluster, words: index }: WordSource
): Promise<RequestAnswer[]> => {
  const searches = wordSearches(requests)
  const answers = await cluster.searches<Found>(searches.map(({ body }) => ({ index, body })))
  const models = loadModels()
  return answers.flatMap(({ hits }, i) => {
    const words = hits.hits.map(({ fields }) => fields.word[0])
    return searches[i]!.requests.map((keyed): RequestAnswer => [
      keyed,
      { words: words.filter((word) => isFoundBy(word, keyed[1], models)) }
    ])
  })
}

const countSingly = async (
  requests: readonly KeyedRequest[],
  { cluster, words: index, articles }: WordSource
): Promise<RequestAnswer[]> => {
  const bodies = requests.map(([, request]): SearchBody =>
    request.kind === 'grams'
      ? { index, body: countBody(request) }
      : { body: { ...articles, ...countBody(request) } }
  )
  const answers = await cluster.searches<Counted>(bodies)
  return answers.map(({ hits, aggregations }, i) => {
    const keyed = requests[i]!
    if (keyed[1].kind !== 'pair') return [keyed, { count: hits.total.value }]
    const { read, pairs } = aggregations!
    return [keyed, { share: read.value === 0 ? 0 : pairs.doc_count / read.value }]
  })
}

const countTogether = async (
  requests: readonly KeyedRequest[],
  { cluster, articles }: WordSource
): Promise<RequestAnswer[]> => {
  const [answer] = await cluster.searches<CountedTogether>([
    { body: { ...articles, ...rareCountsBody(requests.map(([, request]) => request)) } }
  ])
  const { terminated_early: isCut = false, aggregations } = answer!
  const { buckets } = aggregations.rare
  return requests.map((keyed, i) => [keyed, isCut ? undefined : { count: buckets[i]!.doc_count }])
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
