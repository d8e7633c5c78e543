import { shapeOf } from './form-shape.js'
import { topicsOf } from './topics.js'

/** What raw text tells of a form with a capital: in which contexts it stands, each as a level from 0 (never) to 7. */
export const STATISTICS = [
  'capitalShare',
  'genitiveShare',
  'frequency',
  'afterI',
  'afterOn',
  'afterFrom',
  'afterAgent',
  'afterQuote',
  'afterPersonNoun',
  'afterWorkNoun',
  'afterGroupNoun',
  'afterPlaceNoun',
  'afterCapital',
  'beforeCapital',
  'beforeSays',
  'beforeCompany',
  'beforePlaceNoun',
  'beforeBracket',
  'beforeQuote',
  'beforeNumber'
] as const

export type Statistic = (typeof STATISTICS)[number]

/** What is known of a form beyond its letters. */
export interface FormFacts {
  /** Word clusters, one of each clustering; empty where the form has no vector. */
  readonly clusters: readonly number[]
  /** A level from 0 to 7 for each of `STATISTICS`; empty where nothing is known. */
  readonly statistics: ArrayLike<number>
  /**
   * Which labels the training documents give it, 0 if none has it. Bits 0–4: the most frequent label + 1; 5–8: how sure
   * it is and how often it was seen; from 9: the second label + 1.
   */
  readonly memory: number
  /** Bits: which lists of public facts have it. */
  readonly lists: number
}

/** Undefined where nothing is known. */
export type FactsOf = (form: string) => FormFacts | undefined

/** What the context features look at, of each form of a sentence. */
export interface FormClass {
  readonly shape: number
  /** Coarse word cluster + 1; 0 for none. */
  readonly cluster: number
  /** Finer word cluster + 1; 0 for none. */
  readonly fine: number
  /** Level of the share of capitals (0–7), 8 unknown. */
  readonly capitals: number
  /** Bits: which lists of public facts have it. */
  readonly lists: number
  /** Bits: which topics it tells of. */
  readonly topics: number
}

const CAPITAL_SHARE = STATISTICS.indexOf('capitalShare')

export const classOf = (form: string, facts: FormFacts | undefined): FormClass => ({
  shape: form === '' ? 0 : shapeOf(form),
  cluster: facts?.clusters[0] === undefined ? 0 : facts.clusters[0] + 1,
  fine: facts?.clusters[1] === undefined ? 0 : facts.clusters[1] + 1,
  capitals: facts?.statistics[CAPITAL_SHARE] ?? 8,
  lists: facts?.lists ?? 0,
  topics: topicsOf(form)
})
