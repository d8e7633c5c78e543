import { GrowableUint32 } from '../structures/growable.js'
import { sketchOf } from '../structures/min-hash.js'
import { ArticleStoreBuilder, type GatheredArticles } from './articles/article-store.js'
import { PositionsBuilder } from './positions/positions-builder.js'
import type { PositionTables } from './positions/positions.js'
import type { ReadArticle } from './read-article.js'
import type { WordId } from './words/vocabulary-tables.js'

/** Articles as they were read, one after another, in columns. */
export interface GatheredTables {
  readonly positions: PositionTables
  readonly articles: GatheredArticles
  /** By article: `SKETCH_SIZE` values, see `sketchOf`. */
  readonly sketches: Uint32Array
}

/** What words are numbered by. */
export interface WordCounter {
  /** Counts one occurrence. @param written where it has a capital though a small letter was to be expected */
  count(word: string, written?: string): WordId
}

/** Gathers articles; each gets the next number. */
export class ArticleGatherer {
  private readonly positions = new PositionsBuilder()
  private readonly articles = new ArticleStoreBuilder()
  private readonly sketches = new GrowableUint32()

  /** Numbers are below it. */
  get size(): number {
    return this.articles.size
  }

  add({ article, title, text, capitals }: ReadArticle, words: WordCounter): void {
    this.positions.add(title, text, {
      isInside: (field, start) => capitals[field].has(start),
      wordOf: (word, field, start) => words.count(word, capitals[field].get(start)),
      written: article
    })
    this.articles.add(article)
    this.sketches.pushAll(sketchOf(text.tokens.map(({ word }) => word)))
  }

  /** Adds what another one has gathered. @param wordOf by its words' numbers: theirs here */
  addAll({ positions, articles, sketches }: GatheredTables, wordOf: (word: number) => WordId): void {
    this.positions.addAll({ ...positions, words: positions.words.map(wordOf) })
    this.articles.addAll(articles)
    this.sketches.pushAll(sketches)
  }

  /** In shared memory. Nothing may be added afterwards. */
  finish(): GatheredTables {
    return {
      positions: this.positions.finish(),
      articles: this.articles.finish(),
      sketches: this.sketches.finish()
    }
  }
}
