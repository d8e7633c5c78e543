import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { genderOf } from '../../src/entities/given-names.js'
import { lines } from '../shared/lines.js'
import { STANDARDS, treebankWords } from '../shared/treebank.js'

/** How often raw text has a word, and where only what somebody is stands. */
export interface NameEvidence {
  all: number
  /** Directly before the name of a person: `statsminister | Erna Solberg`. */
  beforeName: number
  /** Said of a pronoun without an article, as only roles are: `Hun er | rektor`. */
  predicate: number
}

const WORD = /(?<![\p{L}\d-])\p{Ll}[\p{Ll}-]{2,}(?![\p{L}\d-])/gu
const BEFORE_NAME = /(?<![\p{L}\d-])(\p{Ll}[\p{Ll}-]{2,}) (?=(\p{Lu}[\p{L}-]+) \p{Lu}\p{Ll}+)/gu
const PREDICATE =
  /(?<![\p{L}\d-])(?:[Hh]an|[Hh]un|[Hh]o) (?:er|var|ble|blei|blir|vart|har vært) (?:selv |også |nå |no |sjølv )?(\p{Ll}[\p{Ll}-]{2,})(?= ?(?:[.,]| (?:i|for|av|på|ved|og|hos) ))/gu

/**
 * The words of NoReC, of the bokmål–nynorsk pairs and of NorNE's train part in small letters, each with its evidence.
 *
 * @param data the folder that holds norec/, nb-nn/ and norne/
 */
export const nameEvidence = (data: string): ReadonlyMap<string, NameEvidence> => {
  const evidence = new Map<string, NameEvidence>()
  const of = (word: string): NameEvidence => {
    const known = evidence.get(word) ?? { all: 0, beforeName: 0, predicate: 0 }
    evidence.set(word, known)
    return known
  }
  for (const text of rawTexts(data)) {
    for (const [word] of text.matchAll(WORD)) of(word).all++
    for (const [, word, given] of text.matchAll(BEFORE_NAME))
      if (genderOf(given!.toLowerCase()) !== undefined) of(word!).beforeName++
    for (const [, word] of text.matchAll(PREDICATE)) of(word!).predicate++
  }
  for (const standard of STANDARDS) {
    let before = ''
    for (const { form, wordClass, features, tag } of treebankWords(data, standard, 'train')) {
      if (/^\p{Ll}/u.test(form)) of(form).all++
      if (tag === 'B-PER' && before !== '') of(before).beforeName++
      before = wordClass === 'subst' && features.includes('appell') ? form.toLowerCase() : ''
    }
  }
  return evidence
}

function* rawTexts(data: string): Generator<string> {
  for (const line of lines(gunzipSync(readFileSync(path.join(data, 'norec', 'articles.jsonl.gz')))))
    if (line !== '') yield (JSON.parse(line) as { text: string }).text
  yield* lines(readFileSync(path.join(data, 'nb-nn', 'train.tsv')))
}
