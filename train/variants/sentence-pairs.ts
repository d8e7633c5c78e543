import { readFileSync } from 'node:fs'

/** The words of one sentence in both standards. */
export interface SentencePair {
  readonly nb: readonly string[]
  readonly nn: readonly string[]
}

/** `Hva er IKT-Norge?` → hva, er, ikt-norge */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []

/** Reads a file of `bokmål <tab> nynorsk` lines. */
export const readSentencePairs = (file: string): SentencePair[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [nb = '', nn = ''] = line.split('\t')
      return { nb: wordsOf(nb), nn: wordsOf(nn) }
    })
