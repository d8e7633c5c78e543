import type { FurtherEvidence } from './collection-evidence.js'
import type { PartLexicon } from './part-lexicon.js'
import { MOST_LETTERS, RollingHash } from './rolling-hash.js'

/** What the lexicon knows of every beginning and every end of one word. Reused from word to word. */
export class WordEvidence {
  word = ''
  readonly hash = new RollingHash()
  /** Facts of `word.slice(0, i)`. */
  readonly beginnings = new Uint16Array(MOST_LETTERS + 1)
  /** Facts of `word.slice(i)`. */
  readonly ends = new Uint16Array(MOST_LETTERS + 1)

  read(word: string, lexicon: PartLexicon, further?: FurtherEvidence): this {
    const { length } = word
    this.word = word
    this.hash.read(word)
    for (let i = 1; i <= length; i++) this.beginnings[i] = lexicon.get(this.hash.of(0, i))
    for (let i = 1; i < length; i++) this.ends[i] = lexicon.get(this.hash.of(i, length))
    if (further !== undefined) this.add(further)
    return this
  }

  /** The whole word's facts stay: that the collection has it says nothing of what it is made of. */
  private add(further: FurtherEvidence): void {
    const { word } = this
    for (let i = 1; i < word.length; i++) {
      this.beginnings[i] = further(word, 0, i, this.beginnings[i]!)
      this.ends[i] = further(word, i, word.length, this.ends[i]!)
    }
  }
}
