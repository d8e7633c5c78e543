import { loadModels } from '../../../analysis/models.js'
import type { ArticleChange, ChangeOutcome } from '../../../articles/article-change.js'
import { NO_RULES } from '../../../entities/rules/entity-rules.js'
import { EngineError } from '../../engine.js'
import { DocumentWriter } from '../layout/article-document.js'
import { BatchWriter } from './batch-writer.js'
import { BulkError } from '../connection/bulk.js'
import type { Cluster } from '../connection/cluster.js'
import { closePointInTime, publish, readIndexFacts, type PublishedGeneration } from '../generations.js'
import { createIndex, indicesNow } from '../layout/indices.js'
import { writtenIndex } from '../layout/layout.js'
import { applyChanges } from './article-changes.js'
import { NamesFollower, type FollowerOptions } from './names-follower.js'

export interface ClusterWriterOptions extends FollowerOptions {
  readonly cluster: Cluster
  /** Is called with what is searched from now on. */
  readonly published: (generation: PublishedGeneration) => void
}

/** Points in time that writing opened and keeps for cursors; a node has room for 300, one for each of its shards. */
const MOST_OPEN = 60

/** Writes articles over HTTP. Those that are written at the same time begin to be searched together. */
export class ClusterWriter {
  private readonly follower: NamesFollower
  private writer: Promise<BatchWriter> | undefined
  private readonly opened: PublishedGeneration[] = []
  /** The publishing that runs, and the one that comes behind it. */
  private running: Promise<void> | undefined
  private next: Promise<void> | undefined

  constructor(private readonly options: ClusterWriterOptions) {
    this.follower = new NamesFollower(options)
  }

  /**
   * @param served what is searched now
   * @throws {EngineError}
   */
  async apply(
    served: PublishedGeneration,
    changes: readonly ArticleChange[]
  ): Promise<readonly ChangeOutcome[]> {
    const { cluster, layout } = this.options
    if (served.articlesIndex !== layout.articlesNow)
      throw new EngineError(
        'not-ready',
        'The index in the cluster is of another version of the analysis: run `nyhetssok index` of this one.'
      )
    try {
      const writer = await (this.writer ??= this.prepare())
      const outcomes = await applyChanges({ cluster, layout, writer, models: loadModels() }, changes)
      await this.publish()
      return outcomes
    } catch (error) {
      if (!(error instanceof BulkError)) throw error
      return changes.map(() => ({ outcome: 'not-written', reason: error.message }))
    }
  }

  /** Resolves the names of articles whose writer ended before it had. */
  catchUp({ articlesIndex, articlesName, names }: PublishedGeneration): void {
    if (articlesIndex === this.options.layout.articlesNow && names?.of !== articlesName)
      this.follower.follow()
  }

  async close(): Promise<void> {
    await this.follower.close()
  }

  private async prepare(): Promise<BatchWriter> {
    const { cluster, layout, index, rules = NO_RULES } = this.options
    try {
      await createIndex(cluster, layout.written, writtenIndex(index))
      const { averages } = await readIndexFacts(cluster, layout.articlesNow)
      return new BatchWriter(cluster, indicesNow(layout), new DocumentWriter(loadModels(), averages, rules))
    } catch (error) {
      this.writer = undefined
      throw error
    }
  }

  /** Ends when all that was written before is searched. */
  private publish(): Promise<void> {
    if (this.running === undefined) {
      this.running = this.publishNow().finally(() => (this.running = undefined))
      return this.running
    }
    // What runs may have begun before.
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = undefined
        return this.publish()
      })
    return this.next
  }

  private async publishNow(): Promise<void> {
    const { cluster, layout, published } = this.options
    const generation = await publish(cluster, layout, indicesNow(layout))
    published(generation)
    this.follower.follow()
    this.opened.push(generation)
    while (this.opened.length > MOST_OPEN) {
      const old = this.opened.shift()!
      if (this.opened.every(({ pit }) => pit !== old.pit)) await closePointInTime(cluster, old)
    }
  }
}
