import type { Remark } from './remark.js'
import type { Token, TokenStream } from './token.js'

/** Deeper groups are read flat: no person nests so far, and the parser's recursion stays shallow. */
export const MAX_DEPTH = 50

/**
 * Leaves only parentheses that come in pairs, hold something and are not nested too deep.
 *
 *     (a OR b) c)  → (a OR b) c
 *     ((a)         → (a)
 *     a ()         → a
 */
export const pairParentheses = (stream: TokenStream): TokenStream => {
  return flattenDeep(dropUnpaired(stream))
}

const dropUnpaired = ({ tokens, remarks }: TokenStream): TokenStream => {
  const made: Remark[] = []
  const dropped = new Set<number>()
  const open: { index: number; contentBefore: number }[] = []
  let content = 0
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') open.push({ index, contentBefore: content })
    else if (token.kind === 'close') {
      const partner = open.pop()
      if (partner && partner.contentBefore < content) continue
      dropped.add(index)
      if (partner) dropped.add(partner.index)
      made.push(partner ? { kind: 'emptyGroup', text: '()' } : { kind: 'loneParenthesis', text: ')' })
    } else if (token.kind !== 'required' && token.kind !== 'excluded') content++
  }
  for (const { index } of open) {
    dropped.add(index)
    made.push({ kind: 'loneParenthesis', text: '(' })
  }
  return { tokens: tokens.filter((_, index) => !dropped.has(index)), remarks: [...remarks, ...made] }
}

const flattenDeep = ({ tokens, remarks }: TokenStream): TokenStream => {
  let depth = 0
  const kept = tokens.filter((token: Token) => {
    if (token.kind === 'open') return ++depth <= MAX_DEPTH
    if (token.kind === 'close') return depth-- <= MAX_DEPTH
    return true
  })
  if (kept.length === tokens.length) return { tokens, remarks }
  return { tokens: kept, remarks: [...remarks, { kind: 'deepGroup', text: '(' }] }
}
