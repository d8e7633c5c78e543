import { isWholeWord } from './bound-parts.js'
import type { Stemmer } from '../stems/stemmer.js'
import type { CompoundPart, CompoundSplitter } from './splitter.js'

/**
 * Splits a word as its dictionary form is split, so that every inflection of a compound has the same parts; the last
 * part's `word` is a dictionary form too.
 *
 *     statsbudsjett, statsbudsjettet → stats budsjett      snøskredet → snø skred
 *
 * A word whose dictionary form is unknown, or has another spelling before its last part, is split by itself, and so is
 * one that only seems to be of a word that is whole: `sørgående`, of `sørge`.
 */
export const splitLemmas =
  (stem: Stemmer, isKnown: (word: string) => boolean, split: CompoundSplitter): CompoundSplitter =>
  (word, inner) => {
    const lemma = /[-.]/.test(word) || isWholeWord(word) ? word : stem(word)
    if (lemma === word || !isKnown(lemma)) return split(word, inner)
    const inside: CompoundPart[] = []
    const parts = split(lemma, inside)
    const last = parts.at(-1)
    if (parts.length === 0 && !isKnown(word)) {
      const own = split(word)
      if (isSure(own.at(-1), isKnown)) return split(word, inner)
    }
    if (!word.startsWith(lemma.slice(0, (last?.start ?? 0) + 1))) return split(word, inner)
    const inWord = (part: CompoundPart): CompoundPart =>
      part.end === lemma.length ? { ...part, end: word.length } : part
    inner?.push(...inside.map(inWord))
    return parts.map(inWord)
  }

/** Shorter ones are inflections by chance: `hjem|ler`, of hjemmel. */
const SHORTEST = 5

const isSure = (last: CompoundPart | undefined, isKnown: (word: string) => boolean): boolean =>
  last !== undefined && last.word.length >= SHORTEST && isKnown(last.word)
