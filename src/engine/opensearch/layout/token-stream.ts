import type { Token } from '../../../analysis/text/reading.js'
import { caseOf, CASES } from '../../../segment/positions/positions.js'
import type { WordIndexer } from './indexed-words.js'
import { TOKENS } from './token-names.js'

/** Writes the tokens of titles and texts: those of one place with `|` between, places with spaces. */
export type TokenWriter = (text: string, tokens: readonly Token[]) => string

export const tokenWriter =
  (indexed: WordIndexer): TokenWriter =>
  (text, tokens) =>
    tokens
      .map(({ start, end, word }) => {
        const joined = indexed(word).tokens
        switch (caseOf(text.slice(start, end))) {
          case CASES.small:
            return joined
          case CASES.capital:
            return `${joined}|${TOKENS.cased(word, CASES.capital)}`
          default:
            return `${joined}|${TOKENS.cased(word, CASES.capital)}|${TOKENS.cased(word, CASES.capitals)}`
        }
      })
      .join(' ')
