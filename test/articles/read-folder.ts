import type { ArticleProblem, Ignored, SourceArticle } from '../../src/articles/article.js'
import { readArticles } from '../../src/articles/read-articles.js'

/** What is passed by in a folder. */
export const ignoredIn = async (folder: string): Promise<Ignored | undefined> => {
  let ignored: Ignored | undefined
  for await (const event of readArticles(folder)) if (event.kind === 'ignored') ignored = event.ignored
  return ignored
}

/** All that is in a folder, articles (but for where they come from) and problems each in their order. */
export const readFolder = async (folder: string) => {
  const articles: SourceArticle[] = []
  const problems: ArticleProblem[] = []
  for await (const event of readArticles(folder)) {
    if (event.kind === 'article') articles.push(withoutOrigin(event.article))
    else if (event.kind === 'problem') problems.push(event.problem)
  }
  return { articles, problems }
}

const withoutOrigin = (article: SourceArticle): SourceArticle =>
  Object.fromEntries(Object.entries(article).filter(([key]) => key !== 'origin')) as unknown as SourceArticle
