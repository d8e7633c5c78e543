import { createHash } from 'node:crypto'
import type { Models } from '../../analysis/models.js'
import type { SourceArticle } from '../../articles/article.js'
import type { EntityRules } from '../../entities/rules/entity-rules.js'
import type { FieldLengths } from '../../segment/postings/impacts.js'
import { DocumentWriter } from './article-document.js'
import { writeBulk, type BulkLine, type BulkOptions } from './bulk.js'
import type { Cluster } from './cluster.js'
import { documentId } from './document-id.js'
import { LONGEST_WORD, wordDocument } from './word-document.js'
import type { IndexNames } from './layout.js'

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
/** Documents whose ids are read at a time to find those that are gone. */
const PAGE = 5000
const CONFLICT = 409

/**
 * Writes articles to an index, each once: one whose content is there already is not written again, so that a process
 * that was killed goes on where it was. While one batch is written, the next one is read.
 */
export class Ingest {
  private readonly progressNow = { read: 0, written: 0, unchanged: 0, deleted: 0 }
  private readonly documents: DocumentWriter
  private readonly seen = new Set<string>()
  private readonly knownWords = new Set<string>()
  private batch: SourceArticle[] = []
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly cluster: Cluster,
    private readonly names: IndexNames,
    private readonly models: Models,
    private readonly options: IngestOptions & { readonly averages: FieldLengths }
  ) {
    this.documents = new DocumentWriter(models, options.averages, options.rules)
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
    await this.writing
    await this.deleteOthers()
  }

  private async flush(): Promise<void> {
    const batch = this.batch
    this.batch = []
    // What goes wrong is told by whoever waits for it.
    await this.writing
    const written = this.write(batch)
    written.catch(() => undefined)
    this.writing = written
  }

  private async write(batch: readonly SourceArticle[]): Promise<void> {
    if (batch.length === 0) return
    const known = await this.knownHashes(batch)
    const changed = batch.filter((article) => known.get(article.id) !== this.documents.hashOf(article))
    const written = changed.map((article) => this.documents.write(article))
    const words = new Set(written.flatMap((one) => [...one.words.keys()]))
    await this.writeWords([...words].filter((word) => !this.knownWords.has(word)))
    const lines = written.map(({ document }): BulkLine => ({
      action: { index: { _index: this.names.articlesIndex, _id: documentId(document.id) } },
      document
    }))
    await writeBulk(this.cluster, lines, this.options)
    this.progressNow.read += batch.length
    this.progressNow.written += changed.length
    this.progressNow.unchanged += batch.length - changed.length
  }

  /** Before the articles that have them, so that whoever finds an article finds its words. */
  private async writeWords(words: readonly string[]): Promise<void> {
    const lines = words
      .filter((word) => word.length <= LONGEST_WORD)
      .map((word): BulkLine => ({
        action: { create: { _index: this.names.wordsIndex, _id: documentId(word) } },
        document: wordDocument(word, this.models)
      }))
    await writeBulk(this.cluster, lines, { ...this.options, expected: [CONFLICT] })
    if (this.knownWords.size > REMEMBERED_WORDS) this.knownWords.clear()
    for (const word of words) this.knownWords.add(word)
  }

  private async knownHashes(batch: readonly SourceArticle[]): Promise<ReadonlyMap<string, string>> {
    const { body } = await this.cluster.send<MultiGet>(
      'POST',
      `/${this.names.articlesIndex}/_mget?_source_includes=id,hash`,
      { ids: batch.map(({ id }) => documentId(id)) }
    )
    return new Map(body.docs.flatMap(({ _source }) => (_source ? [[_source.id, _source.hash] as const] : [])))
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
      const gone = ids.filter(
        (id) => !this.seen.has(id) && shareOf(id, this.options.share.of) === this.options.share.part
      )
      const lines = gone.map((id): BulkLine => ({
        action: { delete: { _index: this.names.articlesIndex, _id: documentId(id) } }
      }))
      await writeBulk(this.cluster, lines, this.options)
      this.progressNow.deleted += gone.length
      if (ids.length < PAGE) return
      after = ids.at(-1)
    }
  }
}

/** Words that are known to be in the index. */
const REMEMBERED_WORDS = 2_000_000

interface MultiGet {
  readonly docs: readonly { readonly _source?: { readonly id: string; readonly hash: string } }[]
}

interface IdPage {
  readonly hits: { readonly hits: readonly { readonly _source: { readonly id: string } }[] }
}

/** Which share an article is in, from 1. */
const shareOf = (id: string, shares: number): number =>
  (createHash('sha256').update(id).digest().readUInt32BE() % shares) + 1
