import { LRUCache } from 'lru-cache'
import type { EntityRules } from '../../entities/rules/entity-rules.js'
import { NotAnnotatedError } from '../../segment/annotations/annotations.js'
import { loadModels } from '../../analysis/models.js'
import {
  EngineError,
  notReady,
  type Answer,
  type Engine,
  type Request,
  type Status,
  type Verb
} from '../engine.js'
import { BackgroundFailures, type BackgroundWork } from './background-failures.js'
import { createArticleCache, type ArticleCache } from './reading/article-cache.js'
import { Cluster, type ClusterOptions } from './connection/cluster.js'
import type { LocalGeneration } from './planning/counted-vocabulary.js'
import { generationNamed, latestGeneration, publish, type PublishedGeneration } from './generations.js'
import { LAYOUT_VERSION, layoutOf, type IndexOptions, type Layout } from './layout/layout.js'
import { createAnswerCache, type AnswerCache } from './lookup/answer-cache.js'
import { namesNotReady } from './names/names-not-ready.js'
import { statusOf } from './engine-status.js'
import type { Served } from './planning/planning.js'
import { searchAt } from './connection/point-in-time.js'
import { answerFrom } from './verbs.js'
import { WordsFollower } from './lookup/words-follower.js'
import { ClusterWriter } from './writing/cluster-writer.js'

export interface OpenSearchEngineOptions extends ClusterOptions {
  /** What the names of all indices begin with. */
  readonly prefix: string
  /** How indices are made, by which it may be written to; absent: nothing can be written. */
  readonly writing?: (IndexOptions & { readonly rules?: EntityRules | undefined }) | undefined
  /** Words that are kept in this process, at most; of a larger collection none are. */
  readonly mostWords?: number
  /** For articles that were read lately. */
  readonly memoryBytes?: number
  /** Is called when the cluster cannot be reached, and when it can again. */
  readonly changed?: (fault: string | undefined) => void
  /** Is called with background work that failed, and why; it is tried again. A reason is passed on once in a row. */
  readonly failed?: (work: BackgroundWork, error: Error) => void
}

/** How often the cluster is asked for the latest generation, in milliseconds. */
const POLL_MS = 1000
/** How often the latest point in time is used, so that it lives on though nobody searches. */
const KEEP_MS = 60_000
/** Of about 150 bytes each. */
const MOST_WORDS = 1_000_000
/** Generations whose answers to lookups are cached. */
const REMEMBERED_GENERATIONS = 4

/**
 * Answers from an OpenSearch cluster that `nyhetssok index` writes. It keeps only caches: any
 * number of such engines answer alike.
 */
export class OpenSearchEngine implements Engine {
  private readonly cluster: Cluster
  private readonly layout: Layout
  private latest: PublishedGeneration | undefined
  private fault: string | undefined
  private readonly listeners = new Set<(generation: string) => void>()
  private readonly caches = new LRUCache<string, AnswerCache>({ max: REMEMBERED_GENERATIONS })
  private readonly localGenerations = new WeakMap<AnswerCache, LocalGeneration>()
  private readonly articles: ArticleCache
  private readonly words: WordsFollower
  private readonly failures: BackgroundFailures
  private asked = 0
  private isClosed = false
  private timer: NodeJS.Timeout | undefined
  private usedAt = 0
  private readonly writer: ClusterWriter | undefined
  readonly apply?: NonNullable<Engine['apply']>

  private constructor(private readonly options: OpenSearchEngineOptions) {
    this.cluster = new Cluster(options)
    this.failures = new BackgroundFailures((work, error) => {
      if (!this.isClosed) options.failed?.(work, error)
    })
    this.articles = createArticleCache(options.memoryBytes)
    this.words = new WordsFollower(this.cluster, loadModels(), {
      most: options.mostWords ?? MOST_WORDS,
      ended: (error) => {
        this.failures.noteEnd('reading the words of the archive', error)
      }
    })
    this.layout = layoutOf(options.prefix, loadModels())
    if (options.writing === undefined) return
    const { rules, ...index } = options.writing
    const writer = new ClusterWriter({
      ...{ cluster: this.cluster, connection: connectionOf(options), layout: this.layout, index, rules },
      published: (generation) => {
        this.serveFrom(generation)
      },
      ended: (error) => {
        this.failures.noteEnd('resolving the names', error)
        if (error === undefined) void this.lookInBackground()
      }
    })
    this.writer = writer
    this.apply = async (changes) => writer.apply(await this.generationAt(undefined), changes)
  }

  /** Also where the cluster cannot be reached: the engine tries again every second. */
  static async start(options: OpenSearchEngineOptions): Promise<OpenSearchEngine> {
    const engine = new OpenSearchEngine(options)
    await engine.look()
    engine.startPolling()
    return engine
  }

  get generation(): string | undefined {
    return this.latest?.name
  }

  get status(): Status {
    return statusOf(this.latest, { fault: this.fault, asked: this.asked })
  }

  async ask<V extends Verb>(verb: V, request: Request<V>, at?: string): Promise<Answer<V>> {
    this.asked++
    try {
      return await this.answer(verb, request, at)
    } catch (error) {
      if (error instanceof NotAnnotatedError) throw namesNotReady()
      throw error
    }
  }

  private async answer<V extends Verb>(verb: V, request: Request<V>, at?: string): Promise<Answer<V>> {
    const published = await this.generationAt(at)
    try {
      return await answerFrom(this.serve(published), verb, request)
    } catch (error) {
      if (!isGone(error) || published.name !== this.latest?.name) throw error
      // A node that had a part of the point in time is gone: another one takes its place.
      await this.openAgain(published)
      const again = await this.generationAt(at)
      return answerFrom(this.serve(again), verb, request)
    }
  }

  onChange(listener: (generation: string) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    clearTimeout(this.timer)
    await this.words.close()
    await this.writer?.close()
    await this.cluster.close()
  }

  /** Looks now for what has been published, instead of within the second. */
  async look(): Promise<void> {
    try {
      const latest = await latestGeneration(this.cluster, this.layout)
      if (latest !== undefined) {
        this.checkLayout(latest)
        this.serveFrom(latest)
      }
      if (this.latest !== undefined) await this.checkShards(this.latest)
      this.setFault(undefined)
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      this.setFault(error.message)
    }
  }

  /** Waits until the words that are being read are here. */
  async wordsArrived(): Promise<void> {
    await this.words.arrived()
  }

  private startPolling(): void {
    const next = (): void => {
      if (!this.isClosed)
        this.timer = setTimeout(() => void this.lookInBackground().then(next), POLL_MS).unref()
    }
    next()
  }

  private async lookInBackground(): Promise<void> {
    const error = await this.look().then(
      () => undefined,
      (error: unknown) => error as Error
    )
    this.failures.noteEnd('looking for the latest generation', error)
  }

  private serveFrom(latest: PublishedGeneration): void {
    const before = this.latest?.name
    this.latest = latest
    this.words.follow(latest)
    if (before === undefined) this.writer?.catchUp(latest)
    if (before !== latest.name) for (const listener of this.listeners) listener(latest.name)
  }

  private setFault(fault: string | undefined): void {
    if (this.fault === fault) return
    this.fault = fault
    this.options.changed?.(fault)
  }

  /** @throws {EngineError} `cluster-unavailable` where this version cannot read the index */
  private checkLayout({ layout }: PublishedGeneration): void {
    if (layout === LAYOUT_VERSION) return
    this.latest = undefined
    throw new EngineError(
      'cluster-unavailable',
      'The index in the cluster is of a version that this one cannot read: run `nyhetssok index` of this version.'
    )
  }

  /** @throws {EngineError} `cluster-unavailable` where a part of the articles is not there */
  private async checkShards({ articlesIndex, pit }: PublishedGeneration): Promise<void> {
    const { body } = await this.cluster.send<{ status: string; active_primary_shards: number }>(
      'GET',
      `/_cluster/health/${articlesIndex}?timeout=1s`,
      undefined,
      [408]
    )
    if (body.status === 'red')
      throw new EngineError(
        'cluster-unavailable',
        `A shard of the index ${articlesIndex} is not there (cluster health: red).`
      )
    if (Date.now() - this.usedAt < KEEP_MS) return
    this.usedAt = Date.now()
    await this.cluster
      .search({ body: { ...searchAt(pit), size: 0, track_total_hits: false } })
      .catch(async (error: unknown) => {
        if (!isGone(error)) throw error
        await this.openAgain(this.latest!)
      })
  }

  /** @throws {EngineError} */
  private async openAgain({ articlesIndex, wordsIndex }: PublishedGeneration): Promise<void> {
    this.serveFrom(await publish(this.cluster, this.layout, { articlesIndex, wordsIndex }))
  }

  /** @throws {EngineError} `not-ready`, `generation-gone`, `cluster-unavailable` */
  private async generationAt(at: string | undefined): Promise<PublishedGeneration> {
    const { latest } = this
    if (latest === undefined) {
      if (this.fault !== undefined) throw new EngineError('cluster-unavailable', this.fault)
      throw notReady(this.status)
    }
    return at === undefined || at === latest.name ? latest : generationNamed(this.cluster, this.layout, at)
  }

  private serve(published: PublishedGeneration): Served {
    const key = `${published.pit} ${published.names?.index ?? ''}`
    const memory = this.caches.get(key) ?? createAnswerCache()
    this.caches.set(key, memory)
    const known = this.localOf(published, memory)
    return { cluster: this.cluster, published, cache: memory, articles: this.articles, local: known }
  }

  private localOf(published: PublishedGeneration, memory: AnswerCache): LocalGeneration | undefined {
    const words = this.words.wordsOf(published)
    if (words === undefined) return undefined
    const before = this.localGenerations.get(memory)
    const known = before?.words === words ? before : { words }
    this.localGenerations.set(memory, known)
    return known
  }
}

/** What another thread needs to know to speak to the cluster. */
const connectionOf = ({ urls, user, password, ca, timeoutMs }: ClusterOptions): ClusterOptions => ({
  urls,
  ...(user !== undefined && { user }),
  ...(password !== undefined && { password }),
  ...(ca !== undefined && { ca }),
  ...(timeoutMs !== undefined && { timeoutMs })
})

const isGone = (error: unknown): boolean => error instanceof EngineError && error.code === 'generation-gone'
