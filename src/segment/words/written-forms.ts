/** How a word is written with a capital, and by how many occurrences more than otherwise. */
interface Candidate {
  written: string
  lead: number
}

/**
 * How words are mostly written where they have a capital that does not begin a sentence: `IKT`, `McDonald`. Keeps one candidate a
 * word, which the majority of the occurrences cannot fail to be (Boyer and Moore 1981).
 */
export class WrittenForms {
  private readonly candidates = new Map<number, Candidate>()

  count(word: number, written: string): void {
    const candidate = this.candidates.get(word)
    if (candidate === undefined) this.candidates.set(word, { written, lead: 1 })
    else if (candidate.written === written) candidate.lead++
    else if (--candidate.lead < 0) this.candidates.set(word, { written, lead: 1 })
  }

  of(word: number): string | undefined {
    return this.candidates.get(word)?.written
  }
}
