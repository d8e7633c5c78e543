import { gramIdf, gramShare, gramsOf } from '../../../segment/words/gram-index.js'
import { LEAST_SIMILAR } from '../../../segment/words/vocabulary.js'
import type { LocalWords, SimilarWords } from './local-words.js'
import type { LookupRequest } from './lookup-query.js'

interface SimilarSource {
  /** The answer to a request; undefined where it is not known yet, which makes it pending. */
  readonly answer: (request: LookupRequest) => object | undefined
  /** All words, where they are in this process. */
  readonly local: LocalWords | undefined
  /** Is called when words were found that were not known. */
  readonly found: () => void
}

/** Looks up the words that are similar to those of one query. */
export class SimilarLookup {
  private readonly known = new Map<string, SimilarWords>()
  private readonly list: string[] = []

  constructor(private readonly source: SimilarSource) {}

  /** All that were found; those that are found next come behind them. */
  get all(): readonly string[] {
    return this.list
  }

  /** The words that look like one, with the share of its grams that each has; none where that is not known yet. */
  of(word: string): SimilarWords {
    const known = this.known.get(word)
    if (known !== undefined) return known
    const found = this.source.local?.similarWords(word) ?? this.foundInCluster(word)
    if (found === undefined) return []
    this.known.set(word, found)
    this.list.push(...found.map(([other]) => other))
    this.source.found()
    return found
  }

  private foundInCluster(word: string): SimilarWords | undefined {
    const grams = this.grams(word)
    if (grams === undefined) return undefined
    if (grams.size === 0) return []
    const found = this.source.answer({ kind: 'similar', word, grams: [...grams] })
    return (found as { readonly words: readonly string[] } | undefined)?.words
      .map((other) => [other, gramShare(other, grams)] as const)
      .filter(([, share]) => share >= LEAST_SIMILAR)
  }

  /** The idf of each gram of a word; undefined where that is not known yet. */
  private grams(word: string): ReadonlyMap<number, number> | undefined {
    const size = this.wordsWithGram()
    const counts = gramsOf(word).map((gram) => [gram, this.wordsWithGram(String(gram))] as const)
    const grams = new Map<number, number>()
    for (const [gram, count] of counts) {
      if (size === undefined || count === undefined) return undefined
      const idf = gramIdf(count, size)
      if (idf > 0) grams.set(gram, idf)
    }
    return grams
  }

  private wordsWithGram(value?: string): number | undefined {
    const request: LookupRequest = { kind: 'grams', ...(value !== undefined && { value }) }
    return (this.source.answer(request) as { readonly count: number } | undefined)?.count
  }
}
