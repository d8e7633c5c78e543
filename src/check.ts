import type { ArticleProblem, Ignored, ProblemKind } from './articles/article.js'
import { mostFrequent } from './articles/folder/counts.js'
import { folderSource, type ArticleSource } from './collection/article-source.js'
import { isFault } from './collection/strict.js'

/** How many places are named of each reason. */
const PLACES = 5
/** How many kinds of files, or keys, are named. */
const NAMED = 20

const OUTCOMES: readonly (readonly [ProblemKind | undefined, string])[] = [
  [undefined, 'left out'],
  ['withheld', 'not to be shown now'],
  ['no-article', 'no articles'],
  ['fact', 'read without a fact'],
  ['changed', 'read, but not as they say'],
  ['setting', 'without effect in the files that say how articles are read']
]

export interface CheckReport {
  /** For a person: what would be read and what not, why, and how to fix it. */
  readonly text: string
  /** Whether `--strict` would serve the folder. */
  readonly isGood: boolean
}

/**
 * Reads a folder as `serve` would, and indexes nothing.
 *
 * @throws {ArticleFolderError} where the folder cannot be read at all
 */
export const checkFolder = async (from: string | ArticleSource): Promise<CheckReport> => {
  const source = typeof from === 'string' ? folderSource(from) : from
  const problems: ArticleProblem[] = [...(await source.rules()).problems]
  let ignored: Ignored = { files: new Map(), keys: new Map() }
  let articles = 0
  for await (const event of source.articles()) {
    if (event.kind === 'article') articles++
    else if (event.kind === 'problem') problems.push(event.problem)
    else ignored = event.ignored
  }
  const sections = [`${articles} articles would be served.`, ...problemReport(problems, ignored)]
  return {
    text: `${sections.join('\n\n')}\n`,
    isGood: !problems.some(isFault)
  }
}

/** What was not read as it is, why and where: sections for a person. */
export const problemReport = (
  problems: readonly ArticleProblem[],
  { files, keys }: Ignored
): readonly string[] => [
  ...OUTCOMES.flatMap(([kind, outcome]) =>
    section(
      outcome,
      problems.filter((problem) => problem.kind === kind)
    )
  ),
  ...(files.size > 0 ? [`Files of other kinds, ignored: ${counts(mostFrequent(files, NAMED))}`] : []),
  ...(keys.size > 0 ? [`Keys that state no known fact: ${counts(mostFrequent(keys, NAMED))}`] : [])
]

const counts = (most: Readonly<Record<string, number>>): string =>
  Object.entries(most)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

/** The reasons of one outcome, the most frequent first, each with some of its places. */
const section = (outcome: string, problems: readonly ArticleProblem[]): readonly string[] => {
  if (problems.length === 0) return []
  const byReason = new Map<string, ArticleProblem[]>()
  for (const problem of problems) {
    const kind = reasonKind(problem.reason)
    byReason.set(kind, [...(byReason.get(kind) ?? []), problem])
  }
  const reasons = [...byReason.values()].sort((a, b) => b.length - a.length).map(shown)
  return [`${problems.length} ${outcome}:\n${reasons.join('\n')}`]
}

/** A reason without the values that differ from file to file: what is in quotes, ids, numbers. */
const reasonKind = (reason: string): string =>
  reason
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/(?<=\bid |is )`[^`]*`/g, '`…`')
    .replace(/taken by .*?, so/, 'taken by …, so')
    .replace(/\d+/g, '…')

const shown = (alike: readonly ArticleProblem[]): string => {
  const places = alike
    .slice(0, PLACES)
    .map(({ file, line }) => `      ${file}${line === undefined ? '' : `, line ${line}`}`)
  const others = alike.length - places.length
  return [
    `  ${alike.length} × ${alike[0]!.reason}`,
    ...places,
    ...(others > 0 ? [`      … and ${others} more`] : [])
  ].join('\n')
}
