import { changedGeneration, type ArticleChanges } from '../segment/generation-growth.js'
import type { BuiltGeneration } from '../segment/generation-builder.js'
import type { Generation } from '../segment/generation.js'
import { WorkerThread, workerFile } from '../threads/worker-thread.js'
import type { ChangingWork } from './changing-worker.js'

/** A longer text would hold up what else goes on here, in UTF-16 code units. */
const LONG = 100_000

/**
 * A generation after some changes, as `changedGeneration` makes it: in a thread of its own where a text is long, so
 * that other work goes on meanwhile. The tables are in shared memory, and none of them is copied.
 *
 * @param generation reads `built.tables`
 * @throws {Error} where the thread ends
 */
export const changeGeneration = async (
  built: BuiltGeneration,
  generation: Generation,
  changes: ArticleChanges
): Promise<BuiltGeneration> => {
  if (changes.added.every(({ text }) => text.length <= LONG))
    return changedGeneration(built, generation, changes)
  const file = workerFile('changing-worker', import.meta.url)
  const thread = new WorkerThread<ChangingWork>(file, { does: 'changes the index' })
  try {
    return await thread.ask({ built, changes })
  } finally {
    await thread.stop()
  }
}
