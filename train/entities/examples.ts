import { featureHash } from '../../src/entities/recogniser/feature-weights.js'
import type { HashRows } from './hash-rows.js'

/** No other question has this number. */
const NEWS = 1 << 12

/** Sentences as the rows of features that their tokens have. */
export class Examples {
  features = new Int32Array(1 << 22)
  private length = 0
  /** Where each token's features begin, and where the last one's end. */
  readonly tokens: number[] = []
  /** Where each sentence's tokens begin, and where the last one's end. */
  readonly sentences: number[] = []
  readonly labels: number[] = []

  /** The features that only sentences of news have, by the features that they are added to. */
  readonly newsFeatures = new Map<number, number>()
  private isNews = false

  constructor(private readonly rows: HashRows) {}

  beginSentence(isNews: boolean): void {
    this.isNews = isNews
    this.sentences.push(this.labels.length)
  }

  beginToken(label: number): void {
    this.tokens.push(this.length)
    this.labels.push(label)
  }

  /** Adds a feature to the token that was begun last; in news also what it tells of news alone. */
  add(hash: number): void {
    this.push(hash)
    if (!this.isNews) return
    const own = featureHash(NEWS, hash)
    this.newsFeatures.set(hash, own)
    this.push(own)
  }

  private push(hash: number): void {
    if (this.length === this.features.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.features)
      this.features = larger
    }
    this.features[this.length++] = this.rows.rowFor(hash)
  }

  finish(): void {
    this.sentences.push(this.labels.length)
    this.tokens.push(this.length)
  }

  /** Forgets the features that fewer tokens have, and numbers the others anew. @returns their old rows */
  dropRare(rows: number, leastSeen: number): Int32Array {
    const seen = new Int32Array(rows)
    for (let i = 0; i < this.length; i++) seen[this.features[i]!]!++
    const kept = Int32Array.from(seen.keys()).filter((row) => seen[row]! >= leastSeen)
    const numbers = new Int32Array(rows).fill(-1)
    kept.forEach((row, number) => (numbers[row] = number))
    let to = 0
    for (let token = 0; token < this.labels.length; token++) {
      const from = this.tokens[token]!
      this.tokens[token] = to
      for (let i = from; i < this.tokens[token + 1]!; i++) {
        const number = numbers[this.features[i]!]!
        if (number >= 0) this.features[to++] = number
      }
    }
    this.tokens[this.labels.length] = to
    this.length = to
    return kept
  }
}
