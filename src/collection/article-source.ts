import type { ArticleEvent, ArticleProblem } from '../articles/article.js'
import { readArticles } from '../articles/read-articles.js'
import { readRules } from '../entities/rules/read-rules.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'

/** Where the articles of a collection come from. */
export interface ArticleSource {
  /** What the user decides of entities, and which rules were left out. */
  rules(): Promise<{ readonly rules: EntityRules; readonly problems: readonly ArticleProblem[] }>
  /** One after the other; ids are unique. */
  articles(): AsyncIterable<ArticleEvent>
}

/** @throws {ArticleFolderError} when it is read, where the folder cannot be read at all */
export const folderSource = (folder: string): ArticleSource => ({
  rules: () => readRules(folder),
  articles: () => readArticles(folder)
})
