import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { LemmaRanker, type SuffixRule } from './lemma-ranker.js'
import { decodeStems, encodeStems, stemLexicon, type Stems } from './stem-lexicon.js'
import type { Stemmer } from './stemmer.js'

/** What training has learned: a table of words, and how to inflect others. Made by `train/stems/stems.ts`. */
export interface StemModel {
  readonly stems: Stems
  readonly rules: readonly SuffixRule[]
  readonly weights: Int8Array | Float32Array
}

export interface StemOptions {
  /** Where the head of a compound that the table lacks begins, if a splitter knows: digitaliserings|bøkene → 15. */
  readonly headOf?: (word: string) => number | undefined
}

/** Shorter unknown words are left as they are. */
const SHORTEST = 3
/** Steps to a stem that stays; more than two are rare. */
const MOST_STEPS = 12

/**
 * Brings the inflections of a word to one stem, which mostly is its lemma, in bokmål and nynorsk alike.
 *
 *     bok, boka, bøkene → bok    mann, menn → mann    gå, gikk, gjekk → gå    barnas → barn    Norges → norge
 *     digitaliseringsbøkene → digitaliseringsbok      silo-tankegangen → silo-tankegang    17åringer → 17åring
 *
 * Without context a form has one stem: `satt` is of `sette`, never of `sitte`. An unknown stem loses its -e, since the
 * form rarely shows whether there is one: `kvigene` → kvig, and `kvige` too.
 */
export const createStemmer = (model: StemModel, { headOf }: StemOptions = {}): Stemmer => {
  const ranker = new LemmaRanker(model.rules, model.weights, stemLexicon(model.stems))
  const step = (word: string): string => {
    const known = model.stems.get(word)
    if (known !== undefined) return known
    const start = headOf?.(word) ?? 0
    if (start > 0 && start < word.length) return word.slice(0, start) + stem(word.slice(start))
    return word.length < SHORTEST ? word : withoutE(ranker.lemmaOf(word), model.stems)
  }
  /** Follows the steps to a stem that is its own stem, so that a word and its stem meet: `x` → y → z, `y` → z. */
  const stem = (word: string): string => {
    const path = [word]
    let at = word
    while (path.length < MOST_STEPS) {
      const next = step(at)
      if (next === at) return at
      const loop = path.indexOf(next)
      if (loop >= 0) return path.slice(loop).sort()[0]!
      path.push(next)
      at = next
    }
    return word
  }
  return (word) => {
    const start = lettersFrom(word)
    return start === 0 ? stem(word) : word.slice(0, start) + stem(word.slice(start))
  }
}

const withoutE = (lemma: string, stems: Stems): string => {
  const known = stems.get(lemma)
  if (known !== undefined) return known
  if (lemma.length <= SHORTEST || !lemma.endsWith('e')) return lemma
  const short = lemma.slice(0, -1)
  return stems.get(short) ?? short
}

/** Where the letters begin that end the word: `silo-tankegangen` → 5, `17åring` → 2; `co2` and `digi.no` end in none. */
const lettersFrom = (word: string): number => {
  if (/^[a-zæøå]*$/.test(word)) return 0
  if (word.includes('.')) return word.length
  return /\p{L}*$/u.exec(word)!.index
}

/** What the file begins with: the rules, and how many bytes the table has, which the weights follow. */
interface Header {
  readonly rules: readonly (readonly [strip: string, add: string])[]
  readonly tableBytes: number
}

/** The model as a gzip file: a line of JSON, the table as Latin-1 text, the weights as bytes. The same bytes every time. */
export const encodeStemModel = ({ stems, rules, weights }: StemModel): Uint8Array => {
  const table = Buffer.from(encodeStems(stems), 'latin1')
  const header: Header = { rules: rules.map(({ strip, add }) => [strip, add]), tableBytes: table.length }
  const values: readonly number[] = [...weights]
  const largest = values.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const small = Int8Array.from(values, (weight) => Math.round((weight / largest) * 127))
  const parts = [Buffer.from(`${JSON.stringify(header)}\n`), table, Buffer.from(small.buffer)]
  return gzipSync(Buffer.concat(parts), { level: 9 })
}

export const decodeStemModel = (file: Uint8Array): StemModel => {
  const bytes = gunzipSync(file)
  const start = bytes.indexOf(0x0a) + 1
  const header = JSON.parse(bytes.toString('utf8', 0, start)) as Header
  const end = start + header.tableBytes
  return {
    stems: decodeStems(bytes.toString('latin1', start, end)),
    rules: header.rules.map(([strip, add]) => ({ strip, add })),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + end, bytes.length - end)
  }
}

export const readStemModel = (path: string): StemModel => decodeStemModel(readFileSync(path))
