import type { Occurrence } from '../ranking/occurrences.js'

/** What the signals read of a passage. */
export interface PassageEvidence {
  /** By term of the query: its share of the idf of all. */
  readonly share: Float64Array
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

const coverage = ({ share, occurrences }: PassageEvidence, grade: (one: Occurrence) => number): number => {
  const best = new Float64Array(share.length)
  for (const one of occurrences) best[one.term] = Math.max(best[one.term]!, grade(one))
  return best.reduce((sum, value, term) => sum + value * share[term]!, 0)
}

/** Tokens between the words of a pair. */
const REACH = 8

/** The query's words in the passage, and those like them. */
const alike: PassageSignal = (evidence) => coverage(evidence, ({ likeness }) => likeness)
/** Those in the very form that was typed. */
const typed: PassageSignal = (evidence) => coverage(evidence, ({ typed, grade }) => (typed ? grade : 0))
/** Those that have another one within 8 tokens. */
const near: PassageSignal = (evidence) => {
  const matches = evidence.occurrences.filter(({ grade }) => grade > 0)
  const isNear = (one: Occurrence, step: number, from: number): boolean => {
    for (let i = from + step; i >= 0 && i < matches.length; i += step) {
      if (Math.abs(matches[i]!.position - one.position) > REACH) return false
      if (matches[i]!.term !== one.term) return true
    }
    return false
  }
  const occurrences = matches.filter((one, i) => isNear(one, -1, i) || isNear(one, 1, i))
  return coverage({ ...evidence, occurrences }, ({ grade }) => grade)
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
