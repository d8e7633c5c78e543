import { Strings, type StringTable } from '../../structures/string-table.js'
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

/** The same before the articles can be found by their ids. */
export interface GatheredArticles extends Omit<ArticleTables, 'ids'> {
  readonly ids: TextColumn
}

/** Gathers articles one by one. */
export class ArticleStoreBuilder {
  private readonly ids = new TextColumnBuilder()
  private readonly texts = new TextColumnBuilder()
  private readonly facts = new TextColumnBuilder()

  get size(): number {
    return this.ids.size
  }

  add({ id, text, ...facts }: Article): void {
    this.ids.add(id)
    this.texts.add(text)
    this.facts.add(JSON.stringify(facts))
  }

  addAll({ ids, texts, facts }: GatheredArticles): void {
    this.ids.addAll(ids)
    this.texts.addAll(texts)
    this.facts.addAll(facts)
  }

  finish(): GatheredArticles {
    return { ids: this.ids.finish(), texts: this.texts.finish(), facts: this.facts.finish() }
  }
}

/** Reads articles by their dense numbers. */
export type ArticleReader = Pick<ArticleStore, 'size' | 'find' | 'id' | 'facts' | 'text' | 'article'>

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
