import type { Field } from '../../segment/field.js'
import type { PhraseClause } from '../clause.js'
import type { Generation } from '../../segment/generation.js'
import { quotedWord, type TypedWord } from './expand.js'
import { LIMITS, tooManyPhrases, tooManyPhraseWords } from './limits.js'
import type { QueryTerm } from './plan.js'
import type { QueryWords } from './query-words.js'

/** A phrase with its different words. */
export interface ExpandedPhrase {
  readonly clause: PhraseClause
  readonly terms: readonly QueryTerm[]
}

export interface PhraseOptions {
  readonly field: Field | undefined
  readonly within: number | undefined
  /** Any inflection of the words will do; it will wherever they need not stand side by side. */
  readonly inflected?: boolean | undefined
}

/** The phrases of one query, each made once, as many as the limits allow; the others are undefined. */
export class QueryPhrases {
  private readonly made = new Map<string, ExpandedPhrase>()

  constructor(
    private readonly generation: Generation,
    private readonly words: QueryWords
  ) {}

  phrase(
    typed: readonly TypedWord[],
    { field, within, inflected = within !== undefined }: PhraseOptions
  ): ExpandedPhrase | undefined {
    // In any order, one word of an article fills all the places that a repeated word has.
    const kept = this.allowed(within === undefined ? this.apart(typed) : different(typed))
    if (kept.length === 0) return undefined
    const key = `${field ?? ''}:${within ?? (inflected ? 0 : '')}:${kept.map(({ word }) => word).join(' ')}`
    const known = this.made.get(key)
    if (known !== undefined) return known
    if (this.made.size >= LIMITS.phrases) {
      this.words.warn(tooManyPhrases)
      return undefined
    }
    const words = new Map(kept.map((one) => [one.word, quotedWord(this.generation, one, inflected)]))
    const clause: PhraseClause = {
      kind: 'phrase',
      slots: kept.map(({ word }) => words.get(word)!.slot),
      ...(within !== undefined && { within }),
      ...(field !== undefined && { field })
    }
    const terms = Array.from(words, ([word, { term }]) => {
      const slots = kept.flatMap((one, slot) => (one.word === word ? slot : []))
      return { ...term, phrase: { clause, slots } }
    })
    this.made.set(key, { clause, terms })
    return { clause, terms }
  }

  /** `Oslo-Bergen` as Oslo, Bergen, which `Oslo-Bergen-banen` has side by side too. */
  private apart(typed: readonly TypedWord[]): readonly TypedWord[] {
    const { analyze } = this.generation.models
    return typed.flatMap((one) => {
      const { parts } = one.word.includes('-') ? analyze(one.word) : { parts: [] }
      if (parts.length === 0 || one.text.length !== one.word.length) return one
      return parts.map(({ start, end, word }) => ({
        text: one.text.slice(start, end),
        word,
        start: one.start + start
      }))
    })
  }

  /** The words of a phrase, up to the first that is one too many. */
  private allowed(typed: readonly TypedWord[]): readonly TypedWord[] {
    const words = typed.slice(0, LIMITS.phraseWords)
    if (words.length < typed.length) this.words.warn(tooManyPhraseWords)
    const cut = words.findIndex((one) => !this.words.allows(one))
    return cut < 0 ? words : words.slice(0, cut)
  }
}

const different = (typed: readonly TypedWord[]): TypedWord[] => [
  ...new Map(typed.map((one) => [one.word, one])).values()
]
