import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { EntityIndex, StoredMention } from '../../segment/annotations/entity-index.js'
import type { Generation } from '../../segment/generation.js'
import { spanSnippetReader } from '../../snippets/span-snippet.js'
import type { Span } from '../../structures/span.js'
import type { ArticleAnswer, EntityMention, FoundMention, Page, PageRequest, Verbs } from '../questions.js'

type MentionsRequest = Omit<Verbs['mentions']['request'], 'id'>

interface Wanted {
  /** Only there. */
  readonly within?: Span
  /** 0–1: only those that are so sure. */
  readonly minConfidence?: number | undefined
}

/** What an article names, in the order of its text. */
export const mentionsIn = (generation: Generation, article: number, wanted: Wanted): EntityMention[] =>
  servedMentions(generation, article, storedMentions(generation, article, wanted))

/** A page of what an article names. */
export const mentionPage = (
  generation: Generation,
  article: number,
  { offset, size, ...wanted }: Wanted & PageRequest
): Page<EntityMention> => {
  const mentions = storedMentions(generation, article, wanted)
  const items = servedMentions(generation, article, mentions.slice(offset, offset + size))
  return { total: mentions.length, items }
}

/** An answer with an article has no more mentions: they would be many times the text, and hold up other answers. */
export const MOST_WITH_ARTICLE = 10_000

/** What an article names, for the answer with the article; nothing where that is too much, and pages have it. */
export const mentionsWith = (
  generation: Generation,
  article: number,
  wanted: Wanted
): Pick<ArticleAnswer, 'entities'> => {
  // A book may have a hundred thousand: one more than the most tells enough.
  const mentions = storedMentions(generation, article, { ...wanted, most: MOST_WITH_ARTICLE + 1 })
  return mentions.length > MOST_WITH_ARTICLE
    ? {}
    : { entities: servedMentions(generation, article, mentions) }
}

const storedMentions = (
  generation: Generation,
  article: number,
  {
    within = { start: 0, end: Infinity },
    minConfidence = 0,
    most = Infinity
  }: Wanted & { readonly most?: number }
): StoredMention[] => {
  const found: StoredMention[] = []
  for (const mention of annotationsOf(generation).entities.mentionsOf(article)) {
    const { start, end, confidence } = mention
    if (start < within.start || end > within.end || confidence < minConfidence) continue
    found.push(mention)
    if (found.length === most) break
  }
  return found
}

const servedMentions = (
  generation: Generation,
  article: number,
  mentions: readonly StoredMention[]
): EntityMention[] => {
  if (mentions.length === 0) return []
  const { entities } = annotationsOf(generation)
  const text = generation.segment.articles.text(article)
  return mentions.map((mention) => servedMention(entities, mention, text))
}

/** All places where an entity is named: the newest article first, in the order of its text. */
export const findMentions = (
  generation: Generation,
  entity: number,
  { offset, size, snippetLength, minConfidence = 0 }: MentionsRequest
): Page<FoundMention> => {
  const { newestRank } = generation.segment.facts
  const { entities } = annotationsOf(generation)
  const newestFirst = entities.articles(entity).toSorted((a, b) => newestRank[a]! - newestRank[b]!)
  const items: FoundMention[] = []
  let passed = 0
  for (const article of newestFirst) {
    const all = Array.from(entities.mentionsOf(article, entity))
    const own = all.filter(({ confidence }) => confidence >= minConfidence)
    const wanted = own.slice(Math.max(0, offset - passed), Math.max(0, offset + size - passed))
    passed += own.length
    if (wanted.length > 0) items.push(...withSnippets(generation, article, wanted, snippetLength))
    if (minConfidence === 0 && passed >= offset + size) break
  }
  return { total: minConfidence === 0 ? entities.mentionCount(entity) : passed, items }
}

const withSnippets = (
  generation: Generation,
  article: number,
  mentions: readonly StoredMention[],
  snippetLength: number
): FoundMention[] => {
  const { entities } = annotationsOf(generation)
  const { id, title, publishedAt } = generation.segment.articles.facts(article)
  const { text, snippetAt } = spanSnippetReader(generation, article, snippetLength)
  return mentions.map((mention) => ({
    articleId: id,
    title,
    ...(publishedAt !== undefined && { publishedAt }),
    ...servedMention(entities, mention, text),
    snippet: snippetAt(mention)
  }))
}

/** @param text of the mention's article */
const servedMention = (
  entities: EntityIndex,
  { entity, start, end, confidence, role, credit }: StoredMention,
  text: string
): EntityMention => ({
  entity: entities.id(entity),
  type: entities.type(entity),
  text: text.slice(start, end),
  start,
  end,
  confidence,
  ...(role !== undefined && { role }),
  ...(credit && { credit })
})
