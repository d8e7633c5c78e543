import { parentPort } from 'node:worker_threads'
import { collectGarbage } from '../structures/dropped-tables.js'
import { lowerPriority } from './low-priority.js'
import type { FromWorker, ToWorker, Work } from './worker-thread.js'

/** Answers a question; what it throws ends the thread. */
export type Answering<W extends Work> = (
  question: W['question'],
  tell: (note: W['note']) => void
) => W['answer'] | Promise<W['answer']>

/**
 * Lets this thread, which a `WorkerThread` has started, answer each question before it takes the next one. It has a
 * lower priority than threads that answer requests.
 *
 * @param begin is called with what a `WorkerThread` begins with, by one after the other
 */
export const answerQuestions = <W extends Work>(begin: (data: W['data']) => Answering<W>): void => {
  lowerPriority()
  const post = (message: FromWorker<W>): void => {
    parentPort!.postMessage(message)
  }
  const tell = (note: W['note']): void => {
    post({ note })
  }
  let answer: Answering<W> | undefined
  const take = async (message: ToWorker<W>): Promise<void> => {
    switch (message.kind) {
      case 'begin':
        answer = begin(message.data)
        break
      case 'ask':
        post({ answer: await answer!(message.question, tell) })
        break
      case 'release':
        answer = undefined
        collectGarbage()
    }
  }
  let latest: Promise<void> = Promise.resolve()
  parentPort!.on('message', (message: ToWorker<W>) => {
    latest = latest.then(() => take(message))
  })
}
