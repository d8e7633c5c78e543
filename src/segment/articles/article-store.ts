import { buildStringTable, Strings, type StringTable } from '../../structures/string-table.js'
import { TextColumnBuilder, Texts, type TextColumn } from '../../structures/texts.js'
import type { Article } from '../read-article.js'

/** An article without its text. */
export type ArticleFacts = Omit<Article, 'text'>

/** The articles of a segment by their dense numbers. */
export interface ArticleTables {
  /** Finds a number by the article's id. */
  readonly ids: StringTable
  readonly texts: TextColumn
  /** All but id and text, as JSON: what an article states needs no column here. */
  readonly facts: TextColumn
}

/** Gathers articles one by one. */
export class ArticleStoreBuilder {
  private readonly ids: string[] = []
  private readonly texts = new TextColumnBuilder()
  private readonly facts = new TextColumnBuilder()
  private readonly removed = new Set<number>()

  get size(): number {
    return this.ids.length
  }

  /** Adds an article, or puts it in the place of the one with this number, which is below `size` or is it. */
  set(number: number, { id, text, ...facts }: Article): void {
    this.ids[number] = id
    this.texts.set(number, text)
    this.facts.set(number, JSON.stringify(facts))
    this.removed.delete(number)
  }

  remove(number: number): void {
    this.removed.add(number)
    this.texts.set(number, '')
  }

  isRemoved(number: number): boolean {
    return this.removed.has(number)
  }

  finish(): ArticleTables {
    return {
      ids: buildStringTable(this.ids, (number) => !this.removed.has(number)),
      texts: this.texts.finish(),
      facts: this.facts.finish()
    }
  }
}

/** Reads the articles of a segment; what is asked for is decoded then. */
export class ArticleStore {
  private readonly ids: Strings
  private readonly texts: Texts
  private readonly factTexts: Texts

  /** @param isRemoved articles that are not found by their ids */
  constructor(
    { ids, texts, facts }: ArticleTables,
    private readonly isRemoved: (number: number) => boolean = () => false
  ) {
    this.ids = new Strings(ids)
    this.texts = new Texts(texts)
    this.factTexts = new Texts(facts)
  }

  get size(): number {
    return this.ids.size
  }

  /** The number of the article with this id; undefined where there is none. */
  find(id: string): number | undefined {
    return this.ids.find(id, (number) => !this.isRemoved(number))
  }

  id(number: number): string {
    return this.ids.text(number)
  }

  /** All but the text, without decoding it. */
  facts(number: number): ArticleFacts {
    return { id: this.id(number), ...(JSON.parse(this.factTexts.text(number)) as Omit<ArticleFacts, 'id'>) }
  }

  text(number: number): string {
    return this.texts.text(number)
  }

  article(number: number): Article {
    return { ...this.facts(number), text: this.text(number) }
  }
}
