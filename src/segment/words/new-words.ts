import type { Analyzer } from '../../analysis/analyzer.js'
import { GrowableLists } from '../../structures/growable-lists.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { Interner } from '../../structures/interner.js'
import type { Lists } from '../../structures/lists.js'
import { packTexts, type TextColumn } from '../../structures/texts.js'
import type { WordCounter } from '../article-gatherer.js'
import { indexedForms } from './vocabulary-builder.js'

/**
 * The words of a batch that no batch of the reader before it had. The reader numbers words, terms and written forms by
 * itself, each in the order in which it meets them.
 */
export interface NewWordTables {
  readonly words: TextColumn
  /** By new word: what it is indexed under (`IndexedForms`), by the numbers of terms. */
  readonly termOf: Uint32Array
  readonly further: Lists
  readonly parts: Lists
  readonly marked: Uint8Array
  readonly terms: TextColumn
  readonly capitals: CapitalTables
}

/** Each occurrence with a capital where a small letter was to be expected: its word, and how it is written. */
export interface CapitalTables {
  readonly words: Uint32Array
  readonly written: Uint32Array
  /** The written forms that no batch before had. */
  readonly forms: TextColumn
}

/** Numbers the words that a reader meets, and collects the new ones of each batch. */
export class NewWords implements WordCounter {
  private readonly words = new Interner()
  private readonly terms = new Interner()
  private readonly forms = new Interner()
  /** How many of each the batches before had. */
  private before = { words: 0, terms: 0, forms: 0 }
  private fresh = new FreshWords()

  constructor(private readonly analyze: Analyzer) {}

  count(word: string, written?: string): number {
    const number = this.words.find(word) ?? this.add(word)
    if (written !== undefined) {
      this.fresh.capitalWords.push(number)
      this.fresh.written.push(this.forms.add(written))
    }
    return number
  }

  /** The new words of a batch, which ends here. In shared memory. */
  take(): NewWordTables {
    const { words, terms, forms, before, fresh } = this
    this.before = { words: words.size, terms: terms.size, forms: forms.size }
    this.fresh = new FreshWords()
    return {
      words: packTexts(words.all().slice(before.words)),
      terms: packTexts(terms.all().slice(before.terms)),
      termOf: fresh.termOf.finish(),
      further: fresh.further.finish(),
      parts: fresh.parts.finish(),
      marked: fresh.marked.finish(),
      capitals: {
        words: fresh.capitalWords.finish(),
        written: fresh.written.finish(),
        forms: packTexts(forms.all().slice(before.forms))
      }
    }
  }

  private add(word: string): number {
    const { fresh } = this
    const { term, further, parts, marked } = indexedForms(this.analyze(word))
    fresh.termOf.push(this.terms.add(term))
    fresh.further.push(further.map((one) => this.terms.add(one)))
    fresh.parts.push(parts.map((part) => this.terms.add(part)))
    fresh.marked.push(marked ? 1 : 0)
    return this.words.append(word)
  }
}

class FreshWords {
  readonly termOf = new GrowableUint32()
  readonly further = new GrowableLists()
  readonly parts = new GrowableLists()
  readonly marked = new GrowableUint8()
  readonly capitalWords = new GrowableUint32()
  readonly written = new GrowableUint32()
}
