import type { Notice, SourceArticle } from '../article.js'
import type { FactNames } from '../facts/fact-names.js'
import { Refusal } from '../refusal.js'

/** A kind of file that holds articles: a row of the registry in `formats.ts`. */
export interface ArticleFormat {
  /**
   * Reads a file as a stream: its one article, or each of many, and a refusal for each record that is left out.
   *
   * @throws {Refusal} where the file, or the rest of it, is no such file. What else is thrown is a failure to read
   * the file (see `read-failure.ts`). Both are reported with the file's path.
   */
  readonly read: (file: OpenFile) => AsyncGenerator<Found, void>
}

/** One article of a file, or why a record of it is left out, with the record's line. */
export type Found = FoundArticle | Refusal

export interface FoundArticle {
  readonly article: SourceArticle
  /** The record's line, 1-based; absent where the file is one article. */
  readonly line?: number
  /** Keys that are stated and not known. */
  readonly unknownKeys: readonly string[]
  /** What is wrong with it all the same. */
  readonly notices: readonly Notice[]
  /** When it expires, in milliseconds since 1970; absent where it does not. */
  readonly shownUntil?: number
}

/** The content of a file, unzipped where it is gzipped. Either of the two is called, once. */
export interface OpenFile {
  /** The path without its extensions: the id of an article that states none is made of it. */
  readonly name: string
  /** The keys that facts are stated under. */
  readonly names: FactNames
  /**
   * The bytes as they come off the disk. Where a gzipped file is cut short, all that can be unzipped comes before the
   * error.
   */
  readonly chunks: () => AsyncIterable<Buffer>
  /** All of the bytes. @throws {Refusal} where there are more than `MAX_ARTICLE_BYTES` */
  readonly bytes: () => Promise<Uint8Array>
}

/** Whole laws and books have a tenth of it; what has more is something else, and might not fit in memory. */
export const MAX_ARTICLE_BYTES = 100 * 1000 * 1000

/** @param line of the article in its file, 1-based, where it is one of many */
export const tooLarge = (line?: number): Refusal =>
  new Refusal('The article is larger than 100 MB: split it, or put each article on a line of its own', line)

/** @param line of the article where what can be read of a file ends */
export const tooLargeToGoOn = (line?: number): Refusal =>
  new Refusal(
    'The article is larger than 100 MB, and what follows in the file is not read: ' +
      'split it, or put each article in a file of its own',
    line
  )
