import type { FastifyRequest } from 'fastify'
import type { Hit, SearchRequest } from '../engine/questions.js'
import { ask } from './ask.js'

/** Hits that are asked for at a time; fewer at first, so that an answer soon begins. */
const PORTION = { first: 50, then: 500 }

/** Some of the hits of a result, by place. */
export interface Stretch {
  /** The place of the first, from 0. */
  readonly start: number
  /** The place after the last; absent: to the end. */
  readonly end?: number
}

type Asking = Pick<FastifyRequest, 'server' | 'generation'>

/**
 * The hits of a result, however many: the first portion at once, so that what is wrong is known before an answer
 * begins, and each of the others when it is asked for. All are of the generation of the request.
 *
 * @throws {EngineError} also later, where the generation is gone
 */
export const wholeResult = async (
  request: Asking,
  question: Omit<SearchRequest, 'offset' | 'size'>,
  { start, end = Infinity }: Stretch = { start: 0 }
): Promise<{ readonly total: number; readonly portions: AsyncIterable<readonly Hit[]> }> => {
  const portionAt = (offset: number, most: number) =>
    ask(request, 'search', { ...question, offset, size: Math.min(most, end - offset) })
  const first = await portionAt(start, PORTION.first)
  const last = Math.min(end, first.total)
  async function* portions(): AsyncGenerator<readonly Hit[]> {
    yield first.hits
    for (let offset = start + PORTION.first; offset < last; offset += PORTION.then)
      yield (await portionAt(offset, PORTION.then)).hits
  }
  return { total: first.total, portions: portions() }
}
