import type { CompletionKind } from './index/collection-completions.js'
import type { Completion } from './index/completions.js'
import type { SearchIndex } from './index/search-index.js'

export interface Suggestion extends Completion {
  readonly kind: CompletionKind
}

/**
 * What a person may be typing: words that complete the last one, the frequent ones first, then titles that begin with all of
 * it. Half of the suggestions are words, more where there are few titles, and the other way.
 */
export const suggest = (index: SearchIndex, prefix: string, size: number): Suggestion[] => {
  const { title, word } = index.completions
  const [before, last] = splitLast(prefix)
  const words = last === '' ? [] : word.find(last, size)
  const titles = title.find(prefix, size)
  const wordCount = Math.max(Math.ceil(size / 2), size - titles.length)
  return [
    ...words
      .slice(0, wordCount)
      .map(({ text, count }) => ({ text: before + text, kind: 'word' as const, count })),
    ...titles.map(({ text, count }) => ({ text, kind: 'title' as const, count }))
  ].slice(0, size)
}

/** `kommunal dig` → `kommunal `, `dig` */
const splitLast = (prefix: string): readonly [string, string] => {
  const [last] = /\S*$/.exec(prefix) ?? ['']
  return [prefix.slice(0, prefix.length - last.length), last]
}
