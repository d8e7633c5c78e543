import type { SourceArticle } from './article.js'
import { idFault, urlSafeId } from './article-id.js'
import { STANDARD_NAMES } from './facts/fact-names.js'
import { hasText, recordArticle } from './facts/record-article.js'
import { Refusal, Withheld } from './refusal.js'

/** What is to become of an article. */
export interface ArticleChange {
  /** URL-safe. */
  readonly id: string
  /** What it states, as a record of a file does; absent: it is deleted. */
  readonly record?: Readonly<Record<string, unknown>> | undefined
  /** Versions of which it must have one (see `versionOf`), or `*` for any; absent: whatever it is. */
  readonly ifMatch?: readonly string[] | undefined
  /** Versions of which it must have none, or `*` for any: only where there is no such article. */
  readonly ifNoneMatch?: readonly string[] | undefined
}

/** What became of it. */
export interface ChangeOutcome {
  readonly outcome:
    | 'created'
    | 'replaced'
    | 'deleted'
    | 'not-found'
    | 'condition-failed'
    | 'invalid-id'
    | 'refused'
    | 'not-written'
  /** Why it is refused, or could not be written. */
  readonly reason?: string
  /** Facts that could not be read, and why the article is not shown, if it is not. */
  readonly warnings?: readonly string[]
}

/** Why a change is not to be made; undefined where it is. @param now the version that there is; undefined for none */
export const whyNot = (change: ArticleChange, now: string | undefined): ChangeOutcome | undefined => {
  const { id, record } = change
  const fault = urlSafeId(id) === id ? idFault(id) : 'must be of the letters A to Z, digits and . _ ~ -'
  if (fault !== undefined) return { outcome: 'invalid-id', reason: `The id ${fault}.` }
  if (!isAsExpected(change, now)) return { outcome: 'condition-failed' }
  if (record === undefined) return now === undefined ? { outcome: 'not-found' } : undefined
  if (record.id !== undefined && record.id !== id)
    return { outcome: 'refused', reason: 'The `id` must be that of the address, or be left out.' }
  if (record.deleted === true && !hasText(record, STANDARD_NAMES))
    return {
      outcome: 'refused',
      reason: `The article has no text; to delete one, ask DELETE /v1/articles/${id}.`
    }
  return undefined
}

const isAsExpected = ({ ifMatch, ifNoneMatch }: ArticleChange, now: string | undefined): boolean => {
  if (now === undefined) return ifMatch === undefined
  const isOneOf = (versions: readonly string[]): boolean => versions.includes('*') || versions.includes(now)
  return (ifMatch === undefined || isOneOf(ifMatch)) && !(ifNoneMatch !== undefined && isOneOf(ifNoneMatch))
}

interface ReadRecord {
  /** Absent where it is not to be shown now. */
  readonly article?: SourceArticle
  readonly warnings: readonly string[]
}

/** Stands for a file: what is written is in none, or in one whose name says nothing. */
const NO_FILE = 'record'

/** An article as it will be read: one that is not to be shown now is written all the same. */
export const readRecord = (
  id: string,
  record: Readonly<Record<string, unknown>>
): ReadRecord | { readonly refused: string } => {
  try {
    const { article, notices } = recordArticle(NO_FILE, { ...record, id }, { names: STANDARD_NAMES })
    if (article.id !== id) return { refused: 'The id must be that of the address.' }
    return { article, warnings: notices.map(({ reason }) => reason) }
  } catch (error) {
    if (error instanceof Withheld) return { warnings: [`It is not shown now. ${error.reason}`] }
    if (error instanceof Refusal) return { refused: error.reason }
    throw error
  }
}
