/** What one question lets choose between, best first by impacts. */
export interface List {
  /** Names the article that the question is about: all its questions are of one fold. */
  readonly group: string
  /** A row of features for each choice. */
  readonly rows: Float32Array
  /** Which choices are right; none where the right one is not among them. */
  readonly right: readonly number[]
}

/** Lists of one kind, measured together. */
export interface ListSet {
  readonly name: string
  readonly lists: readonly List[]
}

export const FOLDS = 5

/** 0 to FOLDS − 1, the same every time (FNV-1a, mixed). */
export const foldOf = (group: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS
}

/** The features' values of a row, times their weights. */
export const scoreOf = (rows: Float32Array, row: number, weights: ArrayLike<number>): number => {
  let score = 0
  for (let i = 0; i < weights.length; i++) score += weights[i]! * rows[row * weights.length + i]!
  return score
}

/**
 * Place of the first right choice, 0 the best; undefined where there is none. Of equals the one before stays before.
 */
export const placeOf = ({ rows, right }: List, weights: ArrayLike<number>): number | undefined => {
  if (right.length === 0) return undefined
  const scores = Array.from({ length: rows.length / weights.length }, (_, row) => scoreOf(rows, row, weights))
  const best = right.reduce((a, b) => (scores[b]! > scores[a]! ? b : a))
  return scores.filter((score, row) => score > scores[best]! || (score === scores[best] && row < best)).length
}

export interface Figures {
  readonly mrr10: number
  readonly first: number
}

/** Mean reciprocal rank in the first ten, and the share of lists with a right choice first. */
export const figuresOf = (places: readonly (number | undefined)[]): Figures => {
  const mean = (value: (place: number) => number): number => {
    const sum = places.reduce<number>((all, place) => all + (place === undefined ? 0 : value(place)), 0)
    return Math.round((sum / places.length) * 1e4) / 1e4
  }
  return {
    mrr10: mean((place) => (place < 10 ? 1 / (place + 1) : 0)),
    first: mean((place) => +(place === 0))
  }
}
