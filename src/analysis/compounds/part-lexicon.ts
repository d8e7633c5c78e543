import { NO_FACTS } from './part-facts.js'
import { hashOf, MOST_LETTERS, RollingHash, scatter } from './rolling-hash.js'

/**
 * Facts by the hash of a string: an open-addressed table, so that a part is looked up without being cut out of its
 * word. Two strings of one hash share their facts; at some hundred thousand strings that is rare enough not to matter.
 */
export class PartLexicon {
  private readonly keys: Int32Array
  private readonly facts: Uint16Array
  private readonly mask: number

  /** @param capacity the most strings that will be added */
  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(capacity * 1.5 + 2))
    this.keys = new Int32Array(slots)
    this.facts = new Uint16Array(slots)
    this.mask = slots - 1
  }

  /** Facts of the string with this rolling hash; `NO_FACTS` if it is unknown. */
  get(hash: number): number {
    const key = scatter(hash) || 1
    for (let slot = key & this.mask; ; slot = (slot + 1) & this.mask) {
      const found = this.keys[slot]!
      if (found === key) return this.facts[slot]!
      if (found === 0) return NO_FACTS
    }
  }

  set(hash: number, facts: number): void {
    const key = scatter(hash) || 1
    let slot = key & this.mask
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask
    this.keys[slot] = key
    this.facts[slot] = facts
  }

  getWord(word: string): number {
    return this.get(hashOf(word))
  }

  setWord(word: string, facts: number): void {
    this.set(hashOf(word), facts)
  }
}

/** What the lexicon knows of every beginning and every end of one word. Reused from word to word. */
export class WordEvidence {
  word = ''
  readonly hash = new RollingHash()
  /** Facts of `word.slice(0, i)`. */
  readonly beginnings = new Uint16Array(MOST_LETTERS + 1)
  /** Facts of `word.slice(i)`. */
  readonly ends = new Uint16Array(MOST_LETTERS + 1)

  /** @param word of at most `MOST_LETTERS` letters */
  read(word: string, lexicon: PartLexicon): this {
    const { length } = word
    this.word = word
    this.hash.read(word)
    for (let i = 1; i <= length; i++) this.beginnings[i] = lexicon.get(this.hash.of(0, i))
    for (let i = 1; i < length; i++) this.ends[i] = lexicon.get(this.hash.of(i, length))
    return this
  }
}
