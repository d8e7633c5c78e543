import type { CompoundPart } from './compounds/splitter.js'

/** The parts of a word whose boundaries can be seen. */
export interface MarkedParts {
  readonly parts: readonly CompoundPart[]
  /** Are they what the word is only beside each other: `tv` and `2`, `oslo` and `kommune` of the city's domain? */
  readonly together: boolean
}

const DOMAIN = /^[^.]*\p{L}[^.]*(?:\.[^.]+)*\.(?:no|com|org|net|se|dk|eu|fi|uk|info|io|tv)$/u
const LETTERS_AND_DIGITS = /^(?:\p{L}+\d+|\d+\p{L}+)(?:\p{L}+|\d+)?$/u
const NAMING_SIGN = /^([\p{L}\d]{2,})(\+{1,2})$/u

/**
 * Parts that need no model, of a word as `wordForm` gives it; undefined for a word that has none, and for one that
 * only hyphens divide.
 *
 *     tv2 → tv, 2     257a → 257, a     rema1000 → rema, 1000
 *     d'arc → arc     val-d'isère → val, isère     o'brien → brien
 *     nrk.no → nrk    www.oslo.kommune.no → oslo, kommune
 *     vg+ → vg        c++, 2.5 → undefined
 */
export const markedParts = (word: string): MarkedParts | undefined => {
  if (/^[a-zæøå]*$/.test(word)) return undefined
  if (LETTERS_AND_DIGITS.test(word)) return { parts: partsBy(word, /\p{L}+|\d+/gu), together: true }
  if (DOMAIN.test(word)) {
    const host = word.slice(0, word.lastIndexOf('.'))
    return { parts: partsBy(host, /[^.]+/g).filter(({ word: label }) => label !== 'www'), together: true }
  }
  if (word.includes("'"))
    return {
      parts: partsBy(word, /[^-']+/g).filter(({ end }) => word[end] !== "'"),
      together: word.startsWith("o'")
    }
  const [, name] = NAMING_SIGN.exec(word) ?? []
  return name === undefined
    ? undefined
    : { parts: [{ start: 0, end: name.length, word: name }], together: true }
}

const partsBy = (word: string, pattern: RegExp): CompoundPart[] =>
  Array.from(word.matchAll(pattern), ({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
    word: part
  }))
