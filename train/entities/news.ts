import { readFileSync } from 'node:fs'
import { readText } from '../../src/analysis/text/reading.js'
import { isEntityType, type EntityType } from '../../src/entities/entity-type.js'
import { beginOf, OUTSIDE, type RecognisedType } from '../../src/entities/recogniser/labels.js'
import { textSentences } from '../../src/entities/recogniser/text-sentences.js'
import type { Span } from '../../src/structures/span.js'
import type { LabelledDocument } from '../../tools/conll.js'

export interface LabelledMention extends Span {
  readonly text: string
  readonly type: string
  /** The fullest name that the article has of it. */
  readonly entity: string
  readonly flags?: readonly ('compound' | 'credit')[]
}

export interface LabelledQuote extends Span {
  readonly text: string
  readonly kind: 'direct' | 'reported'
  /** As in mentions; null where nobody named speaks. */
  readonly entity: string | null
}

/** A news article with its names. Offsets are UTF-16 code units. */
export interface NamedArticle {
  readonly id: string
  readonly text: string
  readonly mentions: readonly (Span & { readonly type: string })[]
}

/** A news article with its names, speech and roles, labelled by hand. */
export interface LabelledArticle extends NamedArticle {
  readonly mentions: readonly LabelledMention[]
  readonly quotes: readonly LabelledQuote[]
  readonly roles: readonly { readonly entity: string; readonly role: string }[]
}

/** Tells whether a place is one that NorNE calls GPE, or a mere location. */
export type IsLocation = (form: string) => boolean

/** @param file JSON lines */
export const readLabelledArticles = (file: string): LabelledArticle[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledArticle)

/** Articles that were labelled as newsrooms count names, as documents of the recogniser's own tokens and types. */
export const newsDocuments = (
  articles: readonly NamedArticle[],
  isLocation: IsLocation
): LabelledDocument[] => articles.map((article) => documentOf(article, isLocation))

const TYPES: Readonly<Record<Exclude<EntityType, 'place'>, RecognisedType>> = {
  person: 'PER',
  organisation: 'ORG',
  product: 'PROD',
  event: 'EVT'
}

const documentOf = ({ id, text, mentions }: NamedArticle, isLocation: IsLocation): LabelledDocument => {
  let next = 0
  const sentences = textSentences(text, readText(text)).map((tokens) => {
    const labels = new Uint8Array(tokens.length)
    tokens.forEach(({ start, end, isTail }, i) => {
      while (next < mentions.length && mentions[next]!.end <= start) next++
      const mention = mentions[next]
      const isNamed = mention !== undefined && mention.start < end && isTail !== true
      labels[i] = isNamed ? labelOf(text, mention, { start, isLocation }) : OUTSIDE
    })
    return { forms: tokens.map(({ form }) => form), labels }
  })
  return { name: id, sentences: sentences.filter(({ forms }) => forms.length > 0) }
}

const labelOf = (
  text: string,
  mention: NamedArticle['mentions'][number],
  { start, isLocation }: { start: number; isLocation: IsLocation }
): number => {
  const { type } = mention
  if (!isEntityType(type)) throw new Error(`A name has the type "${type}", which is none.`)
  const place = isLocation(text.slice(mention.start, mention.end)) ? 'LOC' : 'GPE_LOC'
  const begin = beginOf(type === 'place' ? place : TYPES[type])
  return mention.start < start ? begin + 1 : begin
}
