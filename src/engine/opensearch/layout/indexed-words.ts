import type { Analyzer } from '../../../analysis/analyzer.js'
import { MARKED_PART } from '../../../segment/postings/impacts.js'
import { indexedForms, type IndexedForms } from '../../../segment/words/vocabulary-builder.js'
import { memoise } from '../../../structures/memoise.js'
import { hashOf } from '../../../structures/string-table.js'
import { keyName } from './token-names.js'
import { tokensOfWord } from './word-tokens.js'

/** What the documents of articles have of a word, whatever article it stands in. */
export interface IndexedWord extends IndexedForms {
  /** Its tokens of one place, with `|` between: see `TOKENS`. */
  readonly tokens: string
  /** What an article with the word stands under, as often as the word is counted there. */
  readonly keys: readonly CountedKey[]
  /** See `hashOf`. */
  readonly hash: number
  /** The hashes of its terms and those of its parts, each once: all that it may be found by. */
  readonly termHashes: readonly number[]
}

export interface CountedKey {
  /** See `keyName`. */
  readonly name: string
  /** What one occurrence counts. */
  readonly share: number
}

export type WordIndexer = (word: string) => IndexedWord

/** Words that are remembered, of about 1 kB: most words of a text are frequent ones. */
const REMEMBERED_WORDS = 100_000

/** Analyses each word once, as long as it is remembered. */
export const wordIndexer = (analyze: Analyzer): WordIndexer =>
  memoise<IndexedWord>({ answers: REMEMBERED_WORDS }, (word) => {
    const analysis = analyze(word)
    const forms = indexedForms(analysis)
    const { term, further, parts } = forms
    return {
      ...forms,
      tokens: [...new Set(tokensOfWord(analysis))].join('|'),
      keys: keysOf(forms),
      hash: hashOf(word),
      termHashes: Array.from(new Set([term, ...further, ...parts]), hashOf)
    }
  })

/** Parts that the writer marked are counted nearly as words: see `MARKED_PART`. */
const keysOf = ({ term, further, parts, marked }: IndexedForms): CountedKey[] => [
  ...[term, ...further].map((one) => ({ name: keyName(one, false), share: 1 })),
  ...parts.map((part) => ({ name: keyName(part, !marked), share: marked ? MARKED_PART : 1 }))
]
