import { NO_FACTS } from './part-facts.js'
import { RollingHash, scatter } from './rolling-hash.js'

/**
 * Facts by the hash of a string: an open-addressed table, so that a part is looked up without being cut out of its word.
 * Two strings of one hash share their facts; at some hundred thousand strings that is rare enough not to matter.
 */
export class PartLexicon {
  private readonly keys: Int32Array
  private readonly facts: Uint16Array
  private readonly mask: number
  private readonly hash = new RollingHash()

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
    this.hash.read(word)
    return this.get(this.hash.of(0, word.length))
  }

  setWord(word: string, facts: number): void {
    this.hash.read(word)
    this.set(this.hash.of(0, word.length), facts)
  }
}
