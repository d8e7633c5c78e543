import type { Remark } from './remark.js'
import type { OperatorToken, Token, WordToken } from './token.js'

/** Upper case only: `og`, `and` and `eller` are words like others. */
const OPERATORS = new Map<string, OperatorToken['kind']>([
  ['AND', 'and'],
  ['OG', 'and'],
  ['OR', 'or'],
  ['ELLER', 'or'],
  ['NOT', 'not'],
  ['IKKE', 'not']
])

export const operatorOf = (typed: string): OperatorToken['kind'] | undefined => {
  return OPERATORS.get(typed)
}

/** Whether there is anything to search for: `c++` and `5` have it, `*`, `–` and `&` are punctuation. */
export const isSearchable = (text: string): boolean => {
  return /[\p{L}\p{N}]/u.test(text)
}

/**
 * What a word's suffix makes of it.
 *
 *     digital*   → prefix “digital”
 *     Støre~     → fuzzy “Støre”; so are Støre~1 and Støre~2
 *     a*b, *foo  → words as they stand: the mark is not at the end
 *     ~1         → a word: nothing is left when the suffix is off
 */
export const readSuffix = (typed: string): Pick<WordToken, 'kind' | 'text'> => {
  const prefix = withoutTrailing(typed, '*')
  if (prefix !== typed && isSearchable(prefix)) return { kind: 'prefix', text: prefix }
  const undistanced = /~[12]$/.test(typed) ? typed.slice(0, -1) : typed
  const fuzzy = withoutTrailing(undistanced, '~')
  if (fuzzy !== undistanced && isSearchable(fuzzy)) return { kind: 'fuzzy', text: fuzzy }
  return { kind: 'word', text: typed }
}

const ERROR_COUNT = /^[^*~]+~\d+$/

/**
 * What there is to say about a word.
 *
 *     foo:bar    → no field of that name; but nothing about 18:30, http://…, std::vector or “Støre: vi må”
 *     a*b, a~b   → a suffix that is none
 *     foo~3      → more typing errors than are allowed for
 *     !Oslo, --Oslo, a||b, && → what other engines take for operators; but nothing about “Hei!”, AT&T and addresses
 *     d?gital, strategi^2 → what other engines take for wildcards and weights
 *     "a b"~abc  → a phrase's suffix that is none (`~abc` is a word after the phrase)
 */
export const remarksOn = (typed: string, following: string, previous: Token | undefined): Remark[] => {
  const remarks: Remark[] = []
  const name = /^(\p{L}[\p{L}\p{N}_]*):(?=[\p{L}\p{N}("“”„«])/u.exec(typed + following)?.[1]
  if (name !== undefined) remarks.push({ kind: 'unknownField', text: name })
  if (typed.startsWith('~') && previous?.kind === 'phrase')
    remarks.push({ kind: 'phraseSuffix', text: typed })
  else if (isSearchable(typed) && /[*~]/.test(readSuffix(typed).text)) {
    remarks.push({ kind: ERROR_COUNT.test(typed) ? 'errorCount' : 'innerSuffix', text: typed })
  }
  if (/^[^/]*(?:[\p{L}\p{N}]\?[\p{L}\p{N}]|\^\d)/u.test(typed))
    remarks.push({ kind: 'wildcard', text: typed })
  if (/^(?:!|--)[\p{L}\p{N}("“”„«]/u.test(typed + following) || /^[^/]*(?:&&|\|\|)/.test(typed))
    remarks.push({ kind: 'foreignOperator', text: typed })
  return remarks
}

/** A loop, for `/\*+$/` takes quadratic time on a word of asterisks that ends in a letter. */
const withoutTrailing = (text: string, mark: string): string => {
  let end = text.length
  while (end > 0 && text[end - 1] === mark) end--
  return text.slice(0, end)
}
