import type { Analyzer } from '../../analysis/analyzer.js'
import { foldKey } from '../../analysis/text/fold.js'
import { spellingKey } from '../../analysis/text/spelling.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { Interner } from '../../structures/interner.js'
import { groupByKey, listAt, type Lists } from '../../structures/lists.js'
import { sortedTexts } from '../../structures/prefix-range.js'
import { sortInSlices } from '../../structures/sort-in-slices.js'
import { buildStringTable, hashOf } from '../../structures/string-table.js'
import { sharedColumn } from '../../structures/tables.js'
import { buildGramTables } from './gram-index.js'
import { buildLetterTables } from './near-words.js'
import { WORD_KINDS, type TermId, type VocabularyTables, type WordId } from './vocabulary-tables.js'
import { WrittenFormsBuilder } from './written-forms.js'

/** A word that is written with a capital inside sentences more often than this is a name. */
const NAME_SHARE = 0.5

/**
 * Gathers words; each is analysed once, when it is first met. Words and terms keep their numbers, however many are
 * added.
 */
export class VocabularyBuilder {
  private readonly words = new Interner()
  private readonly terms = new Interner()
  private readonly frequencies = new GrowableUint32()
  private readonly capitals = new GrowableUint32()
  private readonly written = new WrittenFormsBuilder()
  private readonly termOfWord = new GrowableUint32()
  private readonly partOffsets = new GrowableUint32()
  private readonly partTerms = new GrowableUint32()
  private readonly markedWords = new GrowableUint8()

  constructor(private readonly analyze: Analyzer) {}

  get wordCount(): number {
    return this.words.size
  }

  get termCount(): number {
    return this.terms.size
  }

  /** Counts one occurrence. @param written where it has a capital though a small letter was to be expected */
  count(word: string, written?: string): WordId {
    const id = this.words.find(word) ?? this.add(word)
    this.frequencies.increment(id)
    if (written === undefined) return id
    this.capitals.increment(id)
    this.written.count(id, written)
    return id
  }

  term(term: TermId): string {
    return this.terms.text(term)
  }

  termOf(word: WordId): TermId {
    return this.termOfWord.at(word)
  }

  isMarked(word: WordId): boolean {
    return this.markedWords.at(word) === 1
  }

  /** Calls `visit` with the terms of a compound's parts, in order. */
  forEachPart(word: WordId, visit: (part: TermId) => void): void {
    const { partOffsets, partTerms } = this
    const end = word + 1 < partOffsets.length ? partOffsets.at(word + 1) : partTerms.length
    for (let i = partOffsets.at(word); i < end; i++) visit(partTerms.at(i))
  }

  /** Lets other work run meanwhile. More words may be added afterwards, for later tables. */
  async finish(): Promise<VocabularyTables> {
    const [words, terms] = [this.words.all(), this.terms.all()]
    const [frequencies, termOf, parts] = [this.frequencies.finish(), this.termOfWord.finish(), this.parts()]
    const byFrequency = await sortInSlices(words.length, (a, b) => frequencies[b]! - frequencies[a]!)
    const sorted = await sortedTexts(words)
    const ranks = sharedColumn(Uint32Array, words.length)
    sorted.forEach((word, rank) => (ranks[word] = rank))
    return {
      words: buildStringTable(words),
      terms: buildStringTable(terms),
      termOf,
      parts,
      marked: this.markedWords.finish(),
      kinds: this.kinds(frequencies),
      written: this.written.finish(),
      byFrequency,
      sorted,
      ranks,
      folded: await this.folded(words),
      wordsOfTerm: await groupByKey(terms.length, {
        count: words.length,
        forEach: (word, pair) => {
          pair(termOf[word]!, word)
        }
      }),
      wordsWithPart: await groupByKey(terms.length, {
        count: words.length,
        forEach: (place, pair) => {
          const word = byFrequency[place]!
          for (const part of new Set(listAt(parts, word))) pair(part, word)
        }
      }),
      letters: await buildLetterTables(words),
      grams: await buildGramTables(words),
      spellings: await this.spellings(termOf)
    }
  }

  private add(word: string): WordId {
    const id = this.words.add(word)
    const { term, parts, inner, marked } = this.analyze(word)
    this.frequencies.push(0)
    this.capitals.push(0)
    this.termOfWord.push(this.terms.add(term))
    this.markedWords.push(marked ? 1 : 0)
    this.partOffsets.push(this.partTerms.length)
    for (const part of [...parts, ...inner]) this.partTerms.push(this.terms.add(part.term))
    return id
  }

  private parts(): Lists {
    const offsets = sharedColumn(Uint32Array, this.words.size + 1)
    offsets.set(this.partOffsets.finish())
    offsets[this.words.size] = this.partTerms.length
    return { offsets, values: this.partTerms.finish() }
  }

  private async folded(words: readonly string[]): Promise<Uint32Array> {
    const keys = words.map(foldKey)
    const marked = Uint32Array.from(keys.flatMap((key, id) => (key === words[id] ? [] : id)))
    const order = await sortedTexts(Array.from(marked, (id) => keys[id]!))
    return order.map((place) => marked[place]!)
  }

  private kinds(frequencies: Uint32Array): Uint8Array {
    const kinds = sharedColumn(Uint8Array, this.words.size)
    for (const [id, word] of this.words.all().entries()) {
      if (/^\d/.test(word)) kinds[id] = WORD_KINDS.number
      else if (this.capitals.at(id) > NAME_SHARE * frequencies[id]!) kinds[id] = WORD_KINDS.name
    }
    return kinds
  }

  /** Terms by the spelling key of the term itself and of its words, where the key is another form. */
  private async spellings(termOf: Uint32Array): Promise<Lists> {
    const [words, terms] = [this.words.all(), this.terms.all()]
    const keys: string[] = []
    const owners: TermId[] = []
    const note = (form: string, term: TermId): void => {
      const key = spellingKey(form)
      if (key === form) return
      keys.push(key)
      owners.push(term)
    }
    terms.forEach(note)
    words.forEach((word, id) => {
      if (terms[termOf[id]!] !== word) note(word, termOf[id]!)
    })
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length)))
    return groupByKey(buckets, {
      count: keys.length,
      forEach: (i, pair) => {
        pair(hashOf(keys[i]!) & (buckets - 1), owners[i]!)
      }
    })
  }
}
