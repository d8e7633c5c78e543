/*
 * The process that `crash.test.ts` kills. It loads a folder when it is told to and tells what it has; then it writes
 * what it is sent, and acknowledges it when it is written.
 */
import type { ArticleChange } from '../../src/articles/article-change.js'
import { Collection } from '../../src/collection/collection.js'
import { SnapshotFile } from '../../src/collection/snapshot.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { WHOLE } from '../engine/questions.js'
import { annotateHere } from './annotate-here.js'

/** What it is told. */
export type ToChild =
  | { readonly load: { readonly articles: string; readonly data: string } }
  | { readonly changes: readonly ArticleChange[] }
  /** Keep the snapshot. */
  | 'close'

/** What it tells: what it has, which articles are changed and which could not be, or why it keeps no index. */
export type FromChild =
  | { readonly articles: readonly (readonly [id: string, text: string])[] }
  | { readonly done: readonly string[]; readonly notWritten: readonly string[] }
  | { readonly failures: readonly string[] }

let collection: Collection | undefined
const failures: string[] = []

const answer = async (message: ToChild): Promise<FromChild> => {
  if (message === 'close') {
    await collection?.close()
    return { failures }
  }
  if ('changes' in message) {
    const outcomes = await collection!.write(message.changes)
    const idsOf = (isWritten: boolean): string[] =>
      outcomes.flatMap(({ outcome }, at) =>
        (outcome !== 'not-written') === isWritten ? message.changes[at]!.id : []
      )
    return { done: idsOf(true), notWritten: idsOf(false) }
  }
  const { articles, data } = message.load
  collection = new Collection({ annotate: annotateHere(() => []), snapshots: new SnapshotFile(data) })
  await collection.load(articles, { snapshotFailed: (error) => failures.push(String(error)) })
  const all = { filter: {}, sort: 'newest', ...WHOLE } as const
  const { items } = await createMemoryEngine(collection).ask('articles', all)
  return { articles: items.map(({ id, text }) => [id, text] as const) }
}

process.on('message', (message: ToChild) => {
  // What is sent when it has been closed is not written, nor acknowledged.
  answer(message).then(
    (told) => process.send!(told),
    () => undefined
  )
})
