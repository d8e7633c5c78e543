import { readFileSync } from 'node:fs'
import { Marginals, bestLabels } from './chain.js'
import { type Convention, weightsOf } from './convention.js'
import { FormTable } from './form-table.js'
import { LABEL_COUNT, type LabelSpan, beginOf, spansOf } from './labels.js'
import { FormLexicon } from './form-lexicon.js'
import { type EntityModel, decodeEntityModel } from './model-file.js'
import { type SentenceScores, scoreDocument } from './sentence-scores.js'

/** A name in a sentence; `confidence` is how likely the model holds just this span with just this type, from 0 to 1. */
export interface RecognisedSpan extends LabelSpan {
  readonly confidence: number
}

/**
 * Finds the names of a document: its sentences, in order, as forms (words and signs). Returns the spans of each
 * sentence, from left to right. What the document says of a name elsewhere counts too, so give it whole.
 */
export type Recogniser = (sentences: readonly (readonly string[])[]) => RecognisedSpan[][]

/**
 * A linear-chain CRF over IOB2 labels. Most of a token's score is that of the forms around it, which are worked out
 * once each; the rest is what its place in the sentence and in the document adds.
 */
export const createRecogniser = (model: EntityModel, convention: Convention = 'treebank'): Recogniser => {
  const lexicon = new FormLexicon(model.lexicon)
  const weights = weightsOf(model, convention)
  const table = new FormTable((form) => lexicon.find(form), weights)
  const marginals = new Marginals()
  marginals.setTransitions(model.transitions)
  const decode = ({ rows, stretches }: SentenceScores): RecognisedSpan[] =>
    stretches.flatMap(({ first, end }) => {
      const scores = rows.subarray(first * LABEL_COUNT, end * LABEL_COUNT)
      const spans = spansOf(bestLabels(scores, end - first, model.transitions))
      if (spans.length > 0) marginals.read(scores, end - first)
      return spans.map((span) => ({
        type: span.type,
        first: first + span.first,
        end: first + span.end,
        confidence: Math.min(1, marginals.ofSpan(span.first, span.end, beginOf(span.type)))
      }))
    })
  return (sentences) => scoreDocument(sentences, table, weights).map(decode)
}

/** @throws {Error} where the file is missing or no model */
export const readEntityModel = (path: string): EntityModel => decodeEntityModel(readFileSync(path))
