import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lines } from '../shared/lines.js'
import { reviewTexts } from '../shared/reviews.js'

/** A word of nynorsk counts this many times, since there is so much less nynorsk than bokmål. */
const NYNORSK_WEIGHT = 8

export interface WordCounts {
  /** How often each word is written in lower case, so without names. */
  readonly words: ReadonlyMap<string, number>
  /**
   * Words that are nearly always written with a capital inside sentences, in lower case: `stortinget`, `washington`.
   */
  readonly names: readonly string[]
}

/** Counts the words of reviews and news. */
export const countWords = (data: string): WordCounts => {
  const counts = new Map<string, number>()
  const capitals = new Map<string, number>()
  const read = (text: string, weight: number): void => {
    for (const word of text.match(/[\p{L}\p{N}_-]+/gu) ?? [])
      if (WORD.test(word)) counts.set(word, (counts.get(word) ?? 0) + weight)
    for (const [name] of text.matchAll(NAME))
      capitals.set(name.toLowerCase(), (capitals.get(name.toLowerCase()) ?? 0) + 1)
  }
  for (const text of reviewTexts(data)) read(text, 1)
  for (const line of lines(readFileSync(path.join(data, 'nb-nn', 'train.tsv')))) {
    const [bokmaal = '', nynorsk = ''] = line.split('\t')
    read(bokmaal, 1)
    read(nynorsk, NYNORSK_WEIGHT)
  }
  for (const [standard, weight] of [['nb', 1] as const, ['nn', NYNORSK_WEIGHT] as const])
    for (const line of lines(readFileSync(path.join(data, 'norne', `${standard}-train.conll`))))
      read(line.split('\t')[0]!, weight)
  const isName = (word: string, count: number): boolean =>
    count >= LEAST_NAME && count > CAPITALS_PER_SMALL * (counts.get(word) ?? 0)
  return {
    words: counts,
    names: [...capitals].filter(([word, count]) => isName(word, count)).map(([word]) => word)
  }
}

/** A name is written with a capital inside sentences this often, and this many times as often as without. */
const LEAST_NAME = 10
const CAPITALS_PER_SMALL = 4
/** After a small letter and a blank, so not at the start of a sentence. */
const NAME = /(?<=\p{Ll} )\p{Lu}\p{Ll}{5,}(?![\p{L}\p{N}_-])/gu

const WORD = /^[a-zæøåéàôòèüöäêóçñ]{2,}$/
