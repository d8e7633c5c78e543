import { contextFeatures } from '../../src/entities/recogniser/context-features.js'
import { documentFeatures } from '../../src/entities/recogniser/document-features.js'
import { REACH, findFacts, formFeatures } from '../../src/entities/recogniser/form-features.js'
import { type FactsOf, type FormClass, classOf } from '../../src/entities/recogniser/form-facts.js'
import { isNameLike } from '../../src/entities/recogniser/form-shape.js'
import { FormPlaces } from '../../src/entities/recogniser/form-places.js'
import { topicFeatures } from '../../src/entities/recogniser/topic-features.js'
import { DocumentTopics } from '../../src/entities/recogniser/topics.js'
import type { LabelledDocument } from '../../tools/conll.js'
import type { Examples } from './examples.js'

export interface KnownForm {
  readonly class: FormClass
  /** Features that the form gives to a token at each offset from it, from -REACH. */
  readonly features: readonly (readonly number[])[]
}

/** Adds the sentences of a document with all their features. */
export const featurise = (
  { sentences }: LabelledDocument,
  find: FactsOf,
  { cache, examples, isNews }: { cache: Map<string, KnownForm>; examples: Examples; isNews: boolean }
): void => {
  const factsOf: FactsOf = (form) => findFacts(form, find)
  const knownForm = (form: string): KnownForm => {
    let known = cache.get(form)
    if (known === undefined) {
      const features: number[][] = Array.from({ length: 2 * REACH + 1 }, () => [])
      formFeatures(form, find, (feature, offset) => features[offset + REACH]!.push(feature))
      cache.set(form, (known = { class: classOf(form, factsOf(form)), features }))
    }
    return known
  }
  const outside = knownForm('')
  const rows = sentences.map(({ forms }) => forms.map(knownForm))
  const classes = rows.map((row) => row.map((known) => known.class))
  const occurrences = new FormPlaces(
    sentences.map(({ forms }) => forms),
    classes
  )
  const topics = new DocumentTopics(classes)
  sentences.forEach(({ forms, labels }, s) => {
    const row = rows[s]!
    const context: number[][] = forms.map(() => [])
    contextFeatures(
      row.map((known) => known.class),
      (feature, token) => context[token]!.push(feature)
    )
    const levels = topics.levels(s)
    examples.beginSentence(isNews)
    forms.forEach((form, i) => {
      examples.beginToken(labels[i]!)
      for (let offset = -REACH; offset <= REACH; offset++)
        for (const feature of (row[i + offset] ?? outside).features[offset + REACH]!) examples.add(feature)
      for (const feature of context[i]!) examples.add(feature)
      if (!isNameLike(row[i]!.class.shape)) return
      const add = (feature: number): void => {
        examples.add(feature)
      }
      documentFeatures(occurrences, form, { sentence: s, token: i }, add)
      topicFeatures(row[i]!.class, levels, add)
    })
  })
}
