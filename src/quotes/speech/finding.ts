import type { Span } from '../../structures/span.js'
import type { SourcePhrase } from '../speakers/source.js'

/** What tells that something is a quote, with how often it is right. */
export const CONFIDENCE = {
  /** `– …, sier X` */
  dashWithCue: 0.99,
  /** `«…», sier X` */
  marksWithCue: 0.98,
  /** `X sier: «…»` */
  leadIn: 0.95,
  /** `– …` alone */
  dash: 0.9,
  /** A whole sentence or more between marks */
  marks: 0.8,
  /** `X sier at …` */
  clause: 0.95,
  /** `X mener det er …` */
  plainClause: 0.9,
  /** `ifølge X` */
  accordingTo: 0.95,
  /** `…, opplyser X` without marks */
  trailing: 0.95,
  /** `Reuters: …` as a heading */
  headline: 0.9
} as const

/** What was found beside the speech: the verb, and the phrase that tells who speaks. */
export interface Attribution {
  readonly cue?: Span
  readonly source?: SourcePhrase
}

/** A quote before its speaker is known. */
export interface Finding extends Span, Attribution {
  readonly kind: 'direct' | 'reported'
  readonly basis: keyof typeof CONFIDENCE
}
