import { openModel } from './model-container.js'
import { PartLexicon } from './compounds/part-lexicon.js'
import { hashFrontCoded } from './compounds/rolling-hash.js'

/** The file's first line. */
export interface NameLexiconHeader {
  /** `NAMES_FORMAT`, or the file is of another version. */
  readonly format: string
  readonly names: number
}

export const NAMES_FORMAT = 'nyhetssok-names-1'

/** Is the word a name, in lower case as `wordForm` gives it? */
export type NameTest = (word: string) => boolean

/**
 * Words that are mostly written with a capital inside sentences, and their genitives.
 *
 *     birkeland, birkelands, sverige, stortinget → names      land, musikken → none
 *
 * @param file a header, then front-coded words. Made by `train/names/names.ts`.
 * @throws {Error} where it is of another format
 */
export const decodeNames = (file: Uint8Array): NameTest => {
  const { header, body } = openModel<NameLexiconHeader>(file)
  if (header.format !== NAMES_FORMAT) throw new Error(`Not a lexicon of names of format ${NAMES_FORMAT}.`)
  const names = new PartLexicon(header.names)
  hashFrontCoded(body, (hash) => {
    names.set(hash, 1)
  })
  const has = (word: string): boolean => names.getWord(word) > 0
  return (word) => has(word) || (word.endsWith('s') && has(word.slice(0, -1)))
}
