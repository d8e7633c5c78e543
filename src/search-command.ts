import { createApp } from './app.js'
import { Collection } from './collection/collection.js'
import { SnapshotFile } from './collection/snapshot.js'
import type { Config } from './config.js'
import { dataDirOf } from './data-dir.js'
import { createMemoryEngine } from './engine/memory/memory-engine.js'
import type { Span } from './structures/span.js'
import { Terminal } from './terminal.js'

/** The part of an answer that is printed. */
interface Answer {
  readonly query: {
    readonly relaxed: boolean
    readonly warnings: readonly string[]
    readonly didYouMean?: string
  }
  readonly total: number
  readonly hits: readonly {
    readonly id: string
    readonly title: string
    readonly publishedAt?: string
    readonly source?: string
    readonly snippets: readonly { readonly text: string; readonly highlights: readonly Span[] }[]
  }[]
}

interface SearchCommand {
  readonly config: Config
  readonly q: string
  /** Hits, at most. */
  readonly size: number
}

/**
 * Reads a folder as `serve` would, or the index that was kept of it, and answers one search on standard output, with
 * what matches marked where that is a terminal. What else there is to tell is on standard error.
 *
 * @throws {ArticleFolderError} where the folder cannot be read at all
 */
export const searchFolder = async ({ config, q, size }: SearchCommand): Promise<void> => {
  const dataDir = dataDirOf(config)
  const collection = new Collection({
    snapshots: dataDir === undefined ? undefined : new SnapshotFile(dataDir)
  })
  const engine = createMemoryEngine(collection)
  const terminal = process.stderr.isTTY ? new Terminal(process.stderr) : undefined
  terminal?.showProgress(() => engine.status)
  try {
    await collection.load(config.articlesDir)
    terminal?.stopProgress()
    const app = await createApp({ engine })
    const url = `/v1/search?${String(new URLSearchParams({ q, size: String(size) }))}`
    print(JSON.parse((await app.inject(url)).body) as Answer)
    const leftOut = collection.problems.filter(({ kind }) => kind === undefined).length
    if (leftOut > 0)
      note(
        `${leftOut} ${leftOut === 1 ? 'file or record was' : 'files or records were'} left out; see: nyhetssok check ${config.articlesDir}`
      )
    await app.close()
  } finally {
    terminal?.stopProgress()
    await engine.close()
  }
}

const note = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const print = ({ query, total, hits }: Answer): void => {
  for (const warning of query.warnings) note(warning)
  if (query.didYouMean !== undefined) note(`Did you mean: ${query.didYouMean}`)
  if (query.relaxed) note('No article has all the words; these have some of them.')
  const mark = process.stdout.isTTY && process.stdout.hasColors() ? bold : same
  for (const { id, title, publishedAt, source, snippets } of hits) {
    const about = [id, source, publishedAt].filter((part) => part !== undefined).join(' · ')
    const passages = snippets.map((snippet) => `  ${marked(snippet, mark)}\n`).join('')
    process.stdout.write(`${mark(title)}\n  ${about}\n${passages}\n`)
  }
  note(
    total > hits.length
      ? `${hits.length} of ${total} articles`
      : `${total} ${total === 1 ? 'article' : 'articles'}`
  )
}

const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`
const same = (text: string): string => text

/** On one line, with a stroke between paragraphs. */
const marked = (
  { text, highlights }: Answer['hits'][number]['snippets'][number],
  mark: (text: string) => string
): string => {
  let at = 0
  let whole = ''
  for (const { start, end } of highlights) {
    whole += text.slice(at, start) + mark(text.slice(start, end))
    at = end
  }
  return (whole + text.slice(at)).replace(/\s*\n\s*/g, ' / ').replace(/\s+/g, ' ')
}
