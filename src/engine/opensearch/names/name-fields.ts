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
import type { TokenWriter } from '../token-stream.js'
import { encodeTold, tell, TELLS_NOTHING, type Told } from './told.js'

/** What an article in the index has of names and quotes. Names are keys: see `nameKey`. */
export interface NameFields {
  /** See `encodeTold`. */
  readonly told: string
  /** What it names, credits apart, each once. */
  readonly names: readonly string[]
  /** The same, each with its mentions. */
  readonly named: readonly NamedDocument[]
  /** In the order of the text. */
  readonly said: readonly SaidDocument[]
}

export interface NamedDocument {
  readonly key: string
  /** The confidence of the surest mention, in hundredths. */
  readonly sure: number
  readonly mentions: number
}

/** A quote. */
export interface SaidDocument {
  /** The name of who speaks. */
  readonly by?: string
  readonly kind: string
  /** Its confidence, in hundredths. */
  readonly sure: number
  /** Its words: see `TOKENS`. */
  readonly tokens: string
}

/** Makes the fields of an article's names. */
export type NameFieldsWriter = (read: ReadArticle) => NameFields

export const nameFieldsWriter = (rules: EntityRules, writeTokens: TokenWriter): NameFieldsWriter => {
  const annotate = articleAnnotator(norwegianNames, rules)
  return ({ article: { id, text }, text: reading }) => {
    const found = annotate({ id, text, reading })
    const told = 'annotated' in found ? tell({ id, text }, found.annotated, rules) : TELLS_NOTHING
    const tokensIn = (span: Span): string =>
      writeTokens(
        text,
        reading.tokens.filter(({ start, end }) => start >= span.start && end <= span.end)
      )
    return {
      told: encodeTold(told),
      names: namesIn(told),
      named: namedIn(told),
      said: gatheredQuotes(told.quotes).map(({ kind, confidence, name, span }) => ({
        ...(name !== undefined && { by: told.texts[name]! }),
        kind,
        sure: Math.round(confidence * 100),
        tokens: tokensIn(span)
      }))
    }
  }
}

const namesIn = ({ texts, article }: Told): string[] => [
  ...new Set(mentionedNames(article).map((name) => texts[name]!))
]

const namedIn = ({ texts, article: { mentions } }: Told): NamedDocument[] => {
  const named = new Map<string, NamedDocument>()
  for (let i = 0; i < mentionCount(mentions); i++) {
    if (isCreditAt(mentions, i)) continue
    const key = texts[nameAt(mentions, i)]!
    const sure = surenessInHundredths(mentions, i)
    const before = named.get(key) ?? { sure: 0, mentions: 0 }
    named.set(key, { key, sure: Math.max(before.sure, sure), mentions: before.mentions + 1 })
  }
  return [...named.values()]
}
