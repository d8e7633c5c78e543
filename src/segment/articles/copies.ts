import { shinglesOf, SKETCH_SIZE } from '../../structures/min-hash.js'
import { top } from '../../structures/top.js'

/**
 * Which articles are nearly the same text: wire stories in several newspapers, updated versions. The title does not
 * count. Groups depend on the articles alone, not on the order in which they came: those that are alike, and those that
 * are alike to one of them, are together.
 */
export interface Copies {
  /** Names the article's group; articles that are like no other have a group of their own. */
  groupOf(article: number): number
}

export interface CopiesSource {
  /** By article: `SKETCH_SIZE` values each. */
  readonly sketches: Uint32Array
  /** The articles that are there, in an order that does not depend on their numbers. */
  readonly articles: readonly number[]
  /** The words of an article's text, in order. */
  readonly wordsOf: (article: number) => Uint32Array
}

export const findCopies = (source: CopiesSource): Copies => {
  const groups = new Groups(source.sketches.length / SKETCH_SIZE)
  const different = joinSameSketches(source, groups)
  const shingles = new ShingleCache(source.wordsOf)
  for (let band = 0; band < SKETCH_SIZE; band++)
    for (const alike of sameValues(source.sketches, different, band))
      joinCopies(alike, groups, (one, other) => areCopies(shingles.of(one), shingles.of(other)))
  return groups
}

/** The articles whose words `findCopies` looks at. */
export const comparedArticles = (source: Omit<CopiesSource, 'wordsOf'>): ReadonlySet<number> => {
  const compared = new Set<number>()
  const different = joinSameSketches(source, new Groups(source.sketches.length / SKETCH_SIZE))
  for (let band = 0; band < SKETCH_SIZE; band++)
    for (const alike of sameValues(source.sketches, different, band))
      for (const article of alike) compared.add(article)
  return compared
}

/**
 * The articles of the group of one article, without it: what `findCopies` finds, where one group alone is asked for. It
 * reads all sketches, and the words of those articles that have a value in common with one of the group.
 */
export const copiesOf = (source: CopiesSource, article: number): ReadonlySet<number> => {
  const shingles = new ShingleCache(source.wordsOf)
  const group = new Set([article])
  for (const one of group)
    for (const other of withCommonValue(source, one))
      if (!group.has(other) && areCopies(shingles.of(one), shingles.of(other))) group.add(other)
  group.delete(article)
  return group
}

/** The articles that have most values in common with one, and at least one; an article without words has none. */
const withCommonValue = ({ sketches, articles }: CopiesSource, one: number): readonly number[] => {
  const own = sketches.subarray(one * SKETCH_SIZE, (one + 1) * SKETCH_SIZE)
  if (own[0] === 0) return []
  const common = new Map<number, number>()
  for (const article of articles) {
    let count = 0
    for (let band = 0; band < SKETCH_SIZE; band++)
      if (sketches[article * SKETCH_SIZE + band] === own[band]) count++
    if (count > 0 && article !== one) common.set(article, count)
  }
  return top([...common.keys()], COMPARED, (a, b) => common.get(b)! - common.get(a)! || a - b)
}

/** Articles with one value in common that are compared with all others. Boilerplate alone makes more. */
export const COMPARED = 32

const joinCopies = (
  alike: readonly number[],
  groups: Groups,
  areAlike: (one: number, other: number) => boolean
): void => {
  alike.slice(0, COMPARED).forEach((one, at) => {
    for (let next = at + 1; next < alike.length; next++) {
      const other = alike[next]!
      if (groups.groupOf(one) !== groups.groupOf(other) && areAlike(one, other)) groups.join(one, other)
    }
  })
}

/** Joins those whose sketches are the same. @returns one of each, in the order of the articles */
const joinSameSketches = (
  { sketches, articles }: Omit<CopiesSource, 'wordsOf'>,
  groups: Groups
): readonly number[] => {
  const first = new Map<string, number>()
  for (const article of articles) {
    const sketch = sketches.subarray(article * SKETCH_SIZE, (article + 1) * SKETCH_SIZE)
    // An article without words is like no other.
    if (sketch[0] === 0) continue
    const key = sketch.join()
    const same = first.get(key)
    if (same === undefined) first.set(key, article)
    else groups.join(same, article)
  }
  return [...first.values()]
}

/** Two articles or more that have the same value in a band, in the order of the articles. */
const sameValues = (
  sketches: Uint32Array,
  articles: readonly number[],
  band: number
): readonly (readonly number[])[] => {
  const byValue = new Map<number, number[]>()
  for (const article of articles) {
    const value = sketches[article * SKETCH_SIZE + band]!
    const before = byValue.get(value)
    if (before === undefined) byValue.set(value, [article])
    else before.push(article)
  }
  return [...byValue.values()].filter(({ length }) => length > 1)
}

/**
 * Copies have at least so much of all their runs of three words in common: a word in seven may differ. Of 8,000 reviews
 * of NoReC, what has more than 0.35 is a version of one review, and tests of products with set phrases have up to 0.32.
 */
const ALIKE = 0.4
/** Below so many runs, chance and set phrases weigh more. */
const FEW = 12
const ALIKE_OF_FEW = 0.8
/** A version that was cut or continued: so much of the shorter is in the longer, at most three times as long. */
const INSIDE = 0.85
const MOST_LONGER = 3

/** @param one runs of words of a text, and of another one; see `shinglesOf` */
export const areCopies = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean => {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  let common = 0
  for (const shingle of fewer) if (more.has(shingle)) common++
  const alike = common / (one.size + other.size - common)
  if (fewer.size < FEW) return alike >= ALIKE_OF_FEW
  return alike >= ALIKE || (common >= INSIDE * fewer.size && MOST_LONGER * fewer.size >= more.size)
}

const MOST_CACHED = 4096

class ShingleCache {
  private readonly sets = new Map<number, ReadonlySet<number>>()

  constructor(private readonly wordsOf: (article: number) => Uint32Array) {}

  of(article: number): ReadonlySet<number> {
    const known = this.sets.get(article)
    if (known !== undefined) return known
    if (this.sets.size === MOST_CACHED) this.sets.clear()
    const made = shinglesOf(this.wordsOf(article))
    this.sets.set(article, made)
    return made
  }
}

/** Disjoint sets of articles (union–find with path halving). */
class Groups implements Copies {
  private readonly parents: Uint32Array

  constructor(size: number) {
    this.parents = Uint32Array.from({ length: size }, (_, article) => article)
  }

  groupOf(article: number): number {
    const { parents } = this
    let at = article
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!
    return at
  }

  join(one: number, other: number): void {
    const [a, b] = [this.groupOf(one), this.groupOf(other)]
    this.parents[Math.max(a, b)] = Math.min(a, b)
  }
}
