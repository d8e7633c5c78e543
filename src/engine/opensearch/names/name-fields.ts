import {
  isCreditAt,
  mentionCount,
  mentionedNames,
  nameAt
} from '../../../entities/catalogue/stored-article.js'
import type { EntityRules } from '../../../entities/rules/entity-rules.js'
import { norwegianNames } from '../../../entities/norwegian-names.js'
import { articleAnnotator } from '../../../ingest/article-texts.js'
import { surenessInHundredths } from '../../../segment/annotations/entity-index.js'
import { gatheredQuotes } from '../../../segment/annotations/quote-store.js'
import type { ReadArticle } from '../../../segment/read-article.js'
import type { Span } from '../../../structures/span.js'
import type { TokenWriter } from '../layout/token-stream.js'
import {
  encodeAnnotations,
  articleAnnotations,
  NO_ANNOTATIONS,
  type ArticleAnnotations
} from './article-annotations.js'

/** What an article in the index has of names and quotes. Names are keys: see `nameKey`. */
export interface NameFields {
  /** See `encodeAnnotations`. */
  readonly annotations: string
  /** The keys of the names that it mentions outside credits, each once. */
  readonly names: readonly string[]
  /** The same names, each with how often it is mentioned. */
  readonly mentions: readonly MentionsDocument[]
  /** In the order of the text. */
  readonly quotes: readonly QuoteDocument[]
}

export interface MentionsDocument {
  readonly key: string
  /** The confidence of the surest mention, in hundredths. */
  readonly confidence: number
  readonly count: number
}

/** A quote of an article. */
export interface QuoteDocument {
  /** The key of the speaker's name. */
  readonly speaker?: string
  readonly kind: string
  /** Its confidence, in hundredths. */
  readonly confidence: number
  /** Its words: see `TOKENS`. */
  readonly tokens: string
}

/** Makes the fields of an article's names. */
export type NameFieldsWriter = (read: ReadArticle) => NameFields

export const nameFieldsWriter = (rules: EntityRules, writeTokens: TokenWriter): NameFieldsWriter => {
  const annotate = articleAnnotator(norwegianNames, rules)
  return ({ article: { id, text }, text: reading }) => {
    const found = annotate({ id, text, reading })
    const annotations =
      'annotated' in found ? articleAnnotations({ id, text }, found.annotated, rules) : NO_ANNOTATIONS
    const tokensIn = (span: Span): string =>
      writeTokens(
        text,
        reading.tokens.filter(({ start, end }) => start >= span.start && end <= span.end)
      )
    return {
      annotations: encodeAnnotations(annotations),
      names: namesIn(annotations),
      mentions: mentionsIn(annotations),
      quotes: gatheredQuotes(annotations.quotes).map(({ kind, confidence, name, span }) => ({
        ...(name !== undefined && { speaker: annotations.texts[name]! }),
        kind,
        confidence: Math.round(confidence * 100),
        tokens: tokensIn(span)
      }))
    }
  }
}

const namesIn = ({ texts, article }: ArticleAnnotations): string[] => [
  ...new Set(mentionedNames(article).map((name) => texts[name]!))
]

const mentionsIn = ({ texts, article: { mentions } }: ArticleAnnotations): MentionsDocument[] => {
  const byKey = new Map<string, MentionsDocument>()
  for (let i = 0; i < mentionCount(mentions); i++) {
    if (isCreditAt(mentions, i)) continue
    const key = texts[nameAt(mentions, i)]!
    const confidence = surenessInHundredths(mentions, i)
    const before = byKey.get(key) ?? { confidence: 0, count: 0 }
    byKey.set(key, { key, confidence: Math.max(before.confidence, confidence), count: before.count + 1 })
  }
  return [...byKey.values()]
}
