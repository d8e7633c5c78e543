import { isDeepStrictEqual } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { DroppedTables } from '../structures/dropped-tables.js'
import { sentError } from '../threads/sent-error.js'
import type { ArticleChange } from '../articles/article-change.js'
import { Collection } from './collection.js'
import type {
  CollectionNews,
  CollectionQuestion,
  CollectionSettings,
  FallibleTask,
  FromCollection
} from './collection-messages.js'
import type { CollectionStatus } from './collection-status.js'
import { FolderWatcher } from './folder-watcher.js'
import { MOST_DROPPED_BYTES } from './generations.js'
import { SnapshotFile } from './snapshot.js'
import { refuseFaults } from './strict.js'

// The thread that `collection-thread.ts` starts: it owns the collection, and sends each generation that serves.

/** How often a changed status is sent, in milliseconds. */
const STATUS_MS = 100

const { folder, dataDir, isStrict } = workerData as CollectionSettings
const snapshots = dataDir === undefined ? undefined : new SnapshotFile(dataDir)
// The thread that asks keeps the generations that were replaced.
const collection = new Collection({ snapshots, keepMs: 0 })

const post = (message: FromCollection): void => {
  parentPort!.postMessage(message)
}
const sendNews = (news: CollectionNews): void => {
  post({ kind: 'news', news })
}
const sendFailure =
  (task: FallibleTask) =>
  (error: unknown): void => {
    sendNews({ kind: 'failed', task, error: sentError(error) })
  }

let sentStatus: CollectionStatus | undefined
const sendStatus = (): void => {
  const { status } = collection
  if (!isDeepStrictEqual(status, sentStatus)) post({ kind: 'status', status })
  sentStatus = status
}
setInterval(sendStatus, STATUS_MS).unref()

const dropped = new DroppedTables(MOST_DROPPED_BYTES)
collection.generations.onChange((name) => {
  post({ kind: 'serves', name, parts: collection.generations.at(name)!.parts! })
})
collection.generations.onDrop((_name, bytes) => {
  dropped.add(bytes)
})

const load = async (): Promise<void> => {
  await collection.load(folder, {
    problem: (problem) => {
      sendNews({ kind: 'problem', problem })
    },
    indexed: () => {
      sendNews({ kind: 'indexed', ignored: collection.ignored })
      if (isStrict) refuseFaults(collection.problems)
    },
    serving: ({ name, statistics: { articles }, annotations }) => {
      sendStatus()
      const { count: problems } = sentStatus!.problems
      sendNews({
        kind: 'serving',
        generation: name,
        articles,
        entities: annotations?.entities.size,
        problems
      })
    },
    snapshotRead: (changed) => {
      sendNews({ kind: 'snapshot-read', changed })
    },
    changed: (files) => {
      sendNews({ kind: 'changed', files, articles: collection.status.articles })
    },
    snapshotWritten: () => {
      sendNews({ kind: 'snapshot-written' })
    },
    refreshFailed: sendFailure('refresh'),
    snapshotFailed: sendFailure('snapshot'),
    namesFailed: sendFailure('annotation')
  })
}

const watcher = new FolderWatcher(folder, {
  changed: (paths) => collection.refresh(paths).catch(sendFailure('refresh')),
  watchFailed: sendFailure('watch')
})

const close = async (): Promise<void> => {
  watcher.close()
  await collection.close()
}

const answerTo = async ({ verb, request }: CollectionQuestion): Promise<unknown> => {
  switch (verb) {
    case 'load':
      return load()
    case 'watch':
      return watcher.start()
    case 'refresh':
      return collection.refresh('all')
    case 'write':
      return collection.write(request as readonly ArticleChange[])
    case 'close':
      return close()
  }
}

const answer = async (question: CollectionQuestion): Promise<void> => {
  const { number } = question
  try {
    const found = await answerTo(question)
    sendStatus()
    post({ kind: 'answer', number, answer: found })
  } catch (error) {
    sendStatus()
    post({ kind: 'failure', number, error: sentError(error) })
  }
}

parentPort!.on('message', (question: CollectionQuestion) => {
  void answer(question)
})
