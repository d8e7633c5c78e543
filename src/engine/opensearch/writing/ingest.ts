import { createHash } from 'node:crypto'
import type { Models } from '../../../analysis/models.js'
import type { SourceArticle } from '../../../articles/article.js'
import type { EntityRules } from '../../../entities/rules/entity-rules.js'
import type { FieldLengths } from '../../../segment/postings/impacts.js'
import { DocumentWriter } from '../layout/article-document.js'
import type { BulkOptions } from '../connection/bulk.js'
import type { Cluster } from '../connection/cluster.js'
import { BatchWriter } from './batch-writer.js'
import type { IndexNames } from '../layout/layout.js'

/** Which of several processes this is: each writes its own share of the articles. */
export interface Share {
  /** From 1. */
  readonly part: number
  readonly of: number
}

export interface IngestOptions {
  readonly share: Share
  /** What the user decides of names. */
  readonly rules?: EntityRules | undefined
  readonly waiting?: BulkOptions['waiting'] | undefined
}

export interface IngestInto {
  /** What impacts in the index are relative to. */
  readonly averages: FieldLengths
  /** Those that were not written over HTTP meanwhile. */
  readonly notWritten: (ids: readonly string[]) => Promise<readonly string[]>
}

/** How far the writing has come. */
export interface IngestProgress {
  /** Articles of the share that were looked at, and of them those that were written or were there already. */
  readonly read: number
  readonly written: number
  readonly unchanged: number
  readonly deleted: number
}

/** Articles that are looked at together. */
const BATCH = 200
/** Batches at a time: while the cluster writes one, the documents of the next are made. */
const AT_A_TIME = 2
/** Documents whose ids are read at a time to find those that are gone. */
const PAGE = 5000

/**
 * Writes articles to an index, each once: one whose content is there already is not written again, so that a process
 * that was killed goes on where it was.
 */
export class Ingest {
  private readonly progressNow = { read: 0, written: 0, unchanged: 0, deleted: 0 }
  private readonly writer: BatchWriter
  private readonly seen = new Set<string>()
  private batch: SourceArticle[] = []
  /** The batches that are being written, the first one first. */
  private readonly writing: Promise<void>[] = []

  constructor(
    private readonly cluster: Cluster,
    private readonly names: IndexNames,
    models: Models,
    private readonly options: IngestOptions & IngestInto
  ) {
    this.writer = new BatchWriter(cluster, names, new DocumentWriter(models, options.averages, options.rules))
  }

  get progress(): IngestProgress {
    return this.progressNow
  }

  /** Takes an article that is of this process's share, and writes now and then. @throws as `writeBulk` */
  async add(article: SourceArticle): Promise<void> {
    if (shareOf(article.id, this.options.share.of) !== this.options.share.part) return
    this.seen.add(article.id)
    this.batch.push(article)
    if (this.batch.length === BATCH) await this.flush()
  }

  /** Writes the rest, and deletes the articles of the share that were not added. @throws as `writeBulk` */
  async finish(): Promise<void> {
    await this.flush()
    for (const written of this.writing) await written
    await this.deleteOthers()
  }

  private async flush(): Promise<void> {
    const batch = this.batch
    this.batch = []
    if (this.writing.length === AT_A_TIME) await this.writing.shift()
    const written = this.write(batch)
    // Whoever awaits it gets the error.
    written.catch(() => undefined)
    this.writing.push(written)
  }

  private async write(batch: readonly SourceArticle[]): Promise<void> {
    const written = await this.writer.write(batch, this.options)
    this.progressNow.read += batch.length
    this.progressNow.written += written
    this.progressNow.unchanged += batch.length - written
  }

  private async deleteOthers(): Promise<void> {
    await this.cluster.send('POST', `/${this.names.articlesIndex}/_refresh`)
    let after: string | undefined
    for (;;) {
      const { hits } = await this.cluster.search<IdPage>({
        index: this.names.articlesIndex,
        body: {
          size: PAGE,
          _source: ['id'],
          track_total_hits: false,
          sort: [{ id: 'asc' }],
          ...(after !== undefined && { search_after: [after] })
        }
      })
      const ids = hits.hits.map(({ _source }) => _source.id)
      const unseen = ids.filter(
        (id) => !this.seen.has(id) && shareOf(id, this.options.share.of) === this.options.share.part
      )
      const gone = await this.options.notWritten(unseen)
      await this.writer.delete(gone, this.options)
      this.progressNow.deleted += gone.length
      if (ids.length < PAGE) return
      after = ids.at(-1)
    }
  }
}

interface IdPage {
  readonly hits: { readonly hits: readonly { readonly _source: { readonly id: string } }[] }
}

/** Which share an article is in, from 1. */
const shareOf = (id: string, shares: number): number =>
  (createHash('sha256').update(id).digest().readUInt32BE() % shares) + 1
