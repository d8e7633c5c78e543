import type { Reader } from '../segment/generation.js'
import { WORD_KINDS } from '../segment/words/vocabulary-tables.js'
import type { Question } from '../query/planning/question.js'

/** Positions, ascending, of which the first `length` count. */
interface Positions {
  readonly positions: ArrayLike<number>
  readonly length: number
}

/**
 * The positions from `from` to before `to` of words that could answer the question, without those of the question
 * itself (`taken`). Undefined where the question asks for nothing in particular.
 */
export const answerReader = (
  { segment, vocabulary }: Reader,
  { answer }: Question
): ((from: number, to: number, taken: Positions) => number[]) | undefined => {
  if (answer === undefined) return undefined
  const wanted = WORD_KINDS[answer]
  const { words } = segment.positions
  return (from, to, { positions, length }) => {
    const answers: number[] = []
    let next = 0
    for (let position = from; position < to; position++) {
      if (vocabulary.kinds[words[position]!] !== wanted) continue
      while (next < length && positions[next]! < position) next++
      if (next === length || positions[next] !== position) answers.push(position)
    }
    return answers
  }
}
