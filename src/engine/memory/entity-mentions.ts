import type { Span } from '../../structures/span.js'
import type { EntityType } from '../../entities/entity-type.js'
import type { Role, StoredMention } from '../../segment/annotations/entity-index.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { SearchIndex } from '../../segment/search-index.js'
import { spanSnippetReader } from '../../snippets/span-snippet.js'
import type { Snippet } from '../../snippets/snippet.js'

/** A place where an article names an entity. `text` is exactly `article.text.slice(start, end)`. */
export interface EntityMention extends Span {
  /** The entity's id. */
  readonly entity: string
  readonly type: EntityType
  readonly text: string
  /** 0–1. */
  readonly confidence: number
  readonly role?: Role
}

export interface FoundMention extends EntityMention {
  readonly articleId: string
  readonly title: string
  readonly publishedAt?: string
  readonly snippet: Snippet
}

interface PageRequest {
  readonly offset: number
  readonly size: number
}

/** What an article names, in the order of its text. @param within only there */
export const mentionsIn = (
  index: SearchIndex,
  article: number,
  within: Span = { start: 0, end: Infinity }
): EntityMention[] => {
  const { entities } = annotationsOf(index)
  const mentions = entities
    .mentions(article)
    .filter(({ start, end }) => start >= within.start && end <= within.end)
  const text = mentions.length > 0 ? index.articles.text(article) : ''
  return mentions.map(({ entity, start, end, confidence, role }) => ({
    entity: entities.id(entity),
    type: entities.type(entity),
    text: text.slice(start, end),
    start,
    end,
    confidence: Math.round(confidence * 100) / 100,
    ...(role !== undefined && { role })
  }))
}

/** All places where an entity is named: the newest article first, in the order of its text. */
export const findMentions = (
  index: SearchIndex,
  entity: number,
  { offset, size, snippetLength }: PageRequest & { readonly snippetLength: number }
): { total: number; items: FoundMention[] } => {
  const { newestRank } = index.facts
  const { entities } = annotationsOf(index)
  const newestFirst = entities.articles(entity).toSorted((a, b) => newestRank[a]! - newestRank[b]!)
  const items: FoundMention[] = []
  let passed = 0
  for (const article of newestFirst) {
    const own = entities.mentions(article).filter((mention) => mention.entity === entity)
    const wanted = own.slice(Math.max(0, offset - passed), Math.max(0, offset + size - passed))
    passed += own.length
    if (wanted.length > 0) items.push(...shown(index, article, wanted, snippetLength))
    if (passed >= offset + size) break
  }
  return { total: entities.mentionCount(entity), items }
}

const shown = (
  index: SearchIndex,
  article: number,
  wanted: readonly StoredMention[],
  snippetLength: number
): FoundMention[] => {
  const { id, title, publishedAt } = index.articles.stated(article)
  const snippetAt = spanSnippetReader(index, article, snippetLength)
  const starts = new Map(wanted.map((mention) => [mention.start, mention]))
  return mentionsIn(index, article)
    .filter(({ start }) => starts.has(start))
    .map((mention) => ({
      articleId: id,
      title,
      ...(publishedAt !== undefined && { publishedAt }),
      ...mention,
      snippet: snippetAt(mention)
    }))
}
