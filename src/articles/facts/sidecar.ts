import type { ArticleProblem } from '../article.js'
import type { ArticleFile } from '../folder/article-file.js'
import { openFile } from '../folder/open-file.js'
import { readFailure } from '../folder/read-failure.js'
import { Refusal, Withheld } from '../refusal.js'
import { readText } from '../text/article-text.js'
import type { FactNames } from './fact-names.js'
import { yamlBlock } from './front-matter-blocks.js'
import { parseFacts, type StatedFacts } from './stated-facts.js'

export interface Sidecar {
  /** They come before what the article's own file states. */
  readonly facts: StatedFacts
  readonly unknownKeys: readonly string[]
  /** Of the sidecar, by its own path and lines. */
  readonly problems: readonly ArticleProblem[]
}

const NONE: Sidecar = { facts: {}, unknownKeys: [], problems: [] }

/**
 * Reads the facts of an article from a file beside it, so that the article's own file need not be touched:
 * `leder.yaml` beside `leder.txt`, with the keys of front matter and no fences.
 *
 *     published: 2019-11-28
 *     source: Avisa
 *
 * What is wrong in it costs a fact, or all of them, and never the article.
 *
 * @throws {Withheld} where it says that the article is not to be shown, or not now
 */
export const readSidecar = async (folder: string, file: ArticleFile, names: FactNames): Promise<Sidecar> => {
  const path = file.sidecar
  if (path === undefined) return NONE
  const wrong = (reason: string, line?: number): ArticleProblem => ({
    kind: 'fact',
    file: path,
    ...(line !== undefined && { line }),
    reason
  })
  try {
    const { text, notices } = readText(
      await openFile(folder, { ...file, path, gzipped: false }, names).bytes()
    )
    const block = yamlBlock(text, 0)
    const stated = parseFacts(block.record, { ...(block.lineOf && { lineOf: block.lineOf }), names })
    const problems: ArticleProblem[] = [...notices, ...block.wrong, ...stated.notices].map(
      ({ kind, reason, line }) => ({ ...wrong(reason, line), kind })
    )
    if (problems.length === 0 && text.trim() !== '' && Object.keys(block.record).length === 0)
      problems.push(wrong('It states no facts: write a key and a value a line, such as `source: Avisa`'))
    return { facts: stated.facts, unknownKeys: stated.unknownKeys, problems }
  } catch (error) {
    if (error instanceof Withheld) throw error
    const [reason, line] =
      error instanceof Refusal ? [error.reason, error.line] : [readFailure(error, 'file'), undefined]
    return { ...NONE, problems: [wrong(reason, line)] }
  }
}
