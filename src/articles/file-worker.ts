import { parentPort, workerData } from 'node:worker_threads'
import { readArticleFile, type FileEvent } from './read-file.js'
import type { FileToRead, ReadEvents } from './read-in-thread.js'

// A thread that `read-in-thread.ts` starts: it answers each message with what comes next in its file.

/** What one answer holds at most, but for its last article: copying it holds up the thread that gets it. */
const MOST_EVENTS = 256
const MOST_TEXT = 256 * 1024

const { folder, file, names } = workerData as FileToRead
const events = readArticleFile(folder, file, names)

const nextEvents = async (): Promise<ReadEvents> => {
  const found: FileEvent[] = []
  for (let size = 0; found.length < MOST_EVENTS && size < MOST_TEXT;) {
    const next = await events.next()
    if (next.done === true) return { events: found, isLast: true }
    found.push(next.value)
    if (next.value.kind === 'article') size += next.value.article.text.length
  }
  return { events: found, isLast: false }
}

parentPort!.on('message', () => {
  void nextEvents().then((read) => {
    parentPort!.postMessage(read)
  })
})
