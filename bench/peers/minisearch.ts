import MiniGeneration from 'minisearch'
import { isStopWord } from '../../src/analysis/text/stop-words.js'
import { snowballStemmer } from '../../tools/snowball.js'
import { wordsOf, type Item, type Peer } from './peer.js'

const create = (): MiniGeneration<Item> =>
  new MiniGeneration<Item>({
    fields: ['text'],
    tokenize: wordsOf,
    processTerm: (word) => (isStopWord(word) ? null : snowballStemmer(word))
  })

/** MiniSearch has no analysis of Norwegian: it is given Snowball stems and stop words. */
export class MiniSearch implements Peer {
  readonly name = 'MiniSearch'
  private index = create()

  load(items: readonly Item[]): Promise<void> {
    this.index = create()
    this.index.addAll(items)
    return Promise.resolve()
  }

  search(query: string, size: number): Promise<string[]> {
    return Promise.resolve(
      this.index
        .search(query)
        .slice(0, size)
        .map(({ id }) => id as string)
    )
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
