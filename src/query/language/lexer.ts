import { tokenEnd } from '../../analysis/text/tokenizer.js'
import { QUERY_FIELDS, type QueryField } from './ast.js'
import type { Remark } from './remark.js'
import type { Token, TokenStream } from './token.js'
import { isSearchable, operatorOf, readSuffix, remarksOn } from './word.js'

/** One reader's step: where it stopped, and the token if what it read is one. */
interface Step {
  readonly end: number
  readonly token?: Token
  readonly remarks?: readonly Remark[]
}

/** `previous` is the token that ends exactly at `at`, if any. */
type Reader = (query: string, at: number, previous: Token | undefined) => Step | undefined

/**
 * A query's tokens, with offsets.
 *
 *     title:"ny lov"~5 OG -digital*
 *     → field title · phrase “ny lov” within 5 · and · excluded · prefix “digital”
 *
 * Quotation marks and parentheses end a word; all other characters may be part of one (`IKT-Norge`, `AT&T`, `18:30`).
 * White space ends one but inside a number or a name (`1 250 000`, `H & M`). A word without a letter or a digit, such
 * as the dash in `Oslo – Bergen`, is punctuation and no token.
 */
export const lex = (query: string): TokenStream => {
  const tokens: Token[] = []
  const remarks: Remark[] = []
  for (let at = 0; at < query.length;) {
    const previous = tokens.at(-1)?.end === at ? tokens.at(-1) : undefined
    const step = firstStep(query, at, previous)
    if (step.token) tokens.push(step.token)
    if (step.remarks) remarks.push(...step.remarks)
    at = step.end
  }
  return { tokens, remarks }
}

const firstStep = (query: string, at: number, previous: Token | undefined): Step => {
  for (const read of READERS) {
    const step = read(query, at, previous)
    if (step) return step
  }
  return readWord(query, at, previous)
}

// Sticky, so that they match where a reader stands or not at all. A quotation mark of either family, a parenthesis
// and white space end a word.
const SPACE = /\s+/y
const PHRASE = /(?:["“”„]([^"“”„]*)["“”„]|«([^«»]*)»)(?:~(\d+)(?![^\s()"“”„«»]))?/y
const QUOTE = /["“”„«»]/y
const SIGN = /(?<![^\s(])[+-](?=[\p{L}\p{N}("“”„«])/uy
const FIELD_NAME = new RegExp(`(${QUERY_FIELDS.join('|')}):`, 'iy')
const WORD = /[^\s()"“”„«»]+/y

/** Words that may stand between the words of a phrase. */
const FARTHEST = 9999

const readSpace = (query: string, at: number): Step | undefined => {
  const match = matchAt(SPACE, query, at)
  return match && { end: at + match[0].length }
}

const readParenthesis = (query: string, at: number): Step | undefined => {
  const kind = query[at] === '(' ? 'open' : query[at] === ')' ? 'close' : undefined
  return kind && { end: at + 1, token: { kind, start: at, end: at + 1 } }
}

/**
 * `"…"` (straight, “curled” or „low”, as keyboards and word processors mix them) or `«…»`, and `~5`.
 *
 * A phrase ends at the next mark of its family, so that a lone mark is found out without reading to the end of
 * the query: in `«a «b»` the first mark is the lone one.
 */
const readPhrase = (query: string, at: number): Step | undefined => {
  const match = matchAt(PHRASE, query, at)
  if (!match) return undefined
  const text = match[1] ?? match[2] ?? ''
  const end = at + match[0].length
  if (!isSearchable(text)) return { end, remarks: [{ kind: 'emptyPhrase', text: match[0] }] }
  const asked = Number(match[3] ?? 0)
  const within = Math.min(asked, FARTHEST)
  return {
    end,
    token: {
      ...{ kind: 'phrase', text, start: at, end },
      ...(within > 0 ? { within } : match[3] !== undefined && { inflected: true })
    },
    ...(asked > FARTHEST && { remarks: [{ kind: 'farPhrase', text: match[0] }] })
  }
}

const readLoneQuote = (query: string, at: number): Step | undefined => {
  const match = matchAt(QUOTE, query, at)
  return match && { end: at + 1, remarks: [{ kind: 'loneQuote', text: match[0] }] }
}

/** `-word`, `+"a b"`, `-(a b)`; not the dash of `- foo`, `--foo`, `IKT-Norge` or `"Fly meg"-prisen`. */
const readSign = (query: string, at: number): Step | undefined => {
  const match = matchAt(SIGN, query, at)
  if (!match) return undefined
  const kind = match[0] === '+' ? 'required' : 'excluded'
  return { end: at + 1, token: { kind, start: at, end: at + 1 } }
}

/** In any case, for a telephone writes `Title:` at the start of a line. */
const readField = (query: string, at: number): Step | undefined => {
  const match = matchAt(FIELD_NAME, query, at)
  if (!match?.[1]) return undefined
  const end = at + match[0].length
  const field = match[1].toLowerCase() as QueryField
  return { end, token: { kind: 'field', field, text: match[0], start: at, end } }
}

const readWord = (query: string, at: number, previous: Token | undefined): Step => {
  const typed = query.slice(at, wordEndAt(query, at))
  const end = at + typed.length
  const remarks = remarksOn(typed, query.slice(end, end + 1), previous)
  if (!isSearchable(typed)) return { end, remarks }
  const operator = operatorOf(typed)
  // What a sign or a field stands before is a word, whatever it looks like: `-NOT`, `title:AND`.
  if (operator && !isAffix(previous)) return { end, token: { kind: operator, text: typed, start: at, end } }
  return { end, remarks, token: { ...readSuffix(typed), start: at, end } }
}

/** White space ends a word, unless a text has one token there: `1 250 000`, `H & M`. */
const wordEndAt = (query: string, at: number): number => {
  const end = at + (matchAt(WORD, query, at)?.[0].length ?? 0)
  const token = tokenEnd(query, at)
  return token > end ? token + (matchAt(WORD, query, token)?.[0].length ?? 0) : end
}

const isAffix = (token: Token | undefined): boolean => {
  return token?.kind === 'field' || token?.kind === 'required' || token?.kind === 'excluded'
}

const matchAt = (pattern: RegExp, query: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at
  return pattern.exec(query) ?? undefined
}

/** The first that knows what stands at a place reads it; `readWord` takes whatever is left. */
const READERS: readonly Reader[] = [
  readSpace,
  readParenthesis,
  readPhrase,
  readLoneQuote,
  readSign,
  readField
]
