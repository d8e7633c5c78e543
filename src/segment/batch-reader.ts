import type { Models } from '../analysis/models.js'
import type { SourceArticle } from '../articles/article.js'
import { contentDigest } from '../articles/content.js'
import { GrowableUint8 } from '../structures/growable.js'
import { ArticleGatherer, type GatheredTables } from './article-gatherer.js'
import { readArticle } from './read-article.js'
import { NewWords, type NewWordTables } from './words/new-words.js'

/** Some articles as a thread has read them: plain tables in shared memory. Words are numbered as the reader does. */
export interface ReadBatch {
  readonly gathered: GatheredTables
  readonly words: NewWordTables
  /** By article, see `contentDigest`. */
  readonly digests: Uint8Array
}

/**
 * Reads articles for a `GenerationBuilder` in another thread. A word is analysed, and is in the batch, when it is met
 * for the first time.
 */
export class BatchReader {
  private readonly words: NewWords

  constructor(private readonly models: Models) {
    this.words = new NewWords(models.analyzeAnew)
  }

  read(sources: readonly SourceArticle[]): ReadBatch {
    const gatherer = new ArticleGatherer()
    const digests = new GrowableUint8()
    for (const source of sources) {
      gatherer.add(readArticle(source, this.models), this.words)
      digests.pushAll(contentDigest(source))
    }
    return { gathered: gatherer.finish(), words: this.words.take(), digests: digests.finish() }
  }
}
