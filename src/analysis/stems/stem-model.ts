import { openModel, signedBytes } from '../model-container.js'

/** Form → stem. A stem is a form too, with itself as its stem. */
export type Stems = ReadonlyMap<string, string>

/** Takes `strip` from the end of a form and puts `add` there: bøkene, strip økene, add ok → bok. */
export interface SuffixRule {
  readonly strip: string
  readonly add: string
}

/** What training has learned: a table of words, and how to inflect others. Made by `train/stems/stems.ts`. */
export interface StemModel {
  readonly stems: Stems
  readonly rules: readonly SuffixRule[]
  readonly weights: Int8Array | Float32Array
}

/** The file's first line: the rules, and how many bytes the table has, which the weights follow. */
export interface StemModelHeader {
  readonly rules: readonly (readonly [strip: string, add: string])[]
  readonly tableBytes: number
}

/** @param file a header, the table as Latin-1 text, one byte for each weight */
export const decodeStemModel = (file: Uint8Array): StemModel => {
  const { header, body } = openModel<StemModelHeader>(file)
  return {
    stems: decodeStems(body.toString('latin1', 0, header.tableBytes)),
    rules: header.rules.map(([strip, add]) => ({ strip, add })),
    weights: signedBytes(body.subarray(header.tableBytes))
  }
}

/**
 * The table is text, a line for a stem, a word for each of its other forms: how many letters it shares with the form
 * before it (35 at most, as one digit or letter), then its other letters.
 *
 *     bok 3a 3en 1øker 4ne      bok, boka, boken, bøker, bøkene
 */
const decodeStems = (text: string): Map<string, string> => {
  const stems = new Map<string, string>()
  for (let start = 0; start < text.length;) {
    const newLine = text.indexOf('\n', start)
    const end = newLine < 0 ? text.length : newLine
    decodeFamily(text.slice(start, end), stems)
    start = end + 1
  }
  return stems
}

const decodeFamily = (line: string, stems: Map<string, string>): void => {
  const space = line.indexOf(' ')
  const stem = space < 0 ? line : line.slice(0, space)
  stems.set(stem, stem)
  if (space < 0) return
  let last = stem
  for (const word of line.slice(space + 1).split(' ')) {
    last = last.slice(0, sharedLetters(word.charCodeAt(0))) + word.slice(1)
    stems.set(last, stem)
  }
}

/** `0` to `9`, then `a` to `z` */
const sharedLetters = (unit: number): number => (unit < 0x3a ? unit - 0x30 : unit - 0x57)
