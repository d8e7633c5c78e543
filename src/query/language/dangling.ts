import type { Remark } from './remark.js'
import { isLeaf, touches, type Token, type TokenStream } from './token.js'

/**
 * Leaves only fields and signs that have something directly after them. A field that has not becomes a word, a
 * sign is punctuation.
 *
 *     title: Oslo  → the words “title:” and “Oslo”
 *     -() Oslo     → Oslo
 */
export const settleAffixes = ({ tokens, remarks }: TokenStream): TokenStream => {
  const made: Remark[] = []
  const settled = tokens.flatMap((token, index): Token[] => {
    const next = tokens[index + 1]
    const holds = touches(token, next) && beginsOperand(next)
    if (token.kind === 'required' || token.kind === 'excluded') return holds ? [token] : []
    if (token.kind !== 'field' || (holds && next?.kind !== 'field')) return [token]
    made.push({ kind: 'danglingField', text: token.text })
    return [{ ...token, kind: 'word' }]
  })
  return { tokens: settled, remarks: [...remarks, ...made] }
}

/**
 * Leaves only operators that have something to work on; the others become words.
 *
 *     Oslo AND             → the words “Oslo” and “AND”
 *     Oslo AND OR Bergen   → four words
 *     Oslo AND NOT Bergen  → as it stands
 *
 * From right to left, for whether NOT has something after it depends on the NOT after it.
 */
export const settleOperators = ({ tokens, remarks }: TokenStream): TokenStream => {
  const made: Remark[] = []
  const settled = [...tokens]
  let operandFollows = false
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!
    const isBinary = token.kind === 'and' || token.kind === 'or'
    const works: boolean = operandFollows && (!isBinary || endsOperand(tokens[index - 1]))
    if ((isBinary || token.kind === 'not') && !works) {
      settled[index] = { ...token, kind: 'word' }
      made.push({ kind: 'danglingOperator', text: token.text })
    }
    operandFollows = beginsOperand(token) || (token.kind === 'not' && works)
  }
  return { tokens: settled, remarks: [...remarks, ...made.reverse()] }
}

const beginsOperand = (token: Token | undefined): boolean => {
  return token !== undefined && !['and', 'or', 'not', 'close'].includes(token.kind)
}

const endsOperand = (token: Token | undefined): boolean => {
  return isLeaf(token) || token?.kind === 'close'
}
