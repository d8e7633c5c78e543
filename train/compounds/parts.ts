import { PartLexicon } from '../../src/analysis/compounds/part-lexicon.js'
import type { GoldCompound } from './gold.js'
import { frequencyBucket, modifierBucket, packFacts, partnerBucket, withModifier } from './pack-facts.js'

/** What is counted for each string, before it is packed into buckets. */
export interface PartCounts {
  frequency: number
  /** Distinct heads after it in the gold compounds. */
  heads: number
  lefts: number
  rights: number
  /** Votes for a joint at its end. */
  joints: number
  /** Is it the dictionary form of a modifier, and so a word? */
  isListed: boolean
}

/** Words that occur less are slips as often as words. */
const LEAST_FREQUENCY = 3

/**
 * Counts of all strings that may be parts: words of the text, modifiers of the dictionary, and the parts of the text's
 * words.
 */
export const countParts = (
  gold: readonly GoldCompound[],
  words: ReadonlyMap<string, number>
): Map<string, PartCounts> => {
  const parts = new Map<string, PartCounts>()
  const part = (word: string): PartCounts => {
    let counts = parts.get(word)
    if (counts === undefined) {
      counts = noCounts()
      parts.set(word, counts)
    }
    return counts
  }
  for (const [word, count] of words) if (count >= LEAST_FREQUENCY) part(word).frequency = count
  for (const { word, boundary, modifierLemma } of distinct(gold)) {
    const modifier = part(word.slice(0, boundary))
    modifier.heads++
    part(modifierLemma).isListed = true
    if (hasJoint(word.slice(0, boundary), modifierLemma)) modifier.joints++
  }
  countPartners(parts, words)
  return parts
}

/** The same counts, with partners as a splitter finds them in the text's words. */
export const recountPartners = (
  parts: ReadonlyMap<string, PartCounts>,
  words: Iterable<string>,
  boundaryOf: (word: string) => number
): Map<string, PartCounts> => {
  const recounted = new Map<string, PartCounts>()
  for (const [word, counts] of parts)
    if (counts.frequency > 0 || counts.heads > 0 || counts.isListed)
      recounted.set(word, { ...counts, lefts: 0, rights: 0 })
  const part = (word: string): PartCounts => recounted.get(word) ?? recounted.set(word, noCounts()).get(word)!
  for (const word of words) {
    const boundary = boundaryOf(word)
    if (boundary === 0) continue
    part(word.slice(0, boundary)).lefts++
    part(word.slice(boundary)).rights++
  }
  for (const [word, { frequency, heads, isListed, lefts, rights }] of recounted)
    if (frequency + heads === 0 && !isListed && lefts + rights < 2) recounted.delete(word)
  return recounted
}

const noCounts = (): PartCounts => ({
  frequency: 0,
  heads: 0,
  lefts: 0,
  rights: 0,
  joints: 0,
  isListed: false
})

/** One compound for each modifier and head, whichever language has it. */
const distinct = (gold: readonly GoldCompound[]): GoldCompound[] => [
  ...new Map(gold.map((compound) => [`${compound.word} ${compound.boundary}`, compound])).values()
]

/** `arbeids` of `arbeid` and `barne` of `barn` have a joint; `kjempe` of `kjempe` has none. */
const hasJoint = (modifier: string, lemma: string): boolean =>
  modifier.length === lemma.length + 1 && /[se]$/.test(modifier) && modifier.startsWith(lemma)

/** For each word of the text that two known parts make up: one more partner for each of them. */
const countPartners = (parts: Map<string, PartCounts>, words: ReadonlyMap<string, number>): void => {
  const counted = new Map<PartCounts, { lefts: number; rights: number }>()
  const of = (counts: PartCounts) =>
    counted.get(counts) ?? counted.set(counts, { lefts: 0, rights: 0 }).get(counts)!
  const known = (word: string): PartCounts | undefined => {
    const counts = parts.get(word)
    return counts !== undefined && (counts.heads > 0 || counts.frequency >= 6) ? counts : undefined
  }
  for (const [word, count] of words) {
    if (count < 2 || word.length < 6 || word.length > 30) continue
    const found: [PartCounts, PartCounts][] = []
    for (let boundary = 3; boundary <= word.length - 3; boundary++) {
      const right = parts.get(word.slice(boundary))
      if (right === undefined || right.frequency < 6) continue
      const left = word.slice(0, boundary)
      if (known(left) === undefined && !(left.endsWith('s') && known(left.slice(0, -1)) !== undefined))
        continue
      const counts = parts.get(left)
      found.push([counts ?? noCounts(), right])
      if (counts === undefined) parts.set(left, found.at(-1)![0])
    }
    for (const [left, right] of found) {
      of(left).lefts += 1 / found.length
      of(right).rights += 1 / found.length
    }
  }
  for (const [counts, { lefts, rights }] of counted) Object.assign(counts, { lefts, rights })
}

export const packCounts = (counts: PartCounts): number =>
  packFacts({
    frequency: frequencyBucket(counts.frequency),
    modifier: modifierBucket(counts.heads),
    lefts: partnerBucket(counts.lefts),
    rights: partnerBucket(counts.rights),
    isListed: counts.isListed,
    joint: counts.heads > 0 ? Number(counts.joints * 2 > counts.heads) : 0
  })

export const buildLexicon = (parts: ReadonlyMap<string, PartCounts>): PartLexicon => {
  const lexicon = new PartLexicon(parts.size)
  for (const [word, counts] of parts) lexicon.setWord(word, packCounts(counts))
  return lexicon
}

/**
 * The same facts as if one gold compound less had this modifier: what a model may know of a compound that it is trained
 * on.
 */
export const withoutOne = (facts: number, heads: number): number =>
  withModifier(facts, modifierBucket(Math.max(0, heads - 1)))
