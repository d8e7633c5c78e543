import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { lines } from '../shared/lines.js'
import type { StandardLists } from './word-standards.js'

/** The dictionaries' words, and pairs of those for who does something, which the standards end otherwise. */
export interface ListedWords extends StandardLists {
  /** `arbeider`, `arbeidar`: the first is what a verb says too, so texts do not show that the two are one. */
  readonly agents: readonly (readonly [bokmål: string, nynorsk: string])[]
}

/** @param data the folder that holds ordbank/ */
export const readListedWords = (data: string): ListedWords => {
  const read = (name: string): Generator<string> =>
    lines(gunzipSync(readFileSync(path.join(data, 'ordbank', name))))
  const rows = [...read('nb.tsv.gz')].map((line) => line.split('\t'))
  const bokmål = new Set(rows.map(([, lemma]) => lemma!))
  const nouns = new Set(rows.flatMap(([form, , wordClass]) => (wordClass === 'noun' ? form! : [])))
  const nynorsk = new Set(read('nn-lemmas.txt.gz'))
  const agents = [...bokmål].flatMap((word): [string, string][] => {
    const other = `${word.slice(0, -2)}ar`
    const isAgent = word.endsWith('er') && nouns.has(`${word}en`) && nouns.has(`${word}e`)
    return isAgent && nynorsk.has(other) ? [[word, other]] : []
  })
  return { bokmål, bokmålForms: new Set(rows.map(([form]) => form!)), nynorsk, agents }
}

/**
 * Words of bokmål with what nynorsk says for them, dictionary forms, written for this model: translations are too few
 * to show the most of them.
 *
 * `counterparts.txt` has a word of bokmål a line, then those of nynorsk.
 */
export const readCounterparts = (): [bokmål: string, nynorsk: string][] =>
  readFileSync(path.join('train', 'variants', 'counterparts.txt'), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [bokmål, ...nynorsk] = line.split(' ')
      return nynorsk.map((word): [string, string] => [bokmål!, word])
    })
