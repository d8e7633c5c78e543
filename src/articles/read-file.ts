import type { ArticleEvent, ArticleProblem } from './article.js'
import { contentName } from './content.js'
import type { FactNames } from './facts/fact-names.js'
import { readSidecar, type Sidecar } from './facts/sidecar.js'
import type { ArticleFile } from './folder/article-file.js'
import { openFile } from './folder/open-file.js'
import { readFailure } from './folder/read-failure.js'
import { loadFormat } from './formats/formats.js'
import { NoArticle, Refusal, Withheld } from './refusal.js'

/** An article with its place, or a problem. */
export type FileEvent = ArticleFound | Extract<ArticleEvent, { kind: 'problem' }>

export type ArticleFound = Extract<ArticleEvent, { kind: 'article' }> & {
  /** Names the article's content, as its file states it: see `contentName`. */
  readonly content: string
}

/** Files of a folder, and the keys that they state facts under. */
export interface FilesToRead {
  readonly folder: string
  readonly files: readonly ArticleFile[]
  readonly names: FactNames
}

/** A file with what is in it. All of it is read before the next file is asked for. */
export interface FileContents {
  readonly file: ArticleFile
  readonly events: Iterable<FileEvent> | AsyncIterable<FileEvent>
}

/**
 * Reads one file by itself: each article in it, and each problem, in order. An id is what the file states or what its
 * path makes; whether another file has it too is for the caller to see (`UniqueIds`).
 *
 * Never throws for what is wrong with the file: that is a problem.
 *
 * @param names the keys that facts are stated under, from `readOwnNames`
 */
export async function* readArticleFile(
  folder: string,
  file: ArticleFile,
  names: FactNames
): AsyncGenerator<FileEvent, void> {
  const { path } = file
  try {
    const beside = await readSidecar(folder, file, names)
    for (const each of beside.problems) yield { kind: 'problem', problem: each }
    const format = await loadFormat(file.format)
    let isOfMany = false
    for await (const found of format.read(openFile(folder, file, names))) {
      if (found instanceof Refusal) {
        yield refused(path, found)
        continue
      }
      const { notices, ...article } = found
      for (const { kind, reason, line = found.line } of notices)
        yield problem({ kind, file: path, line, reason })
      const { line } = found
      isOfMany ||= line !== undefined
      const read = line === undefined ? withFacts(article, beside) : article
      const origin = { file: path, ...(line !== undefined && { line }) }
      const placed = { ...read.article, origin }
      yield { kind: 'article', file: path, ...read, article: placed, content: contentName(placed) }
    }
    if (isOfMany && file.sidecar !== undefined)
      yield problem({ kind: 'fact', file: file.sidecar, reason: OF_MANY })
  } catch (error) {
    if (error instanceof Refusal) yield refused(path, error)
    else yield problem({ file: path, reason: readFailure(error, 'file') })
  }
}

const OF_MANY =
  'It states facts of one article, and the file beside it has many articles: state them in each record'

type FoundIn = Pick<ArticleFound, 'article' | 'unknownKeys'>

/** What stands beside an article comes before what its file states. */
const withFacts = <Found extends FoundIn>(found: Found, { facts, unknownKeys }: Sidecar): Found => ({
  ...found,
  article: { ...found.article, ...facts },
  unknownKeys: [...found.unknownKeys, ...unknownKeys]
})

const refused = (file: string, refusal: Refusal): FileEvent => {
  const { line, reason } = refusal
  if (refusal instanceof NoArticle) return problem({ kind: 'no-article', file, line, reason })
  if (!(refusal instanceof Withheld)) return problem({ file, line, reason })
  const { shownFrom } = refusal
  return {
    ...problem({ kind: 'withheld', file, line, reason }),
    ...(shownFrom !== undefined && { shownFrom })
  }
}

/** `line` is left out where it is unknown. */
export const problem = ({
  line,
  ...others
}: Omit<ArticleProblem, 'line'> & {
  readonly line?: number | undefined
}): Extract<FileEvent, { kind: 'problem' }> => ({
  kind: 'problem',
  problem: { ...others, ...(line !== undefined && { line }) }
})
