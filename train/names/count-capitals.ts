import { readFileSync } from 'node:fs'
import path from 'node:path'
import { classAt, UPPER } from '../../src/analysis/text/characters.js'
import { readText } from '../../src/analysis/text/reading.js'
import { wordForm } from '../../src/analysis/text/word-form.js'
import { readConll } from '../../tools/conll.js'
import { lines } from '../shared/lines.js'
import { reviewTexts } from '../shared/reviews.js'
import { STANDARDS } from '../shared/treebank.js'

/** Occurrences of a word inside sentences, after their first word: with a capital, and all. */
export interface CapitalCount {
  readonly capitals: number
  readonly all: number
}

/**
 * How the words of reviews and news are written inside sentences.
 *
 *     `Vi møtte Olsen i Molde.` → møtte 0 of 1, olsen 1 of 1, i 0 of 1, molde 1 of 1
 *
 * @param data the folder that holds norec/, nb-nn/ and norne/
 */
export const countCapitals = (data: string): ReadonlyMap<string, CapitalCount> => {
  const counts = new Map<string, { capitals: number; all: number }>()
  const count = (word: string, isCapital: boolean): void => {
    let seen = counts.get(word)
    if (seen === undefined) counts.set(word, (seen = { capitals: 0, all: 0 }))
    seen.all++
    if (isCapital) seen.capitals++
  }
  for (const text of reviewTexts(data)) countText(text, count)
  for (const line of lines(readFileSync(path.join(data, 'nb-nn', 'train.tsv'))))
    for (const sentence of line.split('\t')) countText(sentence, count)
  for (const standard of STANDARDS)
    for (const { sentences } of readConll(path.join(data, 'norne', `${standard}-train.conll`)))
      for (const { forms } of sentences)
        for (const form of forms.filter((form) => /^[\p{L}\p{N}]/u.test(form)).slice(1))
          count(wordForm(form), /^\p{Lu}/u.test(form))
  return counts
}

const countText = (written: string, count: (word: string, isCapital: boolean) => void): void => {
  const text = written.normalize('NFC')
  const { tokens, sentences } = readText(text)
  let sentence = 0
  let previous: number | undefined
  for (const { start, word } of tokens) {
    while (sentences[sentence] !== undefined && start >= sentences[sentence]!.end) sentence++
    if (previous === sentence) count(word, (classAt(text, start) & UPPER) !== 0)
    previous = sentence
  }
}
