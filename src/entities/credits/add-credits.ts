import type { Span } from '../../structures/span.js'
import type { ArticleEntities, ArticleEntity } from '../article/article-entities.js'
import { writtenName } from '../article/written-names.js'
import type { RecognisedMention, ResolvedMention } from '../mention.js'
import { slug } from '../slug.js'
import type { CreditedName } from './credited-names.js'

/** Those of the mentions that no credit touches; both in order and apart. */
export const outsideCredits = <Mention extends Span>(
  mentions: readonly Mention[],
  credits: readonly CreditedName[]
): Mention[] => {
  let next = 0
  return mentions.filter(({ start, end }) => {
    while (next < credits.length && credits[next]!.end <= start) next++
    return next >= credits.length || credits[next]!.start >= end
  })
}

/** From here on the recogniser is believed. */
const SURE = 0.8
/** Or from here on, where a place stands behind who wrote. */
const LIKELY = 0.6

/**
 * The credited names, with the type that the recogniser is sure of where theirs is a guess: `(Bergens Tidende):` and
 * `Foto: Norges Volleyballforbund` are no people. A place credits nobody: `Av Kari Moe, | Vik`.
 */
export const typeGuesses = (
  credits: readonly CreditedName[],
  recognised: readonly RecognisedMention[]
): CreditedName[] => {
  const byStart = new Map(recognised.map((mention) => [mention.start, mention]))
  return credits.flatMap((credit) => {
    const found = credit.isGuess === true ? byStart.get(credit.start) : undefined
    if (found?.end !== credit.end) return credit
    if (found.type === 'place' && credit.isLater === true && found.confidence >= LIKELY) return []
    if (found.confidence < SURE) return credit
    return found.type === 'person' || found.type === 'organisation' ? { ...credit, type: found.type } : credit
  })
}

/** Of the credits in the labelled articles, so many are marked rightly. */
const CERTAINTY = 0.97

/**
 * An article's entities with those whom its credits name. A credited name is somebody of the text where just that name
 * is there, and else somebody new: a photographer called Moe is not whom the text calls Moe.
 */
export const addCredits = (
  text: string,
  article: ArticleEntities,
  credits: readonly CreditedName[]
): ArticleEntities => {
  if (credits.length === 0) return article
  const entities: ArticleEntity[] = [...article.entities]
  const numbers = new Map(entities.map(({ slug, type }, number) => [`${type} ${slug}`, number]))
  const credited = credits.flatMap(({ start, end, type, agency }): ResolvedMention[] => {
    const name = agency ?? writtenName(text, { start, end })
    if (name === undefined) return []
    const key = `${type} ${slug(name)}`
    const entity = numbers.get(key) ?? entities.length
    if (entity === entities.length) {
      numbers.set(key, entity)
      entities.push({ slug: slug(name), name, type, mayBeGenitive: false, isOnlyCredited: true })
    }
    return [{ start, end, type, name, entity, confidence: CERTAINTY, credit: true }]
  })
  const mentions = [...article.mentions, ...credited].sort((a, b) => a.start - b.start)
  return { ...article, entities, mentions }
}
