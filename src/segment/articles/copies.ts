import { shinglesOf, SKETCH_SIZE } from '../../structures/min-hash.js'
import { Slices } from '../../structures/slices.js'
import { sharedColumn } from '../../structures/tables.js'

/**
 * Which articles are nearly the same text: wire stories in several newspapers, updated versions. The title does not
 * count. By article: the lowest number of its group; articles that are like no other have a group of their own. Groups
 * depend on the articles alone, not on the order in which they came: those that are alike, and those that are alike to
 * one of them, are together.
 */
export type CopyGroups = Uint32Array

export interface CopiesSource {
  /** By article: `SKETCH_SIZE` values each. */
  readonly sketches: Uint32Array
  /** The articles that are there, in an order that does not depend on their numbers. */
  readonly articles: Uint32Array
  /** The words of an article's text, in order. */
  readonly wordsOf: (article: number) => Uint32Array
}

/** Lets other work run meanwhile. */
export const findCopies = async (source: CopiesSource): Promise<CopyGroups> => {
  const groups = new Groups(source.sketches.length / SKETCH_SIZE)
  await joinCopies(source, groups)
  return groups.all()
}

/**
 * The groups after some articles came, which have the numbers behind those that there were, and some went. Lets other
 * work run meanwhile.
 *
 * @param source the articles that are there now @param removed those that went
 */
export const changedCopies = async (
  before: CopyGroups,
  source: CopiesSource,
  removed: readonly number[]
): Promise<CopyGroups> => {
  const groups = new Groups(source.sketches.length / SKETCH_SIZE, before)
  const isNew = (article: number): boolean => article >= before.length
  const torn = new Set(removed.map((article) => before[article]))
  const others = source.articles.filter((article) => !isNew(article) && torn.has(before[article]))
  groups.part(others)
  groups.part(removed)
  await joinCopies({ ...source, articles: others }, groups)
  const near = articlesNear(source, isNew)
  await joinCopies({ ...source, articles: near }, groups, (one, other) => isNew(one) || isNew(other))
  return groups.all()
}

/** The articles whose words `findCopies` looks at. */
export const comparedArticles = (source: Omit<CopiesSource, 'wordsOf'>): ReadonlySet<number> => {
  const compared = new Set<number>()
  const different = joinSameSketches(source, new Groups(source.sketches.length / SKETCH_SIZE))
  const values = new SameValues(different.length)
  for (let band = 0; band < SKETCH_SIZE; band++)
    for (const alike of values.find(source.sketches, different, band))
      for (const article of alike) compared.add(article)
  return compared
}

/** Articles with one value in common that are compared with all others. Boilerplate alone makes more. */
export const COMPARED = 32

/** Joins those that are alike. @param isAsked are two to be compared? */
const joinCopies = async (
  source: CopiesSource,
  groups: Groups,
  isAsked: (one: number, other: number) => boolean = () => true
): Promise<void> => {
  const slices = new Slices()
  const different = joinSameSketches(source, groups)
  const values = new SameValues(different.length)
  const shingles = new ShingleCache(source.wordsOf)
  const joinAlike = (one: number, other: number): void => {
    if (groups.groupOf(one) === groups.groupOf(other) || !isAsked(one, other)) return
    if (areCopies(shingles.of(one), shingles.of(other))) groups.join(one, other)
  }
  for (let band = 0; band < SKETCH_SIZE; band++)
    for (const alike of values.find(source.sketches, different, band))
      for (const [at, one] of alike.slice(0, COMPARED).entries()) {
        for (const other of alike.slice(at + 1)) joinAlike(one, other)
        if (slices.isOver) await slices.next()
      }
}

/** Joins those whose sketches are the same. @returns one of each, in the order of the articles */
const joinSameSketches = (
  { sketches, articles }: Omit<CopiesSource, 'wordsOf'>,
  groups: Groups
): readonly number[] => {
  const sketchAt = (article: number): Uint32Array =>
    sketches.subarray(article * SKETCH_SIZE, (article + 1) * SKETCH_SIZE)
  const different: number[] = []
  /** By hash of a sketch: articles with different ones. */
  const byHash = new Map<number, number[]>()
  for (const article of articles) {
    const sketch = sketchAt(article)
    // An article without words is like no other.
    if (sketch[0] === 0) continue
    const hash = sketch.reduce((sum, value) => Math.imul(sum ^ value, 0x01000193), 0)
    const some = byHash.get(hash)
    const same = some?.find((other) => sketchAt(other).every((value, band) => value === sketch[band]))
    if (same !== undefined) {
      groups.join(same, article)
      continue
    }
    different.push(article)
    if (some === undefined) byHash.set(hash, [article])
    else some.push(article)
  }
  return different
}

/** Finds articles that have a value in common, at the same place of their sketches. */
class SameValues {
  /** By slot: the place of an article + 1, 0 where the slot is empty; open addressing, at most half full. */
  private readonly slots: Uint32Array
  /** By place: that of the next article with the same value, + 1; 0 for none. */
  private readonly next: Uint32Array

  /** @param count of articles */
  constructor(count: number) {
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * count))))
    this.next = new Uint32Array(count)
  }

  /** Two articles or more that have the same value in a band, in the order of the articles. */
  *find(
    sketches: Uint32Array,
    articles: readonly number[],
    band: number
  ): Generator<readonly number[], void> {
    const { slots, next } = this
    const valueAt = (place: number): number => sketches[articles[place]! * SKETCH_SIZE + band]!
    const slotOf = (value: number): number => {
      const mask = slots.length - 1
      let slot = value & mask
      while (slots[slot] !== 0 && valueAt(slots[slot]! - 1) !== value) slot = (slot + 1) & mask
      return slot
    }
    slots.fill(0)
    for (let place = articles.length - 1; place >= 0; place--) {
      const slot = slotOf(valueAt(place))
      next[place] = slots[slot]!
      slots[slot] = place + 1
    }
    for (const first of slots) {
      if (first === 0 || next[first - 1] === 0) continue
      const alike: number[] = []
      for (let place = first; place !== 0; place = next[place - 1]!) alike.push(articles[place - 1]!)
      yield alike
    }
  }
}

/** Bytes for each value that is looked for, so that few others share one; at most so many together. */
const SPARSENESS = 64
const MOST_BYTES = 1 << 22

/** The new articles, and those that have any value of one of them, in the order of the articles. */
const articlesNear = (
  { sketches, articles }: CopiesSource,
  isNew: (article: number) => boolean
): Uint32Array => {
  const wanted = new Set<number>()
  for (const article of articles.filter(isNew))
    for (let at = article * SKETCH_SIZE; at < (article + 1) * SKETCH_SIZE; at++) wanted.add(sketches[at]!)
  if (wanted.size === 0) return new Uint32Array()
  const bytes = 2 ** Math.ceil(Math.log2(SPARSENESS * wanted.size))
  const marks = new Uint8Array(Math.min(MOST_BYTES, bytes))
  const mask = marks.length - 1
  for (const value of wanted) marks[value & mask] = 1
  return articles.filter((article) => {
    for (let at = article * SKETCH_SIZE; at < (article + 1) * SKETCH_SIZE; at++)
      if (marks[sketches[at]! & mask] === 1 && wanted.has(sketches[at]!)) return true
    return false
  })
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

/** Disjoint sets of articles (union–find with path halving). A set is named by its lowest number. */
class Groups {
  private readonly parents: Uint32Array

  /** @param size articles are below it @param before the groups of the first ones; the others are in none yet */
  constructor(size: number, before: CopyGroups = new Uint32Array()) {
    this.parents = sharedColumn(Uint32Array, size)
    this.parents.set(before)
    for (let article = before.length; article < size; article++) this.parents[article] = article
  }

  /** By article: its group. */
  all(): CopyGroups {
    for (let article = 0; article < this.parents.length; article++)
      this.parents[article] = this.groupOf(article)
    return this.parents
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

  /** Puts each of some articles, which are all of their groups, into a group of its own. */
  part(articles: Iterable<number>): void {
    for (const article of articles) this.parents[article] = article
  }
}
