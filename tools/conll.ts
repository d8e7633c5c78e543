import { readFileSync } from 'node:fs'
import { OUTSIDE, RECOGNISED_TYPES, type RecognisedType } from '../src/entities/recogniser/labels.js'

export interface LabelledSentence {
  readonly forms: readonly string[]
  readonly labels: Uint8Array
}

export interface LabelledDocument {
  /** `ap001_0003`; its file is `ap001`. */
  readonly name: string
  readonly sentences: readonly LabelledSentence[]
}

/**
 * Reads tab-separated columns (form, lemma, part of speech, features, IOB2 tag; only the first and the last count), a
 * blank line after each sentence, `# doc = name` before each document. The treebank's mark for a line break, `|` at the
 * end of a sentence, is left out: no text has it.
 */
export const readConll = (file: string): LabelledDocument[] => {
  const documents: { name: string; sentences: LabelledSentence[] }[] = []
  let forms: string[] = []
  let labels: number[] = []
  const close = (): void => {
    if (forms.at(-1) === '|') {
      forms.pop()
      labels.pop()
    }
    if (documents.length === 0) documents.push({ name: '', sentences: [] })
    if (forms.length > 0) documents.at(-1)!.sentences.push({ forms, labels: Uint8Array.from(labels) })
    forms = []
    labels = []
  }
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (line.startsWith('# doc = ')) {
      if (forms.length > 0) close()
      documents.push({ name: line.slice(8), sentences: [] })
    } else if (line.trim() === '') close()
    else if (!/^# \S+ = /.test(line) || line.includes('\t')) {
      const columns = line.split('\t')
      forms.push(columns[0]!.normalize('NFC'))
      labels.push(labelOfTag(columns.at(-1)!))
    }
  }
  close()
  return documents.filter(({ sentences }) => sentences.length > 0)
}

/** `ap001_0003` → `ap001` */
export const fileOf = (name: string): string => name.replace(/_\d+$/, '')

/** `B-PER` → 1; O, MISC and the like → 0. An I that follows nothing is kept as it is. */
export const labelOfTag = (tag: string): number => {
  const type = RECOGNISED_TYPES.indexOf(tag.slice(2) as RecognisedType)
  if (type < 0) return OUTSIDE
  return tag.startsWith('B-') ? 1 + 2 * type : 2 + 2 * type
}
