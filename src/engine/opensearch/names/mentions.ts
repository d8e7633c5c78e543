import { columns } from '../connection/columns.js'
import { isCreditAt, mentionCount, nameAt } from '../../../entities/catalogue/stored-article.js'
import { annotationsOf } from '../../../segment/annotations/annotations.js'
import { surenessInHundredths } from '../../../segment/annotations/entity-index.js'
import { findMentions as mentionsOver, mentionPage } from '../../memory/mentions.js'
import type { EntityMention, FoundMention, Page, Verbs } from '../../questions.js'
import { requireArticle } from '../searching/articles.js'
import { articlesWithIds, ORDERS } from '../searching/find.js'
import { nextPage } from '../searching/paging.js'
import { lookupIn, overNames, type Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { mentioningQuery } from './count-entities.js'
import { entityWithId } from './entities.js'
import { namesIn } from './names-not-ready.js'
import { leastConfidence } from './confidence-counts.js'
import { decodeAnnotations } from './article-annotations.js'

/** What one article names, in the order of its text. @throws {EngineError} `article-not-found` */
export const listMentionsIn = async (
  served: Served,
  { id, ...request }: Verbs['articleEntities']['request']
): Promise<Page<EntityMention>> => {
  const stored = await requireArticle(served, id)
  const lookup = lookupIn(served)
  namesIn(lookup)
  return overNames(served, { lookup, articles: [stored] }, (generation) =>
    mentionPage(generation, 0, request)
  )
}

/** Where an entity is named: the newest article first, in the order of its text. @throws {EngineError} */
export const findMentions = async (
  served: Served,
  { id, ...request }: Verbs['mentions']['request']
): Promise<Page<FoundMention>> => {
  const lookup = lookupIn(served)
  const row = await entityWithId(served, lookup, id)
  const { total, passed, ids } = await articlesAt(served, row.keys, request)
  const articles = await articlesWithIds(served, ids)
  const { items } = await overNames(served, { lookup, articles }, (generation) =>
    mentionsOver(generation, annotationsOf(generation).entities.find(row.id)!, {
      ...request,
      offset: request.offset - passed
    })
  )
  return { total, items }
}

interface MentionsAt {
  readonly total: number
  /** Of the articles that have the page's mentions. */
  readonly ids: readonly string[]
  /** Mentions before these. */
  readonly passed: number
}

/** Articles whose mentions are counted at a time. */
const STEP = 1000

interface AnnotationsHit {
  readonly fields: { readonly id: readonly [string]; readonly annotations: readonly [string] }
  readonly sort: readonly unknown[]
}

/** Counts the mentions of the newest articles until the page is passed, of all articles for the total. */
const articlesAt = async (
  { cluster, published }: Served,
  names: readonly string[],
  { offset, size, minConfidence = 0 }: Omit<Verbs['mentions']['request'], 'id'>
): Promise<MentionsAt> => {
  const least = leastConfidence(minConfidence)
  const keys = new Set(names)
  const query = { bool: { filter: [mentioningQuery(names, least)] } }
  const stored = { ...columns('id', 'annotations'), sort: ORDERS.newest }
  const body = { ...searchAt(published.pit), query, ...stored }
  const ids: string[] = []
  let [total, passed] = [0, 0]
  for (let after: readonly unknown[] | undefined; ;) {
    const hits = await nextPage<AnnotationsHit>(cluster, { body }, { size: STEP, after })
    for (const { fields } of hits) {
      const count = countIn(fields.annotations[0], keys, least)
      if (total + count <= offset) passed += count
      else if (total < offset + size && count > 0) ids.push(fields.id[0])
      total += count
    }
    if (hits.length < STEP) return { total, ids, passed }
    after = hits.at(-1)!.sort
  }
}

const countIn = (encoded: string, keys: ReadonlySet<string>, least: number): number => {
  const { texts, article } = decodeAnnotations(encoded)
  const isWanted = texts.map((text) => keys.has(text))
  let count = 0
  for (let i = 0; i < mentionCount(article.mentions); i++) {
    if (!isWanted[nameAt(article.mentions, i)] || isCreditAt(article.mentions, i)) continue
    if (surenessInHundredths(article.mentions, i) >= least) count++
  }
  return count
}
