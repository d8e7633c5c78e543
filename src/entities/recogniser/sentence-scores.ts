import { contextFeatures } from './context-features.js'
import { documentFeatures } from './document-features.js'
import type { FeatureWeights } from './feature-weights.js'
import { REACH } from './form-features.js'
import { isNameLike } from './form-shape.js'
import { FormPlaces } from './form-places.js'
import type { FormTable, KnownForm } from './form-table.js'
import { LABEL_COUNT as L, OUTSIDE } from './labels.js'
import { topicFeatures } from './topic-features.js'
import { DocumentTopics } from './topics.js'

export interface SentenceScores {
  /** The scores of the labels: a row of `LABEL_COUNT` for each token. Outside the stretches only those of the forms. */
  readonly rows: Float32Array
  /** Where names may stand, in order. */
  readonly stretches: readonly Stretch[]
}

/** Tokens from `first` to `end` (exclusive): those that may belong to a name, and one on each side. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

/** The scores of the labels of each sentence's tokens. */
export const scoreDocument = (
  sentences: readonly (readonly string[])[],
  table: FormTable,
  weights: FeatureWeights
): SentenceScores[] => {
  const known = sentences.map((forms) => forms.map((form) => table.get(form)))
  const classes = known.map((row) => row.map((form) => form.class))
  const occurrences = new FormPlaces(sentences, classes)
  const topics = new DocumentTopics(classes)
  const outside = table.get('')
  // One piece of memory for all sentences, as each has few tokens.
  let free = new Float32Array(L * known.reduce((sum, row) => sum + row.length, 0))
  return sentences.map((forms, sentence) => {
    const rows = free.subarray(0, L * forms.length)
    free = free.subarray(L * forms.length)
    scoreForms(known[sentence]!, outside, rows)
    const open = openTokens(known[sentence]!, rows)
    contextFeatures(
      classes[sentence]!,
      (feature, token) => {
        weights.addTo(rows, token * L, feature)
      },
      open
    )
    const levels = topics.levels(sentence)
    classes[sentence]!.forEach((here, token) => {
      if (!isNameLike(here.shape)) return
      const add = (feature: number): void => {
        weights.addTo(rows, token * L, feature)
      }
      documentFeatures(occurrences, forms[token]!, { sentence, token }, add)
      topicFeatures(here, levels, add)
    })
    return { rows, stretches: stretchesOf(open) }
  })
}

/** @param rows zeros, which get the scores */
const scoreForms = (row: readonly KnownForm[], outside: KnownForm, rows: Float32Array): void => {
  for (let token = 0; token < row.length; token++)
    for (let offset = -REACH; offset <= REACH; offset++) {
      const place = token + offset
      addRow(rows, token * L, place >= 0 && place < row.length ? row[place]! : outside, offset)
    }
}

/** Adds what a form tells of the token that stands `offset` before it. */
const addRow = (rows: Float32Array, to: number, { scores, at }: KnownForm, offset: number): void => {
  const from = at + (offset + REACH) * L
  for (let label = 0; label < L; label++) rows[to + label]! += scores[from + label]!
}

/** By so much O leads, on the evidence of forms alone, where a word without a capital is in no name. */
const LEAD = -2
/** Words between two that may be in a name, which then may be in one too: `Direktoratet for forvaltning og IKT`. */
const BETWEEN = 3

/**
 * Most words of a text are plainly in no name. Nothing more is asked of them, which halves the work; one name in 300 is
 * read otherwise for it, as often better as worse.
 *
 * @returns by token: 1 for those in a stretch
 */
const openTokens = (row: readonly KnownForm[], rows: Float32Array): Uint8Array => {
  const open = new Uint8Array(row.length)
  let last = -Infinity
  for (let token = 0; token < row.length; token++) {
    if (!isNameLike(row[token]!.class.shape) && leadOfOutside(rows, token) >= LEAD) continue
    const from = token - last - 1 <= BETWEEN ? last : token - 1
    open.fill(1, Math.max(0, from), token + 2)
    last = token
  }
  return open
}

const leadOfOutside = (rows: Float32Array, token: number): number => {
  const at = token * L
  let best = -Infinity
  for (let label = 0; label < L; label++) {
    const score = rows[at + label]!
    if (label !== OUTSIDE && score > best) best = score
  }
  return rows[at + OUTSIDE]! - best
}

const stretchesOf = (open: Uint8Array): Stretch[] => {
  const stretches: Stretch[] = []
  for (let first = open.indexOf(1); first >= 0;) {
    const closed = open.indexOf(0, first)
    const end = closed < 0 ? open.length : closed
    stretches.push({ first, end })
    first = open.indexOf(1, end)
  }
  return stretches
}
