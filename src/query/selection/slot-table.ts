import type { PhraseSlot } from '../clause.js'
import type { Reader } from '../../segment/generation.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import { BloomFilter } from '../../structures/bloom-filter.js'

export type SlotVisitor = (position: number, slot: number) => void

/** Slots with a bit of their own in the filter; in longer phrases several share one. */
const BITS = 8

/** What the filter of a `SlotTable` knows a slot by. */
export const slotBit = (slot: number): number => 1 << (slot & (BITS - 1))

/** Which words fill which slots of a phrase. */
export class SlotTable {
  readonly filter: BloomFilter
  /** By position. */
  readonly words: Uint32Array
  /** By position, UTF-16 code units. */
  private readonly lengths: Uint8Array
  private readonly vocabulary: Reader['vocabulary']
  /** By slot: see `markedWordsOf` and `wordsOf`. */
  private readonly marked: readonly (readonly WordId[])[]
  private readonly all: readonly (readonly WordId[])[]
  /** By word whose parts are marked: their forms, where a slot asks for one. */
  private readonly forms = new Map<WordId, readonly string[]>()

  /** @param except words that fill no slot near others, but where the text has a half of one: `lands-` */
  constructor(
    { segment, vocabulary }: Pick<Reader, 'segment' | 'vocabulary'>,
    private readonly slots: readonly PhraseSlot[],
    private readonly except: Pick<ReadonlySet<WordId>, 'has'> = new Set()
  ) {
    this.words = segment.positions.words
    this.lengths = segment.positions.lengths
    this.vocabulary = vocabulary
    this.marked = slots.map(({ term }) =>
      term === undefined
        ? []
        : [...vocabulary.wordsWithPart(term)].filter((word) => vocabulary.isMarked(word))
    )
    this.all = slots.map(({ words }, slot) => [...words, ...this.marked[slot]!])
    this.filter = new BloomFilter(this.all.reduce((sum, words) => sum + words.length, 0))
    this.all.forEach((words, slot) => {
      for (const word of words) this.filter.add(word, slotBit(slot))
    })
  }

  get count(): number {
    return this.slots.length
  }

  /**
   * The words that may fill a slot: its own, and those with such a part that the writer marked (`IKT-Norge` for
   * `Norge`).
   */
  wordsOf(slot: number): readonly WordId[] {
    return this.all[slot]!
  }

  /** The words that are a slot's own. */
  ownWordsOf(slot: number): ReadonlySet<WordId> {
    return this.slots[slot]!.words
  }

  /**
   * The words that may fill a slot with a part that the writer marked. Where the slot asks for a form, some have
   * another one: to tell, thousands of words would have to be analysed, few of which are ever met.
   */
  markedWordsOf(slot: number): readonly WordId[] {
    return this.marked[slot]!
  }

  /** Has each slot a word of its own, one beside the other from position `first` on? */
  isAligned(first: number): boolean {
    const { words, slots, filter } = this
    if (first < 0 || first + slots.length > words.length) return false
    for (let slot = 0; slot < slots.length; slot++)
      if ((filter.bitsOf(words[first + slot]!) & slotBit(slot)) === 0) return false
    for (let slot = 0; slot < slots.length; slot++)
      if (!slots[slot]!.words.has(words[first + slot]!)) return false
    return true
  }

  /** Does the word at a position fill the slot, whatever stands beside it? */
  fills(position: number, slot: number): boolean {
    const word = this.words[position]!
    if ((this.filter.bitsOf(word) & slotBit(slot)) === 0) return false
    if (this.except.has(word) && !this.isHalf(position)) return false
    const { words, term } = this.slots[slot]!
    if (words.has(word)) return true
    return (
      term !== undefined && this.vocabulary.isMarked(word) && this.vocabulary.partsOf(word).includes(term)
    )
  }

  /** Is the word that fills the slot at a position more than a compound with such a part, or are its parts marked? */
  isWhole(position: number, slot: number): boolean {
    const word = this.words[position]!
    if (this.slots[slot]!.part?.whole.has(word) !== false) return true
    return this.vocabulary.isMarked(word) || this.isHalf(position)
  }

  /** Has the text at a position less than the word, as of `landslag` in `lands- og fylkeslag`? */
  private isHalf(position: number): boolean {
    return this.lengths[position]! < this.vocabulary.word(this.words[position]!).length
  }

  /** The last position of the occurrence in order that begins at `first`, if one does before `end`. */
  lastInOrder(first: number, end: number): number | undefined {
    let position = first
    for (let slot = 0; slot < this.count; position++) {
      const filled = position < end ? this.filledFrom(slot, this.words[position]!) : 0
      if (filled === 0) return undefined
      slot += filled
    }
    return position - 1
  }

  /** Calls `visit` for the words from position `from` on of the occurrence in order that begins at `first`. */
  visitInOrder(first: number, from: number, visit: SlotVisitor): void {
    let position = first
    for (let slot = 0; slot < this.count; position++) {
      const end = slot + this.filledFrom(slot, this.words[position]!)
      for (; slot < end; slot++) if (position >= from) visit(position, slot)
    }
  }

  /** Calls `visit` for all words from `first` to `last` that fill a slot. */
  visitAll(first: number, last: number, visit: SlotVisitor): void {
    for (let position = first; position <= last; position++)
      for (let slot = 0; slot < this.count; slot++) if (this.fills(position, slot)) visit(position, slot)
  }

  /**
   * How many slots from `slot` on the word fills in order. A word whose parts are marked may have others before the
   * phrase begins, and after it ends: `Oslo-Bergen-banen` has `"Oslo Bergen"` and `"Bergen banen"`, `IKT-Norge` is all
   * of `"IKT Norge"`.
   */
  private filledFrom(slot: number, word: WordId): number {
    if ((this.filter.bitsOf(word) & slotBit(slot)) === 0) return 0
    if (this.slots[slot]!.words.has(word)) return 1
    if (!this.vocabulary.isMarked(word)) return 0
    const parts = this.vocabulary.partsOf(word)
    for (let first = 0; first < (slot === 0 ? parts.length : 1); first++) {
      let count = 0
      while (this.isPartFor(slot + count, word, first + count)) count++
      if (count > 0 && (slot + count === this.count || first + count === parts.length)) return count
    }
    return 0
  }

  private isPartFor(slot: number, word: WordId, part: number): boolean {
    const wanted = this.slots[slot]
    if (wanted?.term === undefined || this.vocabulary.partsOf(word)[part] !== wanted.term) return false
    return wanted.form === undefined || this.partForms(word)[part] === wanted.form
  }

  private partForms(word: WordId): readonly string[] {
    let forms = this.forms.get(word)
    if (forms === undefined) {
      const { models } = this.vocabulary
      forms = models.analyze(this.vocabulary.word(word)).parts.map((part) => part.word)
      this.forms.set(word, forms)
    }
    return forms
  }
}
