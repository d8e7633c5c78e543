import type { ArticleFacts, ArticleReader } from '../../../segment/articles/article-store.js'
import type { Article } from '../../../segment/read-article.js'
import type { StoredArticle } from './stored-article.js'

/** A few articles by their places, as they were read from the cluster: most of them are ranked and not shown. */
export class SmallArticles implements ArticleReader {
  constructor(private readonly stored: readonly StoredArticle[]) {}

  get size(): number {
    return this.stored.length
  }

  find(id: string): number | undefined {
    const number = this.stored.findIndex(({ article }) => article.id === id)
    return number < 0 ? undefined : number
  }

  id(number: number): string {
    return this.article(number).id
  }

  facts(number: number): ArticleFacts {
    const facts: { text?: string } & ArticleFacts = { ...this.article(number) }
    delete facts.text
    return facts
  }

  text(number: number): string {
    return this.article(number).text
  }

  article(number: number): Article {
    return this.stored[number]!.article
  }
}
