import { getOr } from '../shared/get-or.js'
import type { Document, Reading } from './documents.js'

/** How likely a few dozen pages of one standard hold a word in each reading (`stå/verb`). */
interface Presence {
  readonly standard: 'nb' | 'nn'
  /** Reading (lemma and class) → share of chunks. */
  readonly readings: Map<string, number>
}

/** Words in a chunk of text, about as many as in the parts that the measure is taken on. */
const CHUNK = 35_000

/** Is it of one of the classes that inflect? */
export const inflects = (reading: Reading): boolean =>
  reading.wordClass === 'noun' || reading.wordClass === 'verb' || reading.wordClass === 'adjective'

/** A form or a lemma of one word class: `vise/noun` and `vise/verb` are two. */
export const inClass = (word: string, wordClass: string): string => `${word}/${wordClass}`

/** What `pairScore` gains where two words share a stem, by how the treebank has them. */
export class PairWorth {
  private readonly presence = new Map<string, Presence[]>()

  /** @param keyOf the word that a reading is counted as: its form, or its form in its class */
  constructor(
    documents: readonly Document[],
    private readonly keyOf: (reading: Reading) => string
  ) {
    for (const standard of ['nb', 'nn'] as const)
      this.count(
        documents.filter((document) => document.standard === standard),
        standard
      )
  }

  /** Does the treebank have the word? */
  has(word: string): boolean {
    return this.presence.has(word)
  }

  /** Right pairs less wrong ones that a text has if the two words share a stem. */
  of(a: string, b: string): number {
    let sum = 0
    for (const x of this.presence.get(a) ?? [])
      for (const y of this.presence.get(b) ?? []) if (x.standard === y.standard) sum += pairWorth(x, y)
    return sum
  }

  /** How likely such a text has the form as one of the lemma's: the two are one more pair of `pairShare`. */
  ofLemma(form: string, lemma: string): number {
    let sum = 0
    for (const { readings } of this.presence.get(form) ?? [])
      for (const [reading, share] of readings) if (reading.startsWith(`${lemma}/`)) sum += share
    return sum
  }

  /** How likely such a text has the word. */
  presenceOf(word: string): number {
    let sum = 0
    for (const { readings } of this.presence.get(word) ?? []) sum += Math.max(...readings.values())
    return sum
  }

  private count(documents: readonly Document[], standard: 'nb' | 'nn'): void {
    const seen = new Map<string, Map<string, Set<number>>>()
    let position = 0
    for (const { readings } of documents)
      for (const reading of readings) {
        const chunk = Math.floor(position++ / CHUNK)
        if (!inflects(reading)) continue
        const byReading = getOr(seen, this.keyOf(reading), () => new Map<string, Set<number>>())
        getOr(byReading, inClass(reading.lemma, reading.wordClass), () => new Set<number>()).add(chunk)
      }
    const chunks = Math.ceil(position / CHUNK)
    for (const [word, byReading] of seen) {
      const readings = new Map([...byReading].map(([key, set]) => [key, set.size / chunks]))
      getOr(this.presence, word, () => []).push({ standard, readings })
    }
  }
}

const pairWorth = (x: Presence, y: Presence): number => {
  let right = 0
  let together = 0
  for (const [a, p] of x.readings)
    for (const [b, q] of y.readings) {
      if (a === b) right = Math.max(right, p * q)
      if (a.slice(a.indexOf('/')) === b.slice(b.indexOf('/'))) together = Math.max(together, p * q)
    }
  return right - Math.max(0, together - right)
}
