import { idFault, urlSafeId } from '../articles/article-id.js'
import { STANDARD_NAMES } from '../articles/facts/fact-names.js'
import { recordArticle } from '../articles/facts/record-article.js'
import { Refusal, Withheld } from '../articles/refusal.js'
import { versionOf } from '../segment/article-version.js'
import type { Generation } from '../segment/generation.js'
import type { FileRecords } from './file-records.js'
import { writeFailure } from './write-failure.js'
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

/** What is to be done with a file, and for which changes. */
interface FileWork {
  /** By their place among all. */
  readonly changes: readonly number[]
  readonly write: () => Promise<void>
}

/**
 * Writes articles as files, each whole and synced before this ends. Files that hold articles of others are left as they
 * are: what is written comes before them. One that cannot be written does not keep the others from it.
 *
 * @returns what became of each, and the files that may not be as they were
 */
export const writeArticles = async (
  articles: WritableArticles,
  changes: readonly ArticleChange[]
): Promise<{ readonly outcomes: readonly ChangeOutcome[]; readonly paths: readonly string[] }> => {
  const { outcomes, files } = planWrites(articles, changes)
  const notWritten = (work: FileWork, error: unknown): void => {
    const reason = `The article "${changes[work.changes[0]!]!.id}" could not be written, as ${writeFailure(error)}.`
    for (const at of work.changes) outcomes[at] = { outcome: 'not-written', reason }
  }
  const written: FileWork[] = []
  const all = [...files.values()]
  for (let at = 0; at < all.length; at += AT_ONCE)
    await Promise.all(
      all.slice(at, at + AT_ONCE).map((work) =>
        work.write().then(
          () => written.push(work),
          (error: unknown) => {
            notWritten(work, error)
          }
        )
      )
    )
  if (written.length > 0)
    await syncWritten(articles.folder).catch((error: unknown) => {
      for (const work of written) notWritten(work, error)
    })
  return { outcomes, paths: [...files.keys()] }
}

/** What becomes of each change, and the work that makes it so, by file: of several changes of one the last counts. */
const planWrites = (
  { folder, records, generation }: WritableArticles,
  changes: readonly ArticleChange[]
): { readonly outcomes: ChangeOutcome[]; readonly files: ReadonlyMap<string, FileWork> } => {
  /** By id: the version that there is now, undefined for none; as changed so far. */
  const versions = new Map<string, string | undefined>()
  const versionNow = (id: string): string | undefined => {
    if (versions.has(id)) return versions.get(id)
    const number = generation.segment.articles.find(id)
    return number === undefined ? undefined : versionOf(generation.segment.articles.article(number))
  }
  const files = new Map<string, FileWork>()
  const outcomes = changes.map((change, at): ChangeOutcome => {
    const { id, record } = change
    const path = writtenPath(id)
    const now = versionNow(id)
    const refused = whyNot(change, now)
    if (refused !== undefined) return refused
    versions.set(id, record === undefined ? undefined : 'written')
    const isElsewhere = records.isElsewhere(id, path)
    const write = (): Promise<void> => {
      if (record !== undefined) return writeWritten(folder, path, { ...record, id })
      return isElsewhere ? writeWritten(folder, path, { id, deleted: true }) : removeWritten(folder, path)
    }
    files.set(path, { changes: [...(files.get(path)?.changes ?? []), at], write })
    if (record === undefined) return { outcome: 'deleted' }
    return { outcome: now === undefined ? 'created' : 'replaced' }
  })
  return { outcomes, files }
}

const whyNot = (change: ArticleChange, now: string | undefined): ChangeOutcome | undefined => {
  const { id, record } = change
  const fault = urlSafeId(id) === id ? idFault(id) : 'must be of the letters A to Z, digits and . _ ~ -'
  if (fault !== undefined) return { outcome: 'invalid-id', reason: `The id ${fault}.` }
  if (!isAsExpected(change, now)) return { outcome: 'condition-failed' }
  if (record === undefined) return now === undefined ? { outcome: 'not-found' } : undefined
  const reason = whyRefused(writtenPath(id), { ...record, id })
  return reason === undefined ? undefined : { outcome: 'refused', reason }
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
