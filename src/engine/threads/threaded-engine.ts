import { LRUCache } from 'lru-cache'
import {
  EngineError,
  withoutNames,
  type ArticleChange,
  type ChangeOutcome,
  type Answer,
  type Engine,
  type Request,
  type Status,
  type Verb
} from '../engine.js'
import { applyTo, generationAt, type GenerationSource } from '../memory/memory-engine.js'
import type { ThreadFailure } from './messages.js'
import { ThreadEndedError } from './search-thread.js'
import { ThreadPool } from './thread-pool.js'

/** UTF-16 code units of the answers that are remembered and their questions, at most; each takes one or two bytes. */
const REMEMBERED_UNITS = 16_000_000
/** A longer answer would drive out hundreds of others. */
const LONGEST_REMEMBERED = 200_000

export interface ThreadedEngineOptions {
  /** How many threads search. */
  readonly threads: number
  /** Is told when a thread ended by itself; another one takes its place. */
  readonly threadLost?: (error: Error) => void
}

/**
 * Answers from the generations that a collection has in memory, in threads that share their tables: the thread that
 * asks is free meanwhile. The latest answers are remembered.
 */
export const createThreadedEngine = (
  collection: GenerationSource,
  { threads, threadLost }: ThreadedEngineOptions
): Engine => new ThreadedEngine(collection, threads, threadLost)

class ThreadedEngine implements Engine {
  private readonly pool: ThreadPool
  /** Answers as JSON, by the question and the generation. */
  private readonly memory = new LRUCache<string, string>({
    maxSize: REMEMBERED_UNITS,
    maxEntrySize: LONGEST_REMEMBERED,
    sizeCalculation: (json, question) => json.length + question.length
  })
  private asked = 0
  private remembered = 0

  constructor(
    private readonly collection: GenerationSource,
    threads: number,
    threadLost: ThreadedEngineOptions['threadLost']
  ) {
    const { generations } = collection
    this.pool = new ThreadPool({ threads, generations: () => generations.kept, onLoss: threadLost })
    generations.onChange((name) => {
      this.pool.keep(generations.at(name)!)
    })
    generations.onDrop((name, bytes) => {
      this.pool.drop(name, bytes)
    })
  }

  get generation(): string | undefined {
    return this.collection.generations.current?.name
  }

  get status(): Status {
    const { pool, asked, remembered } = this
    const { size: threads, lost: threadsLost, waiting, waitedMs } = pool
    return {
      ...this.collection.status,
      work: { threads, threadsLost, waiting, waitedMs, asked, remembered }
    }
  }

  async ask<V extends Verb>(verb: V, request: Request<V>, at?: string): Promise<Answer<V>> {
    const { name } = generationAt(this.collection, at)
    const question = JSON.stringify([name, verb, request])
    this.asked++
    const known = this.memory.get(question)
    if (known !== undefined) this.remembered++
    const json = known ?? (await this.askThread(verb, request, name))
    if (known === undefined) this.memory.set(question, json)
    return JSON.parse(json) as Answer<V>
  }

  apply(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]> {
    return applyTo(this.collection, changes)
  }

  onChange(listener: (generation: string) => void): () => void {
    return this.collection.generations.onChange(listener)
  }

  async close(): Promise<void> {
    await this.collection.close()
    await this.pool.close()
  }

  /** @throws {EngineError} */
  private async askThread(verb: Verb, request: unknown, at: string): Promise<string> {
    try {
      const reply = await this.pool.ask({ verb, request, at })
      if ('json' in reply) return reply.json
      throw this.errorOf(reply.failure)
    } catch (error) {
      if (!(error instanceof ThreadEndedError)) throw error
      throw new EngineError('thread-ended', 'The thread that was to answer ended. Ask again.', {
        cause: error
      })
    }
  }

  private errorOf(failure: ThreadFailure): unknown {
    switch (failure.kind) {
      case 'refused':
        return new EngineError(failure.code, failure.message)
      case 'not-annotated':
        return withoutNames(this.collection.status)
      case 'failed':
        return failure.error
    }
  }
}
