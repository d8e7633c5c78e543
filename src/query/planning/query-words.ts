import type { Field } from '../../segment/field.js'
import type { Generation } from '../../segment/generation.js'
import type { SequenceClause } from '../language/ast.js'
import type { Alias } from './aliases.js'
import {
  expandWord,
  type ExpandedWord,
  type ExpandOptions,
  type TypedWord,
  type WordOptions
} from './expand.js'
import { expandName, isTypedName } from './expand-name.js'
import { expandPrefix, type ExpandedPrefix } from './expand-prefix.js'
import { rememberedPrefixes, rememberedWords } from './remembered-words.js'
import { joinNumbers } from './word-and-number.js'
import { TypingErrors } from './typing-errors.js'
import { LIMITS, tooManyAbouts, tooManyOperands, tooManyPrefixWords, tooManyWords } from './limits.js'

export interface QueryWordsOptions extends WordOptions {
  /** Prefixes in the query. */
  readonly prefixes: number
  /** See `isShouted`. */
  readonly shouted: boolean
  /** See `ExpandOptions`. */
  readonly partsAnywhere: boolean
}

export interface WordRequest {
  readonly field: Field | undefined
  readonly fuzzy?: WordOptions['fuzzy'] | undefined
  /** Of the name that the word is in. */
  readonly alias?: Alias | undefined
}

/** The words of one query, each expanded once, as many as the limits allow; the others are undefined. */
export class QueryWords {
  private readonly abouts = new Set<string>()
  private readonly seen = new Set<string>()
  private readonly expanded = new Map<string, ExpandedWord>()
  private readonly warned = new Set<string>()
  private readonly typingErrors: TypingErrors

  constructor(
    private readonly generation: Generation,
    private readonly options: QueryWordsOptions
  ) {
    this.typingErrors = new TypingErrors(generation, (warning) => {
      this.warn(warning)
    })
  }

  get warnings(): string[] {
    return [...this.warned]
  }

  /** @param fuzzy in the place of what the query asks for all words */
  word(
    typed: TypedWord,
    { field, fuzzy = this.options.fuzzy, alias }: WordRequest
  ): ExpandedWord | undefined {
    const { generation, options } = this
    const key = `${field ?? ''}:${alias?.entity ?? ''}:${typed.word}`
    if (fuzzy !== true && isTypedName(generation, typed, options))
      return this.once(`${key}!`, typed, () => expandName(generation, typed, { field, alias }))
    return this.once(`${key}~${String(fuzzy)}`, typed, () =>
      this.expand(typed, { ...options, fuzzy, field, alias })
    )
  }

  /** Remembers what depends on the word and the generation alone, and not on how many others are unknown. */
  private expand(typed: TypedWord, options: Omit<ExpandOptions, 'typingErrors'>): ExpandedWord {
    const { compounds, variants, fuzzy, field, alias, partsAnywhere } = options
    const named = alias && [...alias.words.keys()]
    const key = JSON.stringify([
      typed.text,
      typed.word,
      compounds,
      variants,
      fuzzy,
      field,
      partsAnywhere,
      named
    ])
    const memory = rememberedWords(this.generation)
    const known = memory.get(key)
    if (known !== undefined) return known
    const unknown = new Set<string>()
    const likelyTerms: TypingErrors['likelyTerms'] = (word, asked) => {
      unknown.add(word)
      return this.typingErrors.likelyTerms(word, asked)
    }
    const { vocabulary } = this.generation
    const before = vocabulary.unanswered()
    const expanded = expandWord(this.generation, typed, { ...options, typingErrors: { likelyTerms } })
    if (unknown.size === 0 && vocabulary.unanswered() === before) memory.set(key, expanded)
    return expanded
  }

  /**
   * The parts that a word has only together, as if they had been typed apart: `TV2` → TV, 2. Most words have none, and
   * those that the collection has not all of find nothing.
   */
  partsTogether({ text, word, start }: TypedWord): TypedWord[] {
    const { models, vocabulary } = this.generation
    const { parts, together } = models.analyze(word)
    if (!together || parts.some((part) => vocabulary.wordId(part.word) === undefined)) return []
    const isSameLength = text.length === word.length
    return parts.map((part) => ({
      text: isSameLength ? text.slice(part.start, part.end) : part.word,
      word: part.word,
      start: start + (isSameLength ? part.start : 0)
    }))
  }

  /** See `word-and-number.ts`. */
  joinNumbers(clauses: readonly SequenceClause[]): readonly SequenceClause[] {
    return joinNumbers(this.generation, clauses)
  }

  /** The word that was probably meant by one that must be found as it is. */
  correctionOf({ word }: TypedWord): string | undefined {
    if (this.options.fuzzy === false) return undefined
    if (this.generation.vocabulary.hasForm(word)) return this.typingErrors.likelierThan(word)
    return this.typingErrors.likelyTerms(word, { asked: this.options.fuzzy === true })[0]?.word
  }

  /** The word that was probably meant by one that finds something, if not itself. */
  likelierThan({ word }: TypedWord): string | undefined {
    return this.options.fuzzy === false ? undefined : this.typingErrors.likelierThan(word)
  }

  /** Has the collection a word that begins so? */
  anyBeginsWith(prefix: string): boolean {
    return this.generation.vocabulary.hasPrefix(prefix)
  }

  /** @param typed its `word` is the prefix */
  prefix(typed: TypedWord, field: Field | undefined): ExpandedWord | undefined {
    return this.once(`${field ?? ''}:${typed.word}*`, typed, () => {
      const { cutTo, ...expanded } = this.expandPrefix(typed, field)
      if (cutTo !== undefined) this.warn(tooManyPrefixWords(typed.word, cutTo))
      return expanded
    })
  }

  /** Remembers it, as many words begin with a short prefix. */
  private expandPrefix(typed: TypedWord, field: Field | undefined): ExpandedPrefix {
    const { prefixes } = this.options
    const most = Math.max(LIMITS.leastPrefixWords, Math.floor(LIMITS.prefixWords / prefixes))
    const mostArticles = Math.floor(LIMITS.prefixArticles / prefixes)
    const memory = rememberedPrefixes(this.generation)
    const key = JSON.stringify([typed.text, typed.word, field, prefixes])
    const known = memory.get(key)
    if (known !== undefined) return known
    const { vocabulary } = this.generation
    const before = vocabulary.unanswered()
    const expanded = expandPrefix(this.generation, typed, { field, most, mostArticles })
    if (vocabulary.unanswered() === before) memory.set(key, expanded)
    return expanded
  }

  /** @param operand counted from 1 */
  allowsOperand(operand: number): boolean {
    if (operand > LIMITS.operands) this.warn(tooManyOperands)
    return operand <= LIMITS.operands
  }

  /** Counts what a field asks for, `person:berg`; false if it is one too many. */
  allowsAbout(asked: string): boolean {
    if (this.abouts.has(asked)) return true
    if (this.abouts.size < LIMITS.abouts) return this.abouts.add(asked).has(asked)
    this.warn(tooManyAbouts)
    return false
  }

  /** Counts a word; false if it is one too many. */
  allows({ word }: TypedWord): boolean {
    if (this.seen.has(word)) return true
    if (this.seen.size < LIMITS.words) return this.seen.add(word).has(word)
    this.warn(tooManyWords)
    return false
  }

  warn(warning: string): void {
    this.warned.add(warning)
  }

  private once(key: string, typed: TypedWord, expand: () => ExpandedWord): ExpandedWord | undefined {
    if (!this.allows(typed)) return undefined
    const expanded = this.expanded.get(key) ?? expand()
    this.expanded.set(key, expanded)
    return expanded
  }
}
