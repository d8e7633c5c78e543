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
    const read = record === undefined ? { warnings: [] } : readRecord(path, { ...record, id })
    if ('refused' in read) return { outcome: 'refused', reason: read.refused }
    versions.set(id, record === undefined ? undefined : 'written')
    const isElsewhere = records.isElsewhere(id, path)
    const write = (): Promise<void> => {
      if (record !== undefined) return writeWritten(folder, path, { ...record, id })
      return isElsewhere ? writeWritten(folder, path, { id, deleted: true }) : removeWritten(folder, path)
    }
    files.set(path, { changes: [...(files.get(path)?.changes ?? []), at], write })
    if (record === undefined) return { outcome: 'deleted' }
    const outcome = now === undefined ? 'created' : 'replaced'
    return { outcome, ...(read.warnings.length > 0 && { warnings: read.warnings }) }
  })
  return { outcomes, files }
}

const whyNot = (change: ArticleChange, now: string | undefined): ChangeOutcome | undefined => {
  const { id, record } = change
  const fault = urlSafeId(id) === id ? idFault(id) : 'must be of the letters A to Z, digits and . _ ~ -'
  if (fault !== undefined) return { outcome: 'invalid-id', reason: `The id ${fault}.` }
  if (!isAsExpected(change, now)) return { outcome: 'condition-failed' }
  if (record === undefined) return now === undefined ? { outcome: 'not-found' } : undefined
  if (record.id !== undefined && record.id !== id)
    return { outcome: 'refused', reason: 'The `id` must be that of the address, or be left out.' }
  return undefined
}

const isAsExpected = ({ ifMatch, ifNoneMatch }: ArticleChange, now: string | undefined): boolean => {
  if (now === undefined) return ifMatch === undefined
  const isOneOf = (versions: readonly string[]): boolean => versions.includes('*') || versions.includes(now)
  return (ifMatch === undefined || isOneOf(ifMatch)) && !(ifNoneMatch !== undefined && isOneOf(ifNoneMatch))
}

/** An article as it will be read: one that is not to be shown now is written all the same. */
const readRecord = (
  path: string,
  record: Readonly<Record<string, unknown>>
): { readonly warnings: readonly string[] } | { readonly refused: string } => {
  try {
    const { article, notices } = recordArticle(path, record, { names: STANDARD_NAMES })
    if (article.id !== record.id) return { refused: 'The id must be that of the address.' }
    return { warnings: notices.map(({ reason }) => reason) }
  } catch (error) {
    if (error instanceof Withheld) return { warnings: [`It is not shown: ${error.reason}`] }
    if (error instanceof Refusal) return { refused: error.reason }
    throw error
  }
}
