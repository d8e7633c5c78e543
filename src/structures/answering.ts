import { parentPort } from 'node:worker_threads'
import { standBack } from './low-priority.js'
import type { FromWorker, Work } from './worker-thread.js'

/**
 * Lets this thread, which a `WorkerThread` has started, answer each question before it takes the next one. It stands
 * back for threads that answer requests.
 *
 * @param answer what it throws ends the thread
 */
export const answerQuestions = <W extends Work>(
  answer: (question: W['question'], tell: (note: W['note']) => void) => W['answer'] | Promise<W['answer']>
): void => {
  standBack()
  const post = (message: FromWorker<W>): void => {
    parentPort!.postMessage(message)
  }
  const tell = (note: W['note']): void => {
    post({ note })
  }
  let latest: Promise<void> = Promise.resolve()
  parentPort!.on('message', (question: W['question']) => {
    latest = latest.then(async () => {
      post({ answer: await answer(question, tell) })
    })
  })
}
