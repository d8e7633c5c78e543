import { parentPort } from 'node:worker_threads'
import { loadModels } from '../../analysis/models.js'
import { NotAnnotatedError } from '../../segment/annotations/annotations.js'
import { readParts, type Generation } from '../../segment/generation.js'
import { EngineError, type Request, type Verb } from '../engine.js'
import { answerFrom } from '../memory/verbs.js'
import type { FromThread, ThreadFailure, ThreadQuestion, ToThread } from './messages.js'

// A thread that `search-thread.ts` starts. It reads the generations that it is given, whose tables are in shared
// memory, and answers one question after the other.

// Now, and not when the first question waits for it.
const models = loadModels()
const generations = new Map<string, Generation>()

const answer = ({ verb, request, at }: ThreadQuestion): FromThread => {
  try {
    const generation = generations.get(at)
    if (generation === undefined) throw new Error(`The thread does not have the generation ${at}.`)
    return { json: JSON.stringify(answerFrom(generation, verb, request as Request<Verb>)) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

const failureOf = (error: unknown): ThreadFailure => {
  if (error instanceof EngineError) return { kind: 'refused', code: error.code, message: error.message }
  if (error instanceof NotAnnotatedError) return { kind: 'not-annotated' }
  return { kind: 'failed', error }
}

parentPort!.on('message', (message: ToThread) => {
  if (message.kind === 'keep') generations.set(message.name, readParts(message.parts, models))
  else if (message.kind === 'drop') generations.delete(message.name)
  else parentPort!.postMessage(answer(message.question))
})
