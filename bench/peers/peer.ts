/** A passage that was found. */
export interface FoundPassage {
  readonly articleId: string
  readonly text: string
}

/** A text to be found, an article or a passage of one. */
export interface Item {
  readonly id: string
  readonly text: string
}

/** Another engine, set up for Norwegian as well as it can be. */
export interface Peer {
  readonly name: string
  /** Makes the items findable, in place of those before. */
  load(items: readonly Item[]): Promise<void>
  /** Ids of the best `size` items that hold any word of the query. */
  search(query: string, size: number): Promise<string[]>
  /** The best passages of the articles; absent where the engine has to search passages as items of their own. */
  passages?(query: string): Promise<readonly FoundPassage[]>
  close(): Promise<void>
}

/** Words as peers without a tokenizer for Norwegian are given them. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
