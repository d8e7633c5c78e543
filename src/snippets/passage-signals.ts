import type { Occurrence } from '../ranking/occurrences.js'

/** What the signals read of a passage. */
export interface PassageEvidence {
  /** By term of the query: its share of the idf of all. */
  readonly share: Float64Array
  /** Room for a number by term, for a signal to use. */
  readonly scratch: Float64Array
  /** The query's words, and those like them, that lie in the passage, in order. */
  readonly occurrences: readonly Occurrence[]
  /** How many words in the passage could answer the question; 0 where it asks for nothing in particular. */
  readonly answers: number
  /** Where the passage is in the text and how much of the longest one it is, 0–1. */
  readonly depth: number
  readonly fullness: number
}

/** How well a passage answers a query, in one respect: 0 (not at all) to about 1. */
type PassageSignal = (evidence: PassageEvidence) => number

/**
 * The query's words at the best grade that each has; no other array is made, for a search scores hundreds of passages.
 */
const coverage = ({ share, scratch, occurrences }: PassageEvidence, grade: Grade): number => {
  const best = scratch.fill(0)
  occurrences.forEach((one, i) => {
    const value = grade(one, i)
    if (value > best[one.term]!) best[one.term] = value
  })
  let sum = 0
  for (let term = 0; term < share.length; term++) sum += best[term]! * share[term]!
  return sum
}

type Grade = (occurrence: Occurrence, index: number) => number

/** Tokens between the words of a pair. */
const REACH = 8

/** Stands another word of the query within reach, on the side that `step` (1, −1) tells? */
const hasNear = (occurrences: readonly Occurrence[], from: number, step: number): boolean => {
  const { position, term } = occurrences[from]!
  for (let i = from + step; i >= 0 && i < occurrences.length; i += step) {
    const other = occurrences[i]!
    if (Math.abs(other.position - position) > REACH) return false
    if (other.grade > 0 && other.term !== term) return true
  }
  return false
}

/** The query's words in the passage, and those like them. */
const alike: PassageSignal = (evidence) => coverage(evidence, ({ likeness }) => likeness)
/** Those in the form that was typed. */
const typed: PassageSignal = (evidence) => coverage(evidence, ({ typed, grade }) => (typed ? grade : 0))
/** Those that have another one within 8 tokens. */
const near: PassageSignal = (evidence) => {
  const { occurrences } = evidence
  return coverage(evidence, ({ grade }, i) =>
    grade > 0 && (hasNear(occurrences, i, -1) || hasNear(occurrences, i, 1)) ? grade : 0
  )
}
/** So many words such as the question asks for (numbers for *når*, names for *hvem*) are enough. */
const MANY = 4
/** How many of them the passage has. */
const answers: PassageSignal = ({ answers }) => Math.min(1, answers / MANY)
/** How far down the text: what stands first tells of all and answers little. */
const depth: PassageSignal = ({ depth }) => depth
/** Does it begin after the first sentence, which often is the title once more? */
const afterLead: PassageSignal = ({ depth }) => (depth === 0 ? 0 : 1)
/** A longer passage may hold more that answers. */
const fullness: PassageSignal = ({ fullness }) => fullness

export const PASSAGE_SIGNALS = {
  alike,
  typed,
  near,
  answers,
  depth,
  afterLead,
  fullness
} as const satisfies Record<string, PassageSignal>

export type PassageSignalName = keyof typeof PASSAGE_SIGNALS

export const PASSAGE_SIGNAL_NAMES = Object.keys(PASSAGE_SIGNALS) as readonly PassageSignalName[]
