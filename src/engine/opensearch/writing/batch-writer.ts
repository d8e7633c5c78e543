import type { SourceArticle } from '../../../articles/article.js'
import type { DocumentWriter } from '../layout/article-document.js'
import { writeBulk, type BulkLine, type BulkOptions } from '../connection/bulk.js'
import type { Cluster } from '../connection/cluster.js'
import { documentId } from '../connection/document-id.js'
import type { IndexNames } from '../layout/layout.js'
import { LONGEST_WORD, wordDocument } from '../layout/word-document.js'

const CONFLICT = 409
/** Words that are known to be in the index. */
const REMEMBERED_WORDS = 2_000_000

/** Writes articles and their words; one whose content is there already is not written again. */
export class BatchWriter {
  private readonly knownWords = new Set<string>()

  constructor(
    private readonly cluster: Cluster,
    private readonly names: IndexNames,
    private readonly documents: DocumentWriter
  ) {}

  get articlesIndex(): string {
    return this.names.articlesIndex
  }

  /** @returns how many were not there as they are @throws as `writeBulk` */
  async write(articles: readonly SourceArticle[], options: BulkOptions): Promise<number> {
    if (articles.length === 0) return 0
    const known = await this.knownHashes(articles)
    const changed = articles.filter((article) => known.get(article.id) !== this.documents.hashOf(article))
    const written = changed.map((article) => this.documents.write(article))
    const words = new Set(written.flatMap((one) => [...one.words.keys()]))
    await this.writeWords(
      [...words].filter((word) => !this.knownWords.has(word)),
      options
    )
    const lines = written.map(({ document }): BulkLine => ({
      action: { index: { _index: this.names.articlesIndex, _id: documentId(document.id) } },
      document
    }))
    await writeBulk(this.cluster, lines, options)
    return changed.length
  }

  /** Those that are not there are none to delete. @throws as `writeBulk` */
  async delete(ids: readonly string[], options: BulkOptions): Promise<void> {
    const lines = ids.map((id): BulkLine => ({
      action: { delete: { _index: this.names.articlesIndex, _id: documentId(id) } }
    }))
    await writeBulk(this.cluster, lines, options)
  }

  /** Before the articles that have them, so that whoever finds an article finds its words. */
  private async writeWords(words: readonly string[], options: BulkOptions): Promise<void> {
    const lines = words
      .filter((word) => word.length <= LONGEST_WORD)
      .map((word): BulkLine => ({
        action: { create: { _index: this.names.wordsIndex, _id: documentId(word) } },
        document: wordDocument(word, this.documents.indexed(word))
      }))
    await writeBulk(this.cluster, lines, { ...options, expected: [CONFLICT] })
    if (this.knownWords.size > REMEMBERED_WORDS) this.knownWords.clear()
    for (const word of words) this.knownWords.add(word)
  }

  private async knownHashes(articles: readonly SourceArticle[]): Promise<ReadonlyMap<string, string>> {
    const { body } = await this.cluster.send<MultiGet>(
      'POST',
      `/${this.names.articlesIndex}/_mget?_source_includes=id,hash`,
      { ids: articles.map(({ id }) => documentId(id)) }
    )
    return new Map(body.docs.flatMap(({ _source }) => (_source ? [[_source.id, _source.hash] as const] : [])))
  }
}

interface MultiGet {
  readonly docs: readonly { readonly _source?: { readonly id: string; readonly hash: string } }[]
}
