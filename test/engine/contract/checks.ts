import assert from 'node:assert/strict'
import {
  EngineError,
  type Answer,
  type Engine,
  type EngineErrorCode,
  type Request,
  type Verb
} from '../../../src/engine/engine.js'
import { pageIn, QUESTIONS, VERBS, WHOLE } from '../questions.js'

export const listIn = (answer: Answer<Verb>): readonly unknown[] => {
  if ('items' in answer) return answer.items
  if ('hits' in answer) return answer.hits
  return 'nodes' in answer ? answer.nodes : [answer]
}

export type AnyQuestion = [verb: Verb, question: Request<Verb>]

export const questions = (): AnyQuestion[] =>
  VERBS.flatMap((verb) => QUESTIONS[verb].map((question): AnyQuestion => [verb, question]))

export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export const checkPages = async (
  engine: Engine,
  verb: Verb,
  question: Request<Verb>,
  size: number
): Promise<void> => {
  const at = engine.generation
  const whole = pageIn(
    (await engine.ask(verb, { ...question, ...WHOLE }, at)) as Parameters<typeof pageIn>[0]
  )
  assert.equal(whole.items.length, whole.total, `${verb}: the total`)
  const items: unknown[] = []
  for (let offset = 0; offset <= whole.total; offset += size) {
    const page = { ...question, offset, size }
    const part = pageIn((await engine.ask(verb, page, at)) as Parameters<typeof pageIn>[0])
    assert.equal(part.total, whole.total)
    assert.ok(part.items.length <= size)
    items.push(...part.items)
  }
  assert.deepEqual(items, whole.items, `${verb} ${JSON.stringify(question)} by ${size}`)
}

/** Whatever has `text`, `start` and `end` in it is a span of the text; a role is told in lower case. */
export const checkSpans = (text: string, value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  if ('text' in value && 'start' in value && 'end' in value) {
    const { text: said, start, end } = value as { text: string; start: number; end: number }
    assert.equal(text.slice(start, end).toLowerCase(), said.toLowerCase())
    const { highlights = [] } = value as { highlights?: { start: number; end: number }[] }
    for (const mark of highlights)
      assert.ok(0 <= mark.start && mark.start < mark.end && mark.end <= said.length)
  }
  for (const inner of Object.values(value)) checkSpans(text, inner)
}

export const refuses = async (
  engine: Engine,
  verb: Verb,
  question: Request<Verb>,
  { code, at }: { readonly code: EngineErrorCode; readonly at?: string }
): Promise<void> => {
  await assert.rejects(engine.ask(verb, question, at), (error) => {
    assert.ok(error instanceof EngineError)
    assert.equal(error.code, code, `${verb} ${JSON.stringify(question)}`)
    assert.ok(error.message.length > 0)
    return true
  })
}
