import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Standard } from '../shared/treebank.js'

/** A compound of the dictionary with its outermost boundary. */
export interface GoldCompound {
  readonly word: string
  /** Where the head begins: 19 in `digitaliserings|strategi`. */
  readonly boundary: number
  /** The head as it stands in the word: `strategi`. */
  readonly head: string
  /** The modifier's dictionary form; without its hyphen where it is a combining form: `lege-` → `lege`. */
  readonly modifierLemma: string
  /** Is it no word of its own: `lege-`, `hoved-`? */
  readonly isCombining: boolean
}

/** Lines of word, split (`digitaliserings*strategi`), head, its class, modifier, its class. */
export const readGold = (data: string, standard: Standard): GoldCompound[] =>
  readFileSync(path.join(data, 'compounds', `${standard}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([word, split]) => /^\p{Ll}+$/u.test(word!) && split!.includes('*'))
    .map(([word, split, , , modifier]) => {
      const boundary = split!.indexOf('*')
      return {
        word: word!,
        boundary,
        head: word!.slice(boundary),
        modifierLemma: modifier!.replace(/-$/, '').toLowerCase(),
        isCombining: modifier!.endsWith('-')
      }
    })
