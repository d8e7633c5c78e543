import { alike } from '../../src/entities/recogniser/form-keys.js'

/** Sentences of raw text as numbers: each form is an id, in the order of first sight, and -1 ends a sentence. */
export interface Corpus {
  readonly forms: readonly string[]
  readonly counts: Uint32Array
  readonly ids: Int32Array
}

export const SENTENCE_END = -1

export const buildCorpus = (sentences: Iterable<readonly string[]>): Corpus => {
  const index = new Map<string, number>()
  const counts: number[] = []
  let ids = new Int32Array(1 << 20)
  let length = 0
  const push = (id: number): void => {
    if (length === ids.length) {
      const larger = new Int32Array(length * 2)
      larger.set(ids)
      ids = larger
    }
    ids[length++] = id
  }
  for (const sentence of sentences) {
    for (const written of sentence) {
      const form = alike(written)
      let id = index.get(form)
      if (id === undefined) index.set(form, (id = counts.push(0) - 1))
      counts[id]!++
      push(id)
    }
    push(SENTENCE_END)
  }
  return { forms: [...index.keys()], counts: Uint32Array.from(counts), ids: ids.slice(0, length) }
}
