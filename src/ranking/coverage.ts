import type { Evidence } from './evidence.js'
import type { Occurrences } from './occurrences.js'

/** A column of `Occurrences` that says how good each one is. */
export type Grades = keyof Pick<Occurrences, 'grades' | 'likeness' | 'typed'>

/**
 * The idf of the query's words in a stretch of the article, each at its best grade there, for many stretches at once.
 */
export class Coverage {
  private readonly terms: Uint16Array
  private readonly grades: Float32Array
  private readonly share: Float64Array
  private readonly best: Float64Array
  private sum = 0

  constructor({ occurrences, share, scratch }: Evidence, grades: Grades) {
    this.terms = occurrences.terms
    this.grades = occurrences[grades]
    this.share = share
    this.best = scratch.fill(0)
  }

  /** Of the occurrences from index `from` to before `to`, 0–1. */
  of(from: number, to: number): number {
    this.sum = 0
    for (let i = from; i < to; i++) this.add(this.terms[i]!, this.grades[i]!)
    for (let i = from; i < to; i++) this.best[this.terms[i]!] = 0
    return this.sum
  }

  private add(term: number, grade: number): void {
    const better = grade - this.best[term]!
    if (better <= 0) return
    this.sum += better * this.share[term]!
    this.best[term] = grade
  }
}
