import type { Span } from '../../structures/span.js'
import { splitSentences, type Sentence } from './sentences.js'
import { tokenize } from './tokenizer.js'
import { wordForm } from './word-form.js'

/** A word, number or sign of a text; offsets are UTF-16 code units. */
export interface Token extends Span {
  /** What `wordForm` makes of the written form: `1 000` → `1000`. */
  readonly word: string
}

/** A text as the index reads it. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

/** Tokens and sentences of a text, the same for articles, queries and snippets. */
export const readText = (text: string): Reading => {
  const tokens: Token[] = []
  const stopOwners = new Map<number, number>()
  tokenize(text, (start, end) => {
    tokens.push({ start, end, word: wordForm(text.slice(start, end)) })
    if (text.charCodeAt(end - 1) === 0x2e) stopOwners.set(end - 1, start)
  })
  return { tokens, sentences: splitSentences(text, (stop) => stopOwners.get(stop)) }
}
