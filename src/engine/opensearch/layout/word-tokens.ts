import type { WordAnalysis } from '../../../analysis/analyzer.js'
import { TOKENS } from './token-names.js'

/** Longer words of marked parts are addresses; their runs would be too many. */
const MOST_RUN_PARTS = 6

/** Its tokens wherever it stands, some of them twice. */
export const tokensOfWord = ({ word, term, further, parts, inner, marked }: WordAnalysis): string[] => {
  const tokens = [TOKENS.word(word), ...[term, ...further.meant].map(TOKENS.term)]
  const all = [...parts, ...inner]
  if (!marked) return [...tokens, ...all.map((part) => TOKENS.part(part.term))]
  return [
    ...tokens,
    ...all.map((part) => TOKENS.markedTerm(part.term)),
    ...parts.map((part) => TOKENS.markedForm(part.word)),
    ...runsOf(parts.map((part) => part.word)).map(([run, ends]) => TOKENS.run('forms', run, ends)),
    ...runsOf(parts.map((part) => part.term)).map(([run, ends]) => TOKENS.run('terms', run, ends))
  ]
}

type Run = readonly [parts: readonly string[], ends: { readonly first: boolean; readonly last: boolean }]

/**
 * All parts beside each other, each run as often as a phrase may ask for it: wherever it stands, only at the beginning
 * of the word, only at its end, or as the whole word.
 */
const runsOf = (parts: readonly string[]): Run[] => {
  const known = parts.slice(0, MOST_RUN_PARTS)
  return known.flatMap((_, from) =>
    known.slice(from).flatMap((_, length): Run[] => {
      const to = from + length + 1
      const run = known.slice(from, to)
      const [isFirst, isLast] = [from === 0, to === parts.length]
      return [
        [run, { first: false, last: false }],
        ...(isFirst ? [[run, { first: true, last: false }] as const] : []),
        ...(isLast ? [[run, { first: false, last: true }] as const] : []),
        ...(isFirst && isLast ? [[run, { first: true, last: true }] as const] : [])
      ]
    })
  )
}
