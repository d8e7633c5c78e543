import type { ArticleEvent, ArticleProblem } from '../articles/article.js'
import { readArticles } from '../articles/read-articles.js'
import type { UniqueIds } from '../articles/unique-ids.js'
import { readRules } from '../entities/rules/read-rules.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { FolderFiles } from './folder-files.js'

/** Where the articles of a collection come from. */
export interface ArticleSource {
  /** What the user decides of entities, and which rules were left out. */
  rules(): Promise<{ readonly rules: EntityRules; readonly problems: readonly ArticleProblem[] }>
  /** One after the other; ids are unique. @param ids gets those that are taken */
  articles(ids?: UniqueIds): AsyncIterable<ArticleEvent>
  /** The files that they come from, which can change one by one; absent: articles never change. */
  readonly files?: Pick<FolderFiles, 'folder' | 'all' | 'at' | 'read' | 'namesState'>
}

/** @throws {ArticleFolderError} when it is read, where the folder cannot be read at all */
export const folderSource = (folder: string): ArticleSource => ({
  rules: () => readRules(folder),
  articles: (ids) => readArticles(folder, ids),
  files: new FolderFiles(folder)
})
