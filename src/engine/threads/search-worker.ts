import { parentPort } from 'node:worker_threads'
import { loadModels } from '../../analysis/models.js'
import { NotAnnotatedError } from '../../segment/annotations/annotations.js'
import { readParts, type Generation, type GenerationParts } from '../../segment/generation.js'
import { DroppedTables } from '../../structures/dropped-tables.js'
import { EngineError, type Request, type Verb } from '../engine.js'
import { answerFrom } from '../memory/verbs.js'
import type { FromThread, ThreadFailure, ThreadQuestion, ToThread } from './messages.js'
import { WarmUp } from './warm-up.js'

// A thread that `search-thread.ts` starts. It reads the generations that it is given, whose tables are in shared
// memory, and answers one question after the other. While nobody asks, it warms up.

// Now, and not when the first question waits for it.
const models = loadModels()
/** Each is read when it is first asked: while articles change all the time, most of them never are. */
const generations = new Map<string, () => Generation>()
const dropped = new DroppedTables()

const answer = ({ verb, request, at }: ThreadQuestion): FromThread => {
  try {
    const generation = generations.get(at)
    if (generation === undefined) throw new Error(`The thread does not have the generation ${at}.`)
    return { json: JSON.stringify(answerFrom(generation(), verb, request as Request<Verb>)) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

const readOnce = (parts: GenerationParts): (() => Generation) => {
  let generation: Generation | undefined
  return () => (generation ??= readParts(parts, models))
}

const failureOf = (error: unknown): ThreadFailure => {
  if (error instanceof EngineError) return { kind: 'refused', code: error.code, message: error.message }
  if (error instanceof NotAnnotatedError) return { kind: 'not-annotated' }
  return { kind: 'failed', error }
}

const warmUp = new WarmUp((request, at) => answer({ verb: 'search', request, at }))

parentPort!.on('message', (message: ToThread) => {
  if (message.kind === 'keep') {
    const generation = readOnce(message.parts)
    generations.set(message.name, generation)
    warmUp.begin(message.name, generation)
  } else if (message.kind === 'drop') {
    generations.delete(message.name)
    dropped.add(message.bytes)
    warmUp.drop(message.name)
  } else {
    parentPort!.postMessage(answer(message.question))
    warmUp.postpone()
  }
})
