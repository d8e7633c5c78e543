import { firstWhere } from '../../structures/bisect.js'
import { sharedColumn } from '../../structures/tables.js'
import { packTexts, Texts, type TextColumn } from '../../structures/texts.js'

/** How words are mostly written that have a capital inside sentences. */
export interface WrittenTables {
  /** Ids of words, ascending. */
  readonly words: Uint32Array
  /** How each of them is written. */
  readonly forms: TextColumn
}

/** How a word is written with a capital, and by how many occurrences more than otherwise. */
interface Candidate {
  written: string
  lead: number
}

/**
 * Counts how words are written where they have a capital that does not begin a sentence: `IKT`, `McDonald`. Keeps one
 * candidate a word; a form that the majority of the occurrences have is always the one (Boyer and Moore 1981).
 */
export class WrittenFormsBuilder {
  private readonly candidates = new Map<number, Candidate>()

  count(word: number, written: string): void {
    const candidate = this.candidates.get(word)
    if (candidate === undefined) this.candidates.set(word, { written, lead: 1 })
    else if (candidate.written === written) candidate.lead++
    else if (--candidate.lead < 0) this.candidates.set(word, { written, lead: 1 })
  }

  finish(): WrittenTables {
    const sorted = [...this.candidates].sort(([a], [b]) => a - b)
    const words = sharedColumn(Uint32Array, sorted.length)
    sorted.forEach(([word], i) => (words[i] = word))
    return { words, forms: packTexts(sorted.map(([, { written }]) => written)) }
  }
}

export class WrittenForms {
  private readonly words: Uint32Array
  private readonly forms: Texts

  constructor({ words, forms }: WrittenTables) {
    this.words = words
    this.forms = new Texts(forms)
  }

  of(word: number): string | undefined {
    const { words } = this
    const at = firstWhere(0, words.length, (i) => words[i]! >= word)
    return words[at] === word ? this.forms.text(at) : undefined
  }
}
