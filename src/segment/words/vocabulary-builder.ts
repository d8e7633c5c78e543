import type { Analyzer } from '../../analysis/analyzer.js'
import type { Models } from '../../analysis/models.js'
import type { Stemmer } from '../../analysis/stems/stemmer.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { groupByKey, listAt, type Lists } from '../../structures/lists.js'
import { Slices } from '../../structures/slices.js'
import { sortInSlices } from '../../structures/sort-in-slices.js'
import { Vocabulary, WORD_KINDS, type TermId, type WordId } from './vocabulary.js'
import { WrittenForms } from './written-forms.js'

/** A word that is written with a capital inside sentences more often than this is a name. */
const NAME_SHARE = 0.5

/** Gathers the words of a collection, then analyses each once. */
export class VocabularyBuilder {
  private readonly words: string[] = []
  private readonly wordIds = new Map<string, WordId>()
  private readonly frequencies = new GrowableUint32()
  private readonly capitals = new GrowableUint32()
  private readonly written = new WrittenForms()
  private readonly terms: string[] = []
  private readonly termIds = new Map<string, TermId>()

  /** Counts one occurrence. @param written where it has a capital though a small letter was to be expected */
  count(word: string, written?: string): WordId {
    let id = this.wordIds.get(word)
    if (id === undefined) {
      id = this.words.push(word) - 1
      this.wordIds.set(word, id)
      this.frequencies.push(0)
      this.capitals.push(0)
    }
    this.frequencies.increment(id)
    if (written === undefined) return id
    this.capitals.increment(id)
    this.written.count(id, written)
    return id
  }

  async finish({ stem, analyze }: Pick<Models, 'stem' | 'analyze'>): Promise<Vocabulary> {
    const termOf = await this.findTerms(stem)
    const wordFrequencies = this.frequencies.finish()
    const kinds = findKinds(this.words, this.capitals.finish(), wordFrequencies)
    const { partTerms, marked } = await this.findParts(analyze)
    const { words, wordIds, terms, termIds } = this
    const byFrequency = await sortInSlices(words.length, (a, b) => wordFrequencies[b]! - wordFrequencies[a]!)
    return Vocabulary.build({
      words,
      wordIds,
      terms,
      termIds,
      termOf,
      partTerms,
      marked,
      kinds,
      written: this.written,
      analyze,
      wordFrequencies,
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
          for (const part of new Set(listAt(partTerms, word))) pair(part, word)
        }
      })
    })
  }

  private intern(term: string): TermId {
    let id = this.termIds.get(term)
    if (id === undefined) {
      id = this.terms.push(term) - 1
      this.termIds.set(term, id)
    }
    return id
  }

  private async findTerms(stem: Stemmer): Promise<Uint32Array> {
    const termOf = new Uint32Array(this.words.length)
    const slices = new Slices()
    for (const [id, word] of this.words.entries()) {
      termOf[id] = this.intern(stem(word))
      if (slices.isOver) await slices.next()
    }
    return termOf
  }

  private async findParts(analyze: Analyzer): Promise<{ partTerms: Lists; marked: Uint8Array }> {
    const slices = new Slices()
    const offsets = new GrowableUint32()
    const values = new GrowableUint32()
    const marked = new GrowableUint8()
    for (const word of this.words) {
      const analysis = analyze(word)
      offsets.push(values.length)
      marked.push(analysis.marked ? 1 : 0)
      for (const part of analysis.parts) values.push(this.intern(part.term))
      if (slices.isOver) await slices.next()
    }
    offsets.push(values.length)
    return { partTerms: { offsets: offsets.finish(), values: values.finish() }, marked: marked.finish() }
  }
}

const findKinds = (words: readonly string[], capitals: Uint32Array, frequencies: Uint32Array): Uint8Array =>
  Uint8Array.from(words, (word, id) => {
    if (/^\d/.test(word)) return WORD_KINDS.number
    return capitals[id]! > NAME_SHARE * frequencies[id]! ? WORD_KINDS.name : WORD_KINDS.plain
  })
