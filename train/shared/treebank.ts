import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lines } from './lines.js'

export type Standard = 'nb' | 'nn'
export const STANDARDS = ['nb', 'nn'] as const satisfies readonly Standard[]

/** A word as NorNE annotates it, and the document's part that it stands in: `ap001_0000`. */
export interface TreebankWord {
  readonly document: string
  readonly form: string
  readonly lemma: string
  readonly wordClass: string
  readonly features: string
  /** IOB2: `B-PER`, `I-PER`, `O`. */
  readonly tag: string
}

/** The words of NorNE's official train or dev part. @param data the folder that holds norne/ */
export function* treebankWords(
  data: string,
  standard: Standard,
  part: 'train' | 'dev'
): Generator<TreebankWord> {
  let document = ''
  for (const line of lines(readFileSync(path.join(data, 'norne', `${standard}-${part}.conll`)))) {
    if (line.startsWith('# doc = ')) document = line.slice(8)
    const [form = '', lemma, wordClass, features, tag] = line.split('\t')
    if (lemma !== undefined && wordClass !== undefined && features !== undefined && tag !== undefined)
      yield { document, form, lemma, wordClass, features, tag }
  }
}
