import { loadModels } from '../../../analysis/models.js'
import type { SourceArticle } from '../../../articles/article.js'
import { NO_RULES } from '../../../entities/rules/entity-rules.js'
import { readArticle } from '../../../segment/read-article.js'
import type { FieldLengths } from '../../../segment/postings/impacts.js'
import { averageLengths } from '../../../segment/statistics.js'
import { DocumentWriter } from '../layout/article-document.js'
import { BatchWriter } from './batch-writer.js'
import type { Cluster } from '../connection/cluster.js'
import { latestGeneration, publish, readIndexFacts } from '../generations.js'
import { ensureIndices, indicesNow, swapAliases } from '../layout/indices.js'
import { Ingest, type IngestOptions, type IngestProgress, type Share } from './ingest.js'
import { resolveNames } from '../names/resolve-names.js'
import { synchroniseArticles } from './article-changes.js'
import { deleteMarkers, areAllFinished, markFinished } from './finished-shares.js'
import { allWritten, readWritten, writtenArticle, type WrittenDocument } from './written-documents.js'
import { layoutOf, type IndexOptions, type Layout } from '../layout/layout.js'

export interface WriteOptions extends IndexOptions, IngestOptions {
  /** What the names of all indices begin with. */
  readonly prefix: string
  /** Is called with the progress whenever an article was read. */
  readonly progress?: ((progress: IngestProgress) => void) | undefined
}

/** What was written, and whether it is searched. */
export interface WriteReport extends IngestProgress {
  /** Articles that are searched; absent where other shares of a new index are not finished yet. */
  readonly searched?: number
}

/** Articles that the averages of a new index are taken from. */
const SAMPLE = 2000

/**
 * Brings the indices of this version of the analysis to hold these articles and no others, then lets them be searched.
 * Where another version is served meanwhile, it is served until then.
 *
 * @param articles all of them, in any order, from the beginning each time; each process takes its share
 * @throws {EngineError | BulkError}
 */
export const writeArticles = async (
  cluster: Cluster,
  options: WriteOptions,
  articles: () => AsyncIterable<SourceArticle>
): Promise<WriteReport> => {
  const models = loadModels()
  const layout = layoutOf(options.prefix, models)
  const names = indicesNow(layout)
  await ensureIndices(cluster, layout, { ...options, averages: () => sampleAverages(articles()) })
  const { averages } = await readIndexFacts(cluster, names.articlesIndex)
  const rules = options.rules ?? NO_RULES
  const notWritten = async (ids: readonly string[]): Promise<readonly string[]> => {
    const states = await readWritten(cluster, layout, ids)
    return ids.filter((id) => !states.has(id))
  }
  const ingest = new Ingest(cluster, names, models, { ...options, averages, notWritten })
  const written = new Map<string, string>()
  for await (const article of withWritten(articles(), allWritten(cluster, layout), written)) {
    await ingest.add(article)
    options.progress?.(ingest.progress)
  }
  await ingest.finish()
  const writer = new BatchWriter(cluster, names, new DocumentWriter(models, averages, rules))
  for await (const { id, by } of allWritten(cluster, layout))
    if (written.get(id) !== by) await synchroniseArticles({ cluster, layout, writer }, [id])
  if (!(await isComplete(cluster, layout, options.share))) return ingest.progress
  const { articles: searched } = await publish(cluster, layout, names, (opened, known) =>
    resolveNames(cluster, layout, opened, { ...options, rules, known })
  )
  await swapAliases(cluster, layout, names)
  await deleteMarkers(cluster, layout, options.share)
  return { ...ingest.progress, searched }
}

/**
 * What was written over HTTP, and the articles that it does not take the place of.
 *
 * @param written is filled: by id, who wrote it
 */
async function* withWritten(
  articles: AsyncIterable<SourceArticle>,
  documents: AsyncIterable<WrittenDocument>,
  written: Map<string, string>
): AsyncGenerator<SourceArticle, void> {
  for await (const document of documents) {
    written.set(document.id, document.by)
    const article = writtenArticle(document)
    if (article !== undefined) yield article
  }
  for await (const article of articles) if (!written.has(article.id)) yield article
}

const sampleAverages = async (articles: AsyncIterable<SourceArticle>): Promise<FieldLengths> => {
  const models = loadModels()
  const tokens = { title: 0, text: 0 }
  let read = 0
  for await (const article of articles) {
    const { title, text } = readArticle(article, models)
    tokens.title += title.tokens.length
    tokens.text += text.tokens.length
    if (++read === SAMPLE) break
  }
  return averageLengths({ articles: read, tokens })
}

/** Is an index that is not searched yet written by all shares? What is searched already may be so in between. */
const isComplete = async (cluster: Cluster, layout: Layout, share: Share): Promise<boolean> => {
  const served = await latestGeneration(cluster, layout)
  if (share.of === 1 || served?.articlesIndex === layout.articlesNow) return true
  await markFinished(cluster, layout, share)
  return areAllFinished(cluster, layout, share)
}
