import { QUERY_FIELDS } from './ast.js'

/** One place where a query was read otherwise than it looks. */
export interface Remark {
  readonly kind: keyof typeof SENTENCES
  /** The text concerned, as typed. */
  readonly text: string
}

/** A kind of remark is one warning however often it is made, so this many cases name it well enough. */
const NAMED_CASES = 3

const FIELD_NAMES = new Intl.ListFormat('en').format(QUERY_FIELDS.map((field) => `${field}:`))

/** The catalogue: each kind's sentence, given the first cases of it, such as `“AND”, “OR”`. */
const SENTENCES = {
  loneQuote: () =>
    'A quotation mark without a partner is ignored, and the words beside it are read one by one.',
  emptyPhrase: () => 'Quotation marks without a word between them are ignored.',
  loneParenthesis: () => 'A parenthesis without a partner is ignored.',
  emptyGroup: () => 'Parentheses with nothing between them are ignored.',
  deepGroup: () => 'Parentheses are nested too deep, and the innermost ones are ignored.',
  danglingOperator: (cases: string) =>
    `An operator needs something to work on at each side (NOT and IKKE: after it), so it is read as a word: ${cases}.`,
  danglingField: (cases: string) =>
    `A field needs a word, a phrase or a parenthesis directly after its colon, so it is read as a word: ${cases}.`,
  unknownField: (cases: string) =>
    `There is no field called ${cases}, so it is read as a word; the fields are ${FIELD_NAMES}.`,
  innerSuffix: (cases: string) =>
    `“*” has a meaning only at the end of a word, as have “~”, “~1” and “~2”; elsewhere they are read as punctuation: ${cases}.`,
  errorCount: (cases: string) =>
    `After a word “~” allows for one typing error, or two as in “~1” and “~2”; other numbers are read as words of their own: ${cases}.`,
  foreignOperator: (cases: string) =>
    `The operators are AND, OR and NOT (also OG, ELLER and IKKE), and “+” or “-” before a word; others are read as punctuation: ${cases}.`,
  wildcard: (cases: string) =>
    `“?” and “^” have no meaning inside a word, so they are read as punctuation: ${cases}.`,
  nothing: (cases: string) =>
    `There is no letter or digit to search for in ${cases}, so all articles are answered.`,
  farPhrase: (cases: string) =>
    `Words of a phrase can be at most 9999 words apart, so that is what is meant: ${cases}.`,
  phraseSuffix: (cases: string) =>
    `After a phrase “~” takes a number of words from 1 on, as in "a b"~5, so this is read on its own: ${cases}.`,
  idlePlus: () => 'A “+” beside AND, OR or NOT changes nothing and is ignored.'
} as const

/**
 * One sentence for each kind of remark, in the order in which they were first made.
 *
 *     [danglingOperator AND, danglingOperator OR] → ['An operator needs … read as a word: “AND”, “OR”.']
 */
export const warningsOf = (remarks: readonly Remark[]): string[] => {
  const cases = new Map<Remark['kind'], Set<string>>()
  for (const { kind, text } of remarks) {
    const named = cases.get(kind) ?? new Set()
    if (named.size < NAMED_CASES) named.add(shorten(text))
    cases.set(kind, named)
  }
  return [...cases].map(([kind, named]) => SENTENCES[kind]([...named].map((text) => `“${text}”`).join(', ')))
}

/** By code point, so that no character is cut in half. */
const shorten = (text: string): string => {
  const start = /^.{0,40}/su.exec(text)?.[0] ?? ''
  return start.length < text.length ? `${start}…` : text
}
