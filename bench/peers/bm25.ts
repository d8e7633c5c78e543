import { isStopWord } from '../../src/analysis/text/stop-words.js'
import { snowballStemmer } from '../../tools/snowball.js'
import { wordsOf, type Item, type Peer } from './peer.js'

const K1 = 1.2
const B = 0.75

interface Posting {
  readonly item: number
  readonly frequency: number
}

/** Plain BM25 (Robertson and Zaragoza 2009) over Snowball stems without stop words. */
export class Bm25 implements Peer {
  readonly name = 'BM25, Snowball stems'
  private ids: string[] = []
  private lengths: number[] = []
  private readonly postings = new Map<string, Posting[]>()
  private readonly stems = new Map<string, string>()

  load(items: readonly Item[]): Promise<void> {
    this.postings.clear()
    this.ids = items.map(({ id }) => id)
    this.lengths = items.map(({ text }, item) => {
      const terms = this.termsOf(text)
      const frequencies = new Map<string, number>()
      for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
      for (const [term, frequency] of frequencies) {
        const postings = this.postings.get(term)
        if (postings === undefined) this.postings.set(term, [{ item, frequency }])
        else postings.push({ item, frequency })
      }
      return terms.length
    })
    return Promise.resolve()
  }

  search(query: string, size: number): Promise<string[]> {
    const average = this.lengths.reduce((sum, length) => sum + length, 0) / this.ids.length
    const scores = new Map<number, number>()
    for (const term of new Set(this.termsOf(query))) {
      const postings = this.postings.get(term) ?? []
      const idf = Math.log(1 + (this.ids.length - postings.length + 0.5) / (postings.length + 0.5))
      for (const { item, frequency } of postings) {
        const norm = K1 * (1 - B + (B * this.lengths[item]!) / average)
        scores.set(item, (scores.get(item) ?? 0) + (idf * frequency * (K1 + 1)) / (frequency + norm))
      }
    }
    const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, size)
    return Promise.resolve(best.map(([item]) => this.ids[item]!))
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  private termsOf(text: string): string[] {
    return wordsOf(text)
      .filter((word) => !isStopWord(word))
      .map((word) => {
        const stem = this.stems.get(word) ?? snowballStemmer(word)
        this.stems.set(word, stem)
        return stem
      })
  }
}
