import { featureHash, hashText } from './feature-weights.js'
import { classOf, type FactsOf, type FormClass, type FormFacts } from './form-facts.js'
import { alike, titleCased, hyphenParts, type HyphenParts, possibleNominative } from './form-keys.js'
import { isNameLike, shapeOf } from './form-shape.js'

/** How far from a token the forms are looked at. */
export const REACH = 2

/** Receives a feature of a form, for a token that stands `offset` before it (-2: the form is two to the left). */
export type FormFeatureSink = (feature: number, offset: number) => void

/** The questions that are asked of a form. The order is part of the model's format. */
const enum Ask {
  Word, Lower, Shape, Prefix, Suffix, Cluster, Statistic, Memory, List, Head, HeadSuffix, PartShapes, FrontMemory,
  FrontCluster, FrontList, Stem, Known, Length, LowerCluster, Tail, TailCluster
} // prettier-ignore

type Emit = (ask: Ask, value: number, offsets: readonly number[]) => void

const WINDOW = [-2, -1, 0, 1, 2]
const NEAR = [-1, 0, 1]
const SELF = [0]

/**
 * Calls back with every feature that a form gives to itself and to its neighbours.
 *
 * @returns what the features of its context look at
 */
export const formFeatures = (form: string, find: FactsOf, sink: FormFeatureSink): FormClass => {
  const facts = findFacts(form, find)
  const factsOf: FactsOf = (other) => (other === form ? facts : findFacts(other, find))
  const emit: Emit = (ask, value, offsets) => {
    for (const offset of offsets) sink(featureHash(ask * 8 + offset + REACH, value), offset)
  }
  const kind = classOf(form, facts)
  const { shape } = kind
  emitLetters(form, shape, emit)
  if (facts !== undefined) emitFacts(facts, emit)
  if (isNameLike(shape)) {
    emitName(form, factsOf, emit)
    emitTail(form.toLowerCase(), find, emit)
  }
  return kind
}

const emitLetters = (form: string, shape: number, emit: Emit): void => {
  const key = alike(form)
  const lower = key.toLowerCase()
  emit(Ask.Word, hashText(key), WINDOW)
  if (lower !== key) emit(Ask.Lower, hashText(lower), NEAR)
  emit(Ask.Shape, shape, WINDOW)
  emit(Ask.Length, shape * 8 + Math.min(7, form.length), SELF)
  const marked = `${lower}|`
  for (let length = 1; length <= 4 && length < lower.length; length++) {
    const suffix = hashText(marked, lower.length - length)
    emit(Ask.Suffix, suffix, length === 2 || length === 3 ? NEAR : SELF)
    if (length > 1) emit(Ask.Prefix, hashText(lower, 0, length), SELF)
  }
}

/** What more is asked of a form with a capital. */
const emitName = (form: string, factsOf: FactsOf, emit: Emit): void => {
  const lower = form.toLowerCase()
  const lowerFacts = factsOf(lower)
  if (lowerFacts !== undefined && lower !== form)
    for (const [i, cluster] of lowerFacts.clusters.entries()) emit(Ask.LowerCluster, cluster * 4 + i, SELF)
  emit(Ask.Known, known(factsOf(form)) * 8 + known(lowerFacts), NEAR)
  const stem = possibleNominative(form)
  if (stem !== undefined) emit(Ask.Stem, known(factsOf(stem)), SELF)
  const parts = hyphenParts(form)
  if (parts !== undefined) emitParts(parts, factsOf, emit)
}

/** The longest ending that is a word of its own, as a compound has it: `Sjøfartsdirektoratet` ends in direktoratet. */
const emitTail = (lower: string, find: FactsOf, emit: Emit): void => {
  for (let at = 2; at <= lower.length - 4; at++) {
    const tail = lower.slice(at)
    const facts = find(tail)
    if (facts === undefined || facts.clusters.length === 0) continue
    emit(Ask.Tail, hashText(tail), NEAR)
    for (const [i, cluster] of facts.clusters.entries()) emit(Ask.TailCluster, cluster * 4 + i, SELF)
    return
  }
}

/** What stands on the two sides of a hyphen: `NRK-sjefen` tells of NRK, and that `sjefen` is none. */
const emitParts = ({ front, head }: HyphenParts, factsOf: FactsOf, emit: Emit): void => {
  const small = head.toLowerCase()
  emit(Ask.Head, hashText(small), SELF)
  emit(Ask.HeadSuffix, hashText(small.slice(-3)), SELF)
  emit(Ask.PartShapes, shapeOf(front) * 32 + shapeOf(head), SELF)
  const facts = factsOf(front)
  if (facts === undefined) return
  emit(Ask.FrontMemory, facts.memory & 31, SELF)
  for (const [i, cluster] of facts.clusters.entries()) emit(Ask.FrontCluster, cluster * 4 + i, SELF)
  forEachBit(facts.lists, (bit) => {
    emit(Ask.FrontList, bit, SELF)
  })
}

/** @param lists not negative */
const forEachBit = (lists: number, visit: (bit: number) => void): void => {
  for (let bit = 0; lists >> bit > 0; bit++) if ((lists >> bit) & 1) visit(bit)
}

/** Which kinds of facts there are, as bits. */
const known = (facts: FormFacts | undefined): number => {
  if (facts === undefined) return 0
  const { clusters, statistics, memory } = facts
  return Number(clusters.length > 0) + 2 * Number(statistics.length > 0) + 4 * Number(memory > 0)
}

const emitFacts = (facts: FormFacts, emit: Emit): void => {
  const { clusters, statistics, memory, lists } = facts
  for (let i = 0; i < clusters.length; i++) emit(Ask.Cluster, clusters[i]! * 4 + i, i < 2 ? WINDOW : NEAR)
  for (let i = 0; i < statistics.length; i++) emit(Ask.Statistic, i * 8 + statistics[i]!, NEAR)
  if (memory > 0) {
    emit(Ask.Memory, memory & 0x1ff, NEAR)
    emit(Ask.Memory, 0x10000 + (memory & 31), NEAR)
    if (memory >> 9 > 0) emit(Ask.Memory, 0x20000 + (memory >> 9), SELF)
  }
  forEachBit(lists, (bit) => {
    emit(Ask.List, bit, NEAR)
  })
}

/**
 * What is known of a form; where it is unknown, of the form without its genitive, then of the form not in capitals.
 * `OSLO` is Oslo, unless it is a name of its own.
 */
export const findFacts = (form: string, find: FactsOf): FormFacts | undefined => {
  const own = find(form)
  if (own !== undefined && (isName(own) || form.length < SHORTEST_TITLE_CASED)) return own
  const title = titleCased(form)
  const ofTitle = title === undefined ? undefined : findFacts(title, find)
  if (own !== undefined) return ofTitle !== undefined && isName(ofTitle) ? ofTitle : own
  const stem = possibleNominative(form)
  return (stem === undefined ? undefined : find(stem)) ?? ofTitle
}

/** Shorter words in capitals are abbreviations more often than not. */
const SHORTEST_TITLE_CASED = 4

const isName = ({ memory, lists }: FormFacts): boolean => memory > 0 || lists !== 0
