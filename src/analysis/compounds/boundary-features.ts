import { frequencyOf, leftsOf, listedOf, modifierOf, rightsOf } from './part-facts.js'
import type { WordEvidence } from './part-lexicon.js'
import { hashOf } from './rolling-hash.js'
import { wordList } from '../../structures/word-list.js'

/** Features are addressed by hash: 2^18 weights, of which about a quarter are in use. */
export const FEATURE_SLOTS = 2 ** 18
/** A candidate has at most this many features. */
const MOST_FEATURES = 40

/** The features of one candidate; `slots[0]` to `slots[count - 1]`. Reused from candidate to candidate. */
export class FeatureList {
  readonly slots = new Int32Array(MOST_FEATURES)
  count = 0

  /** A feature is its template's number and what the template saw. */
  add(template: number, seen: number): void {
    let hash = Math.imul(seen ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    this.slots[this.count++] = (hash ^ (hash >>> 16)) >>> 14
  }
}

/** Lengths above 9 letters are alike. */
const lengthBucket = (length: number): number => Math.min(length, 9)

const LETTER_S = 's'.charCodeAt(0)
const LETTER_E = 'e'.charCodeAt(0)

/** May a head begin here? A modifier has two letters (or is `u`), a head has two. */
export const mayBeBoundary = (word: string, boundary: number): boolean =>
  boundary <= word.length - 2 && (boundary >= 2 || (boundary === 1 && word.startsWith('u')))

/**
 * Above this, heads are so few that a bucket would stand for one of them, and for what the training words say of it.
 */
const HIGHEST_FREQUENCY = 11

/** What speaks for or against the head's beginning at `boundary`: `arbeids|tid`, `arbeid|stid`. */
export const boundaryFeatures = (evidence: WordEvidence, boundary: number, list: FeatureList): void => {
  list.count = 0
  addPartFeatures(evidence, boundary, list)
  addLetterFeatures(evidence, boundary, list)
}

const addPartFeatures = (evidence: WordEvidence, boundary: number, list: FeatureList): void => {
  const { word, beginnings, ends } = evidence
  const last = word.charCodeAt(boundary - 1)
  const joint = last === LETTER_S ? 1 : last === LETTER_E ? 2 : 0
  const left = beginnings[boundary]!
  const base = joint > 0 ? beginnings[boundary - 1]! : 0
  const right = ends[boundary]!
  const whole = frequencyOf(beginnings[word.length]!)
  const leftLength = lengthBucket(boundary)
  const rightLength = lengthBucket(word.length - boundary)
  const modifier = modifierOf(left)
  const rightFrequency = Math.min(frequencyOf(right), HIGHEST_FREQUENCY)
  const rights = rightsOf(right)
  const lefts = leftsOf(left)
  const leftFrequency = frequencyOf(left)
  list.add(1, modifier * 16 + leftLength)
  list.add(2, (leftFrequency * 3 + joint) * 16 + frequencyOf(base))
  list.add(3, rightFrequency * 16 + rightLength)
  list.add(4, modifier * 16 + rightFrequency)
  list.add(5, lefts * 16 + leftLength)
  list.add(6, rights * 16 + rightLength)
  list.add(7, rights * 4 + (rightFrequency >> 2))
  list.add(8, modifier * 8 + rights)
  list.add(9, lefts * 8 + rights)
  list.add(10, modifier * 8 + lefts)
  list.add(11, Math.max(leftFrequency, frequencyOf(base)) * 16 + rightFrequency)
  list.add(12, modifierOf(right) * 16 + rightLength)
  list.add(13, (whole * 16 + rightFrequency) * 8 + modifier)
  list.add(14, (modifierOf(base) * 3 + joint) * 8 + modifier)
  list.add(15, (leftLength * 16 + rightLength) * 2 + (whole > 0 ? 1 : 0))
  const listed = listedOf(right)
  list.add(17, (listed * 16 + rightFrequency) * 16 + rightLength)
  list.add(18, (listed * 8 + modifier) * 8 + rights)
  list.add(16, leftFrequency * 16 + leftLength)
}

const addLetterFeatures = ({ word, hash, ends }: WordEvidence, boundary: number, list: FeatureList): void => {
  const { length } = word
  const right = length - boundary
  list.add(20, hash.of(boundary - 1, boundary + 1))
  list.add(21, hash.of(boundary - 1, boundary + 2))
  list.add(22, hash.of(boundary, boundary + 2))
  if (boundary <= 4) list.add(23, hash.of(0, boundary))
  if (boundary >= 2) {
    list.add(24, hash.of(boundary - 2, boundary))
    list.add(25, hash.of(boundary - 2, boundary + 1))
    list.add(26, hash.of(boundary - 2, boundary + 2))
  }
  if (boundary >= 3) {
    list.add(27, hash.of(boundary - 3, boundary))
    list.add(28, hash.of(boundary - 3, boundary + 1))
  }
  if (boundary >= 4) list.add(29, hash.of(boundary - 4, boundary))
  // Never the whole of a right part: that would be the head itself, and the heads to come are others.
  if (right >= 4) {
    list.add(30, hash.of(boundary, boundary + 3))
    list.add(31, hash.of(boundary - 1, boundary + 3))
  }
  if (right >= 5) list.add(33, hash.of(boundary, boundary + 4))
  if (!isPlainWord(ends[boundary]!)) list.add(32, hash.of(length - 3, length) + Math.min(right, 8))
  list.add(34, right <= 6 ? endingNumber(hash.of(boundary, length)) : 0)
}

/**
 * Endings that are words of their own say nothing: `-tid` would, from `samtid` and `framtid`, and wrongly for unseen
 * `sommertid`.
 */
const isPlainWord = (facts: number): boolean => frequencyOf(facts) >= 4

/** What speaks for the word's being no compound: `musikken`, `regjering`, `vennlighet`. */
export const wholeFeatures = ({ word, hash, beginnings, ends }: WordEvidence, list: FeatureList): void => {
  const { length } = word
  const frequency = frequencyOf(beginnings[length]!)
  const size = Math.min(length, 20)
  const stem = Math.max(
    frequencyOf(beginnings[length - 1]!),
    frequencyOf(beginnings[length - 2]!),
    length > 5 ? frequencyOf(beginnings[length - 3]!) : 0
  )
  list.count = 0
  list.add(40, 0)
  list.add(41, size)
  list.add(42, frequency)
  list.add(43, frequency * 32 + size)
  list.add(44, stem * 16 + frequency)
  list.add(45, stem * 32 + size)
  list.add(46, modifierOf(beginnings[length]!) * 16 + frequency)
  list.add(47, leftsOf(beginnings[length]!) * 8 + rightsOf(beginnings[length]!))
  for (let n = 2; n <= 5 && n < length && !isPlainWord(ends[length - n]!); n++)
    list.add(50 + n, hash.of(length - n, length))
  for (let n = 2; n <= 3; n++) list.add(60 + n, hash.of(0, n))
  let base = 0
  let ending = 0
  for (let n = 1; n <= 6 && n < length - 2; n++) {
    const number = endingNumber(hash.of(length - n, length))
    if (number > 0 && frequencyOf(beginnings[length - n]!) > base)
      [base, ending] = [frequencyOf(beginnings[length - n]!), number]
    if (number > 0) list.add(70, number)
  }
  list.add(71, ending * 16 + base)
  list.add(72, (base * 16 + frequency) * 32 + size)
}

/**
 * Inflections and derivations, bokmål and nynorsk. Some are words too (`ane`, `ene`, `ende`, `are`); as heads they are
 * rare.
 */
const ENDINGS = wordList(`
  a ane anes ande ar are aren arane ars as ast aste asten dd de dde dom domen domane domar dommen dommer dommene e
  ede eleg elege elig elige elighet else elsen elsene elser en ende ene enes ens er ere eren erne eri eriet eriene
  erier ert es est este et ete etene eter ets ette heit heita heitene heiter het heten hetene heter ig ige ing inga
  ingane ingar ingen ingene inger inne innen isk iske isme ismen ist isten istane istene ister istar leg leik leiken
  lig lige lighet ligheten ligheter n na nad naden ne nes ning ningen ninger ninga ningar r re rne ren rens s sel sj
  sjon sjonen sjoner sjonar skap skapen skapet skapa t te ten tet teten teter tt ter
`)

const numbers = new Map(ENDINGS.map((ending, i) => [hashOf(ending), i + 1]))

/** A number for each ending, by its hash; 0 for any other string. */
const endingNumber = (ending: number): number => numbers.get(ending) ?? 0
