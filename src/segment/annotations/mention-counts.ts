import { isCreditAt } from '../../entities/catalogue/stored-article.js'
import { sureness, type EntityIndex } from './entity-index.js'

/** By entity: the articles that mention it, its mentions, and the credits that name it, which are no mentions. */
export interface MentionCounts {
  readonly articles: Uint32Array
  readonly mentions: Uint32Array
  readonly credits: Uint32Array
}

/** Counts who is named in these articles. @param minConfidence 0–1: what is less sure does not count */
export const countMentions = (
  entities: EntityIndex,
  articles: Iterable<number>,
  minConfidence = 0
): MentionCounts => {
  const [named, mentions, credits] = [0, 1, 2].map(() => new Uint32Array(entities.size)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array
  ]
  // By entity: the latest article that mentions it, + 1.
  const latest = new Uint32Array(entities.size)
  for (const article of articles)
    entities.forEachMention(article, (entity, stored, i) => {
      if (sureness(stored, i) < minConfidence) return
      if (isCreditAt(stored, i)) {
        credits[entity]!++
        return
      }
      mentions[entity]!++
      if (latest[entity] === article + 1) return
      latest[entity] = article + 1
      named[entity]!++
    })
  return { articles: named, mentions, credits }
}
