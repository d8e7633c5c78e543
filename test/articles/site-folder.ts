import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import type { ArticleProblem, SourceArticle } from '../../src/articles/article.js'
import { ignoredIn, readFolder } from './read-folder.js'

export interface Site {
  /** Content by path. */
  readonly files: Readonly<Record<string, string>>
  /** What each article is to have, by id; none beside them is served. */
  readonly served: Readonly<Record<string, Partial<SourceArticle>>>
  /**
   * What is told of files, left out or served all the same: the kind of the problem, undefined for a refusal, and a
   * part of its reason.
   */
  readonly told?: readonly (readonly [file: string, kind: ArticleProblem['kind'], reason: RegExp])[]
  /** How many files of other kinds there are, by extension. */
  readonly passedBy?: Readonly<Record<string, number>>
}

/** What stands in no text. */
const MARKS = /\{\{|\}\}|\{%|%\}|:::|\[\[|\]\]|%%|<!--|^(?:import|export) |<\/?\w|\[\^|&\w+;|\{[:#]/m

/** Reads a folder, and looks at all that is told of it. */
export const testSite = (name: string, { files, served, told = [], passedBy = {} }: Site): void => {
  void t.test(name, async (t: Test) => {
    const folder = t.testdir({})
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    const { articles, problems } = await readFolder(folder)
    t.strictSame(articles.map(({ id }) => id).sort(), Object.keys(served).sort(), 'who is served, by id')
    for (const article of articles) {
      t.match(article, served[article.id] ?? {}, article.id)
      t.notMatch(article.text, MARKS, `${article.id}: only text`)
      t.ok(article.text.trim().length > 0)
    }
    t.equal(problems.length, told.length, 'all that is told of')
    for (const { file, kind, reason } of problems)
      t.ok(
        told.some((one) => one[0] === file && one[1] === kind && one[2].test(reason)),
        `${file}: ${kind ?? 'refused'}, ${reason}`
      )
    t.strictSame(Object.fromEntries((await ignoredIn(folder))?.files ?? []), passedBy, 'what is passed by')
  })
}

export const NEXT_YEAR = String(new Date().getFullYear() + 1)
