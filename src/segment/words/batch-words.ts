import { GrowableUint32 } from '../../structures/growable.js'
import { listAt } from '../../structures/lists.js'
import { Texts, type TextColumn } from '../../structures/texts.js'
import type { CapitalTables, NewWordTables } from './new-words.js'
import type { IndexedForms, VocabularyBuilder } from './vocabulary-builder.js'
import type { WordId } from './vocabulary-tables.js'

/**
 * The words of one reader in the vocabulary of all. A word is in the batch where its reader first meets it, in the
 * order of the text, so that words get the ids that they had if one thread read all batches.
 */
export class BatchWords {
  /** By the reader's number. */
  private readonly ids = new GrowableUint32()
  private readonly terms: string[] = []
  private readonly forms: string[] = []

  constructor(private readonly vocabulary: VocabularyBuilder) {}

  /** Takes the new words of a batch. */
  take(added: NewWordTables): void {
    decode(added.terms, this.terms)
    for (const [i, word] of decode(added.words, []).entries())
      this.ids.push(this.vocabulary.idOf(word, () => this.formsOf(added, i)))
  }

  /** The id of a word by the reader's number; counts an occurrence. */
  readonly counted = (number: number): WordId => {
    const id = this.ids.at(number)
    this.vocabulary.countMore(id, 1)
    return id
  }

  countCapitals({ words, written, forms }: CapitalTables): void {
    decode(forms, this.forms)
    words.forEach((word, i) => {
      this.vocabulary.countCapital(this.ids.at(word), this.forms[written[i]!]!)
    })
  }

  private formsOf({ termOf, further, parts, marked }: NewWordTables, word: number): IndexedForms {
    const textsOf = (terms: Uint32Array): string[] => Array.from(terms, (term) => this.terms[term]!)
    return {
      term: this.terms[termOf[word]!]!,
      further: textsOf(listAt(further, word)),
      parts: textsOf(listAt(parts, word)),
      marked: marked[word] === 1
    }
  }
}

/** Puts the texts of a column behind others. */
const decode = (column: TextColumn, behind: string[]): string[] => {
  const texts = new Texts(column)
  for (let number = 0; number < texts.size; number++) behind.push(texts.text(number))
  return behind
}
