import type { ArticleEvent, ArticleProblem } from '../articles/article.js'
import { folderFingerprint } from '../articles/folder/fingerprint.js'
import { readArticles } from '../articles/read-articles.js'
import { readRules } from '../entities/rules/read-rules.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'

/** Where the articles of a collection come from. */
export interface ArticleSource {
  /** What the user decides of entities, and which rules were left out. */
  rules(): Promise<{ readonly rules: EntityRules; readonly problems: readonly ArticleProblem[] }>
  /** One after the other; ids are unique. */
  articles(): AsyncIterable<ArticleEvent>
  /** Names the state of the source: the same while nothing in it changes. Absent: it cannot tell. */
  fingerprint?(): Promise<string>
}

/** @throws {ArticleFolderError} when it is read, where the folder cannot be read at all */
export const folderSource = (folder: string): ArticleSource => ({
  rules: () => readRules(folder),
  articles: () => readArticles(folder),
  fingerprint: () => folderFingerprint(folder)
})
