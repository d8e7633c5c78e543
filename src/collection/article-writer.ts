import { versionOf } from '../segment/article-version.js'
import type { Generation } from '../segment/generation.js'
import { readRecord, whyNot, type ArticleChange, type ChangeOutcome } from '../articles/article-change.js'
import type { FileRecords } from './file-records.js'
import { writeFailure } from './write-failure.js'
import { removeWritten, syncWritten, writeWritten, writtenPath } from './written-articles.js'

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
    const read = record === undefined ? { warnings: [] } : readRecord(id, record)
    if ('refused' in read) return { outcome: 'refused', reason: read.refused }
    versions.set(id, record === undefined ? undefined : 'written')
    const isElsewhere = records.isStatedElsewhere(id, path)
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
