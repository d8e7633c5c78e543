import type { QueryMatch } from './match-table.js'

/** A place in an article where a word of the query is, or one that is like it. */
export interface Occurrence extends Omit<QueryMatch, 'field' | 'leastCase'> {
  /** See `PositionTables`. */
  readonly position: number
}

const SMALLEST = 256

/**
 * The occurrences of a query in an article, title before text, by position. In columns, which are filled again for each
 * article: a search reads a hundred of them.
 */
export class Occurrences {
  length = 0
  positions = new Uint32Array(SMALLEST)
  /** See `QueryMatch`. */
  terms = new Uint16Array(SMALLEST)
  grades = new Float32Array(SMALLEST)
  likeness = new Float32Array(SMALLEST)
  /** The grade where the word stands as it was typed, else 0. */
  typed = new Float32Array(SMALLEST)
  /** Number of the sentence in the article; −1 in the title. */
  sentences = new Int32Array(SMALLEST)

  add(
    position: number,
    sentence: number,
    { term, grade, likeness, typed }: Omit<Occurrence, 'position' | 'part'>
  ): void {
    if (this.length === this.positions.length) this.grow()
    const at = this.length++
    this.positions[at] = position
    this.terms[at] = term
    this.grades[at] = grade
    this.likeness[at] = likeness
    this.typed[at] = typed ? grade : 0
    this.sentences[at] = sentence
  }

  private grow(): void {
    const { positions, terms, grades, likeness, typed, sentences } = this
    const capacity = 2 * this.length
    ;(this.positions = new Uint32Array(capacity)).set(positions)
    ;(this.terms = new Uint16Array(capacity)).set(terms)
    ;(this.grades = new Float32Array(capacity)).set(grades)
    ;(this.likeness = new Float32Array(capacity)).set(likeness)
    ;(this.typed = new Float32Array(capacity)).set(typed)
    ;(this.sentences = new Int32Array(capacity)).set(sentences)
  }
}
