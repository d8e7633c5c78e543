import type { ArticleProblem, Ignored, SourceArticle } from './articles/article.js'
import { problemReport } from './check.js'
import { clusterOptions } from './cluster-options.js'
import { folderSource } from './collection/article-source.js'
import type { Config } from './config.js'
import { readRules } from './entities/rules/read-rules.js'
import { EngineError } from './engine/engine.js'
import { BulkError } from './engine/opensearch/connection/bulk.js'
import { Cluster } from './engine/opensearch/connection/cluster.js'
import type { IngestProgress, Share } from './engine/opensearch/writing/ingest.js'
import { writeArticles, type WriteReport } from './engine/opensearch/writing/write-articles.js'
import { IndexError, type IndexReport } from './index-command.js'
import { isFault } from './collection/strict.js'

/**
 * Reads a folder and writes its articles to the cluster, those that are not there as they are; several processes may
 * each write a share (`SHARE`).
 *
 * @throws {ConfigError}
 * @throws {ArticleFolderError} where the folder cannot be read at all
 * @throws {IndexError} where the cluster does not take the articles
 */
export const indexToCluster = async (config: Config): Promise<IndexReport> => {
  const cluster = new Cluster(clusterOptions(config))
  const found: Found = { problems: new Map(), ignored: { files: new Map(), keys: new Map() } }
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const start = performance.now()
  try {
    const { rules, problems: ruleProblems } = await readRules(config.articlesDir)
    for (const problem of ruleProblems) found.problems.set(JSON.stringify(problem), problem)
    const report = await writeArticles(
      cluster,
      {
        prefix: config.openSearchPrefix,
        shards: config.openSearchShards,
        replicas: config.openSearchReplicas,
        share: shareOf(config.share),
        rules,
        progress: everyFewSeconds((progress) => {
          say(progressLine(progress, performance.now() - start))
        }),
        waiting: (reason, ms) => {
          say(`The cluster takes no more now (${reason}); it is tried again in ${ms} ms.`)
        }
      },
      () => articlesOf(config.articlesDir, found)
    )
    const problems = [...found.problems.values()]
    const sections = [
      `${progressLine(report, performance.now() - start)}\n${searchedLine(report)}`,
      ...problemReport(problems, found.ignored)
    ]
    return { text: `${sections.join('\n\n')}\n`, isGood: !problems.some(isFault) }
  } catch (error) {
    if (error instanceof EngineError || error instanceof BulkError) throw new IndexError(error.message)
    throw error
  } finally {
    await cluster.close()
  }
}

/** `1/4` → the first of four */
const shareOf = (stated: string): Share => {
  const [part, of] = stated.split('/').map(Number) as [number, number]
  return { part, of }
}

/** What the folder holds beside articles, however often it is read. */
interface Found {
  /** By place and reason. */
  readonly problems: Map<string, ArticleProblem>
  ignored: Ignored
}

async function* articlesOf(folder: string, found: Found): AsyncGenerator<SourceArticle, void> {
  for await (const event of folderSource(folder).articles()) {
    if (event.kind === 'article') yield event.article
    else if (event.kind === 'problem') found.problems.set(JSON.stringify(event.problem), event.problem)
    else found.ignored = event.ignored
  }
}

const PROGRESS_MS = 5000

const everyFewSeconds = (tell: (progress: IngestProgress) => void): ((progress: IngestProgress) => void) => {
  let last = performance.now()
  return (progress) => {
    if (performance.now() - last < PROGRESS_MS) return
    last = performance.now()
    tell(progress)
  }
}

const progressLine = ({ read, written, unchanged, deleted }: IngestProgress, ms: number): string => {
  const rate = Math.round((1000 * read) / Math.max(1, ms))
  return `${read} articles looked at: ${written} written, ${unchanged} there already, ${deleted} deleted; ${rate} a second.`
}

const searchedLine = ({ searched }: WriteReport): string =>
  searched === undefined
    ? 'They are searched when the other shares are written too.'
    : `${searched} articles are searched.`
