import { randomUUID } from 'node:crypto'
import type { Models } from '../../../analysis/models.js'
import {
  readRecord,
  whyNot,
  type ArticleChange,
  type ChangeOutcome
} from '../../../articles/article-change.js'
import { versionOf } from '../../../segment/article-version.js'
import { readArticle, type Article } from '../../../segment/read-article.js'
import type { BatchWriter } from './batch-writer.js'
import { writeBulk, type BulkLine } from '../connection/bulk.js'
import type { Cluster } from '../connection/cluster.js'
import { documentId } from '../connection/document-id.js'
import type { Layout } from '../layout/layout.js'
import { readWritten, writtenArticle, type WrittenDocument, type WrittenState } from './written-documents.js'

/** What changes are made in. */
export interface Writable {
  readonly cluster: Cluster
  readonly layout: Layout
  readonly writer: BatchWriter
  readonly models: Models
}

const CONFLICT = 409
/** A request waits for its answer: it fails where the cluster is gone for longer. */
const TRIES = 4
const OPTIONS = { tries: TRIES }

/**
 * Writes and deletes articles. What was written stands in an index of its own, in which a change is made only where
 * nobody made another one meanwhile; then the articles that are searched are brought up to it.
 *
 * @returns what became of each; all that is acknowledged is on the disks of the cluster
 * @throws {EngineError | BulkError}
 */
export const applyChanges = async (
  writable: Writable,
  changes: readonly ArticleChange[]
): Promise<readonly ChangeOutcome[]> => {
  const outcomes = new Map<ArticleChange, ChangeOutcome>()
  const by = randomUUID()
  let left = changes
  while (left.length > 0) {
    const planned = await planChanges(writable, left)
    const conflicts = await writeDocuments(writable, planned, by)
    for (const [change, outcome] of planned.outcomes)
      if (!conflicts.has(change.id)) outcomes.set(change, outcome)
    left = left.filter(({ id }) => conflicts.has(id))
  }
  await synchroniseArticles(writable, [...new Set(changes.map(({ id }) => id))])
  return changes.map((change) => outcomes.get(change)!)
}

interface PlannedChanges {
  readonly outcomes: ReadonlyMap<ArticleChange, ChangeOutcome>
  /** By id of what is to be written: what it states; undefined where it is to be deleted. */
  readonly records: ReadonlyMap<string, ArticleChange['record']>
  /** What was written when that was decided. */
  readonly states: ReadonlyMap<string, WrittenState>
}

/** What becomes of each change as things are now: of several changes of one article the last counts. */
const planChanges = async (
  writable: Writable,
  changes: readonly ArticleChange[]
): Promise<PlannedChanges> => {
  const ids = [...new Set(changes.map(({ id }) => id))]
  const states = await readWritten(writable.cluster, writable.layout, ids)
  const versions = await versionsOf(writable, ids, states)
  const outcomes = new Map<ArticleChange, ChangeOutcome>()
  const records = new Map<string, ArticleChange['record']>()
  for (const change of changes) {
    const { id, record } = change
    const now = versions.get(id)
    const refused = whyNot(change, now)
    const read = record === undefined ? { warnings: [] } : readRecord(id, record)
    if (refused !== undefined || 'refused' in read) {
      outcomes.set(change, refused ?? { outcome: 'refused', reason: (read as { refused: string }).refused })
      continue
    }
    versions.set(id, record === undefined ? undefined : 'written')
    records.set(id, record)
    const done = now === undefined ? 'created' : 'replaced'
    outcomes.set(change, {
      outcome: record === undefined ? 'deleted' : done,
      ...(read.warnings.length > 0 && { warnings: read.warnings })
    })
  }
  return { outcomes, records, states }
}

interface MultiGet {
  readonly docs: readonly { readonly _source?: { readonly article: Article } }[]
}

/** By id: the version of its article; as it was written over HTTP, or else as it is in the index. */
const versionsOf = async (
  { cluster, writer, models }: Writable,
  ids: readonly string[],
  states: ReadonlyMap<string, WrittenState>
): Promise<Map<string, string | undefined>> => {
  const versions = new Map<string, string | undefined>()
  for (const [id, { document }] of states) {
    const source = writtenArticle(document)
    versions.set(id, source && versionOf(readArticle(source, models).article))
  }
  const others = ids.filter((id) => !states.has(id))
  if (others.length === 0) return versions
  const { body } = await cluster.send<MultiGet>(
    'POST',
    `/${writer.articlesIndex}/_mget?_source_includes=article`,
    { ids: others.map(documentId) }
  )
  for (const { _source } of body.docs)
    if (_source !== undefined) versions.set(_source.article.id, versionOf(_source.article))
  return versions
}

/** @returns the ids that somebody else wrote meanwhile */
const writeDocuments = async (
  { cluster, layout }: Writable,
  { records, states }: PlannedChanges,
  by: string
): Promise<ReadonlySet<string>> => {
  const lines = Array.from(records, ([id, record]): BulkLine => {
    const state = states.get(id)
    const place = { _index: layout.written, _id: documentId(id) }
    const document: WrittenDocument = { id, by, ...(record !== undefined && { record }) }
    if (state === undefined) return { action: { create: place }, document }
    const { seqNo, primaryTerm } = state
    return { action: { index: { ...place, if_seq_no: seqNo, if_primary_term: primaryTerm } }, document }
  })
  const conflicts = new Set<string>()
  const conflict = ({ document }: BulkLine): void => void conflicts.add((document as WrittenDocument).id)
  await writeBulk(cluster, lines, { ...OPTIONS, expected: [CONFLICT], conflict })
  // A line that was tried again, as no answer came, meets its own first try.
  for (const [id, { document }] of await readWritten(cluster, layout, [...conflicts]))
    if (document.by === by) conflicts.delete(id)
  return conflicts
}

/**
 * Brings the articles that are searched up to what was written over HTTP. Others that wrote one meanwhile do the same:
 * each looks again whether it wrote the latest, so that in the end the latest is there.
 *
 * @throws {EngineError | BulkError}
 */
export const synchroniseArticles = async (
  { cluster, layout, writer }: Omit<Writable, 'models'>,
  ids: readonly string[]
): Promise<void> => {
  let before = await readWritten(cluster, layout, ids)
  for (let left = [...before.keys()]; left.length > 0;) {
    const found = left.map((id) => [id, writtenArticle(before.get(id)!.document)] as const)
    await writer.write(
      found.flatMap(([, article]) => article ?? []),
      OPTIONS
    )
    await writer.delete(
      found.flatMap(([id, article]) => (article === undefined ? id : [])),
      OPTIONS
    )
    const now = await readWritten(cluster, layout, left)
    left = left.filter((id) => now.get(id)?.seqNo !== before.get(id)?.seqNo)
    before = now
  }
}
