import { idFault, urlSafeId } from '../articles/article-id.js'
import { STANDARD_NAMES } from '../articles/facts/fact-names.js'
import { recordArticle } from '../articles/facts/record-article.js'
import { Refusal, Withheld } from '../articles/refusal.js'
import { versionOf } from '../segment/article-version.js'
import type { Generation } from '../segment/generation.js'
import type { FileRecords } from './file-records.js'
import { removeWritten, syncWritten, writeWritten, writtenPath } from './written-articles.js'

/** What is to become of an article. */
export interface ArticleChange {
  /** URL-safe. */
  readonly id: string
  /** What it states, as a record of a file does; absent: it is deleted. */
  readonly record?: Readonly<Record<string, unknown>> | undefined
  /** Versions of which it must have one (see `versionOf`), or `*` for any; absent: whatever it is. */
  readonly ifMatch?: readonly string[] | undefined
  /** Only where there is no such article. */
  readonly ifAbsent?: boolean | undefined
}

/** What became of it. */
export interface ChangeOutcome {
  readonly outcome:
    'created' | 'replaced' | 'deleted' | 'not-found' | 'condition-failed' | 'invalid-id' | 'refused'
  /** Why it is refused. */
  readonly reason?: string
  /** Of what it is now. */
  readonly version?: string
}

/** What articles are written over. */
export interface WritableArticles {
  readonly folder: string
  readonly records: FileRecords
  readonly generation: Generation
}

/** Files that are synced at the same time. */
const AT_ONCE = 16

/**
 * Writes articles as files, each whole and synced before this ends. Files that hold articles of others are left as they
 * are: what is written comes before them.
 *
 * @returns what became of each, and the files that are not as they were
 */
export const writeArticles = async (
  { folder, records, generation }: WritableArticles,
  changes: readonly ArticleChange[]
): Promise<{ readonly outcomes: readonly ChangeOutcome[]; readonly paths: readonly string[] }> => {
  /** By id: the version that there is now, undefined for none; as changed so far. */
  const versions = new Map<string, string | undefined>()
  const versionNow = (id: string): string | undefined => {
    if (versions.has(id)) return versions.get(id)
    const number = generation.segment.articles.find(id)
    return number === undefined ? undefined : versionOf(generation.segment.articles.article(number))
  }
  const work = new Map<string, () => Promise<void>>()
  const outcomes = changes.map((change): ChangeOutcome => {
    const { id, record } = change
    const fault = urlSafeId(id) === id ? idFault(id) : 'must be of the letters A to Z, digits and . _ ~ -'
    if (fault !== undefined) return { outcome: 'invalid-id', reason: `The id ${fault}.` }
    const now = versionNow(id)
    if (!isAsExpected(change, now)) return { outcome: 'condition-failed' }
    if (record === undefined && now === undefined) return { outcome: 'not-found' }
    const path = writtenPath(id)
    if (record === undefined) {
      versions.set(id, undefined)
      const isElsewhere = records.isElsewhere(id, path)
      work.set(path, () =>
        isElsewhere ? writeWritten(folder, path, { id, deleted: true }) : removeWritten(folder, path)
      )
      return { outcome: 'deleted' }
    }
    const reason = whyRefused(path, { ...record, id })
    if (reason !== undefined) return { outcome: 'refused', reason }
    versions.set(id, 'written')
    work.set(path, () => writeWritten(folder, path, { ...record, id }))
    return { outcome: now === undefined ? 'created' : 'replaced' }
  })
  const tasks = [...work.values()]
  for (let at = 0; at < tasks.length; at += AT_ONCE)
    await Promise.all(tasks.slice(at, at + AT_ONCE).map((write) => write()))
  if (tasks.length > 0) await syncWritten(folder)
  return { outcomes, paths: [...work.keys()] }
}

const isAsExpected = ({ ifMatch, ifAbsent }: ArticleChange, now: string | undefined): boolean => {
  if (ifAbsent === true && now !== undefined) return false
  if (ifMatch === undefined) return true
  return now !== undefined && (ifMatch.includes('*') || ifMatch.includes(now))
}

/** One that is not to be shown now is written all the same. */
const whyRefused = (path: string, record: Readonly<Record<string, unknown>>): string | undefined => {
  try {
    const { article } = recordArticle(path, record, { names: STANDARD_NAMES })
    return article.id === record.id ? undefined : 'The id must be that of the address'
  } catch (error) {
    if (error instanceof Withheld) return undefined
    if (error instanceof Refusal) return error.reason
    throw error
  }
}
