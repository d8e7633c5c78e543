import type { Language, SourceArticle } from '../../articles/article.js'

/** An article as the service answers with it. */
export interface Article extends SourceArticle {
  readonly title: string
  readonly language: Language
  /** Words and numbers of the text. */
  readonly wordCount: number
}

type Stated = Omit<Article, 'text'>

/**
 * The articles of a generation by their dense number. Texts lie outside the JavaScript heap, as UTF-8; one is
 * decoded when it is asked for.
 */
export class ArticleStore {
  private readonly articles: Stated[] = []
  private readonly texts: Buffer[] = []
  private readonly numbers = new Map<string, number>()

  get size(): number {
    return this.articles.length
  }

  /** Gives the article's dense number. */
  add({ text, ...stated }: Article): number {
    const number = this.articles.push(stated) - 1
    this.texts.push(Buffer.from(text, 'utf8'))
    this.numbers.set(stated.id, number)
    return number
  }

  /** The dense number of the article with this id. */
  find(id: string): number | undefined {
    return this.numbers.get(id)
  }

  /** All but the text, without decoding it. */
  stated(number: number): Stated {
    return this.articles[number]!
  }

  text(number: number): string {
    return this.texts[number]!.toString('utf8')
  }

  article(number: number): Article {
    return { ...this.stated(number), text: this.text(number) }
  }
}
